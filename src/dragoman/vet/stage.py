"""The vet stage: sets identical copies aside in favour of their original."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from dragoman.records import Article, Copy, from_batch, to_batch
from dragoman.vet.fingerprint import fingerprint
from dragoman.vet.spun import SpunLanguage

#: Evidence of an identical copy.
SAME_TEXT = "the same letters and digits in the same order"


@dataclass(frozen=True, slots=True, order=True)
class Original:
    """Who speaks for a text: the earliest published, then the smallest id (undated ones last)."""

    published: str
    document: str

    @classmethod
    def of(cls, article: Article) -> Original:
        """The article as a candidate."""
        return cls(article.published or "9999", article.id)


class VetStage:
    """`Article` to `Article`: copies get the verdict `identical` and a row for `copies`.

    Args:
        known: the originals that the store already holds, by fingerprint, asked once a batch.
        set_aside_spun: give articles in machine-spun language the verdict `spun_language` instead of keeping them.
    """

    name = "vet"

    def __init__(
        self, known: Callable[[list[str]], Mapping[str, Original]] = lambda _: {}, set_aside_spun: bool = False
    ) -> None:
        self._known = known
        self._language = SpunLanguage(set_aside_spun)

    def setup(self) -> None:
        """Nothing to load."""

    def process(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of articles with its copies marked.

        An article that is earlier than an original in the store stays kept; the store then withdraws the other.
        """
        articles = from_batch(Article, batch)
        prints = {article.id: fingerprint(article.text) for article in articles if article.verdict == "kept"}
        best = dict(self._known(sorted(set(prints.values()))))
        for article in articles:
            if article.verdict == "kept":
                key = prints[article.id]
                best[key] = min(best.get(key, Original.of(article)), Original.of(article))
        judged = [self._judge(a, best[prints[a.id]]) if a.id in prints else a for a in articles]
        return to_batch(Article, map(self._language.mark, judged))

    def _judge(self, article: Article, original: Original) -> Article:
        if original.document == article.id:
            return article
        return replace(
            article,
            verdict="identical",
            detail=f"{article.address} has the same text as document {original.document}.",
            copies=(Copy(original.document, "identical", 1.0, SAME_TEXT),),
        )
