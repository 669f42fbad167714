"""What NumPy and SciPy say of the geometry of small inputs.

    python -m models.geometry_oracle        # rewrites src/measures/fixtures/geometry.json

IsoScore by its published steps, components from all eigenvectors, quantiles and bins by NumPy, and the bootstrap
over sentences as a distribution, by 40,000 resamples and by SciPy.
"""

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from scipy.stats import bootstrap

from models.oracle import kernel, of_resample, zeroed

OUT = Path(__file__).parent.parent / "src/measures/fixtures/geometry.json"
RESAMPLES = 40_000
BINS = 40


def iso_score(x: np.ndarray) -> float | None:
    """Rudman et al. 2022, step by step."""
    n = x.shape[1]
    if n < 2 or np.ptp(x, axis=0).max() == 0:
        return None
    variances = np.linalg.eigvalsh(np.cov(x.T, bias=True))
    normalized = np.sqrt(n) * variances / np.linalg.norm(variances)
    defect = np.linalg.norm(normalized - 1) / np.sqrt(2 * (n - np.sqrt(n)))
    phi = (n - defect**2 * (n - np.sqrt(n))) ** 2 / n**2
    return float((n * phi - 1) / (n - 1))


def components(x: np.ndarray) -> dict:
    values, vectors = np.linalg.eigh(np.cov(x.T, bias=True))
    top = vectors[:, ::-1][:, :2]
    top = top * np.sign(top[np.abs(top).argmax(0), [0, 1]])
    centred = x - x.mean(0)
    return {
        "variances": values[::-1][:2].tolist(),
        "total": float(values.sum()),
        "vectors": top.T.tolist(),
        "places": (centred @ top).tolist(),
    }


def spread(cosines: np.ndarray, weights: np.ndarray) -> dict:
    shares, _ = np.histogram(cosines, np.linspace(-1, 1, BINS + 1), weights=weights)
    quantiles = np.quantile(cosines, [0.05, 0.5, 0.95], method="inverted_cdf", weights=weights)
    return {
        "cosines": cosines.tolist(),
        "weights": weights.tolist(),
        "mean": float(np.average(cosines, weights=weights)),
        "quantiles": quantiles.tolist(),
        "shares": shares.tolist(),
    }


def resampled(x: np.ndarray, starts: list[int], random: np.random.Generator) -> dict:
    pairs = kernel(x, starts)
    size = len(pairs)
    values = np.array([of_resample(pairs, random.integers(size, size=size)) for _ in range(RESAMPLES)])
    by_scipy = bootstrap(
        (np.arange(size),),
        lambda drawn: of_resample(pairs, drawn.astype(int)),
        vectorized=False,
        method="percentile",
        n_resamples=RESAMPLES // 4,
        random_state=random,
    ).confidence_interval
    return {
        "starts": starts,
        "mean": float(values.mean()),
        "sd": float(values.std()),
        "deciles": np.quantile(values, np.arange(1, 10) / 10).tolist(),
        "interval": np.quantile(values, [0.025, 0.975]).tolist(),
        "scipy": [float(by_scipy.low), float(by_scipy.high)],
    }


def case(name: str, x: np.ndarray, cut: list[int]) -> dict:
    x = x.round(3).astype(np.float32)
    exact = x.astype(np.float64)
    left = zeroed(exact, cut)
    return {
        "name": name,
        "dims": x.shape[1],
        "data": [float(str(v)) for v in x.ravel()],
        "cut": cut,
        "isoScore": iso_score(exact),
        "cutIsoScore": iso_score(left),
        "components": components(exact) if x.shape[1] > 1 else None,
        "cutComponents": components(left) if x.shape[1] > 1 else None,
    }


def main() -> None:
    random = np.random.default_rng(11)
    scales = np.array([9, 5, 2, 1, 0.6, 0.4, 0.3, 0.2])
    tail = random.normal(size=(40, 8)) * scales + np.array([0, 0, 0, -12, 0, 0, 0, 0])
    starts = [0, *np.cumsum(random.integers(1, 5, size=24)).tolist()]
    words = random.normal(size=(starts[-1], 6)) + np.array([1.5, 0, 0, 0, 0, -2])
    fixture = {
        "by": "python -m models.geometry_oracle",
        "versions": {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__},
        "cases": [
            case("a tail among uneven dimensions", tail, [0]),
            case("even in all directions", random.normal(size=(300, 5)), [2]),
            case("on a line", np.outer(random.normal(size=12), [1, 2, -1]), [1]),
            case("constant vectors", np.full((6, 4), 0.1), [0]),
            case("one vector", random.normal(size=(1, 4)), [0]),
            case("one dimension", random.normal(size=(5, 1)), []),
        ],
        "spreads": [
            spread(random.uniform(-1, 1, 199), np.full(199, 1 / 199)),
            spread(random.beta(5, 2, 60) * 2 - 1, random.dirichlet(np.ones(60))),
        ],
        "bootstrap": {
            "dims": 6,
            "data": [float(str(v)) for v in words.round(3).astype(np.float32).ravel()],
            **resampled(words.round(3).astype(np.float32).astype(np.float64), starts, random),
        },
    }
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {fixture['versions']}")


if __name__ == "__main__":
    main()
