"""What the documentation shows of the program, made by the program: console blocks of pages, and the notebook.

`python -m tests.docs` writes all of it anew (see scripts/docs); `tests/test_docs_output.py` fails where it is stale.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from click.testing import CliRunner
from nbclient import NotebookClient

import dragoman
from dragoman.cli import main
from tests.conftest import ROOT

#: Pages whose ```console blocks are run, from top to bottom.
PAGES = (ROOT / "docs/counting.md", ROOT / "docs/exports.md")
NOTEBOOK = ROOT / "docs/notebooks/conflict_cooperation.ipynb"

_BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)


def rewritten(page: Path) -> str:
    """The page with the output that its commands have now. They run in an empty folder that sees the repository."""
    with _workplace():
        return _BLOCK.sub(lambda match: "".join(_run(line[2:]) for line in _commands(match[1])), page.read_text())


def executed() -> nbformat.NotebookNode:
    """The notebook, run from top to bottom by a kernel of its own."""
    notebook: nbformat.NotebookNode = nbformat.read(NOTEBOOK, as_version=4)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(Path(dragoman.__file__).parents[1])
    try:
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    finally:
        os.environ.pop("PYTHONPATH") if before is None else os.environ.update(PYTHONPATH=before)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


def texts(notebook: nbformat.NotebookNode) -> list[str]:
    """What the notebook's cells print and show as text; pictures are left out."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    shown = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    return [text for text in shown if not text.startswith("<Figure")]


def _commands(block: str) -> list[str]:
    return [line for line in block.splitlines() if line.startswith("$ ")]


def _run(command: str) -> str:
    arguments = shlex.split(command)
    if arguments[0] == "cat":
        output = "".join(Path(name).read_text() for name in arguments[1:])
    else:
        output = CliRunner().invoke(main, arguments[1:], prog_name="dragoman").output
    output = "\n".join(line.rstrip(" ") for line in output.rstrip("\n").splitlines())
    return f"$ {command}\n" + (f"{output}\n" if output else "")


@contextmanager
def _workplace() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "docs").symlink_to(ROOT / "docs")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def write() -> None:
    """Writes all pages and the notebook anew."""
    for page in PAGES:
        page.write_text(rewritten(page))
    nbformat.write(executed(), NOTEBOOK)


if __name__ == "__main__":
    write()
