"""`dragoman eval`: how good a model or a stage is on labelled text."""

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
@click.option(
    "--half",
    type=click.Choice(["odd", "even"]),
    default="odd",
    show_default=True,
    help="Half of a numbered set such as evaluation/speakers; the even half is for final figures.",
)
@click.option("--errors", is_flag=True, help="List what is wrong or missing.")
@click.option("--actors", is_flag=True, help="Score country and sectors of the labelled actors of a corpus folder.")
def evaluate(
    path: Path, split: str, model: Path | None, threshold: float | None, half: str, errors: bool, actors: bool
) -> None:
    """Score a model, or one stage, on labelled text.

    PATH is a corpus folder or a file in the corpus format (mentions, events and their labels; with --actors countries
    and sectors), marked pairs in JSONL, or a numbered set: HTML pages with their main text, a table of dates or
    places, "antecedents", "speakers", or labelled reports in JSONL (evaluation/linking/linking.jsonl).

    Prints precision, recall and F1 with counts and 95% bootstrap intervals.
    """
    from dragoman.evaluate.labelled import Asked, labelled_report

    asked = Asked(model=model, threshold=threshold, split=split, half=half, actors=actors, errors=errors)
    click.echo(labelled_report(path, asked))
