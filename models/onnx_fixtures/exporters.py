"""PyTorch's exporters to ONNX: the one that traces, at several versions of the operators, and the one
built on torch.export."""

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from models.onnx_fixtures.networks import VOCABULARY

# by name: the version of the operators (None = torch.export's own), and the kind of attention
EXPORTERS = {
    "trace11": (11, "eager"),
    "trace14": (14, "eager"),
    "trace14-sdpa": (14, "sdpa"),
    "trace17": (17, "eager"),
    "trace18-sdpa": (18, "sdpa"),
    "export": (None, "eager"),
    "export-sdpa": (None, "sdpa"),
}


class FirstOutput(nn.Module):
    """A model that takes its inputs by place and gives one tensor, as exporters want it."""

    def __init__(self, model: nn.Module, names: list[str]):
        super().__init__()
        self.model = model
        self.names = names

    def forward(self, *inputs: Tensor) -> Tensor:
        return self.model(**dict(zip(self.names, inputs, strict=True)))[0]


def example(names: list[str]) -> tuple[Tensor, ...]:
    """Inputs to trace with; of another shape than those compared, so that a size that got frozen shows."""
    ids = torch.randint(5, VOCABULARY, (2, 7))
    mask = torch.ones_like(ids)
    mask[1, 4:] = 0
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids)}
    return tuple(inputs[name] for name in names)


def quietly(work: Callable[[], object]) -> None:
    """Exporters print whole graphs, even when all is well."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        work()


def export(model: nn.Module, names: list[str], output: str, path: Path, opset: int | None) -> None:
    # the exporter puts a module into the mode it was in, and dropout must stay off
    module, inputs = FirstOutput(model, names).eval(), example(names)
    naming = {"input_names": names, "output_names": [output]}
    if opset is None:
        shape = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
        options = {"dynamic_shapes": (tuple(dict(shape) for _ in names),), "external_data": False, "verbose": False}
        quietly(lambda: torch.onnx.export(module, inputs, path, dynamo=True, **naming, **options))
        strip_traces(path)
    else:
        axes = {name: {0: "batch_size", 1: "sequence_length"} for name in [*names, output]}
        options = {"opset_version": opset, "dynamic_axes": axes}
        quietly(lambda: torch.onnx.export(module, inputs, path, dynamo=False, **naming, **options))


def strip_traces(path: Path) -> None:
    """Take out the stack traces that torch.export writes into a graph: they name places on this machine."""
    model = onnx.load(path)
    graph = model.graph
    for part in [*graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer]:
        del part.metadata_props[:]
    onnx.save(model, path)
