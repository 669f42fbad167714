"""The masked-word loss of two sentences, every word hidden in its turn, as PyTorch has it: the fixture of
`passage-loss.test.ts`.

    python -m models.loss_oracle        # rewrites src/engine/experiments/fixtures/loss.json
"""

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy
from transformers import AutoModelForMaskedLM

from models.fixtures.files import CHECKPOINTS, VERSIONS
from models.fixtures.states import kept

OUT = Path(__file__).parent.parent / "src/engine/experiments/fixtures/loss.json"
NAMES = ("roberta", "distilbert")
TEXT = ["The dog barked.", "A cat and a dog."]
CUT = [3, 17]


def losses(name: str) -> dict:
    folder = CHECKPOINTS / name
    model = AutoModelForMaskedLM.from_pretrained(folder, attn_implementation="eager").eval().float()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    mask = next(i for i in map(tokenizer.token_to_id, ("[MASK]", "<mask>")) if i is not None)
    layers, dims = model.config.num_hidden_layers, model.config.hidden_size
    keeps = {kind: torch.ones(layers + 1, dims) for kind in ("whole", "after", "inside")}
    keeps["after"][layers, CUT] = 0
    keeps["inside"][1:, CUT] = 0
    found = {}
    for kind, keep in keeps.items():
        each = []
        for sentence in TEXT:
            encoded = tokenizer.encode(sentence)
            for place, special in enumerate(encoded.special_tokens_mask):
                if special:
                    continue
                ids = torch.tensor([encoded.ids])
                ids[0, place] = mask
                _, logits = kept(model, {"input_ids": ids}, keep)
                each.append(cross_entropy(logits[0, place], torch.tensor(encoded.ids[place])).item())
        found[kind] = sum(each) / len(each)
        found["hidden"] = len(each)
    return {"name": name, **found}


def main() -> None:
    torch.set_num_threads(1)
    found = {"versions": VERSIONS, "text": TEXT, "cut": CUT, "models": [losses(name) for name in NAMES]}
    OUT.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
