"""The model: transformers' BertForMaskedLM, run by a forward pass of our own on packed rows."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertConfig, BertForMaskedLM
from transformers.utils import logging

from models.tokenize import PAD, VOCABULARY_SIZE

MAX_POSITIONS = 128

logging.disable_progress_bar()  # a model here is read in a blink


def config(layers: int, dims: int, heads: int) -> BertConfig:
    """Post-LayerNorm BERT without dropout (the corpus is read about once: nothing to overfit)."""
    return BertConfig(
        vocab_size=VOCABULARY_SIZE,
        hidden_size=dims,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=4 * dims,
        max_position_embeddings=MAX_POSITIONS,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        pad_token_id=PAD,
    )


def create(settings: BertConfig, seed: int, with_positions: bool) -> BertForMaskedLM:
    """A fresh model. Without positions it draws the very same initial weights, then zeroes and
    freezes the position table: transformers reads it and adds nothing."""
    torch.manual_seed(seed)
    model = BertForMaskedLM(settings)
    if not with_positions:
        _without_positions(model)
    return model


def read(folder: Path, with_positions: bool) -> BertForMaskedLM:
    """An exported model in float32, ready to be trained on or measured."""
    model = BertForMaskedLM.from_pretrained(folder, dtype=torch.float32)
    if not with_positions:
        _without_positions(model)
    return model


def _without_positions(model: BertForMaskedLM) -> None:
    table = model.bert.embeddings.position_embeddings.weight
    table.data.zero_()
    table.requires_grad_(False)


def hidden_states(model: BertForMaskedLM, inputs: Tensor, positions: Tensor, segments: Tensor) -> list[Tensor]:
    """Hidden states [rows, length, dims] of layers 0..L. Tokens attend within their own segment."""
    heads = model.config.num_attention_heads
    rows, length = inputs.shape
    apart = (segments[:, None, :, None] != segments[:, None, None, :])
    bias = torch.zeros(apart.shape, device=inputs.device).masked_fill_(apart, -1e4)
    embeddings = model.bert.embeddings
    x = embeddings.word_embeddings(inputs) + embeddings.token_type_embeddings.weight[0]
    x = embeddings.LayerNorm(x + embeddings.position_embeddings(positions))
    states = [x]

    def split(y: Tensor) -> Tensor:
        return y.view(rows, length, heads, -1).transpose(1, 2)

    for layer in model.bert.encoder.layer:
        own, out = layer.attention.self, layer.attention.output
        # spelled out: on a CPU the fused kernel's backward pass takes a fifth of the step
        query, key, value = split(own.query(x)), split(own.key(x)), split(own.value(x))
        scores = query @ key.transpose(2, 3) * query.shape[-1] ** -0.5
        attended = F.softmax(scores + bias, dim=-1) @ value
        x = out.LayerNorm(out.dense(attended.transpose(1, 2).reshape(rows, length, -1)) + x)
        inner = F.gelu(layer.intermediate.dense(x))
        x = layer.output.LayerNorm(layer.output.dense(inner) + x)
        states.append(x)
    return states


def masked_loss(model: BertForMaskedLM, last: Tensor, chosen: Tensor, targets: Tensor) -> Tensor:
    """Mean cross-entropy in nats at the masked positions; logits exist nowhere else."""
    logits = model.cls(last.flatten(0, 1)[chosen])
    return nn.functional.cross_entropy(logits.float(), targets)
