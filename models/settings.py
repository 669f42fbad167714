"""What a training run was asked for: read from the command line, kept beside the run as settings.json."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

# what shapes a run's arithmetic from its first step on: a run that goes on must be given the same
FIXED = ("positions", "layers", "dims", "heads", "rows", "length", "learning_rate", "warm_up", "beta2")
FIXED += ("weight_decay", "seed", "bf16", "continued")
# what the weights of an export are, whoever trains them on
SHAPE = ("positions", "layers", "dims", "heads")


def parser(description: str) -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--corpus", type=Path, required=True, help="folder written by models.tokenize")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--steps", type=int, required=True, help="where the learning rate reaches zero")
    arguments.add_argument(
        "--continue-from",
        type=Path,
        metavar="EXPORT",
        help="folder written by models.export: go on from its weights and step, with a fresh optimizer; "
        "what it was trained with is the default of all else",
    )
    arguments.add_argument("--positions", action=argparse.BooleanOptionalAction, default=True)
    arguments.add_argument("--layers", type=int, default=4)
    arguments.add_argument("--dims", type=int, default=256)
    arguments.add_argument("--heads", type=int, default=4)
    arguments.add_argument("--rows", type=int, default=16)
    arguments.add_argument("--length", type=int, default=128)
    arguments.add_argument("--learning-rate", type=float, default=1e-3)
    arguments.add_argument("--warm-up", type=int, default=400, help="steps, counted from where this run began")
    arguments.add_argument("--beta2", type=float, default=0.98)
    arguments.add_argument("--weight-decay", type=float, default=0.01)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--save-every", type=int, default=250)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=False)
    arguments.add_argument("--compile", action=argparse.BooleanOptionalAction, default=False)
    arguments.add_argument("--device", default="cpu")
    arguments.add_argument("--hardware", default="unnamed", help="what the card says it was trained on")
    arguments.add_argument("--note", default="", help="a sentence for the card on this stretch of training")
    return arguments


def of_card(card: dict) -> dict:
    """The settings that an exported model was last trained with. Cards of early exports lack some."""
    training, architecture = card["training"], card["architecture"]
    known = {
        **{key: architecture[key] for key in ("layers", "dims", "heads")},
        "positions": card["position_embeddings"],
        "bf16": training["precision"].startswith("bfloat16"),
    }
    wanted = ("rows", "length", "learning_rate", "warm_up", "beta2", "weight_decay", "seed")
    return known | {key: training[key] for key in wanted if key in training}


def parse(given: Sequence[str] | None, description: str) -> argparse.Namespace:
    """Exits with a sentence when an export is to be trained on as another architecture than its own."""
    arguments = parser(description)
    options = arguments.parse_args(given)
    if options.continue_from:
        known = of_card(json.loads((options.continue_from / "card.json").read_text()))
        arguments.set_defaults(**known)
        options = arguments.parse_args(given)
        other = [key for key in SHAPE if getattr(options, key) != known[key]]
        if other:
            facts = ", ".join(f"{key} {known[key]}" for key in other)
            arguments.error(f"{options.continue_from} has {facts}: leave out what asks for something else.")
    options.continued = options.continue_from is not None
    return options


def write(run: Path, options: argparse.Namespace) -> None:
    facts = {key: value for key, value in vars(options).items() if not isinstance(value, Path | None)}
    (run / "settings.json").write_text(json.dumps(facts, indent=2) + "\n")


def read(run: Path) -> dict:
    """The settings a run was last started with."""
    return {"continued": False, "note": "", **json.loads((run / "settings.json").read_text())}


def refuse_others(run: Path, options: argparse.Namespace) -> None:
    """A run goes on as what it is: exits with a sentence when it was started with other settings."""
    before = read(run)
    other = [key for key in FIXED if before[key] != getattr(options, key)]
    if other:
        facts = ", ".join(f"{key} {before[key]}, not {getattr(options, key)}" for key in other)
        raise SystemExit(f"{run} was begun with {facts}. Give the same arguments again, or another --out.")
