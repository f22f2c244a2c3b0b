"""What a run may be told: one frozen record each, with the defaults that the command line shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost: bytes as read, sentences, and seconds in cleaning."""

    bytes: int = 10_000_000
    sentences: int = 2_000
    seconds: float = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How pages are coded.

    Args:
        date: ISO date of pages that have none of their own; marked as `given`.
        knowledge: folder of the user's imports (default: `dragoman.resolve.imports.index.default_folder`).
        model: a model folder (default: the shipped one).
        threshold: smallest probability of an event, 0 to 1 (default: the model's own, see its card).
        threads: cores that the model may use.
        batch: documents a record batch.
        limits: what one document may cost.
        set_aside_spun: do not code pages in machine-spun language; their verdict is `spun_language`.
    """

    date: str = ""
    knowledge: Path | None = None
    model: Path | None = None
    threshold: float | None = None
    threads: int = 2
    batch: int = 16
    limits: Limits = field(default_factory=Limits)
    set_aside_spun: bool = False
