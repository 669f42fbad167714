"""What a model makes of the held-out text: the loss at masked words, and the hidden states of whole text."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from transformers import BertForMaskedLM

from models import bert, corpus

# inputs, positions, segments [rows, length], chosen and targets [masked], of the batch of a number
Batches = Callable[[int], list[Tensor]]


def tensors(made: corpus.Batch, device: str) -> list[Tensor]:
    arrays = (made.inputs, made.positions, made.segments, made.chosen, made.targets)
    return [torch.from_numpy(array).to(device) for array in arrays]


@dataclass(frozen=True)
class WholeText:
    """Hidden states of text with nothing masked, padding left out."""

    states: list[np.ndarray]  # of layers 0..L, each [tokens, dims]
    sentence: np.ndarray  # [tokens], numbers the sequences
    ids: np.ndarray  # [tokens]


@torch.no_grad()
def masked_losses(model: BertForMaskedLM, batches: Batches, count: int) -> list[float]:
    """Mean cross-entropy in nats of each batch. Float32 whatever training uses."""
    losses = []
    for number in range(count):
        inputs, positions, segments, chosen, targets = batches(number)
        states = bert.hidden_states(model, inputs, positions, segments)
        losses.append(bert.masked_loss(model, states[-1], chosen, targets).item())
    return losses


@torch.no_grad()
def whole_text(model: BertForMaskedLM, batches: Batches, count: int) -> WholeText:
    """The tails are those of whole text: the masked words are put back."""
    kept, sentences, ids = [], [], []
    for number in range(count):
        inputs, positions, segments, chosen, targets = batches(number)
        whole = inputs.flatten().scatter(0, chosen, targets).view_as(inputs)
        states = bert.hidden_states(model, whole, positions, segments)
        real = segments >= 0
        row = torch.arange(len(inputs), device=inputs.device)[:, None] + len(inputs) * number
        sentences.append((row * 1000 + segments)[real].cpu().numpy())
        ids.append(whole[real].cpu().numpy())
        kept.append([state[real].cpu().numpy() for state in states])
    layers = [np.concatenate(part) for part in zip(*kept, strict=True)]
    return WholeText(layers, np.concatenate(sentences), np.concatenate(ids))
