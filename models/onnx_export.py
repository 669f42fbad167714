"""Export a checkpoint to ONNX, and quantize it, as the hub's repositories hold such files.

    pip install -r models/requirements-onnx.txt
    python -m models.onnx_export --model .checkpoints/all-MiniLM-L6-v2   # writes its folder onnx/
    python -m models.onnx_export --random-bert-base --out work/bert-base # 436 MB of random weights
"""

import argparse
import logging
import shutil
import tempfile
import warnings
from pathlib import Path

import torch
import transformers as hf

from models.onnx_fixtures.exporters import export, quietly
from models.onnx_fixtures.variants import VARIANTS

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
# the names that exports have on the hub
NAMES = {"f32": "model.onnx", "fp16": "model_fp16.onnx", "int8": "model_int8.onnx", "q4": "model_q4.onnx"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--model", type=Path, help="folder of a BERT")
    which.add_argument("--random-bert-base", action="store_true")
    parser.add_argument("--out", type=Path, help="default: the folder onnx of the model's")
    parser.add_argument("--opset", type=int, default=17)
    parser.add_argument("--variants", nargs="+", choices=NAMES, default=list(NAMES))
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.manual_seed(0)
    if arguments.random_bert_base:
        model = hf.BertModel(hf.BertConfig(attn_implementation="eager"), add_pooling_layer=False)
    else:
        model = hf.AutoModel.from_pretrained(arguments.model, attn_implementation="eager", add_pooling_layer=False)
    out = arguments.out or arguments.model / "onnx"
    out.mkdir(parents=True, exist_ok=True)
    if arguments.random_bert_base:
        model.config.save_pretrained(out)
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "model.onnx"
        export(model.eval(), INPUTS, "last_hidden_state", source, arguments.opset)
        for variant in arguments.variants:
            target = out / NAMES[variant]
            quietly(lambda: (VARIANTS[variant] if variant != "f32" else shutil.copyfile)(source, target))
            print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
