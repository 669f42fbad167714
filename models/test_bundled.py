"""The models in public/models/: what the index says of them, what they weigh, what transformers makes of them."""

import json
import unittest

from models import bundle, tests

INDEX = json.loads((bundle.MODELS / "index.json").read_text())


class Bundled(unittest.TestCase):
    def test_the_index_is_what_would_be_written_of_the_folders(self) -> None:
        listed = {model["id"]: (model["bytes"], model["sha256"]) for model in INDEX["models"]}
        folders = [path.parent for path in bundle.MODELS.glob("*/card.json")]
        found = {one["id"]: (one["bytes"], one["sha256"]) for one in map(bundle.entry, folders)}
        self.assertEqual(listed, found)
        self.assertIn(INDEX["default"], found)

    def test_no_folder_is_too_much_to_download(self) -> None:
        for model in INDEX["models"]:
            self.assertLessEqual(bundle.bytes_of(bundle.MODELS / model["id"]), bundle.MOST_BYTES, model["id"])

    def test_transformers_reads_each_and_gives_the_same(self) -> None:
        for model in INDEX["models"]:
            with self.subTest(model["id"]):
                tests.assert_reads_like_transformers(self, bundle.MODELS / model["id"])
