"""What NumPy's least squares explains of a value by one predictor, by another and by both: the fixture of
`two-predictors.test.ts`.

    python -m models.regression_oracle        # rewrites src/measures/fixtures/regressions.json
"""

import json
import sys
from pathlib import Path

import numpy as np

OUT = Path(__file__).parent.parent / "src/measures/fixtures/regressions.json"


def explained(value: np.ndarray, *predictors: np.ndarray) -> float:
    design = np.stack([np.ones_like(value), *predictors], axis=1)
    rest = value - design @ np.linalg.lstsq(design, value, rcond=None)[0]
    return float(1 - (rest**2).sum() / ((value - value.mean()) ** 2).sum())


def main() -> None:
    random = np.random.default_rng(9)
    cases = []
    for n, shift, mixed in ((40, 0.0, 0.5), (25, -12.0, -2.0), (60, 1000.0, 0.0)):
        first = random.integers(0, 30, n).astype(float)
        second = np.log(random.integers(1, 500, n)) + mixed * first / 30
        value = shift + 0.05 * first - 0.4 * second + random.normal(size=n)
        value, second = value.round(4), second.round(4)
        cases.append(
            {
                "value": value.tolist(),
                "first": first.tolist(),
                "second": second.tolist(),
                "explained": {
                    "first": explained(value, first),
                    "second": explained(value, second),
                    "both": explained(value, first, second),
                },
            }
        )
    found = {"versions": {"python": sys.version.split()[0], "numpy": np.__version__}, "cases": cases}
    OUT.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
