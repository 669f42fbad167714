"""Write a training run as a checkpoint that travels with the page.

    python -m models.export --corpus work/corpus --run work/bert --id tailscope-bert
    python -m models.export --corpus work/corpus --run work/nopos --id tailscope-bert-nopos

Each folder of public/models/ gets config.json, model.safetensors (float16), tokenizer.json,
tokenizer_config.json and card.json (what it is, what it was trained on, how far, what came out);
public/models/index.json lists the folders with sizes and SHA-256. A run may be exported before its
last step: the card says how far it had come.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch

from models import bert
from models.corpus import HELD_OUT, LENGTHS, MASKED_SHARE

MODELS = Path("public/models")
DEFAULT = "tailscope-bert"


def records(run: Path) -> list[dict]:
    return [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]


def settings_of(run: Path) -> dict:
    """The arguments the run was started with."""
    return json.loads((run / "settings.json").read_text())


def card(run: Path, identifier: str, step: int, seconds: float) -> dict:
    """The facts of a run at a step, as the page's model card shows them."""
    settings = settings_of(run)
    log = [record for record in records(run) if record["step"] <= step]
    last = log[-1]
    per_step = settings["rows"] * settings["length"]
    return {
        "name": identifier,
        "position_embeddings": settings["positions"],
        "architecture": {
            "type": "BERT, post-LayerNorm, masked language model",
            **{key: settings[key] for key in ("layers", "dims", "heads")},
            "feedForward": 4 * settings["dims"],
            "positions": bert.MAX_POSITIONS,
        },
        "data": {
            "name": "English Wikipedia, 2015, 192 MB of plain text",
            "licence": "CC BY-SA 3.0",
            "credit": "the authors of Wikipedia's articles",
            "heldOutTokens": HELD_OUT,
        },
        "training": {
            "steps": step,
            "plannedSteps": settings["steps"],
            "finished": step == settings["steps"],
            "tokens": step * per_step,
            "tokensPerStep": per_step,
            "sequenceLengths": f"whole sentences packed up to a drawn length of {', '.join(map(str, LENGTHS))}",
            "maskedShare": MASKED_SHARE,
            "optimizer": "AdamW",
            **{key: settings[key] for key in ("learning_rate", "warm_up", "beta2", "weight_decay", "seed")},
            "precision": "bfloat16 autocast" if settings["bf16"] else "float32",
            "hours": round(seconds / 3600, 2),
            "hardware": settings["hardware"],
        },
        "perplexity": {
            "heldOut": last["perplexity"],
            "of": "masked word pieces, 30 % masked",
            "atStep": last["step"],
        },
        "layers": last["layers"],
        "curve": log,
        "licence": "CC BY-SA 4.0",
        "not": "Not BERT-base: 20 times smaller and trained on a hundredth of the text. Made to show "
        "how tails look and behave, not to be used for language tasks.",
    }


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def export(run: Path, corpus: Path, identifier: str) -> None:
    folder = MODELS / identifier
    folder.mkdir(parents=True, exist_ok=True)
    settings = settings_of(run)
    model = bert.create(
        bert.config(settings["layers"], settings["dims"], settings["heads"]), settings["seed"], settings["positions"]
    )
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    model.half().save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    (folder / "model.safetensors").chmod(0o644)  # save_pretrained leaves it to its owner alone
    shutil.copyfile(corpus / "tokenizer.json", folder / "tokenizer.json")
    tokenizer = {
        "tokenizer_class": "BertTokenizer",
        "do_lower_case": True,
        "model_max_length": bert.MAX_POSITIONS,
        "pad_token": "[PAD]",
        "unk_token": "[UNK]",
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
        "mask_token": "[MASK]",
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer, indent=2) + "\n")
    facts = card(run, identifier, state["step"], state["seconds"])
    (folder / "card.json").write_text(json.dumps(facts, indent=1) + "\n")


def write_index() -> None:
    """List every exported model, the default first asked for by the page."""
    models = []
    for folder in sorted(path for path in MODELS.iterdir() if (path / "card.json").exists()):
        facts = json.loads((folder / "card.json").read_text())
        weights = folder / "model.safetensors"
        models.append(
            {
                "id": folder.name,
                "name": facts["name"],
                "layers": facts["architecture"]["layers"],
                "dims": facts["architecture"]["dims"],
                "bytes": weights.stat().st_size,
                "sha256": sha256(weights),
            }
        )
    (MODELS / "index.json").write_text(json.dumps({"default": DEFAULT, "models": models}, indent=2) + "\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--run", type=Path, required=True)
    arguments.add_argument("--id", required=True)
    options = arguments.parse_args()
    export(options.run, options.corpus, options.id)
    write_index()


if __name__ == "__main__":
    main()
