"""What SciPy's ranks and NumPy say of vectors and tables of weights: the fixture of `standing`, `row-standings`, `row-fold`,
`column-means` and `origins`.

    python -m models.weight_oracle        # rewrites src/measures/fixtures/weights.json
"""

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from scipy.stats import rankdata

from models.experiment_oracle import float32
from models.oracle import z_of

OUT = Path(__file__).parent.parent / "src/measures/fixtures/weights.json"
OUT_OF_LINE = 3


def best_rank(values: np.ndarray) -> np.ndarray:
    """From 1 for the smallest; equal values share the better rank."""
    return rankdata(values, method="min").astype(int)


def standings(vector: np.ndarray) -> list[dict]:
    ranks, largest, smallest = best_rank(-np.abs(vector)), best_rank(-vector), best_rank(vector)
    return [
        {
            "dim": dim,
            "value": float(value),
            "z": float(z_of(vector)[dim]),
            "rank": int(ranks[dim]),
            "fromLargest": int(largest[dim]),
            "fromSmallest": int(smallest[dim]),
        }
        for dim, value in enumerate(vector)
    ]


def vectors() -> list[dict]:
    random = np.random.default_rng(21)
    tail = random.normal(size=24) * 0.2
    tail[[5, 17]] = [-4, 3]
    cases = [tail, random.integers(-3, 4, size=15).astype(float), np.full(6, 0.5), np.zeros(4)]
    found = []
    for values in cases:
        exact, data = float32(values)
        # a stable sort: of equals the first dimension
        order = np.argsort(-np.abs(exact), kind="stable")[:5].tolist()
        found.append({"data": data, "standings": standings(exact), "largestMagnitudes": order})
    return found


def tables() -> list[dict]:
    """Whole numbers make ties; each row's ranks by SciPy, its spread from the sorted row."""
    random = np.random.default_rng(22)
    cases = []
    for rows, dims, whole in ((7, 9, False), (12, 21, False), (10, 6, True)):
        values = random.integers(-3, 4, size=(rows, dims)).astype(float) if whole else random.normal(size=(rows, dims))
        exact, data = float32(values)
        ranks = np.array([best_rank(-np.abs(row)) for row in exact])
        smallest, largest = (np.bincount(at, minlength=dims) / rows for at in (exact.argmin(1), exact.argmax(1)))
        places = [int(np.floor(share * (dims - 1) + 0.5)) for share in (0, 0.05, 0.5, 0.95, 1)]
        cases.append(
            {
                "dims": dims,
                "data": data,
                "ranks": ranks.tolist(),
                "spread": np.sort(exact, axis=1)[:, places].tolist(),
                "smallest": smallest.tolist(),
                "largest": largest.tolist(),
                "meanRank": ranks.mean(0).tolist(),
                "mean": exact.mean(0).tolist(),
            }
        )
    return cases


def origins() -> list[dict]:
    """LayerNorms of which some have a dimension out of line, and position embeddings whose mean has one or not."""
    random = np.random.default_rng(23)
    cases = []
    for norms, rows in ((6, 11), (5, None), (0, 8)):
        dims = 40
        gammas, betas = (random.normal(size=(norms, dims)) * 0.1 + shift for shift in (1, 0))
        gammas[: norms - 1, 7] += 3
        betas[1:, 7] -= 2
        betas[:2, 20] += 1.5
        table = None if rows is None else random.normal(size=(rows, dims)) * 0.1 + np.where(np.arange(dims) == 31, 1.2, 0)
        (gammas, gamma_data), (betas, beta_data) = float32(gammas), float32(betas)
        counted = [sum((np.abs(z_of(vector)) >= OUT_OF_LINE).astype(int) for vector in of) for of in (gammas, betas)]
        in_gammas, in_betas = (count if norms else np.zeros(dims, int) for count in counted)
        case = {"dims": dims, "gammas": gamma_data, "betas": beta_data, "table": None}
        far = np.zeros(dims)
        if table is not None:
            table, case["table"] = float32(table)
            # a mean is float32 where it is shown
            far = z_of(table.mean(0).astype(np.float32).astype(np.float64))
        score = in_gammas + in_betas
        named = [dim for dim in range(dims) if score[dim] > 0 or abs(far[dim]) >= OUT_OF_LINE]
        named.sort(key=lambda dim: (-score[dim], -abs(far[dim])))
        case["origins"] = [
            {
                "dim": dim,
                "gammas": int(in_gammas[dim]),
                "betas": int(in_betas[dim]),
                "position": None if table is None else float(far[dim]),
            }
            for dim in named[:6]
        ]
        cases.append(case)
    return cases


def main() -> None:
    versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__}
    fixture = {
        "by": "python -m models.weight_oracle",
        "versions": versions,
        "vectors": vectors(),
        "tables": tables(),
        "origins": origins(),
    }
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {versions}")


if __name__ == "__main__":
    main()
