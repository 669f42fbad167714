"""Tiny random encoders, one of each architecture."""

from dataclasses import dataclass, replace

import torch
import transformers as hf

from models.fixtures.states import randomize
from models.fixtures.texts import PLAIN
from models.fixtures.wordpiece import MPNET_SPECIALS, make_wordpiece

LAYERS, DIMS, HEADS, WIDE, NARROW, POSITIONS = 2, 16, 2, 24, 12, 40
TOKENIZER = make_wordpiece(PLAIN[:2], lowercase=True)
MPNET_TOKENIZER = make_wordpiece(PLAIN[:2], lowercase=True, specials=MPNET_SPECIALS)
VOCABULARY = TOKENIZER.get_vocab_size()
SIZES = {
    "vocab_size": VOCABULARY,
    "hidden_size": DIMS,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "intermediate_size": WIDE,
    "max_position_embeddings": POSITIONS,
}
SHORT = {"dim": DIMS, "n_layers": LAYERS, "n_heads": HEADS, "hidden_dim": WIDE, "max_position_embeddings": POSITIONS}


@dataclass(frozen=True)
class Network:
    model: type[hf.PreTrainedModel]
    config: type[hf.PreTrainedConfig]
    settings: dict
    token_types: int = 2
    first_position: int = 0
    head: bool = False
    """Whether the masked-word head is exported, too."""
    kinds: tuple[str, ...] = ("eager", "sdpa")
    """The kinds of attention that transformers has of it."""

    def make(self, attention: str, seed: int) -> hf.PreTrainedModel:
        """The network with its head; its weights are the same whatever the kind of attention."""
        torch.manual_seed(seed)
        model = self.model(self.config(**self.settings, attn_implementation=attention)).eval()
        randomize(model)
        return model

    def inputs(self) -> list[str]:
        return ["input_ids", "attention_mask", *(["token_type_ids"] if self.token_types > 1 else [])]


BERT = Network(hf.BertForMaskedLM, hf.BertConfig, SIZES)
ROBERTA = Network(
    hf.RobertaForMaskedLM, hf.RobertaConfig, {**SIZES, "type_vocab_size": 1}, token_types=1, first_position=2
)
DISTILBERT = Network(
    hf.DistilBertForMaskedLM, hf.DistilBertConfig, {"vocab_size": VOCABULARY, **SHORT}, token_types=0
)
# a network's place is its seed, so new ones come last
NETWORKS = {
    "bert": BERT,
    "bert-mlm": replace(BERT, head=True),
    "roberta": ROBERTA,
    "distilbert": DISTILBERT,
    "electra": Network(hf.ElectraForMaskedLM, hf.ElectraConfig, {**SIZES, "embedding_size": NARROW}),
    "mpnet": Network(
        hf.MPNetForMaskedLM, hf.MPNetConfig, SIZES, token_types=0, first_position=2, kinds=("eager",)
    ),
    "albert": Network(hf.AlbertForMaskedLM, hf.AlbertConfig, {**SIZES, "embedding_size": NARROW}),
    "roberta-mlm": replace(ROBERTA, head=True),
    "distilbert-mlm": replace(DISTILBERT, head=True),
}


def refused() -> dict[str, hf.PreTrainedModel]:
    """Models that have normalizations and attention and are no encoders of this kind."""
    torch.manual_seed(1)
    plain = {"vocab_size": VOCABULARY, "use_cache": False, "attn_implementation": "eager"}
    sizes = {"n_positions": POSITIONS, "n_embd": DIMS, "n_layer": LAYERS, "n_head": HEADS, "n_inner": WIDE}
    side = {"layers": 1, "attention_heads": HEADS, "ffn_dim": WIDE}
    sides = {f"{name}_{key}": value for name in ("encoder", "decoder") for key, value in side.items()}
    bart = hf.BartConfig(**plain, d_model=DIMS, max_position_embeddings=POSITIONS, **sides)
    return {"gpt2": hf.GPT2Model(hf.GPT2Config(**plain, **sizes)), "bart": hf.BartModel(bart)}
