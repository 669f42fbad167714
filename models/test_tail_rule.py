"""The tail table's rule against its plain definition and against the page's thresholds."""

import re
import unittest
from pathlib import Path
from unittest.mock import patch

import numpy as np

from models import oracle, tail_rule


class TailRule(unittest.TestCase):
    def test_has_the_thresholds_of_the_page(self) -> None:
        source = Path("src/measures/tail-rule.ts").read_text()
        body = re.search(r"DEFAULT_TAIL_RULE[^{]*\{([^}]*)\}", source).group(1)
        self.assertEqual({key: float(value) for key, value in re.findall(r"(\w+): ([\d.]+)", body)}, tail_rule.RULE)

    def test_finds_what_the_plain_definition_finds(self) -> None:
        tails = 0
        for loose in ({}, {"share": 0.2, "z": 1.0}):
            with patch.dict(oracle.RULE, loose):
                for case in oracle.cases():
                    states = np.array(case["data"]).reshape(case["layers"], case["tokens"], case["dims"])
                    found = tail_rule.detect(list(states), np.array(case["kinds"]), oracle.RULE)
                    over_all = [tail for tail in found if tail["scope"] == "all"]
                    told = [{key: tail[key] for key in ("dim", "side", "layers")} for tail in over_all]
                    with self.subTest(case["name"], **loose):
                        self.assertCountEqual(told, case["tails"])
                    tails += len(told)
        self.assertGreater(tails, 15)

    def test_names_who_carries_a_tail_and_orders_by_strength(self) -> None:
        rng = np.random.default_rng(3)
        kinds = np.array([1, 0, 0, 2] * 10)
        states = [rng.normal(size=(40, 16)) for _ in range(3)]
        for x in states[1:]:
            x[kinds == 0, 5] -= 30  # minimum of the words: half of all vectors
            x[:, 9] += 30  # maximum of all
            x[kinds == 1, 2] -= 30  # minimum of [CLS] alone
        found = tail_rule.detect(states, kinds)
        told = [(tail["dim"], tail["side"], tail["scope"], tail["carriers"], tail["layers"]) for tail in found]
        self.assertEqual(
            told,
            [
                (9, "max", "all", ["word", "first", "last"], [1, 2]),
                (5, "min", "all", ["word"], [1, 2]),
                (2, "min", "special", ["first"], [1, 2]),
            ],
        )
        self.assertEqual(found[0]["strength"], 2)  # all vectors, where the rule asks for half
