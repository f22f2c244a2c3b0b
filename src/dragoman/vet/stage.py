"""The vet stage: sets copies aside in favour of their originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Protocol

import pyarrow as pa

from dragoman.records import Article, Copy, from_batch, to_batch
from dragoman.vet.fingerprint import fingerprint
from dragoman.vet.judge import Verdict, judge, nearest
from dragoman.vet.keys import keys_of
from dragoman.vet.profile import Profile
from dragoman.vet.shelf import Shelf
from dragoman.vet.spun import SpunLanguage
from dragoman.vet.standing import Standing
from dragoman.vet.story import story_names

#: Evidence of an identical copy.
SAME_TEXT = "the same letters and digits in the same order"

_SAID = {
    "identical": "has the same text as", "syndicated": "is an edited copy of", "spun": "is a machine-spun copy of",
    "excerpt": "is an excerpt of",
}  # fmt: skip


class Library(Protocol):
    """The documents that were vetted before, as the stage asks for them once a batch."""

    def speakers(self, fingerprints: Iterable[str], without: Iterable[str]) -> Mapping[str, Standing]:
        """Who speaks for texts, by fingerprint, among all documents but some."""
        ...

    def alike(self, keys: Iterable[tuple[int, ...]]) -> list[list[tuple[int, Standing]]]:
        """For each text's keys the texts that share some, with how many they share."""
        ...

    def profiles(self, documents: Iterable[str]) -> Mapping[str, Profile]:
        """Texts by document."""
        ...

    def verdicts(self, documents: Iterable[str]) -> Mapping[str, Verdict]:
        """Verdicts by document."""
        ...


class VetStage:
    """`Article` to `Article`: copies get their kind as verdict; copies and updates get rows for `copies`.

    An article that comes before its copy in the store is kept; the store then withdraws the copy.

    Args:
        library: what was vetted before, the store.
        set_aside_spun: give articles in machine-spun language the verdict `spun_language` instead of keeping them.
    """

    name = "vet"

    def __init__(self, library: Library, set_aside_spun: bool = False) -> None:
        self._library = library
        self._language = SpunLanguage(set_aside_spun)

    def setup(self) -> None:
        """Nothing to load."""

    def process(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of articles with its copies marked."""
        articles = from_batch(Article, batch)
        # The last of several articles with one id counts, as in the store.
        latest = {article.id: article for article in articles}
        vetted = _Batch([a for a in latest.values() if a.verdict == "kept"], self._library).vet()
        return to_batch(Article, [self._language.mark(vetted.get(article.id, article)) for article in articles])


class _Batch:
    """One batch: its texts beside those of the library, judged in the order of their standing."""

    def __init__(self, articles: list[Article], library: Library) -> None:
        self._library = library
        self._texts = {a.id: Profile(a.text, a.sentences) for a in articles}
        self._articles = {
            a.id: replace(a, keys=keys_of(self._texts[a.id]), names=story_names(self._texts[a.id])) for a in articles
        }
        self._standings = {a.id: Standing.of(a) for a in self._articles.values()}
        self._members: dict[str, list[str]] = defaultdict(list)
        for article in self._articles.values():
            self._members[fingerprint(article.text)].append(article.id)

    def vet(self) -> dict[str, Article]:
        """The articles with verdicts and copies, by id."""
        stored = self._library.speakers(self._members, self._articles)
        first = {text: min(names, key=self._standings.__getitem__) for text, names in self._members.items()}
        own = {t: name for t, name in first.items() if t not in stored or self._standings[name] < stored[t]}
        gone = {stored[text].document for text in own if text in stored}
        before = self._before(own, gone | set(self._articles))
        asked = {standing.document for others in before.values() for standing in others} - set(self._articles)
        speakers = {stored[text].document for text in first if text not in own}
        profiles = {**self._library.profiles(asked), **self._texts}
        verdicts = dict(self._library.verdicts(asked | speakers))
        for name in sorted(own.values(), key=self._standings.__getitem__):
            verdicts[name] = judge(
                self._standings[name], profiles[name], before[name], profiles.__getitem__, verdicts.__getitem__
            )
        found = {}
        for text, names in self._members.items():
            speaker = own.get(text) or stored[text].document
            for name in names:
                verdict = verdicts[name] if name == speaker else same_text(speaker, verdicts[speaker])
                found[name] = marked(self._articles[name], verdict)
        return found

    def _before(self, own: Mapping[str, str], gone: Set[str]) -> dict[str, list[Standing]]:
        """For each text that a document of the batch speaks for, the texts to compare it with.

        Documents of the library that are gone are left out: the batch brings another that speaks for their text.
        """
        keys = {name: self._articles[name].keys for name in own.values()}
        shelf = Shelf()
        shelf.add((text, self._standings[name], keys[name]) for text, name in own.items())
        found = {}
        for name, stored in zip(keys, self._library.alike(keys.values()), strict=True):
            others = [(count, standing) for count, standing in stored if standing.document not in gone]
            found[name] = nearest([*others, *shelf.alike(keys[name])], self._standings[name])
        return found


def same_text(speaker: str, verdict: Verdict) -> Verdict:
    """The verdict on a document with the same text as another, which speaks for the text."""
    return verdict if verdict.kind else Verdict("identical", (Copy(speaker, "identical", 1.0, SAME_TEXT),))


def marked(article: Article, verdict: Verdict) -> Article:
    """The article with its verdict."""
    if not verdict.kind:
        return replace(article, copies=verdict.copies)
    detail = f"{article.address} {said(verdict)}"
    return replace(article, verdict=verdict.kind, detail=detail, copies=verdict.copies)


def said(verdict: Verdict) -> str:
    """What a verdict says of a copy, as the second half of a sentence."""
    originals = ", ".join(copy.original for copy in verdict.copies)
    return f"{_SAID[verdict.kind]} document{'s' if len(verdict.copies) > 1 else ''} {originals}."
