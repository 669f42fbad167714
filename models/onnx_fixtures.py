"""Write the fixtures of the tests that edit ONNX exports: tiny random encoders, exported, quantized and
fused as the hub's are, with what PyTorch makes of them.

    pip install -r models/requirements-onnx.txt
    python -m models.onnx_fixtures                        # src/graph/edit/fixtures, a representative few
    python -m models.onnx_fixtures --all work/onnx-sweep  # every combination, for scripts/onnx-sweep.ts

Each folder is one architecture: config.json, reference.safetensors (inputs, and hidden states as they
are, cut inside, at shifted positions and without positions, which hold for its unquantized files) and
the .onnx files, named exporter.variant. The folder "refused" holds what is no encoder.
"""

import argparse
import contextlib
import io
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import onnx
import onnxruntime
import onnxscript
import onnxslim
import torch
import transformers
from onnxruntime.quantization import QuantType, matmul_bnb4_quantizer, matmul_nbits_quantizer, quantize_dynamic
from onnxruntime.transformers import optimizer as fuser
from onnxruntime.transformers.float16 import convert_float_to_float16
from torch import Tensor, nn

from models.fixtures import batch, randomize, write_json, write_tensors

FIXTURES = Path(__file__).resolve().parent.parent / "src" / "graph" / "edit" / "fixtures"
VERSIONS = {
    module.__name__: module.__version__ for module in (torch, transformers, onnx, onnxruntime, onnxscript, onnxslim)
}
LAYERS, DIMS, HEADS, WIDE, NARROW = 2, 16, 2, 24, 12
VOCABULARY, POSITIONS = 80, 40
SHIFT = 3
SIZES = {
    "vocab_size": VOCABULARY,
    "hidden_size": DIMS,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "intermediate_size": WIDE,
    "max_position_embeddings": POSITIONS,
}


@dataclass(frozen=True)
class Architecture:
    """An encoder: how it is made, and where its hidden states come from."""

    make: Callable[[str], nn.Module]
    """Given the kind of attention, the model as it is exported."""
    states: Callable[[nn.Module], list[nn.Module]]
    """The modules whose outputs are hidden states 0 to L, in order; one may be used for several layers."""
    encoder: Callable[[nn.Module], nn.Module] = lambda model: model
    token_types: bool = True
    first_position: int = 0
    output: str = "last_hidden_state"


def bert(attention: str) -> nn.Module:
    return transformers.BertModel(transformers.BertConfig(**SIZES, attn_implementation=attention))


def bert_mlm(attention: str) -> nn.Module:
    return transformers.BertForMaskedLM(transformers.BertConfig(**SIZES, attn_implementation=attention))


def roberta(attention: str) -> nn.Module:
    config = transformers.RobertaConfig(**SIZES, type_vocab_size=1, attn_implementation=attention)
    return transformers.RobertaModel(config, add_pooling_layer=False)


def distilbert(attention: str) -> nn.Module:
    sizes = {"vocab_size": VOCABULARY, "max_position_embeddings": POSITIONS, "attn_implementation": attention}
    shape = {"dim": DIMS, "n_layers": LAYERS, "n_heads": HEADS, "hidden_dim": WIDE}
    return transformers.DistilBertModel(transformers.DistilBertConfig(**sizes, **shape))


def electra(attention: str) -> nn.Module:
    config = transformers.ElectraConfig(**SIZES, embedding_size=NARROW, attn_implementation=attention)
    return transformers.ElectraModel(config)


def mpnet(_attention: str) -> nn.Module:
    return transformers.MPNetModel(transformers.MPNetConfig(**SIZES), add_pooling_layer=False)


def albert(attention: str) -> nn.Module:
    config = transformers.AlbertConfig(**SIZES, embedding_size=NARROW, attn_implementation=attention)
    return transformers.AlbertModel(config)


ARCHITECTURES = {
    "bert": Architecture(bert, lambda m: [m.embeddings, *m.encoder.layer]),
    "bert-mlm": Architecture(
        bert_mlm,
        lambda m: [m.embeddings, *m.encoder.layer],
        encoder=lambda m: m.bert,
        output="logits",
    ),
    "roberta": Architecture(
        roberta, lambda m: [m.embeddings, *m.encoder.layer], token_types=False, first_position=2
    ),
    "distilbert": Architecture(distilbert, lambda m: [m.embeddings, *m.transformer.layer], token_types=False),
    "electra": Architecture(electra, lambda m: [m.embeddings_project, *m.encoder.layer]),
    "mpnet": Architecture(
        mpnet, lambda m: [m.embeddings, *m.encoder.layer], token_types=False, first_position=2
    ),
    "albert": Architecture(
        albert,
        lambda m: [m.encoder.embedding_hidden_mapping_in, *list(m.encoder.albert_layer_groups[0].albert_layers) * LAYERS],
    ),
}


class Exported(nn.Module):
    """A model that takes its inputs by place and gives one tensor, as exporters want it."""

    def __init__(self, model: nn.Module, names: list[str]):
        super().__init__()
        self.model = model
        self.names = names

    def forward(self, *inputs: Tensor) -> Tensor:
        return self.model(**dict(zip(self.names, inputs, strict=True)))[0]


def input_names(architecture: Architecture) -> list[str]:
    return ["input_ids", "attention_mask", *(["token_type_ids"] if architecture.token_types else [])]


def example(names: list[str]) -> tuple[Tensor, ...]:
    """Inputs to trace with; of another shape than those compared, so that a size that got frozen shows."""
    ids = torch.randint(4, VOCABULARY, (2, 7))
    mask = torch.ones_like(ids)
    mask[1, 4:] = 0
    return tuple({"input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids)}[n] for n in names)


def quietly(work: Callable[[], object]) -> None:
    """Exporters print whole graphs, even when all is well."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        work()


def export(model: nn.Module, names: list[str], output: str, path: Path, opset: int | None) -> None:
    """opset None is the exporter built on torch.export, which chooses its own; a number the older, tracing one."""
    module, inputs = Exported(model, names).eval(), example(names)
    naming = {"input_names": names, "output_names": [output]}
    if opset is None:
        both = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
        shapes = {"dynamic_shapes": (tuple(dict(both) for _ in names),)}
        options = {"dynamo": True, "external_data": False, "verbose": False}
        quietly(lambda: torch.onnx.export(module, inputs, path, **naming, **shapes, **options))
        strip_traces(path)
    else:
        axes = {name: {0: "batch_size", 1: "sequence_length"} for name in [*names, output]}
        options = {"dynamo": False, "opset_version": opset, "dynamic_axes": axes}
        quietly(lambda: torch.onnx.export(module, inputs, path, **naming, **options))


def strip_traces(path: Path) -> None:
    """Take out the stack trace that torch.export writes into every node: they name this machine's paths."""
    model = onnx.load(path)
    for node in model.graph.node:
        del node.metadata_props[:]
    for value in [*model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer]:
        del value.metadata_props[:]
    onnx.save(model, path)


# --- variants of a float32 file, as the hub's tools write them ---


def fp16(source: Path, target: Path) -> None:
    onnx.save(convert_float_to_float16(onnx.load(source), keep_io_types=True), target)


def eight_bits(kind: QuantType, **options: bool) -> Callable[[Path, Path], None]:
    # the type of what shape inference does not know, as it does not know the runtime's own operators
    extra = {"DefaultTensorType": onnx.TensorProto.FLOAT}
    return lambda source, target: quantize_dynamic(source, target, weight_type=kind, extra_options=extra, **options)


def q4(source: Path, target: Path) -> None:
    quantizer = matmul_nbits_quantizer.MatMulNBitsQuantizer(onnx.load(source), block_size=16, is_symmetric=True)
    quantizer.process()
    quantizer.model.save_model_to_file(str(target))


def q4_gather(source: Path, target: Path) -> None:
    quantizer = matmul_nbits_quantizer.MatMulNBitsQuantizer(
        onnx.load(source),
        block_size=16,
        is_symmetric=False,
        op_types_to_quantize=("MatMul", "Gather"),
        quant_axes=(("MatMul", 0), ("Gather", 1)),
    )
    quantizer.process()
    quantizer.model.save_model_to_file(str(target))


def bnb4(source: Path, target: Path) -> None:
    quantizer = matmul_bnb4_quantizer.MatMulBnb4Quantizer(onnx.load(source), quant_type=1, block_size=16)
    quantizer.process()
    quantizer.model.save_model_to_file(str(target))


def fused(source: Path, target: Path) -> None:
    fuser.optimize_model(
        str(source), model_type="bert", num_heads=HEADS, hidden_size=DIMS, opt_level=0
    ).save_model_to_file(str(target))


def fused_fp16(source: Path, target: Path) -> None:
    model = fuser.optimize_model(str(source), model_type="bert", num_heads=HEADS, hidden_size=DIMS, opt_level=0)
    model.convert_float_to_float16(keep_io_types=True)
    model.save_model_to_file(str(target))


def runtime_fused(source: Path, target: Path) -> None:
    """What the runtime itself makes of a graph at its extended level, saved."""
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(target)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])


def slim(source: Path, target: Path) -> None:
    onnx.save(onnxslim.slim(onnx.load(source)), target)


def external(source: Path, target: Path) -> None:
    onnx.save(
        onnx.load(source),
        target,
        save_as_external_data=True,
        location=f"{target.name}_data",
        size_threshold=256,
    )


def then(*steps: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    def every(source: Path, target: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for i, step in enumerate(steps[:-1]):
                between = Path(folder) / f"{i}.onnx"
                step(source, between)
                source = between
            steps[-1](source, target)

    return every


int8, uint8 = eight_bits(QuantType.QInt8), eight_bits(QuantType.QUInt8)
VARIANTS: dict[str, Callable[[Path, Path], object]] = {
    "f32": shutil.copyfile,
    "fp16": fp16,
    "int8": int8,
    "uint8": uint8,
    "int8-channels": eight_bits(QuantType.QInt8, per_channel=True, reduce_range=True),
    "q4": q4,
    "q4-gather": q4_gather,
    "bnb4": bnb4,
    "slim": slim,
    "slim-int8": then(slim, int8),
    "fused": fused,
    "fused-fp16": fused_fp16,
    "fused-int8": then(fused, int8),
    "runtime-fused": runtime_fused,
    "external": external,
}
EXPORTERS = {
    "trace11": (11, "eager"),
    "trace14": (14, "eager"),
    "trace14-sdpa": (14, "sdpa"),
    "trace17": (17, "eager"),
    "trace18-sdpa": (18, "sdpa"),
    "export": (None, "eager"),
    "export-sdpa": (None, "sdpa"),
}
# what the unit tests read: each exporter, variant and architecture at least once
CHOSEN = {
    "bert": [
        "trace11.f32", "trace11.int8", "trace11.fused", "trace14.fused-fp16", "trace14.fused-int8",
        "trace14-sdpa.external", "trace17.uint8", "trace17.q4", "trace17.q4-gather", "trace17.bnb4", "trace17.fp16",
        "trace17.runtime-fused", "export.f32", "export-sdpa.slim",
    ],
    "bert-mlm": ["trace14.f32", "trace17.int8"],
    "roberta": ["trace11.fp16", "trace17.f32", "trace17.int8"],
    "distilbert": ["trace11.f32", "trace17.int8"],
    "electra": ["trace14.f32"],
    "mpnet": ["trace14.f32", "export.f32"],
    "albert": ["trace17.f32", "trace11.slim-int8"],
}  # fmt: skip


# --- what PyTorch makes of them ---


def hidden_states(architecture: Architecture, model: nn.Module, inputs: dict[str, Tensor], keep: Tensor) -> Tensor:
    """Hidden states [layers + 1, rows, length, dims] when each is multiplied by its row of keep [layers + 1, dims]."""
    encoder = architecture.encoder(model)
    seen: list[Tensor] = []

    def hook(_module: nn.Module, _inputs: tuple, output: Tensor | tuple) -> Tensor | tuple:
        first = output[0] if isinstance(output, tuple) else output
        seen.append(first * keep[len(seen)])
        return (seen[-1], *output[1:]) if isinstance(output, tuple) else seen[-1]

    handles = [module.register_forward_hook(hook) for module in dict.fromkeys(architecture.states(encoder))]
    with torch.no_grad():
        encoder(**inputs)
    for handle in handles:
        handle.remove()
    return torch.stack(seen)


def reference(architecture: Architecture, model: nn.Module) -> dict[str, Tensor]:
    inputs = batch(VOCABULARY)
    inputs["input_ids"] = torch.where(inputs["attention_mask"] == 1, inputs["input_ids"].clamp(min=4), 1)
    if not architecture.token_types:
        del inputs["token_type_ids"]
    rows, length = inputs["input_ids"].shape
    positions = (torch.arange(length) + architecture.first_position).expand(rows, -1).contiguous()
    if architecture.first_position > 0:
        # where it counts positions from behind the padding's own, that of padding is 1; the range that values
        # are quantized to at run time is that of all rows, padding included
        positions = torch.where(inputs["attention_mask"] == 1, positions, 1)
    keep = torch.ones(LAYERS + 1, DIMS)
    whole = keep.clone()
    for layer in range(LAYERS + 1):
        keep[layer, torch.randperm(DIMS)[:3]] = 0
    encoder = architecture.encoder(model)
    with torch.no_grad():
        plain = torch.stack(encoder(**inputs, output_hidden_states=True).hidden_states)
    assert torch.equal(plain, hidden_states(architecture, model, inputs, whole))
    found = {
        "plain": plain,
        "kept": hidden_states(architecture, model, inputs, keep),
        "shifted": hidden_states(architecture, model, {**inputs, "position_ids": positions + SHIFT}, whole),
    }
    table = encoder.embeddings.position_embeddings.weight
    before = table.data.clone()
    table.data.zero_()
    found["without_positions"] = hidden_states(architecture, model, inputs, whole)
    table.data.copy_(before)
    if architecture.output == "logits":
        with torch.no_grad():
            found["logits"] = model(**inputs).logits
    return {**inputs, "position_ids": positions, "keep": keep, **found}


# --- folders ---


def write_architecture(folder: Path, name: str, wanted: Callable[[str], bool], seed: int) -> None:
    architecture = ARCHITECTURES[name]
    folder.mkdir(parents=True, exist_ok=True)
    for exporter, (opset, attention) in EXPORTERS.items():
        files = [variant for variant in VARIANTS if wanted(f"{exporter}.{variant}")]
        if not files:
            continue
        torch.manual_seed(seed)
        model = architecture.make(attention).eval()
        randomize(model)
        for module in model.modules():
            if isinstance(module, nn.LayerNorm):
                module.weight.data.uniform_(0.5, 1.5)
        if not (folder / "reference.safetensors").exists():
            values = reference(architecture, model)
            write_tensors(folder / "reference.safetensors", values, {"versions": json.dumps(VERSIONS)})
            write_json(folder / "config.json", {k: v for k, v in model.config.to_diff_dict().items() if k != "dtype"})
        with tempfile.TemporaryDirectory() as made:
            source = Path(made) / "model.onnx"
            attempt(f"{name} {exporter}", lambda: export(model, input_names(architecture), architecture.output, source, opset))
            for variant in files:
                if source.exists():
                    target = folder / f"{exporter}.{variant}.onnx"
                    attempt(f"{name} {exporter} {variant}", lambda: quietly(lambda: VARIANTS[variant](source, target)))


def attempt(what: str, work: Callable[[], object]) -> None:
    """Not every tool takes every graph; what one refuses is said and left out."""
    try:
        work()
    except Exception as error:  # noqa: BLE001
        print(f"{what}: {type(error).__name__}: {str(error).splitlines()[0][:160] if str(error) else ''}")


def write_refused(folder: Path) -> None:
    """Models that have LayerNorms and attention and are no encoders of this kind."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    sizes = {"vocab_size": VOCABULARY, "attn_implementation": "eager"}
    gpt2 = transformers.GPT2Config(**sizes, n_positions=POSITIONS, n_embd=DIMS, n_layer=LAYERS, n_head=HEADS, n_inner=WIDE)
    shape = {f"{side}_{key}": value for side in ("encoder", "decoder") for key, value in
             {"layers": LAYERS, "attention_heads": HEADS, "ffn_dim": WIDE}.items()}
    bart = transformers.BartConfig(**sizes, d_model=DIMS, max_position_embeddings=POSITIONS, **shape)
    names = ["input_ids", "attention_mask"]
    for name, model in {"gpt2": transformers.GPT2Model(gpt2), "bart": transformers.BartModel(bart)}.items():
        model.config.use_cache = False
        export(model, names, "last_hidden_state", folder / f"{name}.onnx", 14)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, help="write every combination into this folder instead")
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    root: Path = arguments.all or FIXTURES
    shutil.rmtree(root, ignore_errors=True)
    for seed, name in enumerate(ARCHITECTURES):
        write_architecture(root / name, name, lambda file, n=name: arguments.all is not None or file in CHOSEN[n], seed)
    write_refused(root / "refused")


if __name__ == "__main__":
    main()
