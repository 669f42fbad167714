"""Write a BERT-base of random weights (438 MB), for what depends on a model's size alone.

    python bench/shared/random_bert_base.py TOKENIZER_FOLDER work/bert-base
"""

import shutil
import sys
from pathlib import Path

import torch
from transformers import BertConfig, BertModel

TOKENIZER = ("tokenizer.json", "tokenizer_config.json")


def main(tokenizer: Path, out: Path) -> None:
    torch.manual_seed(0)
    BertModel(BertConfig()).save_pretrained(out)
    for name in TOKENIZER:
        shutil.copyfile(tokenizer / name, out / name)
    print(f"{out}: {(out / 'model.safetensors').stat().st_size} bytes of weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
