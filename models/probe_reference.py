"""What PyTorch makes of the position probe on a real checkpoint, from several initial weights: the figures of
`src/cli/experiments/position-probe.real.test.ts`.

    python -m models.probe_reference --model .checkpoints/all-MiniLM-L6-v2 --data sst2/train-10k.tsv

The set-up is docs/measures.md's, "Position probe": a softmax without bias, cross-entropy, Adam at 1e-3, batches of 128 vectors,
10 epochs; the last sixth of the sentences is told, less those that were learned from.
"""

import argparse
import csv
import json
import math
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import AutoModel, AutoTokenizer

from models.probe_oracle import BATCH, EPOCHS, RATE

MOST_CLASSES = 300


def sentences_of(path: Path, limit: int) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row["sentence"] for row, _ in zip(rows, range(limit))]


def vectors(folder: Path, sentences: list[str]) -> tuple[Tensor, Tensor]:
    """Hidden states of every token, specials among them, [layers, tokens, dims], and its place in its sentence."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False).eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    found: list = [None] * len(sentences)
    for start in range(0, len(order), 32):
        chosen = order[start : start + 32]
        batch = tokenizer([sentences[i] for i in chosen], return_tensors="pt", padding=True, truncation=True)
        with torch.no_grad():
            states = torch.stack(model(**batch, output_hidden_states=True).hidden_states)
        for row, (i, length) in enumerate(zip(chosen, batch["attention_mask"].sum(1).tolist())):
            found[i] = states[:, row, :length].clone()
    places = torch.cat([torch.arange(one.shape[1]) for one in found])
    return torch.cat(found, dim=1), places


def train(rows: Tensor, labels: Tensor, classes: int, seed: int) -> Tensor:
    torch.manual_seed(seed)
    layer = torch.nn.Linear(rows.shape[1], classes, bias=False)
    optimizer = torch.optim.Adam(layer.parameters(), lr=RATE)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(labels)).split(BATCH):
            optimizer.zero_grad()
            cross_entropy(layer(rows[batch]), labels[batch]).backward()
            optimizer.step()
    return layer.weight.detach()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=6000)
    parser.add_argument("--dim", type=int, default=223)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    arguments = parser.parse_args()
    all_sentences = sentences_of(arguments.data, arguments.limit)
    split = math.ceil(len(all_sentences) * 5 / 6)
    learned = all_sentences[:split]
    known = {sentence.strip() for sentence in learned}
    told = [sentence for sentence in all_sentences[split:] if sentence.strip() not in known]
    rows, labels = vectors(arguments.model, learned)
    test_rows, test_labels = vectors(arguments.model, told)
    classes = min(MOST_CLASSES, int(labels.max()) + 1)
    keep, test_keep = labels < classes, test_labels < classes
    rows, labels, test_rows, test_labels = rows[:, keep], labels[keep], test_rows[:, test_keep], test_labels[test_keep]
    print(json.dumps({"torch": torch.__version__, "trained": len(labels), "tested": len(test_labels), "classes": classes}))
    for seed in arguments.seeds:
        accuracy, ratio = [], []
        for layer in range(len(rows)):
            weights = train(rows[layer], labels, classes, seed)
            answers = (test_rows[layer] @ weights.T).argmax(1)
            c = (weights[answers] * test_rows[layer]).abs().mean(0)
            accuracy.append(round((answers == test_labels).float().mean().item(), 4))
            ratio.append(round((c[arguments.dim] / c.mean()).item(), 3))
        print(json.dumps({"seed": seed, "accuracy": accuracy, "ratio": ratio}), flush=True)


if __name__ == "__main__":
    main()
