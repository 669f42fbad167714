"""card.json: the facts of an exported model, as the page's model card shows them."""

import json

from models import bert, corpus, stages
from models.snapshot import Snapshot

BERT_BASE_PARAMETERS, BERT_BASE_TOKENS = 110e6, 128e9  # Devlin et al. 2019, sections 3 and A.2
MOST_REPORTS = 160
CURVE_EVERY = 500


def thinned(log: list[dict]) -> list[dict]:
    """The reports of a log, fewer where they are too many: the first thousand steps and the last report stay,
    and of the others those of every so many steps, a power of two times CURVE_EVERY."""
    kept, every = log, CURVE_EVERY
    while len(kept) > MOST_REPORTS:
        kept = [one for one in log if one["step"] < 1000 or one["step"] % every == 0 or one is log[-1]]
        every *= 2
    return kept


def training(run: Snapshot) -> dict:
    """What was done to the model; a number is that of the last stage or the sum over all."""
    lengths = ", ".join(map(str, corpus.LENGTHS))
    wanted = ("rows", "length", "learning_rate", "warm_up", "beta2", "weight_decay", "seed")
    return {
        "steps": run.step,
        "plannedSteps": run.settings["steps"],
        "finished": run.step == run.settings["steps"],
        "tokens": sum(stage["tokens"] for stage in run.stages),
        "tokensPerStep": run.settings["rows"] * run.settings["length"],
        "sequenceLengths": f"whole sentences packed up to a drawn length of {lengths}",
        "maskedShare": corpus.MASKED_SHARE,
        "optimizer": "AdamW",
        **{key: run.settings[key] for key in wanted},
        "precision": "bfloat16 autocast" if run.settings["bf16"] else "float32",
        "hours": round(sum(stage["hours"] for stage in run.stages), 2),
        "hardware": "; ".join(dict.fromkeys(stage["hardware"] for stage in run.stages)),
        "stages": run.stages,
    }


def what_it_is_not(parameters: int, tokens: int) -> str:
    smaller, less = BERT_BASE_PARAMETERS / parameters, BERT_BASE_TOKENS / tokens
    return (
        f"Not BERT-base: {smaller:,.0f} times smaller, and trained on {tokens / 1e6:.3g} million tokens, "
        f"{less:,.0f} times fewer. Made to show how tails look and behave, not to be used for language tasks."
    )


def of_run(identifier: str, run: Snapshot, text: corpus.Corpus, source: dict, measured: dict) -> dict:
    """The whole card. `source` tells of the corpus, `measured` is what models.measure found."""
    parameters = sum(tensor.numel() for tensor in run.model.parameters())
    facts = training(run)
    return {
        "name": identifier,
        "position_embeddings": run.settings["positions"],
        "architecture": {
            "type": "BERT, post-LayerNorm, masked language model",
            **{key: run.settings[key] for key in ("layers", "dims", "heads")},
            "feedForward": 4 * run.settings["dims"],
            "positions": bert.MAX_POSITIONS,
            "parameters": parameters,
        },
        "data": {
            **{key: source[key] for key in ("name", "licence", "credit")},
            "tokens": len(text.ids),
            "heldOutTokens": text.held_out,
            "idsSha256": stages.fingerprint(text.ids),
        },
        "training": facts,
        **measured,
        "curve": thinned(run.log),
        "licence": source["modelLicence"],
        "not": what_it_is_not(parameters, facts["tokens"]),
    }


def dumps(card: dict) -> str:
    """JSON for people, but for the long lists, which take a line an entry."""
    short = {key: value for key, value in card.items() if key not in ("curve", "examples", "experiments")}
    text = json.dumps(short, indent=1).removesuffix("\n}")
    for key in ("examples", "experiments", "curve"):
        if key in card:
            lines = ",\n".join("  " + json.dumps(entry, separators=(",", ":")) for entry in card[key])
            text += f',\n "{key}": [\n{lines}\n ]'
    return text + "\n}\n"
