"""The clean stage: one document at a time, each within its limits, each with a reason if it is set aside."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pyarrow as pa

from dragoman import dates
from dragoman.clean.dateline import Dateline, dateline
from dragoman.clean.encoding import decode
from dragoman.clean.html import extract
from dragoman.clean.language import language
from dragoman.clean.sentences import split
from dragoman.clean.text import PlainText, plain_text
from dragoman.records import Article, Document, from_batch, to_batch
from dragoman.settings import Limits

_ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")


class CleanStage:
    """`Document` to `Article`.

    Args:
        limits: what one document may cost.
        date: the ISO date of documents that have none of their own ("" for none); marked as given.
    """

    name = "clean"

    def __init__(self, limits: Limits | None = None, date: str = "") -> None:
        self._limits = limits or Limits()
        self._date = date

    def setup(self) -> None:
        """Nothing to load."""

    def process(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of documents to a batch of articles."""
        return to_batch(Article, [self.clean(document) for document in from_batch(Document, batch)])

    def clean(self, document: Document) -> Article:
        """The article of one document. What goes wrong is its verdict, never an exception."""
        article = Article(
            document.id, document.address, document.read_from, document.title, document.publisher, "",
            dates.iso(document.published), document.published_source, "", "", document.verdict, document.detail,
        )  # fmt: skip
        if document.verdict != "kept":
            return article
        try:
            with _time_limit(self._limits.seconds):
                return self._judge(self._fill(article, document))
        except TimeoutError:
            detail = f"{document.address} took longer than {self._limits.seconds:g} seconds to clean."
            return replace(article, verdict="too_slow", detail=detail)
        except Exception as problem:  # one broken page never stops a run; it is kept and shown
            detail = f"{document.address} could not be cleaned: {type(problem).__name__}: {problem}"
            return replace(article, verdict="broken", detail=detail)

    def _fill(self, article: Article, document: Document) -> Article:
        text = decode(document.content, document.encoding)
        published, source, publisher = article.published, article.published_source, article.publisher
        doubt = ""
        if document.media == "text/html":
            page = extract(text)
            doubt = page.doubt
            plain = plain_text(page.text)
            body = plain.paragraphs
            # Readers of a page see its title apart from its text; the text's first line is no second title.
            title = document.title or page.title or plain.title
            if plain.title and plain.title != title:
                body = (plain.title, *body)
            if not published and page.published:
                published, source = dates.iso(page.published), "metadata"
            publisher = publisher or page.publisher
        else:
            plain = plain_text(text)
            title, body = document.title or plain.title, plain.paragraphs
            if document.title and plain.title and plain.title != document.title:
                body = (plain.title, *body)
        body, head = _without_dateline(body)
        if head:
            publisher = publisher or head.agency
        if not published:
            published, source = self._date_of(plain, head, document)
        paragraphs = [title, *body] if title else list(body)
        return replace(
            article, title=title, text="\n".join(paragraphs), published=published, published_source=source,
            publisher=publisher, dateline=head.place if head else "", detail=doubt,
        )  # fmt: skip

    def _date_of(self, plain: PlainText, head: Dateline | None, document: Document) -> tuple[str, str]:
        if plain.published:
            return plain.published, "text"
        if head and (found := dates.iso(head.date)):
            return found, "dateline"
        address = _ADDRESS_DATE.search(document.address)
        if address and dates.valid(*(int(part) for part in address.groups())):
            return "-".join(address.groups()), "address"
        return (self._date, "given") if self._date else ("", "")

    def _judge(self, article: Article) -> Article:
        if not any(letter.isalpha() for letter in article.text):
            return replace(article, verdict="no_text", detail=f"{article.address} holds no article text.")
        code = language(article.text)
        if code not in ("en", "und"):
            detail = f"{article.address} is in another language than English ({code})."
            return replace(article, language=code, verdict="other_language", detail=detail)
        sentences = split(article.text)
        if not sentences:
            return replace(article, language=code, verdict="no_sentence", detail=f"{article.address} has no sentence.")
        most = self._limits.sentences
        if len(sentences) > most:
            detail = f"{article.address} has {len(sentences):,} sentences, more than {most:,}. Raise: --max-sentences."
            return replace(article, language=code, verdict="too_many_sentences", detail=detail)
        return replace(article, language=code, sentences=sentences)


def _without_dateline(body: tuple[str, ...]) -> tuple[tuple[str, ...], Dateline | None]:
    """The paragraphs without the dateline, and the dateline. A summary or a byline may stand before it."""
    for index, paragraph in enumerate(body[:3]):
        if head := dateline(paragraph):
            return (*body[:index], paragraph[head.end :], *body[index + 1 :]), head
    return body, None


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeoutError after so many seconds; without effect outside the main thread, where no timer can be set."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
