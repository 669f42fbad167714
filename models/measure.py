"""What is measured of an exported model for its card: from the float16 weights as they were written, in
float32 arithmetic, on held-out text. The same text for every model of one corpus."""

import math

import numpy as np
from transformers import BertForMaskedLM

from models import corpus, heldout, tail_rule, tails
from models.tokenize import CLS, SEP

ROWS, LENGTH, SEED = 16, 128, 1
PERPLEXITY_BATCHES = 256  # about half the held-out million; training reports take 16
WHOLE_BATCHES = 32


def perplexity(losses: list[float]) -> dict:
    """exp of the mean loss, with a 95 % interval: every batch masks equally many, drawn independently."""
    mean, error = float(np.mean(losses)), float(np.std(losses, ddof=1) / math.sqrt(len(losses)))
    low, high = (round(math.exp(mean + side * 1.96 * error), 2) for side in (-1, 1))
    return {"heldOut": round(math.exp(mean), 2), "low": low, "high": high}


def kinds_of(ids: np.ndarray) -> np.ndarray:
    """Indices of tail_rule.KINDS."""
    return np.select([ids == CLS, ids == SEP], [1, 2], 0)


def cut_of(layers: list[np.ndarray], sentence: np.ndarray, dims: list[int]) -> dict:
    """The anisotropy by layer before and after dims are cut, and how far it falls on average over layers 1..L."""
    before = [tails.anisotropy(x, sentence) for x in layers]
    after = [tails.anisotropy_without(x, sentence, dims) for x in layers]
    fall = float(np.mean(np.subtract(before, after)[1:]))
    return {
        "dims": dims,
        "anisotropyBefore": [round(value, 4) for value in before],
        "anisotropyAfter": [round(value, 4) for value in after],
        "fall": round(fall, 4),
    }


def batches_of(text: corpus.Corpus, device: str = "cpu") -> heldout.Batches:
    """Batches of held-out text, the same for every model of one corpus however it was trained."""
    return lambda number: heldout.tensors(corpus.batch(text, ROWS, LENGTH, SEED, number, held_out=True), device)


def of_model(model: BertForMaskedLM, text: corpus.Corpus) -> dict:
    """Perplexity, tail table and what cutting the tails does, under the card's keys."""
    batches = batches_of(text)
    losses = heldout.masked_losses(model, batches, PERPLEXITY_BATCHES)
    masked = PERPLEXITY_BATCHES * len(batches(0)[3])
    whole = heldout.whole_text(model, batches, WHOLE_BATCHES)
    layers = [x.astype(np.float64) for x in whole.states]
    found = tail_rule.detect(layers, kinds_of(whole.ids))
    return {
        "perplexity": {
            **perplexity(losses),
            "of": f"masked word pieces, {corpus.MASKED_SHARE:.0%} masked".replace("%", " %"),
            "maskedPieces": masked,
            "weights": "float16 as shipped, computed in float32",
        },
        "measured": {
            "tokens": len(whole.ids),
            "sequences": len(np.unique(whole.sentence)),
            "of": "held-out text, nothing masked, special tokens included",
        },
        "layers": [tails.layer_statistics(x, whole.sentence) for x in layers],
        "tailRule": tail_rule.RULE,
        "tails": found,
        "cut": cut_of(layers, whole.sentence, sorted({tail["dim"] for tail in found if tail["scope"] == "all"})),
    }
