"""What the experiments stand beside, as Python has it: trees that look at no vector, the most frequent sense, and random cuts in
place of the tail's. The fixture of `baseline-trees`, `baseline-scores`, `sense-accuracy`, `sense-items`, `control-draws` and of
the controls of the command and the page.

    python -m models.control_oracle        # rewrites src/measures/fixtures/controls.json
"""

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import scipy
import sklearn
from sklearn.metrics import accuracy_score, confusion_matrix

from models.experiment_oracle import float32, split
from models.geometry_oracle import iso_score
from models.oracle import contribution, mulberry32, zeroed

OUT = Path(__file__).parent.parent / "src/measures/fixtures/controls.json"
DRAWS = 20
RANDOM_TREES = 10

Spans = set[tuple[int, int]]


def inner(spans: Spans, words: int) -> Spans:
    return {(a, b) for a, b in spans if 1 < b - a < words}


def halves(a: int, b: int) -> Spans:
    middle = (a + b) // 2
    return {(a, b)} | (halves(a, middle) | halves(middle, b) if b - a > 1 else set())


def trees_of(words: int) -> dict[str, Spans]:
    return {
        "right": {(a, words) for a in range(1, words - 1)},
        "left": {(0, b) for b in range(2, words)},
        "balanced": inner(halves(0, words), words),
    }


def f1(found: Spans, gold: Spans) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 0.0


def chance(a: int, b: int, words: int) -> float:
    """That a random tree has a span: the gaps beside it are split before any within it."""
    within, beside = b - a - 1, (a > 0) + (b < words)
    return 1 / (within + 1) if beside == 1 else 2 / ((within + 1) * (within + 2))


def baselines() -> dict:
    random = np.random.default_rng(31)
    sentences = [
        (words, inner(split(random.integers(0, 4, size=words - 1).astype(float).tolist()), words))
        for words in (3, 4, 5, 8, 9, 13, 25, 25)
    ]
    scores = {
        kind: 100 * float(np.mean([f1(trees_of(words)[kind], gold) for words, gold in sentences]))
        for kind in ("right", "left", "balanced")
    }
    draw = mulberry32(7)
    drawn, trees = [], []
    for words, gold in sentences:
        for _ in range(RANDOM_TREES):
            tree = inner(split([next(draw) for _ in range(words - 1)]), words)
            trees.append(sorted(tree))
            drawn.append(f1(tree, gold))
    expected = [
        2 * sum(chance(a, b, words) for a, b in gold) / (words - 2 + len(gold)) for words, gold in sentences
    ]
    return {
        "seed": 7,
        "sentences": [{"words": words, "gold": sorted(gold)} for words, gold in sentences],
        "trees": [{kind: sorted(tree) for kind, tree in trees_of(words).items()} for words, _ in sentences],
        "randomTrees": trees,
        "scores": {**scores, "random": 100 * float(np.mean(drawn))},
        # of infinitely many random trees
        "randomExpected": 100 * float(np.mean(expected)),
    }


def senses() -> dict:
    """Items of three words, some with two right senses, and the labelled item that each was told by."""
    random = np.random.default_rng(32)
    lemmas = ["bank", "deck", "bolt"]
    train = [(lemma, f"{lemma}_{random.integers(3)}") for lemma in lemmas for _ in range(4)]
    test = []
    for i in range(40):
        lemma = lemmas[int(random.integers(3))]
        first, second = (f"{lemma}_{s}" for s in random.permutation(3)[:2])
        test.append((lemma, [first, second] if i % 5 == 0 else [first]))
    nearest = [int(random.choice([t for t, (l, _) in enumerate(train) if l == lemma])) for lemma, _ in test]
    told = [train[t][1] for t in nearest]
    # what an item has is the sense told, where that counts as right
    had = [as_told if as_told in right else right[0] for (_, right), as_told in zip(test, told)]
    words = []
    for lemma in lemmas:
        own = [i for i, (of, _) in enumerate(test) if of == lemma]
        labels = sorted({test[i][1][0] for i in own} | {told[i] for i in own})
        # of equally frequent ones the first
        most = Counter(test[i][1][0] for i in own).most_common(1)[0][0]
        words.append(
            {
                "lemma": lemma,
                "accuracy": float(accuracy_score([had[i] for i in own], [told[i] for i in own])),
                "majority": float(np.mean([most in test[i][1] for i in own])),
                "labels": labels,
                "confusion": confusion_matrix([had[i] for i in own], [told[i] for i in own], labels=labels).tolist(),
            }
        )
    shares = {
        key: {
            "macro": float(np.mean([word[key] for word in words])),
            "micro": float(np.average([word[key] for word in words], weights=[sum(map(sum, word["confusion"])) for word in words])),
        }
        for key in ("accuracy", "majority")
    }
    return {
        "train": [{"lemma": lemma, "senses": [sense]} for lemma, sense in train],
        "test": [{"lemma": lemma, "senses": right} for lemma, right in test],
        "nearest": nearest,
        "words": words,
        **shares,
    }


def drawn_cuts(dims: int, cut: list[int], seed: int) -> list[list[int]]:
    """As many other dimensions, 20 times: Floyd's algorithm on the generator that the page has."""
    random = mulberry32(seed)
    others = [d for d in range(dims) if d not in cut]
    size = min(len(others), max(1, len(cut)))
    draws = []
    for _ in range(DRAWS):
        chosen: set[int] = set()
        for last in range(len(others) - size, len(others)):
            candidate = int(next(random) * (last + 1))
            chosen.add(last if candidate in chosen else candidate)
        draws.append(sorted(others[i] for i in chosen))
    return draws


def figures(x: np.ndarray, starts: list[int], cut: list[int]) -> dict[str, float]:
    after = zeroed(x, cut)
    r = np.sqrt((after**2).mean(0))
    return {
        "anisotropy": float(np.sum(contribution(after, starts))),
        "isoScore": float(iso_score(after) or 0),
        "kurtosis": float((r**4).mean() / (r**2).mean() ** 2),
    }


def controls() -> list[dict]:
    random = np.random.default_rng(33)
    cases = []
    for cut, seed in (([4], 1), ([4, 1, 9], 5), ([], 3)):
        x = random.normal(size=(14, 12)) * np.linspace(0.4, 1.2, 12)
        x[:, 4] -= 9
        exact, data = float32(x)
        starts = [0, 3, 5, 9, 14]
        draws = drawn_cuts(12, cut, seed)
        each = [figures(exact, starts, drawn) for drawn in draws]
        cases.append(
            {
                "dims": 12,
                "data": data,
                "starts": starts,
                "cut": cut,
                "seed": seed,
                "draws": draws,
                "figures": {
                    key: {
                        "whole": figures(exact, starts, [])[key],
                        "cut": figures(exact, starts, cut)[key],
                        "mean": float(np.mean([one[key] for one in each])),
                        "low": min(one[key] for one in each),
                        "high": max(one[key] for one in each),
                    }
                    for key in ("anisotropy", "isoScore", "kurtosis")
                },
            }
        )
    return cases


def main() -> None:
    versions = {
        "python": sys.version.split()[0],
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
    }
    fixture = {
        "by": "python -m models.control_oracle",
        "versions": versions,
        "baselines": baselines(),
        "senses": senses(),
        "controls": controls(),
    }
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {versions}")


if __name__ == "__main__":
    main()
