"""Vet: which articles are copies of others, so that each text speaks once."""

from dragoman.vet.stage import VetStage

__all__ = ["VetStage"]
