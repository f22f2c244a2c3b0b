"""The command group, and how errors leave it.

Exit codes: 0 done; 1 failed, with what happened and what to do; 2 wrong usage; 3 done, but some inputs could not be
read; 130 interrupted (what was coded is stored).
"""

from __future__ import annotations

import sys

import click

from dragoman.cli.audit import audit
from dragoman.cli.code import code
from dragoman.cli.delete import delete
from dragoman.cli.doctor import doctor
from dragoman.cli.evaluate import evaluate
from dragoman.cli.export import export
from dragoman.cli.knowledge import knowledge
from dragoman.cli.link import link
from dragoman.cli.pages import pages, vet
from dragoman.cli.query import query
from dragoman.cli.show import show
from dragoman.cli.train import train
from dragoman.errors import DragomanError


class _Group(click.Group):
    """Turns errors that Dragoman raises on purpose into a message and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DragomanError as problem:
            click.echo(f"Error: {problem.message}", err=True)
            if problem.hint:
                click.echo(problem.hint, err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            # Outside the coding loop, which ends by itself (while a store is linked, say).
            click.echo("Interrupted. The same command goes on from what is stored.", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            # The reader of our output (`head`, say) has seen enough.
            sys.stderr.close()
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman")
def main() -> None:
    """Event data from news pages: who did what to whom, when and where, and who says so.

    Start with: dragoman code PATH

    Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs could not be read; 130 interrupted.
    """


for command in (code, show, query, export, audit, vet, pages, link, delete, knowledge, evaluate, train, doctor):
    main.add_command(command)
