"""Easy masked sentences of our own, and how high a model ranks the word that was left out."""

import torch
from tokenizers import Tokenizer
from transformers import BertForMaskedLM

from models.tokenize import MASK, UNK

TOP = 5
SENTENCES = (
    ("The [MASK] of France is Paris.", "capital"),
    ("He was born [MASK] 3 March 1921 in a small village.", "on"),
    ("They moved from London to New [MASK].", "york"),
    ("The film was directed [MASK] a young woman.", "by"),
    ("It is one of the [MASK] important towns of the region.", "most"),
    ("The king and the [MASK] had three children.", "queen"),
    ("They had two sons and a [MASK].", "daughter"),
    ("He died at the [MASK] of 84.", "age"),
    ("The company was [MASK] in 1902 by two brothers.", "founded"),
    ("She flew home to the United [MASK].", "states"),
    ("The church was built in the 12th [MASK].", "century"),
    ("The band released its first [MASK] in May.", "album"),
    ("The school has more than 500 [MASK].", "students"),
    ("The railway [MASK] opened in 1890.", "station"),
    ("Winters are cold in the north and mild in the [MASK].", "south"),
    ("Most people there [MASK] English.", "speak"),
    ("The river flows into the [MASK].", "sea"),
    ("The Second World [MASK] ended in 1945.", "war"),
    ("The team won the [MASK] by two goals.", "match"),
    ("She wrote a [MASK] about her childhood.", "book"),
)


@torch.no_grad()
def logits_at_mask(model: BertForMaskedLM, tokenizer: Tokenizer, text: str) -> torch.Tensor:
    """Logits [vocabulary] at the one masked word of a sentence."""
    ids = torch.tensor([tokenizer.encode(text).ids])
    return model(ids).logits[0, ids[0] == MASK].squeeze(0)


def example(model: BertForMaskedLM, tokenizer: Tokenizer, text: str, expected: str) -> dict:
    """Rank (1 = first) and probability of the expected word among all word pieces, and the likeliest five.
    Both are null where the tokenizer has the word in no single piece."""
    logits = logits_at_mask(model, tokenizer, text)
    probabilities = logits.softmax(0)
    piece = tokenizer.token_to_id(expected)
    known = piece is not None and piece != UNK
    best = probabilities.topk(TOP)
    return {
        "text": text,
        "expected": expected,
        "rank": int((logits > logits[piece]).sum()) + 1 if known else None,
        "probability": round(float(probabilities[piece]), 4) if known else None,
        "top": [
            {"word": tokenizer.id_to_token(int(i)), "probability": round(float(p), 4)}
            for p, i in zip(best.values, best.indices, strict=True)
        ],
    }


def all_examples(model: BertForMaskedLM, tokenizer: Tokenizer) -> list[dict]:
    return [example(model, tokenizer, text, expected) for text, expected in SENTENCES]
