"""Masked language modelling of a small BERT, with or without position embeddings.

    python -m models.train --corpus work/corpus --out work/bert --steps 30000
    python -m models.train --corpus work/corpus --out work/nopos --steps 30000 --no-positions

Kill it whenever you like: started again with the same arguments it goes on from the last
checkpoint and ends in the same bytes. log.jsonl holds a line of figures for every report.
"""

import argparse
import json
import math
import os
import signal
import time
from pathlib import Path

import numpy as np
import torch

from models import bert, corpus, tails

LAST_STRETCH = 0.25  # the share of steps over which the learning rate falls to zero
REPORT_BATCHES = 16
# reports come often while a tail may be born, then every REPORT_EVERY steps
EARLY_REPORTS = (0, 25, 50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900)
REPORT_EVERY = 500


def parse() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=Path, required=True, help="folder written by models.tokenize")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--steps", type=int, required=True)
    arguments.add_argument("--positions", action=argparse.BooleanOptionalAction, default=True)
    arguments.add_argument("--layers", type=int, default=4)
    arguments.add_argument("--dims", type=int, default=256)
    arguments.add_argument("--heads", type=int, default=4)
    arguments.add_argument("--rows", type=int, default=16)
    arguments.add_argument("--length", type=int, default=128)
    arguments.add_argument("--learning-rate", type=float, default=1e-3)
    arguments.add_argument("--warm-up", type=int, default=400)
    arguments.add_argument("--beta2", type=float, default=0.98)
    arguments.add_argument("--weight-decay", type=float, default=0.01)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--save-every", type=int, default=250)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=False)
    arguments.add_argument("--compile", action=argparse.BooleanOptionalAction, default=False)
    arguments.add_argument("--device", default="cpu")
    arguments.add_argument("--hardware", default="unnamed", help="what the card says it was trained on")
    return arguments.parse_args()


def learning_rate(step: int, options: argparse.Namespace) -> float:
    """Linear warm-up, a plateau, then a linear fall to zero over the last stretch."""
    rise = min(1.0, (step + 1) / options.warm_up)
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


class Run:
    """A model in training: one step, one report, one checkpoint at a time."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.text = corpus.Corpus.load(options.corpus)
        settings = bert.config(options.layers, options.dims, options.heads)
        self.model = bert.create(settings, options.seed, options.positions).to(options.device)
        self.optimizer = optimizer_of(self.model, options)
        self.step = 0
        self.seconds = 0.0
        self.loss = torch.compile(self.batch_loss) if options.compile else self.batch_loss
        self.checkpoint = options.out / "checkpoint.pt"
        self.log = options.out / "log.jsonl"

    def tensors(self, step: int, held_out: bool = False) -> list[torch.Tensor]:
        made = corpus.batch(self.text, self.options.rows, self.options.length, self.options.seed, step, held_out)
        arrays = (made.inputs, made.positions, made.segments, made.chosen, made.targets)
        return [torch.from_numpy(array).to(self.options.device) for array in arrays]

    def batch_loss(self, inputs, positions, segments, chosen, targets) -> torch.Tensor:
        with torch.autocast(self.options.device, torch.bfloat16, enabled=self.options.bf16):
            last = bert.hidden_states(self.model, inputs, positions, segments)[-1]
            return bert.masked_loss(self.model, last, chosen, targets)

    def advance(self) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.step, self.options)
        loss = self.loss(*self.tensors(self.step))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        return loss.item()

    @torch.no_grad()
    def report(self, loss: float | None) -> None:
        """Append held-out loss and tail statistics to the log. Float32 whatever training uses."""
        losses, kept, sentences = [], [], []
        for number in range(REPORT_BATCHES):
            inputs, positions, segments, chosen, targets = self.tensors(number, held_out=True)
            # the tails are those of whole text: put the masked words back
            states = bert.hidden_states(self.model, inputs, positions, segments)
            losses.append(bert.masked_loss(self.model, states[-1], chosen, targets).item())
            if number < 4:
                whole = inputs.flatten().scatter(0, chosen, targets).view_as(inputs)
                states = bert.hidden_states(self.model, whole, positions, segments)
                real = segments >= 0
                row = torch.arange(len(inputs), device=inputs.device)[:, None] + len(inputs) * number
                sentences.append((row * 1000 + segments)[real].cpu().numpy())
                kept.append([state[real].double().cpu().numpy() for state in states])
        held = float(np.mean(losses))
        record = {
            "step": self.step,
            "tokens": self.step * self.options.rows * self.options.length,
            "seconds": round(self.seconds),
            "loss": loss,
            "heldOutLoss": round(held, 4),
            "perplexity": round(math.exp(held), 2),
            "layers": [
                tails.layer_statistics(np.concatenate(part), np.concatenate(sentences))
                for part in zip(*kept, strict=True)
            ],
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

    def resume(self) -> None:
        if not self.checkpoint.exists():
            self.log.unlink(missing_ok=True)
            return
        state = torch.load(self.checkpoint, map_location=self.options.device, weights_only=True)
        self.step, self.seconds = state["step"], state["seconds"]
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        # reports past the checkpoint will be made again
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        kept = [line for line in lines if json.loads(line)["step"] <= self.step]
        self.log.write_text("".join(line + "\n" for line in kept))
        print(f"resumed at step {self.step}", flush=True)


def due(step: int, steps: int) -> bool:
    return step in EARLY_REPORTS or step % REPORT_EVERY == 0 or step == steps


def main() -> None:
    options = parse()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    facts = {key: value for key, value in vars(options).items() if not isinstance(value, Path)}
    (options.out / "settings.json").write_text(json.dumps(facts, indent=2) + "\n")
    run = Run(options)
    run.resume()
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if run.step == 0:
        run.report(None)
    while run.step < options.steps and not stopped:
        began = time.monotonic()
        loss = run.advance()
        run.seconds += time.monotonic() - began
        if due(run.step, options.steps):
            run.report(round(loss, 4))
        if run.step % options.save_every == 0:
            run.save()
    run.save()
    run.model.save_pretrained(options.out / "pretrained")


if __name__ == "__main__":
    main()
