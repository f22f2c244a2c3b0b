"""Marks articles whose language is machine-spun."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from dragoman.records import Article
from dragoman.vet.spun.scorer import SpunScorer


class SpunLanguage:
    """Gives kept articles their spun score.

    Args:
        set_aside: give spun articles the verdict `spun_language` instead of keeping them.
    """

    def __init__(self, set_aside: bool = False) -> None:
        self._set_aside = set_aside

    @cached_property
    def _scorer(self) -> SpunScorer:
        return SpunScorer()

    def mark(self, article: Article) -> Article:
        """The article with its score; as it is if it was set aside before."""
        if article.verdict != "kept":
            return article
        score = self._scorer.score(article.text)
        marked = replace(article, spun=score.probability, spun_phrases=score.phrases)
        if not (score.spun and self._set_aside):
            return marked
        some = ", ".join(repr(phrase.text) for phrase in score.phrases[:3])
        detail = f"{article.address} reads as machine-spun (probability {score.probability:.3f}): {some}."
        return replace(marked, verdict="spun_language", detail=detail)
