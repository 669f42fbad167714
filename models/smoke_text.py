"""A small text of our own to smoke-test the training with: sentences put together from a few words, by a seed."""

import random

PEOPLE = "the keeper|my aunt|a painter|the baker|an old sailor|the teacher|her brother|nobody|the gardener|a child"
DEEDS = "mended|painted|found|forgot|carried|counted|sold|drew|cleaned|hid|borrowed|measured"
THINGS = "the boat|a red kite|seven lamps|the bread|an empty box|the stone wall|two clocks|a map|the piano|her hat"
PLACES = "by the river|in the harbour|under the bridge|behind the school|on the hill|near the mill|at home|outside"
TIMES = "in spring|before noon|last winter|every day|at dawn|once|after the storm|on Sunday|long ago|in 1921"
ENDS = ".|.|.|.|!|?"


def sentence(rng: random.Random) -> str:
    who, did, what, where, when, end = (rng.choice(x.split("|")) for x in (PEOPLE, DEEDS, THINGS, PLACES, TIMES, ENDS))
    words = [who, did, what, where, when]
    if rng.random() < 0.3:
        words = [when, who, did, what]
    if rng.random() < 0.2:
        words += ["and", rng.choice(DEEDS.split("|")), rng.choice(THINGS.split("|"))]
    return " ".join(words).capitalize() + end


def text(sentences: int, seed: int) -> str:
    """Paragraphs of one to six sentences, one a line."""
    rng = random.Random(seed)
    lines: list[str] = []
    left = sentences
    while left > 0:
        count = min(left, rng.randint(1, 6))
        lines.append(" ".join(sentence(rng) for _ in range(count)))
        left -= count
    return "\n".join(lines) + "\n"
