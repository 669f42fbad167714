"""The stages of a training run: each is what one optimizer did, from its first step to its last.

A run that was killed goes on within its stage, optimizer state and all. A run that takes up an exported
model begins a new one: only the weights and the step came along. stages.json in the run's folder lists the
earlier ones as the card of the export told them.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.corpus import Corpus


@dataclass(frozen=True)
class Start:
    """Where a stage begins: the step, and the tokens and seconds spent before it."""

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0


def of_card(card: dict) -> list[dict]:
    """Stages of an exported model. Early exports tell of none: they had a single one."""
    training = card["training"]
    only = {"fromStep": 0, "toStep": training["steps"], "note": "The optimizer's first and only state."}
    only |= {key: training[key] for key in ("tokens", "hours", "hardware")}
    return training.get("stages", [only])


def earlier(run: Path) -> list[dict]:
    file = run / "stages.json"
    return json.loads(file.read_text()) if file.exists() else []


def start_of(run: Path) -> Start:
    before = earlier(run)
    if not before:
        return Start()
    hours = sum(stage["hours"] for stage in before)
    return Start(before[-1]["toStep"], sum(stage["tokens"] for stage in before), hours * 3600)


def fingerprint(ids: np.ndarray) -> str:
    """SHA-256 of a corpus's token ids."""
    return hashlib.sha256(np.ascontiguousarray(ids)).hexdigest()


def refuse_other_corpus(export: Path, card: dict, corpus: Path) -> None:
    """Ids mean what they meant only with the export's tokenizer, and the data order and the held-out text
    stay what they were only on its corpus. Exits with a sentence otherwise."""
    ours, theirs = (json.loads((folder / "tokenizer.json").read_text()) for folder in (corpus, export))
    if ours != theirs:
        raise SystemExit(
            f"{corpus} was not made with the tokenizer of {export}. Make it again: "
            f"python -m models.tokenize --text TEXT --out {corpus} --tokenizer {export / 'tokenizer.json'}"
        )
    known = card["data"].get("idsSha256")
    if known and known != fingerprint(Corpus.load(corpus).ids):
        raise SystemExit(f"{corpus} holds another text than the one {export} was trained on ({card['data']['name']}).")


def begin(run: Path, corpus: Path, steps: int, export: Path | None) -> None:
    """Lay out the folder of a run that has made no step yet: its log so far and its earlier stages."""
    (run / "stages.json").unlink(missing_ok=True)
    (run / "log.jsonl").unlink(missing_ok=True)
    if export is None:
        return
    card = json.loads((export / "card.json").read_text())
    refuse_other_corpus(export, card, corpus)
    made = card["training"]["steps"]
    if steps <= made:
        raise SystemExit(f"{export} stands at step {made} already: ask for more than {steps} --steps.")
    (run / "log.jsonl").write_text("".join(json.dumps(record) + "\n" for record in card["curve"]))
    (run / "stages.json").write_text(json.dumps(of_card(card), indent=2) + "\n")


def now(run: Path, settings: dict, step: int, seconds: float) -> dict:
    """The stage that a run is in, as the card tells of it."""
    start = start_of(run)
    rise = f"the learning rate rose to {settings['learning_rate']:g} over {settings['warm_up']} steps"
    how = (
        f"Taken up from exported float16 weights with a fresh optimizer; {rise} again"
        if settings["continued"]
        else f"From random weights; {rise}"
    )
    return {
        "fromStep": start.step,
        "toStep": step,
        "tokens": (step - start.step) * settings["rows"] * settings["length"],
        "hours": round((seconds - start.seconds) / 3600, 2),
        "hardware": settings["hardware"],
        "note": f"{how}. {settings['note']}".strip(),
    }
