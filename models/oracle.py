"""What NumPy and SciPy say of small inputs: the fixture that the measures are tested against.

    python -m models.oracle        # rewrites src/measures/fixtures/oracle.json

Everything is computed the plain way from its definition (docs/measures.md): expectations by
visiting every pair, cuts by zeroing the vectors.
"""

import json
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import scipy
from scipy.spatial.distance import cosine as cosine_distance
from scipy.stats import moment, zscore

OUT = Path(__file__).parent.parent / "src/measures/fixtures/oracle.json"
KINDS = 3  # word, first, last
BINS = 128
RULE = {"share": 0.5, "z": 2.0, "layers": 0.5, "specialShare": 0.9, "vectors": 8, "specialVectors": 4}


def cosine(x: np.ndarray, y: np.ndarray) -> float:
    return 0.0 if not x.any() or not y.any() else 1.0 - float(cosine_distance(x, y))


def zeroed(x: np.ndarray, cut: list[int]) -> np.ndarray:
    y = x.copy()
    y[..., cut] = 0
    return y


def unit(x: np.ndarray) -> np.ndarray:
    norm = np.linalg.norm(x)
    return x / norm if norm else x


def contribution(x: np.ndarray, starts: list[int]) -> list[float] | None:
    """x [tokens, dims]: every two sentences weigh alike, and so does every pair of their tokens."""
    spans = [np.array([unit(v) for v in x[a:b]]) for a, b in zip(starts, starts[1:]) if b > a]
    pairs = list(combinations(spans, 2))
    if not pairs:
        return None
    return np.mean([np.mean([u * v for u in s for v in t], axis=0) for s, t in pairs], axis=0).tolist()


def differences(x: np.ndarray, y: np.ndarray) -> dict[str, float]:
    apart = np.abs(x - y)
    cosines = [cosine(u, v) for u, v in zip(x, y, strict=True)]
    return {
        "largest": float(apart.max()),
        "mean": float(apart.mean()),
        "cosine": float(np.mean(cosines)),
        "lowestCosine": min(cosines),
    }


def direction(x: np.ndarray, starts: list[int]) -> list[float]:
    spans = [np.array([unit(v) for v in x[a:b]]) for a, b in zip(starts, starts[1:]) if b > a]
    return np.mean([span.mean(0) for span in spans], axis=0).tolist()


def mulberry32(seed: int):
    """The generator of src/core/random.ts, so that both draw the same."""
    state = seed
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & 0xFFFFFFFF
        yield (mixed ^ (mixed >> 14)) / 2**32


def kernel(x: np.ndarray, starts: list[int]) -> np.ndarray:
    """Mean cosine of the tokens of every two sentences, [sentences, sentences]."""
    spans = [np.array([unit(v) for v in x[a:b]]) for a, b in zip(starts, starts[1:]) if b > a]
    return np.array([[np.mean([u @ v for u in s for v in t]) for t in spans] for s in spans])


def of_resample(pairs: np.ndarray, drawn: np.ndarray) -> float:
    """The mean over pairs of drawn sentences, those of one sentence with its own copy left out."""
    different = drawn[:, None] != drawn[None, :]
    return float(pairs[np.ix_(drawn, drawn)][different].mean()) if different.any() else float("nan")


def interval(x: np.ndarray, starts: list[int]) -> list[float] | None:
    """95 % of the anisotropy by the bootstrap over sentences, 1,000 resamples of seed 1."""
    pairs = kernel(x, starts)
    if len(pairs) < 3:
        return None
    random = mulberry32(1)
    draws = [np.array([int(next(random) * len(pairs)) for _ in pairs]) for _ in range(1000)]
    return np.nanquantile([of_resample(pairs, drawn) for drawn in draws], [0.025, 0.975]).tolist()


def counts(where: np.ndarray, kinds: np.ndarray, dims: int) -> list[list[int]]:
    return [np.bincount(where[kinds == k], minlength=dims).tolist() for k in range(KINDS)]


def left_over(x: np.ndarray, cut: list[int], sign: int) -> dict:
    """Minima (sign 1) or maxima (-1) among the dimensions left; vectors whose two extremes are both cut stand apart."""
    order = np.argsort(sign * x, axis=1, kind="stable")
    deeper = np.isin(order[:, :2], cut).all(1) & bool(cut)
    where = np.delete(np.arange(x.shape[1]), cut)[np.delete(sign * x, cut, axis=1).argmin(1)]
    return {"counts": np.bincount(where[~deeper], minlength=x.shape[1]).tolist(), "beyond": int(deeper.sum())}


def z_of(mean: np.ndarray) -> np.ndarray:
    return np.zeros_like(mean) if np.ptp(mean) == 0 else zscore(mean, ddof=1)


def histogram(x: np.ndarray) -> dict:
    width = 2.0**-24
    while np.abs(x).max() >= 64 * width:
        width *= 2
    edges = (np.arange(BINS + 1) - BINS / 2) * width
    table = np.array([np.histogram(column, edges)[0] for column in x.T])
    others = np.delete(table, 0, axis=0)
    return {
        "width": width,
        # [dim, bin, count] of what is not zero
        "counts": [[int(d), int(b), int(table[d, b])] for d, b in np.argwhere(table)],
        "envelopeWithout0": np.quantile(others, [0.1, 0.5, 0.9], axis=0).tolist(),
    }


def layer_of(x: np.ndarray, kinds: np.ndarray, starts: list[int], cut: list[int]) -> dict:
    square = (x**2).mean(0)
    r = np.sqrt(square)
    energy = moment(r, order=2, center=0)
    pairs = list(combinations(range(len(x)), 2))
    after = zeroed(x, cut)
    return {
        "minima": counts(x.argmin(1), kinds, x.shape[1]),
        "maxima": counts(x.argmax(1), kinds, x.shape[1]),
        "minimaLeft": left_over(x, cut, 1),
        "maximaLeft": left_over(x, cut, -1),
        "direction": direction(x, starts),
        "mean": x.mean(0).tolist(),
        "square": square.tolist(),
        "z": z_of(x.mean(0)).tolist(),
        "kurtosis": float(moment(r, order=4, center=0) / energy**2) if energy else 1.0,
        "contribution": contribution(x, starts),
        "cutContribution": contribution(after, starts),
        "interval": interval(x, starts),
        "histogram": histogram(x),
        "fromReversed": differences(x, x[:, ::-1]),
        "pairs": pairs if len(pairs) <= 36 else [],
        "cosines": [cosine(x[i], x[j]) for i, j in pairs] if len(pairs) <= 36 else [],
        "cutCosines": [cosine(after[i], after[j]) for i, j in pairs] if len(pairs) <= 36 else [],
    }


def tails_of(states: np.ndarray, kinds: np.ndarray) -> list[dict]:
    """Dimensions that are tails over all vectors by RULE, in no particular order."""
    layers, tokens, dims = states.shape
    found = []
    for side, sign, where in (("min", -1, states.argmin(2)), ("max", 1, states.argmax(2))):
        for d in range(dims):
            z = [sign * z_of(states[l].mean(0))[d] for l in range(layers)]
            share = [float((where[l] == d).mean()) for l in range(layers)]
            at = [l for l in range(layers) if share[l] >= RULE["share"] or z[l] >= RULE["z"]]
            if tokens >= RULE["vectors"] and sum(l > 0 for l in at) >= RULE["layers"] * (layers - 1):
                found.append({"dim": d, "side": side, "layers": at})
    return found


def case(name: str, states: np.ndarray, starts: list[int], kinds: list[int], cut: list[int]) -> dict:
    # Rounded, so that the file is small; float32, as hidden states are; float64 from there on.
    states = states.round(3).astype(np.float32)
    exact = states.astype(np.float64)
    kind = np.array(kinds)
    return {
        "name": name,
        "layers": states.shape[0],
        "tokens": states.shape[1],
        "dims": states.shape[2],
        "starts": starts,
        "kinds": kinds,
        "cut": cut,
        "data": [float(str(v)) for v in states.ravel()],
        "byLayer": [layer_of(exact[l], kind, starts, cut) for l in range(states.shape[0])],
        "tails": tails_of(exact, kind),
    }


def cases() -> list[dict]:
    random = np.random.default_rng(7)
    plain = random.normal(size=(3, 8, 6))
    tail = random.normal(size=(3, 9, 8)) * 0.3
    tail[1:, :, 5] -= 20
    whole = random.integers(-2, 3, size=(2, 9, 5)).astype(float)  # many ties, zeros, bin edges
    zero = random.normal(size=(2, 5, 4))
    zero[:, 1] = 0
    zero[1] = 0
    only = np.zeros((2, 4, 4))
    only[:, :, 2] = random.normal(size=(2, 4))  # nothing left after the cut
    corpus = random.normal(size=(4, 36, 8)) * 0.5
    corpus[2:, ::2, 3] -= 6
    corpus[:, ::4, 6] += 9
    starts = list(range(0, 37, 4))
    return [
        case("plain", plain, [0, 3, 4, 8], [1, 0, 2, 1, 1, 0, 0, 2], [0]),
        case("a tail", tail, [0, 4, 7, 9], [1, 0, 0, 2, 1, 0, 2, 1, 2], [5]),
        case("ties and edges", whole, [0, 2, 2, 6, 9], [1, 2, 1, 0, 0, 2, 1, 0, 2], [1, 3]),
        case("zero vectors", zero, [0, 2, 5], [1, 0, 1, 0, 2], [2]),
        case("nothing left", only, [0, 2, 4], [0, 0, 0, 0], [2]),
        case("constant vectors", np.full((2, 4, 5), 0.1), [0, 2, 4], [1, 2, 1, 2], [0]),
        case("one token", random.normal(size=(2, 1, 5)), [0, 1], [0], [4]),
        case("one sentence", random.normal(size=(2, 4, 5)), [0, 4], [1, 0, 0, 2], []),
        case("tails of a corpus", corpus, starts, [1, 0, 0, 2] * 9, [3]),
    ]


def main() -> None:
    versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__}
    fixture = {"by": "python -m models.oracle", "versions": versions, "rule": RULE, "cases": cases()}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {versions}")


if __name__ == "__main__":
    main()
