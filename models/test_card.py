"""The card's curve and its JSON, and the stages of exports that told of none."""

import json
import unittest

from models import card, stages


def log(steps: list[int]) -> list[dict]:
    return [{"step": step, "perplexity": 100} for step in steps]


class Card(unittest.TestCase):
    def test_a_short_curve_is_kept_whole(self) -> None:
        short = log([0, 25, 50, 500, 777, 1000])
        self.assertEqual(card.thinned(short), short)

    def test_a_long_curve_keeps_its_early_reports_and_its_end_and_is_even_between(self) -> None:
        early = [0, 25, 50, 100, 500]
        steps = [one["step"] for one in card.thinned(log([*early, *range(1000, 500_001, 500), 500_123]))]
        self.assertLessEqual(len(steps), card.MOST_REPORTS)
        self.assertGreater(len(steps), card.MOST_REPORTS / 2)
        self.assertEqual(steps[: len(early)], early)
        self.assertEqual(steps[-1], 500_123)
        self.assertEqual(len({after - before for before, after in zip(steps[len(early) :], steps[len(early) + 1 : -1])}), 1)

    def test_its_json_says_what_it_was_given(self) -> None:
        facts = {"name": "a", "cut": {"dims": [1, 2]}, "curve": log([0, 25]), "examples": [{"text": "é"}]}
        self.assertEqual(json.loads(card.dumps(facts)), facts)

    def test_an_early_export_had_one_stage(self) -> None:
        training = {"steps": 10, "tokens": 20, "hours": 0.5, "hardware": "one core"}
        (only,) = stages.of_card({"training": training})
        expected = {"fromStep": 0, "toStep": 10, "tokens": 20, "hours": 0.5, "hardware": "one core"}
        self.assertEqual({key: only[key] for key in expected}, expected)
