"""Write the fixtures of the unit tests: tiny random checkpoints and tokenizers, with what PyTorch and
Hugging Face's own tokenizers make of them.

    python -m models.fixtures

Writes src/graph/fixtures/bert-*/ (config.json, model.safetensors, tokenizer.json, and the reference
values in reference.safetensors) and src/text/fixtures/ (tokenizer.json and ids for each tokenizer).
Every reference file names the versions that made it. The same versions write the same bytes.
"""

import json
from collections.abc import Callable
from pathlib import Path

import safetensors
import safetensors.torch
import tokenizers
import torch
import transformers
from tokenizers import Tokenizer
from tokenizers.decoders import WordPiece as WordPieceDecoder
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from torch import Tensor
from transformers import BertConfig, BertForMaskedLM, BertModel

SOURCES = Path(__file__).resolve().parent.parent / "src"
VERSIONS = {
    "torch": torch.__version__,
    "transformers": transformers.__version__,
    "safetensors": safetensors.__version__,
    "tokenizers": tokenizers.__version__,
}
DIMS, LAYERS = 32, 2
LENGTHS = (11, 6, 2)  # of the reference batch's rows; the rest is padding
SHIFT = 3
SPECIALS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")

PLAIN = """
The lighthouse keeper painted the door blue and waited for the ferry.
Seven unbelievably fluffy cats were sleeping underneath the wheelbarrow.
Nobody remembers who planted the pear trees along the canal.
Rebuilding the bridge took longer than anybody had expected it to take.
"Don't," she whispered, "the baker's dog isn't friendly (yet)."
The unexpected rainfall flooded the disused underground railway stations.
Painting, repainting and unpainting: three words for a painter's morning.
""".strip().splitlines()

# one line for each thing that a tokenizer can get wrong
ADVERSARIAL = [
    "",
    " ",
    "a",
    "the" * 3334,
    "wait" + "!" * 300,
    "emoji 🙂 and 👩‍👩‍👧 and 👍🏽 and ❤️ and 🇫🇷",
    "שלום עולם، مرحبا بالعالم",
    "\u202eright to left override\u202c and zero\u200bwidth",
    "Ὀδυσσεύς ΟΔΥΣΣΕΥΣ ΑΣ",
    "İstanbul ISTANBUL ıstanbul straße STRASSE ﬁne",
    "naïve café Ångström e\u0301 n\u0303 Việt Nam",
    "漢字とカタカナ 한국어 中文字",
    "beyond \U00020000\U0002a6d6 the first plane \U0002f800",
    "tabs\tand\x00nul\x07bell\x85next\u2028line\u3000wide\ufffd\ufeff",
    "typed [CLS] and [SEP] and [MASK] and [UNK] and [PAD] and [sep]",
    "##ing ing## # # don't can't 3.14 1,000 $5 a@b.c http://x.y/z?q=1#f",
    "Zürich—“quoted”…‘single’ • † № ℃ ½ x² ①",
    "ⅷ Ⅷ ǅ ﷺ ｆｕｌｌｗｉｄｔｈ 𝔉𝔯𝔞𝔨𝔱𝔲𝔯",
]

# characters newer than the Unicode tables of Rust's tokenizers, which other implementations class and unaccent
NEWER = ["a\u0afab", "a\u1ac0b", "a\U0001e023b", "a\u2e5db", "a\U00013430b"]


def make_tokenizer(lines: list[str], lowercase: bool) -> Tokenizer:
    """A small WordPiece tokenizer with BERT's template: all characters, and words in two pieces.

    Put together rather than trained, because training breaks ties at random.
    """
    tokenizer = Tokenizer(WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=lowercase)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.decoder = WordPieceDecoder()
    words = {
        word
        for line in lines
        for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(tokenizer.normalizer.normalize_str(line))
        if len(word) < 100
    }
    letters = sorted({letter for word in words for letter in word})
    ends = sorted({f"##{word[3:]}" for word in words if len(word) > 4})
    starts = sorted({word[:3] for word in words if len(word) > 2})
    vocabulary = dict.fromkeys([*SPECIALS, *letters, *(f"##{letter}" for letter in letters), *starts, *ends])
    tokenizer.model = WordPiece({piece: i for i, piece in enumerate(vocabulary)}, unk_token="[UNK]")
    tokenizer.add_special_tokens(list(SPECIALS))
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")],
    )
    return tokenizer


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")


def write_tensors(path: Path, tensors: dict[str, Tensor], metadata: dict[str, str]) -> None:
    safetensors.torch.save_file(tensors, path, metadata)
    path.chmod(0o644)  # save_file leaves it to its owner alone


def write_tokenizer_case(name: str, lowercase: bool) -> None:
    folder = SOURCES / "text" / "fixtures" / name
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = make_tokenizer(PLAIN + ADVERSARIAL, lowercase)
    tokenizer.save(str(folder / "tokenizer.json"))

    def cases(lines: list[str]) -> list[dict]:
        encodings = [(line, tokenizer.encode(line)) for line in lines]
        return [{"text": line, "ids": one.ids, "tokens": one.tokens} for line, one in encodings]

    found = {"versions": VERSIONS, "cases": cases(PLAIN + ADVERSARIAL), "newer": cases(NEWER if lowercase else [])}
    write_json(folder / "reference.json", found)


def randomize(model: torch.nn.Module) -> None:
    """Draw every weight far from its usual start, so that no part can be left out unseen."""
    for name, parameter in model.named_parameters():
        if "LayerNorm.weight" in name:
            parameter.data.uniform_(0.5, 1.5)
        else:
            parameter.data.normal_(0, 0.3)


def batch(vocabulary: int) -> dict[str, Tensor]:
    """A padded batch; padding holds ids like any other, so that attending to it would show."""
    longest = max(LENGTHS)
    shape = (len(LENGTHS), longest)
    ids = torch.randint(0, vocabulary, shape)
    mask = (torch.arange(longest) < torch.tensor(LENGTHS)[:, None]).long()
    types = torch.randint(0, 2, shape)
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}


def states(model: BertModel, inputs: dict[str, Tensor], positions: Tensor) -> Tensor:
    """Hidden states [layers + 1, rows, length, dims]."""
    with torch.no_grad():
        out = model(**inputs, position_ids=positions, output_hidden_states=True)
    return torch.stack(out.hidden_states)


def kept_states(model: BertModel, inputs: dict[str, Tensor], positions: Tensor, keep: Tensor) -> Tensor:
    """Hidden states when hooks multiply each layer's output by keep [layers + 1, dims]."""
    seen: list[Tensor] = []

    def hook(layer: int) -> Callable:
        def multiply(_module: torch.nn.Module, _inputs: tuple, output: Tensor | tuple) -> Tensor | tuple:
            first = output[0] if isinstance(output, tuple) else output
            seen.append(first * keep[layer])
            return (seen[-1], *output[1:]) if isinstance(output, tuple) else seen[-1]

        return multiply

    modules = [model.embeddings, *model.encoder.layer]
    handles = [module.register_forward_hook(hook(layer)) for layer, module in enumerate(modules)]
    with torch.no_grad():
        model(**inputs, position_ids=positions)
    for handle in handles:
        handle.remove()
    return torch.stack(seen)


def reference(model: BertModel, inputs: dict[str, Tensor]) -> dict[str, Tensor]:
    """Inputs, and the hidden states as they are, cut inside, with shifted and with no positions."""
    positions = torch.arange(max(LENGTHS)).expand(len(LENGTHS), -1).contiguous()
    keep = torch.ones(LAYERS + 1, DIMS)
    for layer in range(LAYERS + 1):
        keep[layer, torch.randperm(DIMS)[:3]] = 0
    plain = states(model, inputs, positions)
    assert torch.equal(plain, kept_states(model, inputs, positions, torch.ones_like(keep)))
    found = {
        "plain": plain,
        "kept": kept_states(model, inputs, positions, keep),
        "shifted": states(model, inputs, positions + SHIFT),
    }
    table = model.embeddings.position_embeddings.weight
    before = table.data.clone()
    table.data.zero_()
    found["without_positions"] = states(model, inputs, positions)
    table.data.copy_(before)
    return {**inputs, "position_ids": positions, "keep": keep, **found}


def old_names(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """The names of checkpoints converted from TensorFlow, with the index buffer they carry along."""
    renamed = {
        name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): tensor
        for name, tensor in tensors.items()
    }
    return {**renamed, "embeddings.position_ids": torch.arange(40)[None]}


def write_checkpoint(name: str, seed: int, dtype: torch.dtype, activation: str, old: bool) -> None:
    folder = SOURCES / "graph" / "fixtures" / name
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    tokenizer = make_tokenizer(PLAIN, lowercase=True)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=DIMS,
        num_hidden_layers=LAYERS,
        num_attention_heads=4,
        intermediate_size=2 * DIMS,
        max_position_embeddings=40,
        hidden_act=activation,
        layer_norm_eps=1e-5 if old else 1e-12,
        attn_implementation="eager",
    )
    whole = BertForMaskedLM(config).eval()
    randomize(whole)
    whole.to(dtype).float()  # what is compared is the arithmetic, not the rounding of the weights
    saved = whole.bert if old else whole
    tensors = {key: value.to(dtype).contiguous() for key, value in saved.state_dict().items() if "decoder" not in key}
    tensors = {key: value for key, value in tensors.items() if "position_ids" not in key and "token_type_ids" not in key}
    write_tensors(folder / "model.safetensors", old_names(tensors) if old else tensors, {"format": "pt"})
    kept = ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size")
    kept += ("max_position_embeddings", "type_vocab_size", "hidden_act", "layer_norm_eps", "pad_token_id")
    write_json(folder / "config.json", {"model_type": "bert", **{key: getattr(config, key) for key in kept}})
    tokenizer.save(str(folder / "tokenizer.json"))
    values = reference(whole.bert, batch(config.vocab_size))
    write_tensors(folder / "reference.safetensors", values, {"versions": json.dumps(VERSIONS)})


def main() -> None:
    torch.set_num_threads(1)
    write_tokenizer_case("uncased", lowercase=True)
    write_tokenizer_case("cased", lowercase=False)
    write_checkpoint("bert-f32", 1, torch.float32, "gelu", old=False)
    write_checkpoint("bert-f16", 2, torch.float16, "gelu_new", old=False)
    write_checkpoint("bert-bf16", 3, torch.bfloat16, "relu", old=False)
    write_checkpoint("bert-old-names", 4, torch.float32, "gelu", old=True)


if __name__ == "__main__":
    main()
