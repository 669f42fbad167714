"""What PyTorch makes of every bundled model: the values that the tests of the engine compare with.

    python -m models.bundled_reference

Writes src/engine/node/fixtures/bundled/ID.safetensors for every model of public/models/index.json, computed from
the float16 weights as shipped, in float32, on a padded batch of sentences of our own with words masked:

    input_ids, attention_mask, token_type_ids, position_ids   int64 [sentences, length]
    plain           float32 [layers + 1, sentences, length, dims]: hidden states; zeros at padding
    masked_rows     int64 [masked]: where the masked words are, sentence * length + position
    masked_logits   float32 [masked, vocabulary]: of the masked-word head there

Its metadata, JSON under the key "reference", has the versions, the sentences and the SHA-256 of the weights. Run
it again after an export; the same versions and weights write the same bytes.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from transformers import AutoTokenizer, BertForMaskedLM

from models.bundle import MODELS, sha256
from models.fixtures import VERSIONS, write_tensors
from models.tokenize import MASK

FOLDER = Path("src/engine/node/fixtures/bundled")
MOST_BYTES = 300_000
SENTENCES = (
    "The ferry left the [MASK] at dawn.",
    "Nobody [MASK]!",
    "In winter the bridge is [MASK] under snow.",
)


def reference(folder: Path) -> dict[str, Tensor]:
    """The tensors of a model's reference file."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = BertForMaskedLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    encoded = tokenizer(list(SENTENCES), padding=True, return_tensors="pt")
    ids, mask = encoded["input_ids"], encoded["attention_mask"]
    inputs = {
        "input_ids": ids,
        "attention_mask": mask,
        "token_type_ids": torch.zeros_like(ids),
        "position_ids": torch.arange(ids.shape[1]).expand(len(ids), -1).contiguous(),
    }
    with torch.no_grad():
        out = model(**inputs, output_hidden_states=True)
    rows = (ids.flatten() == MASK).nonzero().squeeze(1)
    states = torch.stack(out.hidden_states) * mask[None, :, :, None]
    return {
        **inputs,
        "plain": states.contiguous(),
        "masked_rows": rows,
        "masked_logits": out.logits.flatten(0, 1)[rows].contiguous(),
    }


def main(given: Sequence[str] | None = None) -> None:
    torch.set_num_threads(1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    models = [model["id"] for model in json.loads((MODELS / "index.json").read_text())["models"]]
    for left in {file.stem for file in FOLDER.iterdir()} - set(models):
        (FOLDER / f"{left}.safetensors").unlink()
    for model in models:
        file = FOLDER / f"{model}.safetensors"
        weights = sha256(MODELS / model / "model.safetensors")
        made = {"versions": VERSIONS, "sentences": SENTENCES, "weights": weights}
        # one key: safetensors writes several in any order
        write_tensors(file, reference(MODELS / model), {"reference": json.dumps(made)})
        if file.stat().st_size > MOST_BYTES:
            raise SystemExit(f"{file} has {file.stat().st_size:,} bytes: fewer sentences, please.")
        print(f"{file}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
