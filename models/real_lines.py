"""Hash what Hugging Face's own tokenizers make of real sentences, which the fixture cannot hold.

    python -m models.real_lines --data FOLDER     # rewrites src/text/fixtures/real-lines.json

FOLDER is that of the corpora, as TAILSCOPE_DATA names it. Of all-MiniLM-L6-v2 the tokenizer must be here, too
(`npm run get:minilm`).
"""

import argparse
import csv
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import tokenizers
from tokenizers import Tokenizer

from models.fixtures.tokenizer_cases import FOLDER, is_read
from models.fixtures.trained import TRAINED
from models.fixtures.word_spans import word_spans

ROOT = Path(__file__).resolve().parent.parent
MINILM = ROOT / ".checkpoints/all-MiniLM-L6-v2/tokenizer.json"
# columns of sentences, and whether the first line names the columns
CORPORA = {"sst2/train-10k.tsv": ([0], True), "stsb/sts-dev.csv": ([5, 6], False)}
LINES_TOGETHER = 1000


def sentences(path: Path, columns: list[int], header: bool) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row[column] for row in rows[header:] for column in columns]


def digest(numbers: Iterable[list[int]]) -> str:
    """One list a line, numbers joined by commas."""
    return hashlib.sha256("\n".join(",".join(map(str, one)) for one in numbers).encode()).hexdigest()


def opened(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    # its file may say to what length sentence encoders are fed; here each line is read as it is
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read(tokenizer: Tokenizer, lines: list[str]) -> dict:
    ids = [tokenizer.encode(line).ids for line in lines]
    words = [[word for word in line.split(" ") if is_read(tokenizer, word)] for line in lines]
    spans = [sum(word_spans(tokenizer, given)["spans"], []) if given else [] for given in words]
    parts = range(0, len(lines), LINES_TOGETHER)
    return {
        "tokens": sum(map(len, ids)),
        "words": sum(map(len, words)),
        "ids": [digest(ids[i : i + LINES_TOGETHER]) for i in parts],
        "spans": [digest(spans[i : i + LINES_TOGETHER]) for i in parts],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    files = {name: FOLDER / name / "tokenizer.json" for name in TRAINED} | {"all-MiniLM-L6-v2": MINILM}
    lines = {file: sentences(data / file, *columns) for file, columns in CORPORA.items()}
    found = [
        {"tokenizer": name, "file": file, "lines": len(given), **read(opened(path), given)}
        for name, path in files.items()
        for file, given in lines.items()
    ]
    fixture = {
        "by": "python -m models.real_lines",
        "versions": {"tokenizers": tokenizers.__version__},
        "together": LINES_TOGETHER,
        "readings": found,
    }
    out = FOLDER / "real-lines.json"
    out.write_text(json.dumps(fixture, indent=1) + "\n", encoding="utf-8")
    for one in found:
        print(f"{one['tokenizer']:18} {one['file']:20} {one['lines']} lines, {one['tokens']} tokens, {one['words']} words")


if __name__ == "__main__":
    main()
