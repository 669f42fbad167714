"""The tails of a model by the rule of docs/measures.md, as src/measures/detect-tails.ts finds them."""

from dataclasses import dataclass

import numpy as np

from models.tails import z_of

# as in src/measures/tail-rule.ts
RULE = {"share": 0.5, "z": 8, "layers": 0.5, "specialShare": 0.9, "vectors": 8, "specialVectors": 4}
KINDS = ("word", "first", "last")


@dataclass(frozen=True)
class Side:
    """What the rule looks at, on one side: [layers + 1, dims], by kind [kinds, layers + 1, dims]."""

    name: str
    share: np.ndarray
    by_kind: np.ndarray
    z: np.ndarray  # of the mean
    outwards: np.ndarray  # z, positive towards this side
    counted: np.ndarray  # vectors of each kind


def sides(states: list[np.ndarray], kinds: np.ndarray) -> list[Side]:
    """states: of layers 0..L, each [tokens, dims]; kinds [tokens], indices of KINDS."""
    dims = states[0].shape[1]
    counted = np.bincount(kinds, minlength=len(KINDS))
    z = np.array([z_of(x.astype(np.float64).mean(0)) for x in states])

    def side(name: str, sign: int, where: list[np.ndarray]) -> Side:
        counts = np.array(
            [[np.bincount(at[kinds == kind], minlength=dims) for at in where] for kind in range(len(KINDS))]
        )
        by_kind = counts / np.maximum(counted, 1)[:, None, None]
        return Side(name, counts.sum(0) / max(1, len(kinds)), by_kind, z, sign * z, counted)

    return [
        side("min", -1, [x.argmin(1) for x in states]),
        side("max", 1, [x.argmax(1) for x in states]),
    ]


def passing(excess: np.ndarray, rule: dict) -> list[int]:
    """Layers over the threshold, or none when they are too few of the network's own layers 1..L."""
    layers = [layer for layer, times in enumerate(excess) if times >= 1]
    own = sum(layer > 0 for layer in layers)
    return layers if own > 0 and own >= rule["layers"] * (len(excess) - 1) else []


def tail_over_all(side: Side, dim: int, rule: dict) -> dict | None:
    if side.counted.sum() < rule["vectors"]:
        return None
    excess = np.maximum(side.share[:, dim] / rule["share"], side.outwards[:, dim] / rule["z"])
    layers = passing(excess, rule)
    if not layers:
        return None
    carried = side.by_kind[:, layers, dim].mean(1) >= rule["share"]
    carriers = [kind for kind, often in zip(KINDS, carried, strict=True) if often]
    return {"scope": "all", "layers": layers, "carriers": carriers, "strength": float(excess[1:].mean())}


def tail_of_specials(side: Side, dim: int, rule: dict) -> dict | None:
    own = []
    for k in (1, 2):
        excess = side.by_kind[k, :, dim] / rule["specialShare"]
        layers = passing(excess, rule) if side.counted[k] >= rule["specialVectors"] else []
        if layers:
            own.append((KINDS[k], layers, float(excess[1:].mean())))
    if not own:
        return None
    return {
        "scope": "special",
        "layers": sorted({layer for _, layers, _ in own for layer in layers}),
        "carriers": [kind for kind, _, _ in own],
        "strength": max(strength for _, _, strength in own),
    }


def detect(states: list[np.ndarray], kinds: np.ndarray, rule: dict = RULE) -> list[dict]:
    """Tails over all vectors, strongest first, then those that only special tokens carry."""
    found = []
    for side in sides(states, kinds):
        for dim in range(side.share.shape[1]):
            tail = tail_over_all(side, dim, rule) or tail_of_specials(side, dim, rule)
            if tail is None:
                continue
            share, z = (np.round(values[:, dim], 4).tolist() for values in (side.share, side.z))
            found.append({"dim": dim, "side": side.name, **tail, "share": share, "z": z})
    found.sort(key=lambda tail: (tail["scope"] == "special", -tail["strength"]))
    return [{**tail, "strength": round(tail["strength"], 3)} for tail in found]
