"""Runs stages over record batches: the plain in-process runner.

A stage is set up once and then turns one record batch into another; it keeps no state of the data, so that a
cluster engine can run the same stages on many machines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import pyarrow as pa


class Stage(Protocol):
    """One step of the way of a page."""

    #: The stage's name as settings and messages use it.
    name: str

    def setup(self) -> None:
        """Loads what the stage needs (a model, tables); called once in each process before `process`."""
        ...

    def process(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch's records after this stage."""
        ...


def run(stages: Sequence[Stage], batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Sets the stages up and sends each batch through them in order, one batch at a time."""
    for stage in stages:
        stage.setup()
    for batch in batches:
        for stage in stages:
            batch = stage.process(batch)
        yield batch
