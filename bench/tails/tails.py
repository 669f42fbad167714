"""The figures of `measure tails` as one gets them in Python: transformers for hidden states, NumPy for counting.

    python bench/tails/tails.py FOLDER SENTENCES --order sorted --batch 32 --threads 2
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import transformers as hf

TOP = 5


class Statistics:
    """Folds batches of hidden states, [layers, tokens, dims] each, into counts and sums."""

    def __init__(self, layers: int, dims: int) -> None:
        self.minima = np.zeros((layers, dims), np.int64)
        self.maxima = np.zeros((layers, dims), np.int64)
        self.sums = np.zeros((layers, dims))
        self.squares = np.zeros((layers, dims))
        self.tokens = 0

    def add(self, states: list[np.ndarray]) -> None:
        self.tokens += len(states[0])
        dims = self.sums.shape[1]
        for layer, vectors in enumerate(states):
            self.minima[layer] += np.bincount(vectors.argmin(axis=1), minlength=dims)
            self.maxima[layer] += np.bincount(vectors.argmax(axis=1), minlength=dims)
            self.sums[layer] += vectors.sum(axis=0, dtype=np.float64)
            self.squares[layer] += np.square(vectors).sum(axis=0, dtype=np.float64)

    def report(self) -> list[dict[str, object]]:
        means = self.sums / self.tokens
        z = (means - means.mean(axis=1, keepdims=True)) / means.std(axis=1, ddof=1, keepdims=True)
        squares = self.squares / self.tokens
        return [
            {
                "argmin": top(self.minima[layer] / self.tokens),
                "argmax": top(self.maxima[layer] / self.tokens),
                "z": top(z[layer]),
                "kurtosis": float(np.mean(squares[layer] ** 2) / np.mean(squares[layer]) ** 2),
            }
            for layer in range(len(means))
        ]


def top(values: np.ndarray) -> list[tuple[int, float]]:
    return [(int(dim), float(values[dim])) for dim in np.argsort(-np.abs(values), kind="stable")[:TOP]]


def batches(sentences: list[list[int]], order: str, size: int) -> Iterator[list[list[int]]]:
    ordered = sorted(sentences, key=len) if order == "sorted" else sentences
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sentences", type=Path, help="one a line")
    parser.add_argument("--order", choices=["file", "sorted"], default="file")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    began = time.perf_counter()
    torch.set_num_threads(arguments.threads)
    tokenizer = hf.AutoTokenizer.from_pretrained(arguments.folder)
    model = hf.AutoModel.from_pretrained(arguments.folder, add_pooling_layer=False).eval()
    sentences = arguments.sentences.read_text(encoding="utf8").splitlines()
    tokens = tokenizer(sentences, truncation=True)["input_ids"]
    statistics = Statistics(model.config.num_hidden_layers + 1, model.config.hidden_size)
    with torch.inference_mode():
        for batch in batches(tokens, arguments.order, arguments.batch):
            inputs = tokenizer.pad({"input_ids": batch}, return_tensors="pt")
            states = model(**inputs, output_hidden_states=True).hidden_states
            real = inputs["attention_mask"].bool()
            statistics.add([layer[real].numpy() for layer in states])
    layers = statistics.report()
    seconds = time.perf_counter() - began
    versions = {"torch": torch.__version__, "transformers": hf.__version__, "numpy": np.__version__}
    print(json.dumps({"seconds": seconds, "tokens": statistics.tokens, "layers": layers, "versions": versions}))


if __name__ == "__main__":
    main()
