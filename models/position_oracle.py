"""What PyTorch makes of other positions, given to a real network one by one (`position_ids`), on the tiny checkpoints of the
unit tests: the fixture of `positions.test.ts`.

    python -m models.position_oracle        # rewrites src/engine/experiments/fixtures/positions.json

A sentence's places are shuffled by the page's generator, whose seed is the asked one and the sentence's ids.
"""

import json
import sys
from collections import Counter
from math import log
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from models.fixtures.files import CHECKPOINTS, VERSIONS
from models.fixtures.states import is_position_table, states
from models.oracle import mulberry32
from models.regression_oracle import explained

OUT = Path(__file__).parent.parent / "src/engine/experiments/fixtures/positions.json"
NAMES = ("bert-f32", "roberta", "distilbert", "electra", "albert", "mpnet")
TEXT = ["The dog barked.", "Cats sleep here.", "A cat and a dog."]
DIMS = [3, 17]
SEED, BY = 2, 5


def hashed(ids: list[int], seed: int) -> int:
    """31 x + id, again and again, in 32 bits."""
    for one in ids:
        seed = (seed * 31 + one) & 0xFFFFFFFF
    return seed


def shuffled(ids: list[int]) -> list[int]:
    random, places = mulberry32(hashed(ids, SEED)), list(range(len(ids)))
    for last in range(len(ids) - 1, 0, -1):
        other = int(next(random) * (last + 1))
        places[last], places[other] = places[other], places[last]
    return places


MOVES = {
    "as-they-are": lambda ids: list(range(len(ids))),
    "shuffled": shuffled,
    "shifted": lambda ids: [place + BY for place in range(len(ids))],
    "zero": lambda ids: list(range(len(ids))),
}


def positions(name: str) -> dict:
    folder = CHECKPOINTS / name
    model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval().float()
    # these number their positions from after padding's
    first = model.config.pad_token_id + 1 if name in ("roberta", "mpnet") else 0
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    sentences = [tokenizer.encode(text).ids for text in TEXT]
    found: dict = {"name": name, "tokens": sum(map(len, sentences)), "moves": {}}
    for move, places in MOVES.items():
        if move == "zero":
            for key, parameter in model.named_parameters():
                if is_position_table(key):
                    parameter.data.zero_()
        each = []
        for ids in sentences:
            numbers = torch.tensor([[first + place for place in places(ids)]])
            each.append(states(model, {"input_ids": torch.tensor([ids]), "position_ids": numbers})[:, 0].double().numpy())
        all_tokens = np.concatenate(each, axis=1)  # [layers + 1, tokens, dims]
        found["moves"][move] = all_tokens.mean(1)[:, DIMS].T.tolist()
        if move == "as-they-are":
            counts = Counter(one for ids in sentences for one in ids)
            place = np.array([p for ids in sentences for p in range(len(ids))], float)
            often = np.array([log(counts[one]) for ids in sentences for one in ids])
            found["explained"] = [
                [
                    [explained(layer[:, dim], place), explained(layer[:, dim], often), explained(layer[:, dim], place, often)]
                    for layer in all_tokens
                ]
                for dim in DIMS
            ]
    return found


def main() -> None:
    torch.set_num_threads(1)
    versions = {"python": sys.version.split()[0], "numpy": np.__version__, **VERSIONS}
    found = {
        "by": "python -m models.position_oracle",
        "versions": versions,
        "text": TEXT,
        "dims": DIMS,
        "seed": SEED,
        "shift": BY,
        "models": [positions(name) for name in NAMES],
    }
    OUT.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {versions}")


if __name__ == "__main__":
    main()
