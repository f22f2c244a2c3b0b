"""`dragoman train`: a model folder from a corpus."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from dragoman.errors import ModelError


@click.command(epilog="Example: dragoman train corpus -o my-model --version 2026.1")
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder for the model.")
@click.option("--work", type=click.Path(path_type=Path), help="Folder for checkpoints. [default: OUTPUT.work]")
@click.option("--version", default="own", show_default=True, help="What the model calls itself.")
@click.option("--epochs", type=click.IntRange(1), help="Rounds over the corpus. [default: see TrainSettings]")
def train(corpus: Path, output: Path, work: Path | None, version: str, epochs: int | None) -> None:
    """Train a coder on a corpus folder (format: corpus/GUIDE.md). A rerun goes on from the last checkpoint.

    Needs the training extra: pip install 'dragoman[train]'
    """
    try:
        from dragoman.train.command import train_model
        from dragoman.train.run import TrainSettings
    except ImportError as problem:
        raise ModelError(f"Training needs {problem.name}.", "Run: pip install 'dragoman[train]'") from None
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = TrainSettings(epochs=epochs) if epochs else TrainSettings()
    train_model(corpus, output, work or output.with_name(output.name + ".work"), version, settings)
    click.echo(f"Model written to {output}. Next: dragoman eval {corpus} --model {output}", err=True)
