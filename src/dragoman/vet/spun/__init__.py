"""Spun language: the score of a text alone."""

from dragoman.vet.spun.mark import SpunLanguage
from dragoman.vet.spun.scorer import SpunScore, SpunScorer

__all__ = ["SpunLanguage", "SpunScore", "SpunScorer"]
