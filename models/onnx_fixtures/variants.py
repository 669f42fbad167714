"""What the hub's tools make of a float32 file: half precision, integers of eight and four bits, fused operators."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import onnx
import onnxruntime
import onnxslim
from onnxruntime.quantization import QuantType, matmul_bnb4_quantizer, matmul_nbits_quantizer, quantize_dynamic
from onnxruntime.transformers import optimizer as fuser
from onnxruntime.transformers.float16 import convert_float_to_float16

from models.onnx_fixtures.networks import DIMS, HEADS

Step = Callable[[Path, Path], object]


def fp16(source: Path, target: Path) -> None:
    onnx.save(convert_float_to_float16(onnx.load(source), keep_io_types=True), target)


def eight_bits(kind: QuantType, **options: bool) -> Step:
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


def then(*steps: Step) -> Step:
    def every(source: Path, target: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for i, step in enumerate(steps[:-1]):
                between = Path(folder) / f"{i}.onnx"
                step(source, between)
                source = between
            steps[-1](source, target)

    return every


int8, uint8 = eight_bits(QuantType.QInt8), eight_bits(QuantType.QUInt8)
VARIANTS: dict[str, Step] = {
    "f32": shutil.copyfile,
    "fp16": fp16,
    "int8": int8,
    "uint8": uint8,
    "int8-channels": eight_bits(QuantType.QInt8, per_channel=True, reduce_range=True),
    # as transformers.js' own script makes it of an encoder
    "uint8-channels": then(slim, eight_bits(QuantType.QUInt8, per_channel=True, reduce_range=True)),
    "q4": q4,
    "q4-gather": q4_gather,
    "q4-fp16": then(q4, fp16, slim),
    "bnb4": bnb4,
    "slim": slim,
    "slim-int8": then(slim, int8),
    "fused": fused,
    "fused-fp16": fused_fp16,
    "fused-int8": then(fused, int8),
    "runtime-fused": runtime_fused,
    "external": external,
}
