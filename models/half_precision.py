"""How far a BERT's hidden states are off in float16, on a processor and on a graphics device, neither of which
is here: both are imitated. What src/engine/worker/self-check.ts allows rests on these figures.

    python -m models.half_precision --model .checkpoints/all-MiniLM-L6-v2

The processor (onnxruntime's) computes in float32 and rounds what goes from one operator to the next; the device
rounds every product and every sum, one after another, which is the worst that a right one does.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import torch
import transformers as hf
from torch import Tensor

# the self-check's own text
PROBE = ["The river was high, and nobody in the village slept before the water had turned.", "Cold soup again?"]
Product = Callable[[Tensor, Tensor], Tensor]


def half(values: Tensor) -> Tensor:
    return values.half().float()


def on_processor(left: Tensor, right: Tensor) -> Tensor:
    return half(left @ right)


def on_device(left: Tensor, right: Tensor) -> Tensor:
    total = torch.zeros(*left.shape[:-1], right.shape[-1])
    for k in range(left.shape[-1]):
        total = half(total + half(left[..., k : k + 1] * right[..., k : k + 1, :]))
    return total


def hidden_states(model: hf.BertModel, ids: Tensor, product: Product, rounded: Callable[[Tensor], Tensor]) -> Tensor:
    """[layers + 1, tokens, dims] of one sentence, each operator's result passed through `rounded`."""
    config = model.config
    heads = config.num_attention_heads

    def linear(part: torch.nn.Linear, x: Tensor) -> Tensor:
        return rounded(product(x, rounded(part.weight).T) + rounded(part.bias))

    def norm(part: torch.nn.LayerNorm, x: Tensor) -> Tensor:
        scaled = torch.nn.functional.layer_norm(x, x.shape[-1:], eps=config.layer_norm_eps)
        return rounded(rounded(scaled * rounded(part.weight)) + rounded(part.bias))

    def split(x: Tensor) -> Tensor:
        return x.unflatten(-1, (heads, -1)).transpose(0, 1)

    tables = model.embeddings
    words = rounded(tables.word_embeddings(ids)) + rounded(tables.token_type_embeddings.weight[0])
    x = norm(tables.LayerNorm, rounded(rounded(words) + rounded(tables.position_embeddings.weight[: len(ids)])))
    states = [x]
    for layer in model.encoder.layer:
        self = layer.attention.self
        query, key, value = (split(linear(part, x)) for part in (self.query, self.key, self.value))
        scores = rounded(product(query, key.transpose(1, 2)) / (config.hidden_size // heads) ** 0.5)
        mixed = product(rounded(scores.softmax(-1)), value).transpose(0, 1).flatten(1)
        x = norm(layer.attention.output.LayerNorm, rounded(linear(layer.attention.output.dense, mixed) + x))
        wide = rounded(torch.nn.functional.gelu(linear(layer.intermediate.dense, x)))
        x = norm(layer.output.LayerNorm, rounded(linear(layer.output.dense, wide) + x))
        states.append(x)
    return torch.stack(states)


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of a BERT")
    folder: Path = parser.parse_args().model
    model = hf.BertModel.from_pretrained(folder, add_pooling_layer=False).eval()
    tokenizer = hf.AutoTokenizer.from_pretrained(folder)
    ids = [torch.tensor(tokenizer(sentence)["input_ids"]) for sentence in PROBE]

    def run(product: Product, rounded: Callable[[Tensor], Tensor]) -> Tensor:
        return torch.cat([hidden_states(model, one, product, rounded) for one in ids], dim=1)

    exact = run(torch.matmul, lambda values: values)
    given = torch.cat([torch.cat(model(one[None], output_hidden_states=True).hidden_states) for one in ids], dim=1)
    assert (exact - given).abs().max() < 1e-4, "the imitation is no BERT"
    found = {"processor": run(on_processor, half), "device": run(on_device, half)}
    largest = exact.abs().max().item()
    print(f"largest value {largest:.1f}; largest difference, absolute and relative to it:")
    pairs = [("processor", exact), ("device", exact), ("device", found["processor"])]
    for (name, other), against in zip(pairs, ("float32", "float32", "the processor"), strict=True):
        apart = (found[name] - other).abs().max().item()
        print(f"{name} from {against}: {apart:.1e}, {apart / largest:.1e}")


if __name__ == "__main__":
    main()
