"""`dragoman audit`: a sample of events to check by hand, and precision from the answers."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.filters import filter_options, refuse_existing, store_argument


@click.command(
    epilog="Example: dragoman audit news.duckdb -n 100 --seed 1 -o audit.csv; dragoman audit --score audit.csv"
)
@store_argument
@click.option("-n", "number", default=100, show_default=True, type=click.IntRange(1), help="Events to draw.")
@click.option("--seed", default=1, show_default=True, help="The same seed draws the same events.")
@click.option("--stratify", is_flag=True, help="Draw equally from each type.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A .csv file for the sample.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("--score", "scored", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Compute precision from an answered sample.")  # fmt: skip
@filter_options
def audit(
    path: Path, number: int, seed: int, stratify: bool, output: Path | None, force: bool, scored: Path | None,
    **filters: tuple[str, ...],
) -> None:  # fmt: skip
    """Draw events at random, with their sentences and empty columns to answer y or n; or score the answers.

    Only events that are actual, unless --status says otherwise.
    """
    if scored:
        click.echo(_scored(scored), nl=False)
        return
    if output is None:
        raise click.UsageError("Say where the sample goes: -o audit.csv. Or score an answered one: --score audit.csv.")
    from dragoman.export.files import write_file
    from dragoman.query import select
    from dragoman.query.audit import QUESTIONS, audit_sample
    from dragoman.store import Store

    refuse_existing(output, force)
    with Store(path, read_only=True) as store:
        sample = audit_sample(store, select(store, filters), number, seed, stratify)
    write_file(sample, output)
    click.echo(f"{sample.num_rows} events written to {output}. Answer y or n, or leave empty:", err=True)
    for field, question in QUESTIONS.items():
        click.echo(f"  {field + '_right':<17} {question}", err=True)
    click.echo(f"Then: dragoman audit --score {output}", err=True)


def _scored(path: Path) -> str:
    from dragoman.query.precision import score

    lines = [f"{'':<22}precision    95% interval   right  answered"]
    for row in score(path):
        name = row.field if not row.type else f"{row.field} {row.type}"
        lines.append(f"{name:<22}{row.share:9.3f}   {row.low:.3f} - {row.high:.3f}  {row.right:6}  {row.answered:8}")
    return "\n".join(lines) + "\n"
