"""Write the fixture of words and their tokens: two small tokenizers that mark spaces, and what Hugging Face's
own tokenizers say where each word's tokens lie.

    python -m models.word_fixtures        # rewrites src/text/fixtures/words.json

The WordPiece tokenizer is that of models/fixtures.
"""

import json
import sys
from pathlib import Path

import tokenizers
from tokenizers import Tokenizer
from tokenizers.decoders import ByteLevel as ByteLevelDecoder
from tokenizers.models import BPE, Unigram
from tokenizers.normalizers import NFKC
from tokenizers.pre_tokenizers import ByteLevel, Metaspace
from tokenizers.processors import RobertaProcessing, TemplateProcessing

from models.fixtures.texts import PLAIN
from models.fixtures.word_spans import word_spans
from models.fixtures.wordpiece import make_wordpiece

OUT = Path(__file__).resolve().parent.parent / "src/text/fixtures/words.json"
SENTENCES = [
    "The lighthouse keeper painted the door blue and waited for the ferry .",
    "repainting",
    "Nobody 's pear tree n't was ever re-planted , unbelievably .",
    "naïve Ångström 漢字 and 🙂 stand in one line",
    "the the the",
    ", . !",
]


def byte_level(prefix: bool) -> Tokenizer:
    """Byte-level BPE whose merges join the letters of a few words; put together, as training breaks ties at random."""
    merges = [("t", "h"), ("th", "e"), ("Ġ", "the"), ("a", "n"), ("Ġ", "an"), ("Ġan", "d"), ("p", "a"), ("Ġ", "pa"), ("Ġ", "w"), ("i", "n")]
    specials = ["<s>", "<pad>", "</s>", "<unk>"]
    pieces = [*specials, *sorted(ByteLevel.alphabet()), *(a + b for a, b in merges)]
    tokenizer = Tokenizer(BPE({piece: i for i, piece in enumerate(pieces)}, merges))
    tokenizer.pre_tokenizer = ByteLevel(add_prefix_space=prefix)
    tokenizer.decoder = ByteLevelDecoder()
    tokenizer.add_special_tokens(specials)
    tokenizer.post_processor = RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=prefix)
    return tokenizer


def unigram() -> Tokenizer:
    letters = sorted({letter for sentence in [*SENTENCES, *PLAIN] for letter in NFKC().normalize_str(sentence)} - {" "})
    words = ["▁the", "▁and", "▁pa", "int", "ing", "▁re", "ed", "▁w", "▁tree", "keep", "er", "ry."]
    specials = ["<s>", "<pad>", "</s>", "<unk>"]
    scores = [(piece, 0.0) for piece in specials] + [("▁", -4.0)]
    scores += [(word, -3.0 - i / 8) for i, word in enumerate(words)] + [(letter, -6.0 - i / 64) for i, letter in enumerate(letters)]
    tokenizer = Tokenizer(Unigram(scores, unk_id=3))
    tokenizer.normalizer = NFKC()
    tokenizer.pre_tokenizer = Metaspace()
    tokenizer.add_special_tokens(specials)
    tokenizer.post_processor = TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    return tokenizer


def main() -> None:
    kinds = {
        "wordpiece": make_wordpiece([*PLAIN, *SENTENCES], lowercase=True),
        "byte-level": byte_level(prefix=False),
        "byte-level, a space before": byte_level(prefix=True),
        "unigram": unigram(),
    }
    fixture = {
        "by": "python -m models.word_fixtures",
        "versions": {"python": sys.version.split()[0], "tokenizers": tokenizers.__version__},
        "tokenizers": [
            {"name": name, "json": json.loads(tokenizer.to_str()), "cases": [word_spans(tokenizer, s.split(" ")) for s in SENTENCES]}
            for name, tokenizer in kinds.items()
        ],
    }
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {fixture['versions']}")


if __name__ == "__main__":
    main()
