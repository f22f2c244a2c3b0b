"""Resolve: who a mention is, where a place is, which day a date phrase means, how much a number is."""

from dragoman.resolve.stage import ResolveStage

__all__ = ["ResolveStage"]
