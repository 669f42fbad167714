"""What Hugging Face's own tokenizers make of every character, as words before any vocabulary.

    python -m models.characters --out work/characters.json
    npx tsx scripts/tokenizers/list-divergent.ts work/characters.json   # rewrites src/text/fixtures/characters.json

Beside the four trained tokenizers of src/text/fixtures, two with the map of characters that SentencePiece has by
default, as XLM-RoBERTa's and ALBERT's: their maps are large and not ours, so no fixture holds them.
"""

import argparse
import io
import json
import unicodedata
from pathlib import Path

import sentencepiece
import tokenizers
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import NFKD, Lowercase, Precompiled, Replace, Sequence, StripAccents
from tokenizers.pre_tokenizers import Metaspace, WhitespaceSplit
from tokenizers.pre_tokenizers import Sequence as Splitters

from models.fixtures.tokenizer_cases import FOLDER
from models.fixtures.trained import TRAINED, training_lines

# private use beyond the first plane is left out: 131,068 characters that all are as the first plane's
END = 0xF0000
# what Metaspace writes for a space is split at by Rust and not by JavaScript, which changes words but no ids
LEFT_OUT = {0x2581}


def code_points() -> list[int]:
    """Characters of the Unicode version that this Python knows."""
    return [code for code in range(1, END) if unicodedata.category(chr(code)) not in ("Cn", "Cs") and code not in LEFT_OUT]


def default_map() -> Precompiled:
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(training_lines()), model_writer=written, vocab_size=600, minloglevel=2
    )
    model = sentencepiece_model_pb2.ModelProto.FromString(written.getvalue())
    return Precompiled(model.normalizer_spec.precompiled_charsmap)


def with_default_map() -> dict[str, Tokenizer]:
    xlm, albert = Tokenizer(WordPiece()), Tokenizer(WordPiece())
    xlm.normalizer = default_map()
    quotes = [Replace("``", '"'), Replace("''", '"')]
    albert.normalizer = Sequence([*quotes, NFKD(), StripAccents(), Lowercase(), default_map()])
    for tokenizer in (xlm, albert):
        tokenizer.pre_tokenizer = Splitters([WhitespaceSplit(), Metaspace()])
    return {"xlm-roberta's own map": xlm, "albert's own map": albert}


def words(tokenizer: Tokenizer, text: str) -> list[str]:
    normalized = tokenizer.normalizer.normalize_str(text) if tokenizer.normalizer else text
    return [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normalized)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    trained = {name: Tokenizer.from_file(str(FOLDER / name / "tokenizer.json")) for name in TRAINED}
    codes = code_points()
    found = {
        "versions": {
            "tokenizers": tokenizers.__version__,
            "sentencepiece": sentencepiece.__version__,
            "unicode": unicodedata.unidata_version,
        },
        "codes": codes,
        "tokenizers": [
            {
                "name": name,
                "json": json.loads(tokenizer.to_str()),
                "words": [words(tokenizer, f" a{chr(code)}b") for code in codes],
            }
            for name, tokenizer in {**trained, **with_default_map()}.items()
        ],
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(found), encoding="utf-8")
    print(f"{out}: {len(codes)} characters, {found['versions']}")


if __name__ == "__main__":
    main()
