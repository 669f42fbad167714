"""All tests of models/: the units, every bundled model, and the smoke training.

    python -m models.tests

With --report FILE the counts are also written there, for the sum that .ci/run ends with (scripts/report).
"""

import argparse
import json
import sys
import time
import unittest
from pathlib import Path

import torch
from transformers import AutoTokenizer, BertForMaskedLM

from models import bert
from models.examples import SENTENCES


def assert_reads_like_transformers(test: unittest.TestCase, folder: Path) -> None:
    """transformers' own forward pass on a padded batch equals ours, which was trained and measured; a model without
    positions gives the same wherever its tokens stand."""
    card = json.loads((folder / "card.json").read_text())
    model = BertForMaskedLM.from_pretrained(folder, dtype=torch.float32).eval()
    batch = AutoTokenizer.from_pretrained(folder)(
        [text for text, _ in SENTENCES[:6]], padding=True, return_tensors="pt"
    )
    ids, mask = batch["input_ids"], batch["attention_mask"].bool()
    test.assertFalse(bool(mask.all()), "a batch with padding")
    positions = torch.arange(ids.shape[1]).expand_as(ids)
    with torch.no_grad():
        theirs = model(ids, attention_mask=batch["attention_mask"], output_hidden_states=True)
        ours = bert.hidden_states(bert.read(folder, card["position_embeddings"]), ids, positions, mask.long() - 1)
        moved = model(ids, attention_mask=batch["attention_mask"], position_ids=positions + 7)
        logits = model.cls(ours[-1])
    test.assertEqual(len(ours), card["architecture"]["layers"] + 1)
    for mine, other in zip(ours, theirs.hidden_states, strict=True):
        torch.testing.assert_close(mine[mask], other[mask], atol=1e-4, rtol=0)
    torch.testing.assert_close(logits[mask], theirs.logits[mask], atol=1e-3, rtol=0)
    same_elsewhere = torch.allclose(moved.logits[mask], theirs.logits[mask], atol=1e-5)
    test.assertEqual(same_elsewhere, not card["position_embeddings"])


def main(only: str | None = None) -> None:
    arguments = argparse.ArgumentParser(description="Run the tests of models/.")
    arguments.add_argument("--report", type=Path)
    options = arguments.parse_args()
    torch.set_num_threads(1)
    loader = unittest.defaultTestLoader
    names = [only] if only else [f"models.{file.stem}" for file in sorted(Path("models").glob("test_*.py"))]
    suite = loader.loadTestsFromNames(names if only else [*names, "models.smoke"])
    began = time.monotonic()
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    counts = {"by": "python -m models.tests", "passed": max(0, result.testsRun - failed - skipped)}
    counts |= {"failed": failed, "skipped": skipped}
    if options.report:
        options.report.parent.mkdir(parents=True, exist_ok=True)
        options.report.write_text(json.dumps(counts) + "\n")
    print(f"{counts['passed']} passed, {failed} failed, {time.monotonic() - began:.0f} s")
    sys.exit(1 if failed or not result.testsRun else 0)


if __name__ == "__main__":
    main()
