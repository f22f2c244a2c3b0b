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
    """Score a model on a corpus folder, a file in the corpus format, marked pairs in JSONL, or labelled speakers.

    A table of labelled dates or places scores how these are resolved, and labelled reports in JSONL
    (evaluation/linking/linking.jsonl) how they are linked, without a model.

    A folder "antecedents" scores how mentions are followed back to their first full mention.

    Prints precision, recall and F1 with counts and 95% bootstrap intervals, and a table of types.
    """
    from dragoman.evaluate.linking import is_linking_set, linking_report
    from dragoman.evaluate.phrases import is_phrase_set, phrase_report

    if is_phrase_set(path):
        click.echo(phrase_report(path, half, errors))
        return
    if is_linking_set(path):
        click.echo(linking_report(path, half, errors))
        return
    from dragoman.coding.coder import Coder
    from dragoman.evaluate.actors import actor_report
    from dragoman.evaluate.antecedents import antecedent_report
    from dragoman.evaluate.report import pair_report, record_report
    from dragoman.evaluate.speakers import is_speaker_set, speaker_report

    coder = Coder.load(model)
    if path.suffix == ".jsonl":
        click.echo(pair_report(coder, path))
    elif is_speaker_set(path):
        click.echo(speaker_report(coder, path, half, errors))
    elif path.stem == "antecedents":
        click.echo(antecedent_report(coder, path, half, errors))
    elif actors:
        click.echo(actor_report(coder, path, split, errors))
    else:
        click.echo(record_report(coder, path, split, threshold, errors))
