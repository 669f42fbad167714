"""Tail statistics of a model on held-out text, layer by layer (definitions: docs/measures.md)."""

import numpy as np
import torch
from transformers import BertForMaskedLM


def largest(counts: np.ndarray) -> dict:
    dim = int(counts.argmax())
    return {"dim": dim, "share": round(float(counts[dim] / counts.sum()), 4)}


def z_of(mean: np.ndarray) -> np.ndarray:
    """z of each dimension's mean among all, zeros where all are alike."""
    # not by the standard deviation, which rounding leaves above zero
    return (mean - mean.mean()) / mean.std(ddof=1) if np.ptp(mean) else np.zeros_like(mean)


def anisotropy(x: np.ndarray, sentence: np.ndarray) -> float:
    """Expected cosine of two tokens of different sequences; x [tokens, dims], sentence [tokens]."""
    norms = np.linalg.norm(x, axis=1, keepdims=True)
    unit = np.divide(x, norms, out=np.zeros_like(x), where=norms > 0)
    numbers, where = np.unique(sentence, return_inverse=True)
    means = np.zeros((len(numbers), x.shape[1]))
    np.add.at(means, where, unit)
    means /= np.bincount(where)[:, None]
    count = len(numbers)
    total = means.sum(0)
    return float((total @ total - (means**2).sum()) / (count * (count - 1)))


def anisotropy_without(x: np.ndarray, sentence: np.ndarray, dims: list[int]) -> float:
    """The same with dimensions cut: set to zero in every vector."""
    cut = x.copy()
    cut[:, dims] = 0
    return anisotropy(cut, sentence)


def layer_statistics(x: np.ndarray, sentence: np.ndarray) -> dict:
    """Statistics of one layer's vectors x [tokens, dims]; sentence [tokens] numbers their sequences."""
    dims = x.shape[1]
    mean = x.mean(0)
    z = z_of(mean)
    dim = int(np.abs(z).argmax())
    square = (x**2).mean(0)  # r_d^2
    return {
        "argmin": largest(np.bincount(x.argmin(1), minlength=dims)),
        "argmax": largest(np.bincount(x.argmax(1), minlength=dims)),
        "z": {"dim": dim, "z": round(float(z[dim]), 3), "mean": round(float(mean[dim]), 4)},
        "kurtosis": round(float((square**2).mean() / square.mean() ** 2), 3),
        "anisotropy": round(anisotropy(x, sentence), 4),
    }


def norm_extremes(model: BertForMaskedLM) -> list[dict]:
    """Largest |gamma| and |beta| of every LayerNorm and the dimension that holds it."""
    rows = []
    for name, module in model.bert.named_modules():
        if not isinstance(module, torch.nn.LayerNorm):
            continue
        row: dict = {"norm": name}
        for key, vector in (("gamma", module.weight.detach()), ("beta", module.bias.detach())):
            dim = int(vector.abs().argmax())
            row[key] = {"dim": dim, "value": round(float(vector[dim]), 4)}
        rows.append(row)
    return rows
