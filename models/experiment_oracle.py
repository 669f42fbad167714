"""What NumPy, SciPy, scikit-learn, PyTorch and NLTK say of the experiments' measures on small inputs: the fixture
that they are tested against.

    python -m models.experiment_oracle        # rewrites src/measures/fixtures/experiments.json

Everything is computed the plain way from its definition (docs/measures.md).
"""

import json
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import scipy

from models.oracle import cosine

OUT = Path(__file__).parent.parent / "src/measures/fixtures/experiments.json"


def float32(values: np.ndarray) -> tuple[np.ndarray, list[float]]:
    """Rounded, so that the file is small; float32, as hidden states are; float64 from there on."""
    single = values.round(3).astype(np.float32)
    return single.astype(np.float64), [float(str(value)) for value in single.ravel()]


def self_similarity() -> list[dict]:
    """Mean cosine over all pairs of each group's vectors; a zero vector has cosine 0 with every other."""
    random = np.random.default_rng(3)
    cases = []
    for sizes, zero in (([2, 5, 3], False), ([4, 1, 2], True)):
        vectors = random.normal(size=(2, sum(sizes), 6)) + [0, 0, 2, 0, 0, 0]
        if zero:
            vectors[0, 1] = 0
        exact, data = float32(vectors)
        groups = np.repeat(np.arange(len(sizes)), sizes)
        means = [
            [
                float(np.mean([cosine(layer[i], layer[j]) for i, j in combinations(np.flatnonzero(groups == g), 2)]))
                if size > 1
                else None
                for g, size in enumerate(sizes)
            ]
            for layer in exact
        ]
        cases.append({"groups": groups.tolist(), "layers": 2, "dims": 6, "data": data, "means": means})
    return cases


def main() -> None:
    versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__}
    fixture = {"by": "python -m models.experiment_oracle", "versions": versions, "selfSimilarity": self_similarity()}
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {versions}")


if __name__ == "__main__":
    main()
