"""`dragoman code`: pages in, an event table out."""

from __future__ import annotations

from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.tables import event_table, print_summary, progress_bar
from dragoman.errors import OutputError
from dragoman.settings import Limits, Settings

if TYPE_CHECKING:
    from dragoman.store import Store

#: Where events go when no file is named.
DEFAULT_STORE = "dragoman.duckdb"


def _iso_date(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if not value:
        return ""
    try:
        return day.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; give it as 2023-01-30.") from None


@click.command(epilog="Example: dragoman code news/ -o events.csv")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A .duckdb store (made or added to), "
              "or a .csv, .parquet or .jsonl file of the events, or a folder of all tables in Parquet (a name without "
              f"an ending).  [default: {DEFAULT_STORE}]")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a result file that exists.")
@click.option("--date", default="", callback=_iso_date, help="Date of pages that have none of their own: 2023-01-30.")
@click.option(
    "--threshold", type=click.FloatRange(0, 1), help="Smallest probability of an event. [default: the model's]"
)
@click.option(
    "--model", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A model folder of your own."
)
@click.option("--knowledge", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A folder of imports. "
              "[default: that of dragoman knowledge import]")  # fmt: skip
@click.option("--threads", default=2, show_default=True, type=click.IntRange(1), help="Cores for the model.")
@click.option("--max-bytes", default=Limits().bytes, show_default=True, type=click.IntRange(1), help="Largest page.")
@click.option("--max-sentences", default=Limits().sentences, show_default=True, type=click.IntRange(1),
              help="Longest page.")  # fmt: skip
@click.option("--max-seconds", default=Limits().seconds, show_default=True, type=click.FloatRange(min=0, min_open=True),
              help="Longest time that cleaning one page may take.")  # fmt: skip
@click.option("--set-aside-spun", is_flag=True, help="Do not code pages in machine-spun language.")
@click.option("-q", "--quiet", is_flag=True, help="Print neither table nor summary.")
@click.pass_context
def code(
    ctx: click.Context, paths: tuple[str, ...], output: Path | None, force: bool, date: str, threshold: float | None,
    model: Path | None, knowledge: Path | None, threads: int, max_bytes: int, max_sentences: int, max_seconds: float,
    set_aside_spun: bool, quiet: bool,
) -> None:  # fmt: skip
    """Code news pages: text, HTML, JSONL (id, text, title, url, date, publisher), folders, globs, or - for stdin.

    Pages that the store already holds are passed over, so that an interrupted run goes on where it stopped.
    """
    from dragoman.pipeline import READ_FAULTS, code_documents
    from dragoman.read import input_size, read_documents
    from dragoman.store import Store

    output = output or Path(DEFAULT_STORE)
    limits = Limits(bytes=max_bytes, sentences=max_sentences, seconds=max_seconds)
    settings = Settings(date=date, knowledge=knowledge, model=model, threshold=threshold, threads=threads,
                        limits=limits, set_aside_spun=set_aside_spun)  # fmt: skip
    work = _work_store(output, force)
    with Store(work) as store, progress_bar(quiet, input_size(paths)) as progress:
        summary = code_documents(read_documents(paths, limits), store, settings, progress)
        if work != output:
            _write(store, output, work)
        if not quiet:
            click.echo(event_table(store), nl=False)
            print_summary(summary, output)
    if work != output and not summary.interrupted:
        work.unlink(missing_ok=True)
    if summary.interrupted:
        click.echo(f"Interrupted. What was coded is in {output}; the same command goes on from there.", err=True)
        ctx.exit(130)
    ctx.exit(3 if READ_FAULTS & set(summary.set_aside) else 0)


def _work_store(output: Path, force: bool) -> Path:
    """The store that the run writes to: the output itself, or one beside it for other formats."""
    work = output.with_name(f".{output.name}.work.duckdb")
    also = (".duckdb", "")
    if output.suffix.lower() == ".duckdb":
        checked_output(output, force=True, also=also)
        return output
    # A work store that is still there belongs to a run that did not end; its output is not whole.
    checked_output(output, force or work.exists(), also)
    return work


def checked_output(output: Path, force: bool, also: tuple[str, ...] = ()) -> None:
    """Refuses a result before the work that would be lost.

    Args:
        output: a file of a format that Dragoman writes.
        force: whether it may exist.
        also: further endings that are allowed; "" for a folder of tables.

    Raises:
        click.UsageError: if its ending is unknown.
        OutputError: if it exists or its folder does not.
    """
    from dragoman.export.files import WRITERS

    if output.suffix.lower() not in (*also, *WRITERS):
        endings = ", ".join([ending for ending in also if ending] + list(WRITERS))
        folder = ", or none for a folder of Parquet tables" if "" in also else ""
        raise click.UsageError(f"{output} has an ending that Dragoman does not write. Use {endings}{folder}.")
    if not output.parent.is_dir():
        raise OutputError(f"The folder {output.parent} does not exist.", f"Make it: mkdir -p {output.parent}")
    if output.exists() and not force:
        raise OutputError(f"{output} exists.", "Choose another name, or write over it: --force")


def _write(store: Store, output: Path, work: Path) -> None:
    from dragoman.export.files import write_file

    try:
        if output.suffix:
            write_file(store.table("events"), output)
        else:
            store.write_folder(output)
    except OutputError as problem:
        problem.hint += f" What was coded is kept in {work}: the same command goes on from there."
        raise
