"""public/models/index.json: the exported models, and which of them the page opens with.

The default is the model whose tails teach most, and that is measured: the one whose anisotropy falls furthest
when its tails are cut (mean over layers 1..L, `cut.fall` in its card); of equals, the one with the lower
held-out perplexity. It is what a person sees first on the page: flip the switch and watch the cosines fall.
"""

import hashlib
import json
from pathlib import Path

MODELS = Path("public/models")
MOST_BYTES = 16_000_000  # of a model's folder
CHOICE = "the largest fall of the anisotropy when the tails are cut, mean over the network's layers"


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def bytes_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def entry(folder: Path) -> dict:
    facts = json.loads((folder / "card.json").read_text())
    weights = folder / "model.safetensors"
    return {
        "id": folder.name,
        "name": facts["name"],
        "layers": facts["architecture"]["layers"],
        "dims": facts["architecture"]["dims"],
        "positionEmbeddings": facts["position_embeddings"],
        "bytes": weights.stat().st_size,
        "sha256": sha256(weights),
        "card": f"{folder.name}/card.json",
        # cards of early exports told of no cut
        "fall": facts["cut"]["fall"] if "cut" in facts else 0.0,
        "perplexity": facts["perplexity"]["heldOut"],
    }


def write_index(models: Path) -> dict:
    """List every exported model of a folder. Exits with a sentence when there is too much of one."""
    folders = sorted(path.parent for path in models.glob("*/card.json"))
    for folder in folders:
        if bytes_of(folder) > MOST_BYTES:
            raise SystemExit(f"{folder} has {bytes_of(folder):,} bytes: more than {MOST_BYTES:,} must not be shipped.")
    entries = [entry(folder) for folder in folders]
    first = min(entries, key=lambda model: (-model["fall"], model["perplexity"]))
    index = {"default": first["id"], "defaultBy": CHOICE, "models": entries}
    (models / "index.json").write_text(json.dumps(index, indent=2) + "\n")
    return index
