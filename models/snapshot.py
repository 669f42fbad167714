"""A training run as it stands at its last checkpoint, whether or not it goes on meanwhile."""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import BertForMaskedLM

from models import bert, settings, stages


@dataclass(frozen=True)
class Snapshot:
    settings: dict
    step: int
    stages: list[dict]
    log: list[dict]  # reports up to the step
    model: BertForMaskedLM


def read(run: Path) -> Snapshot:
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    step = state["step"]
    own = settings.read(run)
    model = bert.create(bert.config(own["layers"], own["dims"], own["heads"]), own["seed"], own["positions"])
    model.load_state_dict(state["model"])
    reports = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    all_stages = [*stages.earlier(run), stages.now(run, own, step, state["seconds"])]
    return Snapshot(own, step, all_stages, [one for one in reports if one["step"] <= step], model)
