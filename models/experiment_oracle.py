"""What NumPy, SciPy, scikit-learn, PyTorch and NLTK say of the experiments' measures on small inputs: the fixture
that they are tested against.

    pip install -r models/requirements-oracle.txt
    python -m models.experiment_oracle        # rewrites src/measures/fixtures/experiments.json

Everything is computed the plain way from its definition (docs/measures.md).
"""

import json
import sys
import warnings
from itertools import combinations
from pathlib import Path

import nltk
import numpy as np
import scipy
import sklearn
from scipy.stats import pearsonr, rankdata, spearmanr
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score

from models.oracle import cosine

OUT = Path(__file__).parent.parent / "src/measures/fixtures/experiments.json"


def float32(values: np.ndarray) -> tuple[np.ndarray, list[float]]:
    """Rounded, so that the file is small; float32, as hidden states are; float64 from there on."""
    single = values.round(3).astype(np.float32)
    return single.astype(np.float64), [float(str(value)) for value in single.ravel()]


def self_similarity() -> list[dict]:
    """Mean cosine over all pairs of each group's vectors; a zero vector has cosine 0 with every other."""
    random = np.random.default_rng(3)
    cases = []
    for sizes, zero in (([2, 5, 3], False), ([4, 1, 2], True)):
        vectors = random.normal(size=(2, sum(sizes), 6)) + [0, 0, 2, 0, 0, 0]
        if zero:
            vectors[0, 1] = 0
        exact, data = float32(vectors)
        groups = np.repeat(np.arange(len(sizes)), sizes)
        means = [
            [
                float(np.mean([cosine(layer[i], layer[j]) for i, j in combinations(np.flatnonzero(groups == g), 2)]))
                if size > 1
                else None
                for g, size in enumerate(sizes)
            ]
            for layer in exact
        ]
        cases.append({"groups": groups.tolist(), "layers": 2, "dims": 6, "data": data, "means": means})
    return cases


def number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def word_in_context() -> list[dict]:
    random = np.random.default_rng(4)
    ties = random.integers(0, 11, size=(2, 30)) / 10  # many on a threshold, which is not over it
    plain = random.uniform(-0.2, 1, size=(3, 41))
    cases = []
    for cosines, same in ((ties, random.integers(0, 2, 30)), (plain, random.integers(0, 2, 41)), (plain[:, :5], np.ones(5, int))):
        thresholds = [t / 10 for t in range(1, 10)]
        cases.append(
            {
                "cosines": cosines.tolist(),
                "same": same.tolist(),
                "accuracy": [[float(accuracy_score(same, row > t)) for t in thresholds] for row in cosines],
                "auc": [roc_auc_score(same, row) if len(set(same)) > 1 else None for row in cosines],
            }
        )
    return cases


def correlations() -> list[dict]:
    random = np.random.default_rng(5)
    x = random.normal(size=23)
    tied = random.integers(0, 4, size=23).astype(float)
    lists = [(x, x**3 + random.normal(size=23)), (tied, x), (tied, tied[::-1]), (x, -x), (np.full(5, 0.1), x[:5]), (x[:2], tied[:2])]
    with np.errstate(invalid="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [
            {
                "x": a.tolist(),
                "y": b.tolist(),
                "ranks": rankdata(a).tolist(),
                "rankGaps": ((rankdata(a) - rankdata(b)) / (len(a) - 1)).tolist(),
                "pearson": number(pearsonr(a, b).statistic),
                "spearman": number(spearmanr(a, b).statistic),
            }
            for a, b in lists
        ]


def subset_scores() -> dict:
    random = np.random.default_rng(6)
    sizes = [9, 4, 17]
    starts = [0, *np.cumsum(sizes).tolist()]
    scores = random.integers(0, 6, size=sum(sizes)).astype(float)
    # each subset on a level of its own, so that together they are ordered otherwise than apart
    cosines = scores / 20 + random.normal(size=sum(sizes)) / 9 + np.repeat([0.5, -0.2, 0.1], sizes)
    each = {
        kind: [100 * float(of(cosines[a:b], scores[a:b]).statistic) for a, b in zip(starts, starts[1:])]
        for kind, of in (("spearman", spearmanr), ("pearson", pearsonr))
    }
    return {
        "cosines": cosines.tolist(),
        "scores": scores.tolist(),
        "starts": starts,
        "each": each,
        **{
            kind: {
                "all": 100 * float(of(cosines, scores).statistic),
                "mean": float(np.mean(each[kind])),
                "weighted": float(np.average(each[kind], weights=sizes)),
            }
            for kind, of in (("spearman", spearmanr), ("pearson", pearsonr))
        },
    }


def word_senses() -> list[dict]:
    """Nearest neighbours by cosine, and how often their label is right; whole numbers make ties, zeros make no direction."""
    random = np.random.default_rng(8)
    cases = []
    for tests, trains, dims in ((7, 9, 5), (12, 4, 3), (3, 1, 4)):
        whole = random.integers(-2, 3, size=(tests + trains, dims)).astype(float)
        whole[0] = 0
        cosines = np.array([[cosine(x, y) for y in whole[tests:]] for x in whole[:tests]])
        # rounded, so that what is equal by the definition is a tie here
        order = np.argsort(-cosines.round(9), axis=1, kind="stable")[:, :3]
        word = random.integers(0, 3, size=tests)
        right = random.integers(0, 2, size=tests)
        shares = [float(right[word == w].mean()) if (word == w).any() else None for w in range(3)]
        cases.append(
            {
                "dims": dims,
                "tests": whole[:tests].ravel().tolist(),
                "trains": whole[tests:].ravel().tolist(),
                "cosines": cosines.tolist(),
                "nearest": order.tolist(),
                "word": word.tolist(),
                "right": right.tolist(),
                "byWord": shares,
                "macro": float(np.mean([share for share in shares if share is not None])),
                "micro": float(right.mean()),
            }
        )
    return cases


TREES = [
    "( (S (NP (DT The) (NN ferry)) (VP (VBD left) (PP (IN at) (NP (NN dawn)))) (. .)))",
    "(S (NP-SBJ (-NONE- *)) (VP (VB Paint) (NP (NP (DT the) (NN door)) (, ,) (ADJP (JJ blue)))))",
    "(ROOT (S (`` ``) (NP (PRP We)) (VP (VBP wait) (SBAR (-NONE- 0) (S (NP (PRP they)) (VP (VBP sleep))))) ('' '')))",
    "(ROOT (FRAG (NP (NN Self) (HYPH -) (NN help)) (-LRB- -LRB-) (NP (CD two) (NNS lines)) (-RRB- -RRB-)))",
    "(NP (NP (NP (NN a) (NN b))) (NP (NN c)))",
    "(X (. .))",
]
PUNCTUATION = {".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "-NONE-"}


def bare(tree: nltk.Tree) -> tuple[list[str], set[tuple[int, int]]]:
    kept = [at for at in tree.treepositions("leaves") if tree[at[:-1]].label() not in PUNCTUATION]
    spans = set()
    for at in tree.treepositions():
        own = [i for i, leaf in enumerate(kept) if leaf[: len(at)] == at]
        if 1 < len(own) < len(kept):
            spans.add((own[0], own[-1] + 1))
    return [tree[at] for at in kept], spans


def split(distances: list[float], start: int = 0) -> set[tuple[int, int]]:
    words = len(distances) + 1
    if words == 1:
        return set()
    middle = int(np.argmax(distances))
    left, right = split(distances[:middle], start), split(distances[middle + 1 :], start + middle + 1)
    return {(start, start + words)} | left | right


def syntax() -> dict:
    random = np.random.default_rng(9)
    induced = []
    for words in (2, 3, 4, 7, 12, 12, 25):
        distances = random.integers(0, 4, size=words - 1).astype(float) if words == 12 else random.uniform(size=words - 1)
        found = split(distances.tolist()) - {(0, words)}
        gold = split(random.uniform(size=words - 1).tolist()) - {(0, words)}
        both = len(found & gold)
        precision, recall = both / max(1, len(found)), both / max(1, len(gold))
        f1 = 2 * precision * recall / (precision + recall) if both else 0.0
        induced.append({"distances": distances.tolist(), "found": sorted(found), "gold": sorted(gold), "f1": f1})
    trees = []
    for text in TREES:
        words, spans = bare(nltk.Tree.fromstring(text, remove_empty_top_bracketing=True))
        trees.append({"text": text, "words": words, "spans": sorted(spans)})
    vectors, data = float32(random.normal(size=(2, 5, 6)))
    cut = vectors.copy()
    cut[..., [1, 4]] = 0

    def distances_of(x: np.ndarray) -> dict:
        pairs = [[(layer[i], layer[i + 1]) for i in range(len(layer) - 1)] for layer in x]
        return {
            "cosine": [[1 - cosine(a, b) for a, b in layer] for layer in pairs],
            "l1": [[float(np.abs(a - b).sum()) for a, b in layer] for layer in pairs],
            "l2": [[float(np.linalg.norm(a - b)) for a, b in layer] for layer in pairs],
        }

    distances = {"layers": 2, "words": 5, "dims": 6, "data": data, "cut": [1, 4]}
    return {"induced": induced, "trees": trees, "distances": {**distances, "before": distances_of(vectors), "after": distances_of(cut)}}


def classifiers() -> list[dict]:
    random = np.random.default_rng(10)
    cases = []
    for count, dims, classes in ((40, 5, 2), (60, 4, 3), (30, 3, 2)):
        labels = random.integers(0, classes, size=count)
        vectors, data = float32(random.normal(size=(count, dims)) + labels[:, None] * np.linspace(-1, 1, dims))
        if count == 30:
            vectors[:, 1] = 0.5  # a constant dimension
            vectors, data = float32(vectors)
        model = LogisticRegression(C=1.0, tol=1e-10, max_iter=10000).fit(vectors, labels)
        cases.append(
            {
                "dims": dims,
                "classes": classes,
                "labels": labels.tolist(),
                "data": data,
                "weights": np.hstack([model.coef_, model.intercept_[:, None]]).tolist(),
                "told": model.predict(vectors).tolist(),
            }
        )
    return cases


def remedies() -> list[dict]:
    """Vectors as each remedy leaves them, fitted on themselves; of whitening, whose axes are free to turn, their products."""
    random = np.random.default_rng(11)
    cases = []
    for count, dims, kind in ((40, 6, "plain"), (30, 7, "dead"), (25, 5, "null")):
        vectors = random.normal(size=(count, dims)) @ random.normal(size=(dims, dims)) + np.linspace(-4, 2, dims)
        if kind == "dead":
            vectors[:, 2] = 0
        if kind == "null":  # as a LayerNorm without gamma leaves them
            vectors -= vectors.mean(axis=1, keepdims=True)
        exact, data = float32(vectors)
        centred = exact - exact.mean(axis=0)
        deviations = centred.std(axis=0)
        floor = np.maximum(deviations, 1e-6 * np.median(deviations))
        values, axes = np.linalg.eigh(np.cov(centred.T, bias=True))
        values, axes = values[::-1], axes[:, ::-1]
        kept = values >= 1e-8 * values[0]
        white = centred @ axes[:, kept] / np.sqrt(values[kept])
        top = {k: (centred - centred @ axes[:, :k] @ axes[:, :k].T).ravel().tolist() for k in (1, 3)}
        cases.append(
            {
                "dims": dims,
                "data": data,
                "kept": int(kept.sum()),
                "center": centred.ravel().tolist(),
                "standardize": (centred / floor).ravel().tolist(),
                "top": top,
                "whiteProducts": (white @ white.T).ravel().tolist(),
            }
        )
    return cases


def main() -> None:
    versions = {
        "python": sys.version.split()[0],
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "nltk": nltk.__version__,
    }
    fixture = {
        "by": "python -m models.experiment_oracle",
        "versions": versions,
        "selfSimilarity": self_similarity(),
        "wordInContext": word_in_context(),
        "correlations": correlations(),
        "subsetScores": subset_scores(),
        "wordSenses": word_senses(),
        "syntax": syntax(),
        "classifiers": classifiers(),
        "remedies": remedies(),
    }
    OUT.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes, {versions}")


if __name__ == "__main__":
    main()
