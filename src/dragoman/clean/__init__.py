"""Clean: `Document` to `Article`: encoding, main text, title, dateline, date, language and sentences."""

from dragoman.clean.stage import CleanStage

__all__ = ["CleanStage"]
