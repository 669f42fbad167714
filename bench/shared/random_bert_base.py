"""Write a BERT of random weights, for what depends on a size alone: base (438 MB) or large (1.34 GB).

    python bench/shared/random_bert_base.py TOKENIZER_FOLDER work/bert-base
    python bench/shared/random_bert_base.py TOKENIZER_FOLDER work/bert-large large
"""

import shutil
import sys
from pathlib import Path

import torch
from transformers import BertConfig, BertModel

LARGE = {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "intermediate_size": 4096}
SIZES = {"base": {}, "large": LARGE}
TOKENIZER = ("tokenizer.json", "tokenizer_config.json")


def main(tokenizer: Path, out: Path, size: str = "base") -> None:
    torch.manual_seed(0)
    BertModel(BertConfig(**SIZES[size])).save_pretrained(out)
    for name in TOKENIZER:
        shutil.copyfile(tokenizer / name, out / name)
    print(f"{out}: {(out / 'model.safetensors').stat().st_size} bytes of weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
