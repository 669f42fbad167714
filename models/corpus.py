"""Batches of masked text: a pure function of the corpus, the seed and the step.

Nothing here keeps state between steps, so a run that was killed resumes with the very batch it
would have seen, and two runs with one seed see the same words under the same masks.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.tokenize import CLS, MASK, PAD, SEP, VOCABULARY_SIZE

FIRST_WORD_PIECE = 5  # ids below are [PAD] [UNK] [CLS] [SEP] [MASK]
HELD_OUT = 1_000_000  # tokens at the corpus's end that no training batch reads, or a tenth of a small corpus
LENGTHS = (16, 32, 64, 128)  # target lengths of a sequence, specials included, drawn evenly
SHORTEST = 8  # a row's rest below this many tokens is padded, not filled
MASKED_SHARE = 0.3  # 30 % rather than BERT's 15 %: more to learn from every token read


@dataclass(frozen=True)
class Batch:
    """Sequences packed into rows; every array is [rows, length] but the last two.

    segments numbers the sequences of a row (tokens see only their own), -1 is padding; chosen is
    the flat index of each masked position and targets the id that stood there.
    """

    inputs: np.ndarray
    positions: np.ndarray
    segments: np.ndarray
    chosen: np.ndarray
    targets: np.ndarray


@dataclass(frozen=True)
class Corpus:
    ids: np.ndarray
    starts: np.ndarray

    @staticmethod
    def load(folder: Path) -> "Corpus":
        return Corpus(np.load(folder / "ids.npy", mmap_mode="r"), np.load(folder / "starts.npy"))

    @property
    def held_out(self) -> int:
        """Tokens at the end that no training batch reads."""
        return min(HELD_OUT, len(self.ids) // 10)

    def part(self, held_out: bool) -> tuple[int, int]:
        """Range of sentence numbers of the training or the held-out part."""
        border = int(np.searchsorted(self.starts, len(self.ids) - self.held_out))
        # the last sentences cannot fill a sequence of the greatest length
        last = int(np.searchsorted(self.starts, len(self.ids) - max(LENGTHS)))
        # a training sequence may run on past its first sentence: stop short of the border
        return (border, last) if held_out else (0, border - max(LENGTHS))


def pack(corpus: Corpus, rows: int, length: int, rng: np.random.Generator, held_out: bool):
    """Fill rows with sequences of whole sentences, each cut at its drawn target length at most."""
    ids = np.full((rows, length), PAD, dtype=np.int64)
    positions = np.zeros((rows, length), dtype=np.int64)
    segments = np.full((rows, length), -1, dtype=np.int64)
    low, high = corpus.part(held_out)
    for row in range(rows):
        used, segment = 0, 0
        while length - used >= SHORTEST:
            room = min(int(rng.choice(LENGTHS)), length - used) - 2
            sentence = int(rng.integers(low, high))
            start = int(corpus.starts[sentence])
            after = int(np.searchsorted(corpus.starts, start + room, side="right")) - 1
            stop = int(corpus.starts[after]) if after > sentence else start + room
            count = stop - start + 2
            span = slice(used, used + count)
            ids[row, span] = np.concatenate([[CLS], corpus.ids[start:stop], [SEP]])
            positions[row, span] = np.arange(count)
            segments[row, span] = segment
            used += count
            segment += 1
    return ids, positions, segments


def batch(corpus: Corpus, rows: int, length: int, seed: int, step: int, held_out: bool = False) -> Batch:
    """The batch of one step. The number of masked positions is the same in every batch, so that
    compiled code meets one shape only: 30 % of rows * length, chosen among word pieces."""
    rng = np.random.default_rng([seed, step, int(held_out)])
    ids, positions, segments = pack(corpus, rows, length, rng, held_out)
    words = np.flatnonzero(ids.ravel() >= FIRST_WORD_PIECE)
    count = int(MASKED_SHARE * 0.85 * rows * length)  # .85: about the share of word pieces in a row
    chosen = np.sort(rng.choice(words, count, replace=False))
    targets = ids.ravel()[chosen]
    # Devlin et al. 2019: 80 % become [MASK], 10 % a random piece, 10 % stay
    draw = rng.random(count)
    shown = np.where(draw < 0.8, MASK, targets)
    shown = np.where(draw >= 0.9, rng.integers(FIRST_WORD_PIECE, VOCABULARY_SIZE, count), shown)
    ids.ravel()[chosen] = shown
    return Batch(ids, positions, segments, chosen, targets)
