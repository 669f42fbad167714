"""What PyTorch hooks see of the terms of hidden states, on the tiny checkpoints of the unit tests: the fixture that one
dimension's life is tested against.

    python -m models.life_oracle        # rewrites src/engine/experiments/fixtures/life.json

The terms are taken from the modules' own inputs and outputs, by their definition (docs/measures.md, "One dimension's life").
"""

import json
import re
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from transformers import AutoConfig, AutoModel

from models.fixtures.files import CHECKPOINTS, VERSIONS

OUT = Path(__file__).parent.parent / "src/engine/experiments/fixtures/life.json"
FAMILIES = ["bert-f32", "bert-f16", "roberta", "distilbert", "electra", "albert", "mpnet"]
DIMS = [3, 17]
IDS = [2, 7, 11, 5, 9, 3]  # no padding's id of any of them

EMBEDDINGS = {"words": "word_embeddings", "positions": "position_embeddings", "segments": "token_type_embeddings"}
ATTENTION = r"(attention\.output\.dense|attention\.out_lin|attention\.attn\.o|attention\.dense)$"
MIDDLE = r"(attention\.output\.LayerNorm|sa_layer_norm|attention\.LayerNorm)$"
FEED = r"((?<!attention)\.output\.dense|transformer\.layer\.\d+\.ffn|ffn_output)$"
OUTPUT = r"((?<!attention)\.output\.LayerNorm|output_layer_norm|full_layer_layer_norm)$"


def load(name: str) -> torch.nn.Module:
    folder = CHECKPOINTS / name
    config = AutoConfig.from_pretrained(folder, attn_implementation="eager")
    model = AutoModel.from_config(config).eval().float()
    prefix = re.compile(r"^(bert|roberta|distilbert|electra|albert|mpnet)\.")
    tensors = load_file(folder / "model.safetensors")
    own = {prefix.sub("", key): value.float() for key, value in tensors.items()}
    missing = [key for key in model.load_state_dict(own, strict=False).missing_keys if "pooler" not in key]
    assert not missing, missing
    return model


def terms_of_norm(norm: torch.nn.LayerNorm, value: Tensor) -> list[Tensor]:
    """What a LayerNorm adds: by normalizing, by its scale, by its shift."""
    spread = (value.var(-1, unbiased=False, keepdim=True) + norm.eps).sqrt()
    normalized = (value - value.mean(-1, keepdim=True)) / spread
    return [normalized - value, (norm.weight.double() - 1) * normalized, norm.bias.double().expand_as(value)]


def block(added: Tensor, norm: torch.nn.LayerNorm, value: Tensor) -> list[Tensor]:
    """What a block adds to each dimension beyond what it adds to all, which counts with the LayerNorm that takes it away."""
    common = added.mean(-1, keepdim=True)
    normalized, scale, shift = (term[0] for term in terms_of_norm(norm, value))
    return [added - common, normalized + common, scale, shift]


def life(name: str) -> dict:
    model = load(name)
    seen: dict[str, list] = {key: [] for key in ("attention", "middle", "feed", "output", *EMBEDDINGS, "sum")}
    handles = []

    def watch(key: str, module: torch.nn.Module, read: bool = False) -> None:
        def hook(module: torch.nn.Module, inputs: tuple, output: Tensor) -> None:
            seen[key].append((module, (inputs[0] if read else output).double()))

        handles.append(module.register_forward_hook(hook))

    for path, module in model.named_modules():
        for key, pattern, read in (("attention", ATTENTION, False), ("feed", FEED, False), ("middle", MIDDLE, True), ("output", OUTPUT, True)):
            if re.search(pattern, path):
                watch(key, module, read)
        for key, table in EMBEDDINGS.items():
            if path == f"embeddings.{table}":
                watch(key, module)
        if path == "embeddings.LayerNorm":
            watch("sum", module, read=True)
    with torch.no_grad():
        states = model(input_ids=torch.tensor([IDS]), output_hidden_states=True).hidden_states
    for handle in handles:
        handle.remove()
    states = [state[0].double() for state in states]

    wide = seen["sum"][0][1].shape[-1] == states[0].shape[-1]
    layers: list[list | None] = [None]
    if wide:
        parts = [seen[key][0][1].reshape(-1, states[0].shape[-1]) if seen[key] else torch.zeros_like(states[0]) for key in EMBEDDINGS]
        # positions may come as one row for all sentences
        norm, value = seen["sum"][0]
        layers = [[*parts, *(term[0] for term in terms_of_norm(norm, value))]]
    for layer in range(len(states) - 1):
        middle, feed, output = (seen[key][layer] for key in ("middle", "feed", "output"))
        attention = seen["attention"][layer][1].reshape(states[0].shape)
        layers.append(
            [
                states[layer],
                *block(attention, *middle),
                *block(feed[1].reshape(states[0].shape), *output),
            ]
        )
    for layer, terms in enumerate(layers):
        if terms is not None:
            assert (sum(terms) - states[layer]).abs().max() < 1e-4, (name, layer)
    table = [None if terms is None else torch.stack(terms)[:, :, DIMS].permute(1, 2, 0) for terms in layers]
    return {
        "name": name,
        "terms": [None if terms is None else [[[round(x, 6) for x in row] for row in token] for token in terms.tolist()] for terms in table],
    }


def main() -> None:
    torch.set_num_threads(1)
    found = {"versions": VERSIONS, "ids": IDS, "dims": DIMS, "models": [life(name) for name in FAMILIES]}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
