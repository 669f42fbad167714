"""Hidden states of a checkpoint as PyTorch gives them, for the tests of the engine.

python -m models.reference --model .checkpoints/all-MiniLM-L6-v2 --out src/engine/node/fixtures/minilm-states.json
"""

import argparse
import json
import math
from pathlib import Path

import torch
import transformers
from transformers import AutoModel, AutoTokenizer

SENTENCES = [
    "The ferry left at dawn; nobody on the pier waved.",
    "Unquestionably!",
    "My grandmother's thermometer reads 37.5 degrees, or so the café's owner (a Zoë) insists every single morning.",
]
# Dimensions whose values are written: the tails of all-MiniLM-L6-v2 and some others.
DIMS = [0, 99, 223, 383]
# Dimensions zeroed by a hook after these layers; 0 = the embeddings.
CUTS = [
    {"dims": [], "layers": []},
    {"dims": [223], "layers": [1, 2, 3, 4, 5, 6]},
    {"dims": [99, 0], "layers": [0, 3]},
]


def states(model: torch.nn.Module, batch: dict[str, torch.Tensor], cut: dict[str, list[int]]) -> torch.Tensor:
    """Hidden states [layers + 1, sentences, length, dims] with `cut` zeroed inside the network."""

    def zero(_module, _inputs, output):
        hidden = output[0] if isinstance(output, tuple) else output
        hidden[..., cut["dims"]] = 0.0
        return output

    modules = [model.embeddings, *model.encoder.layer]
    hooks = [modules[layer].register_forward_hook(zero) for layer in cut["layers"]]
    try:
        seen: list[torch.Tensor] = []

        def keep(_module, _inputs, output):
            seen.append((output[0] if isinstance(output, tuple) else output).clone())

        hooks += [module.register_forward_hook(keep) for module in modules]
        with torch.no_grad():
            model(**batch)
        return torch.stack(seen)
    finally:
        for hook in hooks:
            hook.remove()


def describe(hidden: torch.Tensor, lengths: list[int]) -> dict[str, list]:
    """By layer and token, sentences one after another: some values, and one number that depends on all."""
    weights = torch.tensor([math.cos(d) for d in range(hidden.shape[-1])], dtype=torch.float64)
    tokens = torch.cat([hidden[:, s, :n] for s, n in enumerate(lengths)], dim=1)
    return {
        "values": [[[round(x, 5) for x in row] for row in layer] for layer in tokens[:, :, DIMS].tolist()],
        "projections": [[round(x, 4) for x in layer] for layer in (tokens.double() @ weights).tolist()],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(arguments.model)
    model = AutoModel.from_pretrained(arguments.model, attn_implementation="eager", add_pooling_layer=False).eval()
    batch = tokenizer(SENTENCES, return_tensors="pt", padding=True)
    lengths = batch["attention_mask"].sum(1).tolist()
    reference = {
        "made_with": f"torch {torch.__version__}, transformers {transformers.__version__}",
        "dims": DIMS,
        "sentences": [
            {"text": text, "ids": batch["input_ids"][s, : lengths[s]].tolist()} for s, text in enumerate(SENTENCES)
        ],
        "cuts": [{**cut, **describe(states(model, batch, cut), lengths)} for cut in CUTS],
    }
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(reference, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
