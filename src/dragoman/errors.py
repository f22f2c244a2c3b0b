"""Every error that Dragoman raises on purpose, with what happened, what was expected and what to do next.

DragomanError                  root; catch this to catch all
├── InputError                 an input can't be read at all (missing path, unknown format)
├── OutputError                a result can't be written (file exists, disk full, unknown ending)
├── StoreError                 a store can't be opened, is locked or has a newer schema
├── ModelError                 a model folder is missing or broken
├── QueryError                 a question to a store can't be answered (unknown id, filter or column)
└── CorpusError                an annotated record breaks the format of corpus/GUIDE.md
"""

from __future__ import annotations


class DragomanError(Exception):
    """Root of all errors; `code` is stable for programs, `hint` is the next step for people."""

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class InputError(DragomanError):
    """An input can't be read at all."""

    code = "input"


class OutputError(DragomanError):
    """A result can't be written."""

    code = "output"


class StoreError(DragomanError):
    """A store can't be opened, is in use by another run, or has a schema that this version doesn't know."""

    code = "store"


class ModelError(DragomanError):
    """A model folder is missing, incomplete or made for another version."""

    code = "model"


class QueryError(DragomanError):
    """A question to a store can't be answered."""

    code = "query"


class CorpusError(DragomanError):
    """An annotated record breaks the format; `file` and `line` say where."""

    code = "corpus"

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}", "The format is described in corpus/GUIDE.md.")
        self.file = file
        self.line = line
