"""`dragoman eval`: how good a model is on labelled text."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="eval", epilog="Example: dragoman eval corpus --split test --errors")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--split", default="test", show_default=True, help="A split of a corpus folder: test, development, ...")
@click.option("--model", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A model folder.")
@click.option(
    "--threshold", type=click.FloatRange(0, 1), help="Smallest probability of an event. [default: the model's]"
)
@click.option("--errors", is_flag=True, help="List what is wrong or missing.")
@click.option("--actors", is_flag=True, help="Score country and sectors of the labelled actors of a corpus folder.")
@click.option(
    "--half", type=click.Choice(["odd", "even"]), default="odd", help="Half of a numbered set. [default: odd]"
)
def evaluate(
    path: Path, split: str, model: Path | None, threshold: float | None, errors: bool, actors: bool, half: str
) -> None:
    """Score a model on a corpus folder, a file in the corpus format, or marked pairs in JSONL.

    A folder "antecedents" scores how mentions are followed back to their first full mention.

    Prints precision, recall and F1 with counts and 95% bootstrap intervals, and a table of types.
    """
    from dragoman.coding.coder import Coder
    from dragoman.evaluate.actors import actor_report
    from dragoman.evaluate.antecedents import antecedent_report
    from dragoman.evaluate.report import pair_report, record_report

    coder = Coder.load(model)
    if path.suffix == ".jsonl":
        click.echo(pair_report(coder, path))
    elif path.stem == "antecedents":
        click.echo(antecedent_report(coder, path, half, errors))
    elif actors:
        click.echo(actor_report(coder, path, split, errors))
    else:
        click.echo(record_report(coder, path, split, threshold, errors))
