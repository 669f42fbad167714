"""A whole training in two minutes, on a text of our own: tokenize, train, kill, resume, export, continue, load.

    python -m models.smoke

Writes into work/smoke, which it empties first. A run that is killed halfway, by SIGKILL and by SIGTERM, must end
in the bytes of one that nobody disturbed; what is exported must be what transformers reads.
"""

import json
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

import numpy as np
import torch
from transformers import BertForMaskedLM

from models import bert, experiments, export, settings, smoke_text, tests, tokenize, train

WORK = Path("work/smoke")
SOURCE = Path("models/sources/smoke.json")
SENTENCES = 6000
STEPS, MORE_STEPS = 120, 200
SHAPE = ["--layers", "2", "--dims", "64", "--heads", "2", "--rows", "8", "--warm-up", "20"]
PATIENCE = 300  # seconds until a killed process must have saved a checkpoint


def arguments(run: str, steps: int, *more: str) -> list[str]:
    given = ["--corpus", WORK / "corpus", "--out", WORK / run, "--steps", steps, "--save-every", 20]
    return [*map(str, given), "--hardware", "a smoke test", *more]


def train_in_peace(given: list[str]) -> None:
    torch.set_num_threads(1)
    train.train(train.open_run(settings.parse(given, "smoke")), lambda: False)


def train_and_kill(given: list[str], run: str, blow: signal.Signals) -> int:
    """Train in a process of its own and kill it after its first checkpoint. Gives the step it is left at."""
    checkpoint = WORK / run / "checkpoint.pt"
    process = subprocess.Popen([sys.executable, "-m", "models.train", *given], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + PATIENCE
        while not checkpoint.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(blow)
        process.wait(PATIENCE)
    finally:
        process.kill()
    return torch.load(checkpoint, weights_only=True)["step"]


def export_as(identifier: str, run: str) -> None:
    rows = ["--experiments", str(WORK / "experiments.json")]
    given = ["--corpus", WORK / "corpus", "--source", SOURCE, "--run", WORK / run, "--models", WORK / "models"]
    export.main([*map(str, given), "--id", identifier, *rows])


def card_of(identifier: str) -> dict:
    return json.loads((WORK / "models" / identifier / "card.json").read_text())


def log_of(run: str) -> list[dict]:
    """Reports without the time they took."""
    records = [json.loads(line) for line in (WORK / run / "log.jsonl").read_text().splitlines()]
    return [{key: value for key, value in record.items() if key != "seconds"} for record in records]


def bytes_of(run: str) -> dict[str, bytes]:
    """Weights and optimizer state, to the bit."""
    state = torch.load(WORK / run / "checkpoint.pt", weights_only=True)
    moments = {
        f"{number}.{key}": value.numpy().tobytes()
        for number, slot in state["optimizer"]["state"].items()
        for key, value in slot.items()
    }
    weights = {key: value.numpy().tobytes() for key, value in state["model"].items()}
    return {**weights, **moments, "step": str(state["step"]).encode()}


class Smoke(unittest.TestCase):
    killed_at: dict[str, int] = {}

    @classmethod
    def setUpClass(cls) -> None:
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir(parents=True)
        (WORK / "text.txt").write_text(smoke_text.text(SENTENCES, seed=1))
        tokenize.main(["--text", str(WORK / "text.txt"), "--out", str(WORK / "corpus")])
        first = [*SHAPE, "--bf16"]
        train_in_peace(arguments("whole", STEPS, *first))
        cls.killed_at["killed"] = train_and_kill(arguments("killed", STEPS, *first), "killed", signal.SIGKILL)
        train_in_peace(arguments("killed", STEPS, *first))
        train_in_peace(arguments("nopos", STEPS, *first, "--no-positions"))
        # two rows of experiments so small that they say nothing
        tiny = ["--tokens", "4096", "--only", "as bundled", "2 layers", "--layers", "1", "--dims", "32", "--heads", "2"]
        where = ["--corpus", WORK / "corpus", "--out", WORK / "experiments", "--rows-file", WORK / "experiments.json"]
        experiments.main([*map(str, where), *tiny])
        export_as("smoke", "whole")
        export_as("smoke-nopos", "nopos")

        on = ["--continue-from", str(WORK / "models/smoke"), "--warm-up", "10"]
        train_in_peace(arguments("more", MORE_STEPS, *on))
        cls.killed_at["more-killed"] = train_and_kill(
            arguments("more-killed", MORE_STEPS, *on), "more-killed", signal.SIGTERM
        )
        train_in_peace(arguments("more-killed", MORE_STEPS, *on))
        export_as("smoke-more", "more")

    def test_a_run_killed_halfway_ends_in_the_bytes_of_one_that_was_not(self) -> None:
        self.assertTrue(0 < self.killed_at["killed"] < STEPS, self.killed_at)
        self.assertEqual(bytes_of("whole"), bytes_of("killed"))
        self.assertEqual(log_of("whole"), log_of("killed"))

    def test_so_does_a_run_that_took_up_an_export(self) -> None:
        self.assertTrue(STEPS < self.killed_at["more-killed"] < MORE_STEPS, self.killed_at)
        self.assertEqual(bytes_of("more"), bytes_of("more-killed"))
        self.assertEqual(log_of("more"), log_of("more-killed"))

    def test_the_model_learns(self) -> None:
        card = card_of("smoke-more")
        first = card["curve"][0]["perplexity"]
        self.assertGreater(first, 5000)
        self.assertLess(card["perplexity"]["heldOut"], first / 10)

    def test_an_exported_tokenizer_gives_the_same_ids_again(self) -> None:
        kept = WORK / "models/smoke/tokenizer.json"
        tokenize.main(["--text", str(WORK / "text.txt"), "--out", str(WORK / "again"), "--tokenizer", str(kept)])
        self.assertEqual((WORK / "again/tokenizer.json").read_bytes(), kept.read_bytes())
        for name in ("ids.npy", "starts.npy"):
            np.testing.assert_array_equal(np.load(WORK / "again" / name), np.load(WORK / "corpus" / name))

    def test_an_export_is_taken_up_where_it_stands(self) -> None:
        card, before = card_of("smoke-more"), card_of("smoke")
        per_step = 8 * 128
        spans = [(s["fromStep"], s["toStep"], s["tokens"]) for s in card["training"]["stages"]]
        self.assertEqual(spans, [(0, STEPS, STEPS * per_step), (STEPS, MORE_STEPS, (MORE_STEPS - STEPS) * per_step)])
        self.assertIn("float16", card["training"]["stages"][1]["note"])
        self.assertEqual(card["training"]["stages"][0], before["training"]["stages"][0])
        self.assertEqual(card["training"]["tokens"], MORE_STEPS * per_step)
        self.assertEqual(card["curve"][: len(before["curve"])], before["curve"])
        self.assertEqual(card["curve"][-1]["step"], MORE_STEPS)
        self.assertEqual(card["curve"][-1]["tokens"], MORE_STEPS * per_step)
        # the first report after it begins where the last one before it ended
        self.assertLess(card["curve"][len(before["curve"])]["perplexity"], before["curve"][0]["perplexity"] / 5)

    def test_a_run_refuses_what_it_cannot_go_on_with(self) -> None:
        with self.assertRaisesRegex(SystemExit, "learning_rate 0.001, not 0.01"):
            train_in_peace(arguments("whole", STEPS, *SHAPE, "--bf16", "--learning-rate", "0.01"))
        with self.assertRaisesRegex(SystemExit, "stands at step 120 already"):
            train_in_peace(arguments("refused", STEPS, "--continue-from", str(WORK / "models/smoke")))
        other = WORK / "other"
        shutil.copytree(WORK / "corpus", other)
        (other / "tokenizer.json").write_text("{}")
        given = ["--corpus", other, "--out", WORK / "refused", "--continue-from", WORK / "models/smoke"]
        with self.assertRaisesRegex(SystemExit, "--tokenizer"):
            train_in_peace([*map(str, given), "--steps", "200"])
        shutil.copyfile(WORK / "corpus/tokenizer.json", other / "tokenizer.json")
        np.save(other / "ids.npy", np.load(WORK / "corpus/ids.npy")[::-1])
        with self.assertRaisesRegex(SystemExit, "another text"):
            train_in_peace([*map(str, given), "--steps", "200"])

    def test_every_export_is_what_transformers_reads(self) -> None:
        for name in ("smoke", "smoke-nopos", "smoke-more"):
            with self.subTest(name):
                tests.assert_reads_like_transformers(self, WORK / "models" / name)

    def test_the_index_lists_every_export_and_opens_with_the_furthest_fall(self) -> None:
        index = json.loads((WORK / "models/index.json").read_text())
        falls = {model["id"]: model["fall"] for model in index["models"]}
        self.assertEqual(list(falls), ["smoke", "smoke-more", "smoke-nopos"])
        self.assertEqual(falls[index["default"]], max(falls.values()))

    def test_experiments_become_rows_of_the_card(self) -> None:
        rows = card_of("smoke")["experiments"]
        self.assertEqual([row["name"] for row in rows], ["as bundled", "2 layers"])
        self.assertEqual([row["changed"] for row in rows], ["nothing", "layers 2 instead of 1"])
        self.assertEqual([len(row["layers"]) for row in rows], [2, 3])
        self.assertEqual({row["tokens"] for row in rows}, {4096})

    def test_exported_weights_are_those_of_the_run_in_float16(self) -> None:
        state = torch.load(WORK / "whole/checkpoint.pt", weights_only=True)["model"]
        model = BertForMaskedLM.from_pretrained(WORK / "models/smoke", dtype="auto")
        self.assertEqual(model.dtype, torch.float16)
        for key, value in model.state_dict().items():
            self.assertTrue(torch.equal(value, state[key].half()), key)
        taken_up = bert.read(WORK / "models/smoke", with_positions=True).state_dict()
        for key, value in taken_up.items():
            self.assertTrue(torch.equal(value, state[key].half().float()), key)


if __name__ == "__main__":
    tests.main(only="models.smoke")
