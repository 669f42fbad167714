"""Write the fixtures of the tests that edit ONNX exports: tiny random encoders, exported, quantized and
fused as the hub's are, with what PyTorch makes of them.

    pip install -r models/requirements-onnx.txt
    python -m models.onnx_fixtures                        # src/graph/edit/fixtures, a representative few
    python -m models.onnx_fixtures --all work/onnx-sweep  # every combination, for scripts/onnx/sweep.ts

Each folder is one architecture: config.json, tokenizer.json, reference.safetensors (see
models/fixtures/states.py; of the quantized files its values are not those of the network) and the .onnx
files, named exporter.variant. The folder "refused" holds what is no encoder.
"""

import argparse
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import onnx
import onnxruntime
import onnxscript
import onnxslim
import torch

from models.fixtures.files import SOURCES, VERSIONS, write_json, write_tensors
from models.fixtures.states import batch, draw_keep, reference
from models.onnx_fixtures.exporters import EXPORTERS, export, quietly
from models.onnx_fixtures.networks import DIMS, LAYERS, MPNET_TOKENIZER, NETWORKS, TOKENIZER, VOCABULARY, refused
from models.onnx_fixtures.variants import VARIANTS

FIXTURES = SOURCES / "graph" / "edit" / "fixtures"
TOOLS = {module.__name__: module.__version__ for module in (onnx, onnxruntime, onnxscript, onnxslim)}
# what the unit tests read: each exporter, each architecture and each variant at least once
CHOSEN = {
    "bert": [
        "trace11.f32", "trace11.int8", "trace11.fused", "trace14.fused-fp16", "trace14.fused-int8",
        "trace14-sdpa.external", "trace17.uint8", "trace17.q4", "trace17.q4-gather", "trace17.bnb4", "trace17.fp16",
        "trace17.runtime-fused", "trace17.int8-channels", "trace17.uint8-channels", "trace17.q4-fp16", "export.f32",
        "export-sdpa.slim",
    ],
    "bert-mlm": ["trace14.f32", "trace17.int8", "trace18-sdpa.fp16"],
    "roberta": ["trace11.fp16", "trace17.f32", "trace17.int8"],
    "distilbert": ["trace11.f32", "trace17.int8"],
    "electra": ["trace14.f32"],
    "mpnet": ["trace14.f32", "trace17.uint8", "export.f32"],
    "albert": ["trace17.f32", "trace17.slim-int8"],
    "roberta-mlm": ["trace14.f32", "trace17.int8", "export.f32"],
    "distilbert-mlm": ["trace14.f32", "trace17.int8", "export.f32"],
}  # fmt: skip


def write_network(folder: Path, name: str, seed: int, wanted: Callable[[str], bool]) -> None:
    network = NETWORKS[name]
    model = network.make("eager", seed)
    inputs = batch(VOCABULARY, model.config.pad_token_id, network.token_types)
    if network.token_types < 2:
        inputs.pop("token_type_ids", None)
    values = reference(model, inputs, network.first_position, draw_keep(LAYERS, DIMS))
    if not network.head:
        values = {key: value for key, value in values.items() if not key.startswith("masked")}
    write_tensors(folder / "reference.safetensors", values, {"versions": json.dumps({**VERSIONS, **TOOLS})})
    write_json(folder / "config.json", {"architectures": [type(model).__name__], **model.config.to_diff_dict()})
    (MPNET_TOKENIZER if name == "mpnet" else TOKENIZER).save(str(folder / "tokenizer.json"))
    for exporter, (opset, attention) in EXPORTERS.items():
        variants = [variant for variant in VARIANTS if wanted(f"{exporter}.{variant}")]
        if not variants or attention not in network.kinds:
            continue
        whole = network.make(attention, seed)
        with tempfile.TemporaryDirectory() as made:
            source = Path(made) / "model.onnx"
            exported, output = (whole, "logits") if network.head else (whole.base_model, "last_hidden_state")
            export(exported, network.inputs(), output, source, opset)
            for variant in variants:
                target = folder / f"{exporter}.{variant}.onnx"
                attempt(f"{name} {target.name}", lambda: quietly(lambda: VARIANTS[variant](source, target)))


def attempt(what: str, work: Callable[[], object]) -> None:
    """Not every tool takes every graph; what one refuses is said and left out."""
    try:
        work()
    except Exception as error:  # noqa: BLE001
        print(f"{what}: {type(error).__name__}: {str(error).partition(chr(10))[0][:160]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, help="write every combination into this folder instead")
    parser.add_argument("networks", nargs="*", metavar="NETWORK", help="only these; all when none is named")
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    root: Path = arguments.all or FIXTURES
    for seed, name in enumerate(NETWORKS):
        if arguments.networks and name not in arguments.networks:
            continue
        shutil.rmtree(root / name, ignore_errors=True)
        write_network(root / name, name, seed, lambda file, n=name: arguments.all is not None or file in CHOSEN[n])
    (root / "refused").mkdir(exist_ok=True)
    for name, model in refused().items():
        with tempfile.TemporaryDirectory() as made:
            source = Path(made) / "model.onnx"
            export(model, ["input_ids", "attention_mask"], "last_hidden_state", source, 17)
            quietly(lambda: VARIANTS["slim"](source, root / "refused" / f"{name}.onnx"))


if __name__ == "__main__":
    main()
