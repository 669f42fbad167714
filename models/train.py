"""Masked language modelling of a small BERT, with or without position embeddings.

    python -m models.train --corpus work/corpus --out work/bert --steps 30000
    python -m models.train --corpus work/corpus --out work/nopos --steps 30000 --no-positions
    python -m models.train --corpus work/corpus --out work/more --steps 60000 --continue-from public/models/tailscope-bert

Kill it whenever you like: started again with the same arguments it goes on from the last
checkpoint and ends in the same bytes. log.jsonl holds a line of figures for every report. A new run may
begin where an exported model stands: docs/training.md.
"""

import argparse
import json
import math
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import torch
from transformers import BertForMaskedLM

from models import bert, corpus, heldout, settings, stages, tails

LAST_STRETCH = 0.25  # the share of steps over which the learning rate falls to zero
REPORT_BATCHES = 16
WHOLE_BATCHES = 4
# reports come often while a tail may be born, then every REPORT_EVERY steps
EARLY_REPORTS = (0, 25, 50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900)
REPORT_EVERY = 500


def learning_rate(step: int, first: int, options: argparse.Namespace) -> float:
    """Linear warm-up from the stage's first step, a plateau, then a linear fall to zero over the last stretch."""
    rise = min(1.0, (step - first + 1) / options.warm_up)
    fall = min(1.0, (options.steps - step) / (LAST_STRETCH * options.steps))
    return options.learning_rate * rise * fall


def optimizer_of(model: torch.nn.Module, options: argparse.Namespace) -> torch.optim.AdamW:
    """AdamW without decay on LayerNorms and biases (the parameters of one axis)."""
    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if p.ndim > 1], "weight_decay": options.weight_decay},
        {"params": [p for p in trained if p.ndim == 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, options.beta2), eps=1e-6, fused=True)


def model_of(options: argparse.Namespace) -> BertForMaskedLM:
    """The model a run begins with: drawn from the seed, or an exported one in float32."""
    if options.continue_from:
        return bert.read(options.continue_from, options.positions)
    return bert.create(bert.config(options.layers, options.dims, options.heads), options.seed, options.positions)


class Run:
    """A model in training: one step, one report, one checkpoint at a time."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.text = corpus.Corpus.load(options.corpus)
        self.model = model_of(options).to(options.device)
        self.optimizer = optimizer_of(self.model, options)
        self.start = stages.start_of(options.out)
        self.step = self.start.step
        self.seconds = self.start.seconds
        self.loss = torch.compile(self.batch_loss) if options.compile else self.batch_loss
        self.checkpoint = options.out / "checkpoint.pt"
        self.log = options.out / "log.jsonl"

    def tensors(self, step: int, held_out: bool = False) -> list[torch.Tensor]:
        made = corpus.batch(self.text, self.options.rows, self.options.length, self.options.seed, step, held_out)
        return heldout.tensors(made, self.options.device)

    @property
    def tokens(self) -> int:
        return self.start.tokens + (self.step - self.start.step) * self.options.rows * self.options.length

    def batch_loss(self, inputs, positions, segments, chosen, targets) -> torch.Tensor:
        with torch.autocast(self.options.device, torch.bfloat16, enabled=self.options.bf16):
            last = bert.hidden_states(self.model, inputs, positions, segments)[-1]
            return bert.masked_loss(self.model, last, chosen, targets)

    def advance(self) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.step, self.start.step, self.options)
        loss = self.loss(*self.tensors(self.step))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        return loss.item()

    def report(self, loss: float | None) -> None:
        """Append held-out loss and tail statistics to the log."""
        held_out = partial(self.tensors, held_out=True)
        held = float(np.mean(heldout.masked_losses(self.model, held_out, REPORT_BATCHES)))
        whole = heldout.whole_text(self.model, held_out, WHOLE_BATCHES)
        record = {
            "step": self.step,
            "tokens": self.tokens,
            "seconds": round(self.seconds),
            "loss": loss,
            "heldOutLoss": round(held, 4),
            "perplexity": round(math.exp(held), 2),
            "layers": [tails.layer_statistics(x.astype(np.float64), whole.sentence) for x in whole.states],
            "norms": tails.norm_extremes(self.model),
        }
        with self.log.open("a") as log:
            log.write(json.dumps(record) + "\n")
        first = record["layers"][1]
        print(f"step {self.step} perplexity {record['perplexity']} layer 1 {first}", flush=True)

    def save(self) -> None:
        """Write the checkpoint whole or not at all."""
        state = {
            "step": self.step,
            "seconds": self.seconds,
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        os.replace(part, self.checkpoint)

    def reports(self) -> list[dict]:
        return [json.loads(line) for line in self.log.read_text().splitlines()] if self.log.exists() else []

    def resume(self) -> None:
        """Go on from the checkpoint, or begin."""
        if not self.checkpoint.exists():
            if all(record["step"] != self.step for record in self.reports()):
                self.report(None)
            return
        state = torch.load(self.checkpoint, map_location=self.options.device, weights_only=True)
        self.step, self.seconds = state["step"], state["seconds"]
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        # reports past the checkpoint will be made again
        kept = [record for record in self.reports() if record["step"] <= self.step]
        self.log.write_text("".join(json.dumps(record) + "\n" for record in kept))
        print(f"resumed at step {self.step}", flush=True)


def due(step: int, steps: int) -> bool:
    return step in EARLY_REPORTS or step % REPORT_EVERY == 0 or step == steps


def open_run(options: argparse.Namespace) -> Run:
    """A run at its last checkpoint, or at its beginning with the first report made."""
    options.out.mkdir(parents=True, exist_ok=True)
    if (options.out / "checkpoint.pt").exists():
        settings.refuse_others(options.out, options)
    else:
        stages.begin(options.out, options.corpus, options.steps, options.continue_from)
    settings.write(options.out, options)
    run = Run(options)
    run.resume()
    return run


def train(run: Run, asked_to_stop: Callable[[], bool]) -> None:
    """Step on until the last step, or until asked to stop; leave a checkpoint either way."""
    options = run.options
    while run.step < options.steps and not asked_to_stop():
        began = time.monotonic()
        loss = run.advance()
        run.seconds += time.monotonic() - began
        if due(run.step, options.steps):
            run.report(round(loss, 4))
        if run.step % options.save_every == 0:
            run.save()
    run.save()
    run.model.save_pretrained(options.out / "pretrained")


def main(given: Sequence[str] | None = None) -> None:
    options = settings.parse(given, __doc__.splitlines()[0])
    torch.set_num_threads(options.threads)
    run = open_run(options)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    train(run, stopped.is_set)


if __name__ == "__main__":
    main()
