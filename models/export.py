"""Write a training run as a checkpoint that travels with the page.

    python -m models.export --corpus work/corpus --source models/sources/wikipedia-2015.json \\
        --run work/bert --id tailscope-bert

Each folder of public/models/ gets config.json, model.safetensors (float16), tokenizer.json,
tokenizer_config.json and card.json (what it is, what it was trained on, how far, what came out: measured
here, from the weights as written); public/models/index.json lists the folders. A run may be exported before
its last step, and while it goes on: the card says how far it had come.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from models import bert, bundle, card, examples, measure, snapshot
from models.corpus import Corpus

EXPERIMENTS = Path("models/experiments.json")
TOKENIZER = {
    "tokenizer_class": "BertTokenizer",
    "do_lower_case": True,
    "model_max_length": bert.MAX_POSITIONS,
    "pad_token": "[PAD]",
    "unk_token": "[UNK]",
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
    "mask_token": "[MASK]",
}


def write_checkpoint(model: torch.nn.Module, corpus: Path, folder: Path) -> None:
    """All files but the card."""
    folder.mkdir(parents=True, exist_ok=True)
    model.half().save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    (folder / "model.safetensors").chmod(0o644)  # save_pretrained leaves it to its owner alone
    shutil.copyfile(corpus / "tokenizer.json", folder / "tokenizer.json")
    (folder / "tokenizer_config.json").write_text(json.dumps(TOKENIZER, indent=2) + "\n")


def export(run: Path, corpus: Path, source: Path, experiments: Path, folder: Path) -> dict:
    """Write the run's checkpoint and card; gives the card."""
    taken = snapshot.read(run)
    write_checkpoint(taken.model, corpus, folder)
    text = Corpus.load(corpus)
    shipped = bert.read(folder, taken.settings["positions"]).eval()
    measured = measure.of_model(shipped, text)
    measured["perplexity"]["atStep"] = taken.step
    facts = card.of_run(folder.name, taken, text, json.loads(source.read_text()), measured)
    facts["examples"] = examples.all_examples(shipped, Tokenizer.from_file(str(folder / "tokenizer.json")))
    if experiments.exists():
        facts["experiments"] = json.loads(experiments.read_text())
    (folder / "card.json").write_text(card.dumps(facts))
    return facts


def main(given: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=Path, required=True, help="folder written by models.tokenize")
    arguments.add_argument("--source", type=Path, required=True, help="what the card says of the corpus")
    arguments.add_argument("--run", type=Path, required=True, help="folder written by models.train")
    arguments.add_argument("--id", required=True)
    arguments.add_argument("--models", type=Path, default=bundle.MODELS, help="where the folder goes")
    arguments.add_argument("--experiments", type=Path, default=EXPERIMENTS)
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args(given)
    torch.set_num_threads(options.threads)
    facts = export(options.run, options.corpus, options.source, options.experiments, options.models / options.id)
    index = bundle.write_index(options.models)
    print(
        f"{options.id} at step {facts['training']['steps']:,}: perplexity {facts['perplexity']['heldOut']}, "
        f"tails {[tail['dim'] for tail in facts['tails']]}, anisotropy falls by {facts['cut']['fall']} without them"
    )
    print(f"The default is {index['default']}. Next: npm run make:example, python -m models.bundled_reference")


if __name__ == "__main__":
    main()
