"""Train the WordPiece tokenizer and turn the corpus into token ids.

    python -m models.tokenize --text enwiki.txt --out work/corpus
    python -m models.tokenize --text enwiki.txt --out work/corpus --tokenizer public/models/tailscope-bert/tokenizer.json

Writes tokenizer.json (8,192 pieces, uncased), ids.npy (uint16, the whole corpus in file order,
without special tokens) and starts.npy (int64, the offset in ids of every sentence's first token).
Training breaks ties at random, so the same text trains another tokenizer each time: a model that is
to be trained on needs its own.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from tokenizers.implementations import BertWordPieceTokenizer
from tokenizers.processors import TemplateProcessing

VOCABULARY_SIZE = 8192
SPECIALS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
PAD, UNK, CLS, SEP, MASK = range(len(SPECIALS))
SENTENCE_END = (".", "?", "!")
LINES_PER_CHUNK = 20_000


def train_tokenizer(text: Path) -> Tokenizer:
    """The uncased WordPiece tokenizer of a text, with BERT's template of special tokens."""
    trainer = BertWordPieceTokenizer(lowercase=True)
    trainer.train([str(text)], vocab_size=VOCABULARY_SIZE, min_frequency=2, show_progress=False)
    tokenizer = trainer._tokenizer
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", CLS), ("[SEP]", SEP)],
    )
    return tokenizer


def read_tokenizer(file: Path) -> Tokenizer:
    """A tokenizer that models.tokenize once made. Exits with a sentence when its ids are others."""
    tokenizer = Tokenizer.from_file(str(file))
    ids = tuple(tokenizer.token_to_id(name) for name in SPECIALS)
    if ids != (PAD, UNK, CLS, SEP, MASK) or tokenizer.get_vocab_size() > VOCABULARY_SIZE:
        raise SystemExit(
            f"{file} is no tokenizer of models.tokenize: its special tokens have the ids {ids} instead of 0 to 4, "
            f"or it has more than {VOCABULARY_SIZE} pieces ({tokenizer.get_vocab_size()})."
        )
    return tokenizer


def chunks(text: Path) -> Iterator[list[str]]:
    """The lines of a text, a bounded number at a time."""
    chunk: list[str] = []
    with text.open(encoding="utf-8") as lines:
        for line in lines:
            chunk.append(line.strip())
            if len(chunk) == LINES_PER_CHUNK:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


def encode(tokenizer: Tokenizer, text: Path) -> tuple[np.ndarray, np.ndarray]:
    """Token ids of a text and the offset of each sentence's first token.

    A sentence starts at a paragraph's start and after a full stop, question or exclamation mark.
    """
    ends = np.array([tokenizer.token_to_id(mark) for mark in SENTENCE_END], dtype=np.uint16)
    ids: list[np.ndarray] = []
    starts: list[np.ndarray] = []
    offset = 0
    for chunk in chunks(text):
        for encoding in tokenizer.encode_batch(chunk, add_special_tokens=False):
            paragraph = np.array(encoding.ids, dtype=np.uint16)
            if not len(paragraph):
                continue
            after = np.flatnonzero(np.isin(paragraph[:-1], ends)) + 1
            starts.append(offset + np.concatenate([[0], after]))
            ids.append(paragraph)
            offset += len(paragraph)
    return np.concatenate(ids), np.concatenate(starts).astype(np.int64)


def main(arguments_given: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--text", type=Path, required=True, help="plain text, one paragraph a line")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--tokenizer", type=Path, help="tokenizer.json to use as it is instead of training one")
    options = arguments.parse_args(arguments_given)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.tokenizer:
        tokenizer = read_tokenizer(options.tokenizer)
        (options.out / "tokenizer.json").write_bytes(options.tokenizer.read_bytes())
    else:
        tokenizer = train_tokenizer(options.text)
        tokenizer.save(str(options.out / "tokenizer.json"))
    ids, starts = encode(tokenizer, options.text)
    np.save(options.out / "ids.npy", ids)
    np.save(options.out / "starts.npy", starts)
    print(f"{len(ids):,} tokens, {len(starts):,} sentences, {tokenizer.get_vocab_size():,} pieces")


if __name__ == "__main__":
    main()
