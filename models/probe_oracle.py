"""What PyTorch makes of a softmax probe without bias, trained by Adam: the fixture that `engine/probe.ts` is tested against.

    python -m models.probe_oracle        # rewrites src/engine/fixtures/probe.json

Step by step on a few batches, and in distribution: accuracies on a made-up set, whose numbers both sides draw by the same
generator (src/core/random.ts).
"""

import json
import math
import sys
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

OUT = Path(__file__).parent.parent / "src/engine/fixtures/probe.json"
RATE, BATCH, EPOCHS = 1e-3, 128, 10
MASK = 2**32 - 1


def mulberry(seed: int):
    """The page's generator."""
    state = seed & MASK

    def draw() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) & MASK
        mixed = ((state ^ (state >> 15)) * (state | 1)) & MASK
        mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & MASK)) & MASK
        return ((mixed ^ (mixed >> 14)) & MASK) / 2**32

    return draw


def made_up(seed: int, rows: int, dims: int, classes: int) -> tuple[Tensor, Tensor]:
    """Rows of a class's own direction plus noise; drawn in the order: centres, then for each row its class and its noise."""
    draw = mulberry(seed)
    centres = [[2 * draw() - 1 for _ in range(dims)] for _ in range(classes)]
    labels, vectors = [], []
    for _ in range(rows):
        label = math.floor(draw() * classes)
        labels.append(label)
        vectors.append([centre + 3 * (2 * draw() - 1) for centre in centres[label]])
    return torch.tensor(vectors), torch.tensor(labels)


def steps() -> dict:
    torch.manual_seed(5)
    rows, labels = torch.randn(40, 6).round(decimals=3), torch.randint(0, 4, (40,))
    weights = (torch.rand(4, 6) * 0.8 - 0.4).round(decimals=3).requires_grad_()
    start = weights.detach().clone()
    optimizer = torch.optim.Adam([weights], lr=RATE)
    order = [torch.randperm(40)[:size].tolist() for size in (12, 12, 7, 12, 12, 12, 3, 12, 12, 12, 5)]
    for batch in order:
        optimizer.zero_grad()
        cross_entropy(rows[batch] @ weights.T, labels[batch]).backward()
        optimizer.step()
    flat = lambda tensor: [round(value, 7) for value in tensor.flatten().tolist()]  # noqa: E731
    return {
        "rows": flat(rows),
        "labels": labels.tolist(),
        "start": flat(start),
        "order": order,
        "weights": flat(weights.detach()),
    }


def contributions() -> dict:
    """c(d) of a probe's answers: the mean over rows of |weight of the position told x value|; two positions tie."""
    torch.manual_seed(6)
    rows, weights = torch.randn(30, 7).round(decimals=3), torch.randn(5, 7).round(decimals=3)
    weights[3] = weights[1]  # whatever it tells, the first of the two counts
    logits = rows.double() @ weights.double().T
    told = torch.tensor([[row.index(max(row))] for row in logits.tolist()])[:, 0]
    c = (weights.double()[told] * rows.double()).abs().mean(0)
    return {
        "rows": [round(value, 3) for value in rows.flatten().tolist()],
        "weights": [round(value, 3) for value in weights.flatten().tolist()],
        "told": told.tolist(),
        "c": c.tolist(),
    }


def accuracy(train: tuple[Tensor, Tensor], test: tuple[Tensor, Tensor], classes: int, seed: int) -> float:
    torch.manual_seed(seed)
    dims = train[0].shape[1]
    weights = ((2 * torch.rand(classes, dims) - 1) / math.sqrt(dims)).requires_grad_()
    optimizer = torch.optim.Adam([weights], lr=RATE)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(train[1])).split(BATCH):
            optimizer.zero_grad()
            cross_entropy(train[0][batch] @ weights.T, train[1][batch]).backward()
            optimizer.step()
    return ((test[0] @ weights.T).argmax(1) == test[1]).float().mean().item()


def main() -> None:
    torch.set_num_threads(1)
    made = {"seed": 11, "train": 6000, "test": 2000, "dims": 24, "classes": 12}
    rows, labels = made_up(made["seed"], made["train"] + made["test"], made["dims"], made["classes"])
    train, test = (rows[: made["train"]], labels[: made["train"]]), (rows[made["train"] :], labels[made["train"] :])
    accuracies = [round(accuracy(train, test, made["classes"], seed), 4) for seed in (1, 2, 3)]
    found = {
        "versions": {"python": sys.version.split()[0], "torch": torch.__version__},
        "steps": steps(),
        "made": made,
        "accuracies": accuracies,
        "contributions": contributions(),
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(found) + "\n", encoding="utf-8")
    print(accuracies)


if __name__ == "__main__":
    main()
