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
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from models import heldout, measure, settings, tail_rule, tails, train
from models.export import EXPERIMENTS

LOSS_BATCHES, WHOLE_BATCHES = 64, 16
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


def told(name: str, options: argparse.Namespace, passed_on: list[str]) -> str:
    """What a variant changes, for people."""
    usual = settings.parse([*flags({"corpus": options.corpus, "out": options.out, "steps": 1}), *passed_on], "")

    def change(key: str, value: object) -> str:
        if isinstance(value, bool):
            return f"{'with' if value else 'without'} {key}"
        return f"{key.replace('_', ' ')} {value} instead of {getattr(usual, key)}"

    return ", ".join(change(key, value) for key, value in VARIANTS[name].items()) or "nothing"


def strongest(states: list[np.ndarray], ids: np.ndarray) -> dict | None:
    """The strongest tail over all vectors by the page's rule, with its means over layers 1..L."""
    found = [tail for tail in tail_rule.detect(states, measure.kinds_of(ids)) if tail["scope"] == "all"]
    if not found:
        return None
    first = found[0]
    means = {key: round(float(np.mean(first[key][1:])), 4) for key in ("share", "z")}
    return {"dim": first["dim"], "side": first["side"], **means}


def row(name: str, changed: str, run: train.Run) -> dict:
    """What a run came to, on the same held-out text for every row; layers 0..L."""
    batches = measure.batches_of(run.text, run.options.device)
    losses = heldout.masked_losses(run.model, batches, LOSS_BATCHES)
    whole = heldout.whole_text(run.model, batches, WHOLE_BATCHES)
    states = [x.astype(np.float64) for x in whole.states]
    layers = [tails.layer_statistics(x, whole.sentence) for x in states]
    return {
        "name": name,
        "changed": changed,
        "settings": VARIANTS[name],
        "steps": run.step,
        "tokens": run.tokens,
        "perplexity": round(math.exp(np.mean(losses)), 2),
        "tail": strongest(states, whole.ids),
        "layers": [{key: layer[key] for key in ("argmin", "argmax", "z")} for layer in layers],
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
        found = row(name, told(name, options, passed_on), run)
        others = [one for one in rows if one["name"] != name]
        file.write_text(json.dumps(in_order([*others, found]), indent=1) + "\n")
        print(f"{name}: perplexity {found['perplexity']}, tail {found['tail']}", flush=True)


if __name__ == "__main__":
    main()
