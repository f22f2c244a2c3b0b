"""Vet: which articles are copies of others, so that each text speaks once."""

from dragoman.vet.stage import SAME_TEXT, Original, VetStage

__all__ = ["SAME_TEXT", "Original", "VetStage"]
