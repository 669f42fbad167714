"""Does a tail depend on how a model is trained? Short runs that differ from the bundled models' in one thing each.

    python -m models.experiments --corpus work/corpus --out work/experiments --tokens 6000000 --bf16 --compile

Every run reads as many tokens of the same corpus and is one row of models/experiments.json, which models.export
puts into the cards. What is varied is what papers name as a cause of outlier dimensions: the learning rate, its
warm-up and Adam's second moment (He et al. 2024), weight decay, batch size, depth, position embeddings
(Luo et al. 2021); and the seed, which shows how far two runs differ that differ in nothing. Kill it whenever you
like: rows that are written stay, and the run it was in goes on.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch

from models import settings, train
from models.export import EXPERIMENTS

VARIANTS: dict[str, dict] = {
    "as bundled": {},
    "another seed": {"seed": 2},
    "no position embeddings": {"positions": False},
    "learning rate 0.0003": {"learning_rate": 3e-4},
    "learning rate 0.003": {"learning_rate": 3e-3},
    "warm-up over 100 steps": {"warm_up": 100},
    "warm-up over 1,600 steps": {"warm_up": 1600},
    "beta2 0.9": {"beta2": 0.9},
    "beta2 0.999": {"beta2": 0.999},
    "no weight decay": {"weight_decay": 0.0},
    "weight decay 0.1": {"weight_decay": 0.1},
    "batches of 1,024 tokens": {"rows": 8},
    "batches of 8,192 tokens": {"rows": 64},
    "2 layers": {"layers": 2},
    "8 layers": {"layers": 8},
}


def flags(chosen: dict) -> list[str]:
    """Settings as models.train takes them on its command line."""
    given = []
    for key, value in chosen.items():
        name = key.replace("_", "-")
        given += [f"--{name}" if value else f"--no-{name}"] if isinstance(value, bool) else [f"--{name}", str(value)]
    return given


def options_of(name: str, options: argparse.Namespace, passed_on: list[str]) -> argparse.Namespace:
    """A variant's settings, with as many steps as make up the tokens. What is passed on yields to the variant."""
    folder = options.out / name.replace(" ", "-").replace(",", "")
    own = flags({"corpus": options.corpus, "out": folder, "steps": 1})
    found = settings.parse([*own, *passed_on, *flags(VARIANTS[name])], "a short run")
    found.steps = max(1, options.tokens // (found.rows * found.length))
    return found


def row(name: str, run: train.Run) -> dict:
    """What a run came to, from its last report; layers 0..L."""
    last = run.reports()[-1]
    return {
        "name": name,
        "changed": VARIANTS[name],
        "steps": last["step"],
        "tokens": last["tokens"],
        "perplexity": last["perplexity"],
        "layers": [{key: layer[key] for key in ("argmin", "argmax", "z")} for layer in last["layers"]],
        "hours": round(run.seconds / 3600, 2),
        "hardware": run.options.hardware,
    }


def in_order(rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda one: list(VARIANTS).index(one["name"]))


def main(given: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=Path, required=True, help="folder written by models.tokenize")
    arguments.add_argument("--out", type=Path, required=True, help="a folder for the runs")
    arguments.add_argument("--tokens", type=int, required=True, help="that each run reads")
    arguments.add_argument("--rows-file", type=Path, default=EXPERIMENTS)
    arguments.add_argument("--only", nargs="*", choices=VARIANTS, default=list(VARIANTS), metavar="NAME")
    options, passed_on = arguments.parse_known_args(given)
    file = options.rows_file
    for name in options.only:
        rows = json.loads(file.read_text()) if file.exists() else []
        run_options = options_of(name, options, passed_on)
        done = next((one for one in rows if one["name"] == name), None)
        if done and done["steps"] == run_options.steps:
            continue
        torch.set_num_threads(run_options.threads)
        run = train.open_run(run_options)
        train.train(run, lambda: False)
        others = [one for one in rows if one["name"] != name]
        file.write_text(json.dumps(in_order([*others, row(name, run)]), indent=1) + "\n")
        print(f"{name}: perplexity {run.reports()[-1]['perplexity']}", flush=True)


if __name__ == "__main__":
    main()
