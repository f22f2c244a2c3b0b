"""Dragoman: event data from news pages. Who did what to whom, when and where, and who says so.

>>> import dragoman
>>> events = dragoman.code("France expelled two Russian diplomats on Monday.", date="2023-05-03")
>>> events.df()[["type", "actor_countries", "recipient_countries"]].values.tolist()
[['SANCTION', array(['FRA'], dtype=object), array(['RUS'], dtype=object)]]
"""

from dragoman.api import EventTable, code, open, sample
from dragoman.errors import (
    CorpusError,
    DragomanError,
    InputError,
    ModelError,
    OutputError,
    QueryError,
    StoreError,
)
from dragoman.settings import Limits

__all__ = [
    "CorpusError",
    "DragomanError",
    "EventTable",
    "InputError",
    "Limits",
    "ModelError",
    "OutputError",
    "QueryError",
    "StoreError",
    "code",
    "open",
    "sample",
]
