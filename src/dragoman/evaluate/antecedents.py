"""Scores antecedents: articles in the corpus format whose `~` lines give the first full mention of each mention.

`~ A1 = 01:A2; A3 = 00:A1 01:A4`: sentence and span of the first full mention; two for "the two countries". A mention
with a target is right if following the antecedents that were found for it ends in the target's entity (the same first
full mention; of several targets the same set). A mention without a target should be left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.corpus.reader import Record, corpus_files, parse
from dragoman.errors import CorpusError
from dragoman.evaluate.marked import marked_mentions
from dragoman.records import Mention, Sentence
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.actors.profile import profile
from dragoman.resolve.knowledge import knowledge

_TARGET = re.compile(r"(\d+):(A\d+)")


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article of one record a sentence. `targets`: (sentence, span id) to the first full mentions it means."""

    number: int
    sentences: tuple[Record, ...]
    targets: dict[tuple[int, str], tuple[tuple[int, str], ...]]


@dataclass(frozen=True, slots=True)
class Followed:
    """One mention: what it should go back to and what was found (offsets of the article), and whether it is right."""

    article: int
    text: str
    gold: tuple[int, ...]
    found: tuple[int, ...]
    right: bool
    pronoun: bool
    rule: str
    country_right: bool


def read_articles(path: Path, half: str = "odd") -> list[LabelledArticle]:
    """The articles with odd or even numbers of a file or folder. Raises CorpusError with file and line."""
    wanted = 1 if half == "odd" else 0
    groups: dict[int, list[tuple[Record, str]]] = {}
    for file in corpus_files([path]):
        for record, target in _records(file):
            found = re.fullmatch(r"[a-z]+(\d+)-(\d+)", record.id)
            if not found:
                raise CorpusError(record.where, 0, f"the id {record.id!r} names no article and sentence")
            groups.setdefault(int(found[1]), []).append((record, target))
    return [_article(number, rows) for number, rows in sorted(groups.items()) if number % 2 == wanted]


def _records(file: Path) -> Iterator[tuple[Record, str]]:
    """Records with their `~` line, which the corpus reader does not know."""
    lines = file.read_text(encoding="utf8").splitlines()
    targets: list[str] = []
    for block in "\n".join(lines).split("\n\n"):
        marked = [line[1:] for line in block.splitlines() if line.startswith("~")]
        if block.strip():
            targets.append(";".join(marked))
    plain = "\n".join("" if not line.strip() else line for line in lines if not line.startswith("~"))
    yield from zip(parse(plain, str(file)), targets, strict=True)


def _article(number: int, rows: list[tuple[Record, str]]) -> LabelledArticle:
    targets = {}
    for at, (_, line) in enumerate(rows):
        for item in filter(None, (part.strip() for part in line.split(";"))):
            span, _, meant = item.partition("=")
            targets[at, span.strip()] = tuple((int(n), key) for n, key in _TARGET.findall(meant))
    return LabelledArticle(number, tuple(record for record, _ in rows), targets)


def follow(coder: Coder, articles: Sequence[LabelledArticle]) -> list[Followed]:
    """Every mention of the articles, resolved on its labelled span, compared with its target."""
    resolver = ActorResolver(knowledge())
    labelled = iter(marked_mentions(coder, [record for article in articles for record in article.sentences]))
    return [
        item for article in articles for item in _follow(resolver, article, [next(labelled) for _ in article.sentences])
    ]


def _follow(
    resolver: ActorResolver, article: LabelledArticle, labelled: Sequence[Sequence[Mention]]
) -> Iterable[Followed]:
    starts: list[int] = []
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    text = ""
    for record, row in zip(article.sentences, labelled, strict=True):
        at = len(text)
        starts.append(at)
        mentions += [replace(m, start=at + m.start, end=at + m.end) for m in row]
        text += record.text + "\n"
        sentences.append(Sentence(at, at + len(record.text)))
    places = [record.text[s.start : s.end] for record in article.sentences for s in record.spans if s.kind == "P"]
    done = {m.start: m for m in resolver.resolve(mentions, text, places, sentences)}

    def spot(sentence: int, key: str) -> int:
        return starts[sentence] + article.sentences[sentence].span(key).start

    gold = {spot(*key): tuple(sorted(spot(*one) for one in meant)) for key, meant in article.targets.items()}
    for at, record in enumerate(article.sentences):
        for span in record.spans:
            if span.kind == "A":
                mention = done[starts[at] + span.start]
                yield _judged(article.number, mention, gold, done, span.country)


def _judged(
    number: int, mention: Mention, gold: dict[int, tuple[int, ...]], done: dict[int, Mention], country: str
) -> Followed:
    wanted = gold.get(mention.start, ())
    ends = _ends(mention.start, done)
    entities = {end for start in ends for end in _roots(start, gold)}
    own = _roots(mention.start, gold)
    right = bool(mention.antecedents) and entities == set(own) if wanted else not mention.antecedents
    return Followed(
        number, mention.text, wanted, mention.antecedents, right, profile(mention).pronoun, mention.rule,
        mention.country == country,
    )  # fmt: skip


def _ends(start: int, done: dict[int, Mention]) -> set[int]:
    """Where following the found antecedents ends."""
    following = [other for other in done[start].antecedents if other != start]
    return {end for other in following for end in _ends(other, done)} if following else {start}


def _roots(start: int, gold: dict[int, tuple[int, ...]]) -> set[int]:
    """The first full mentions that a mention stands for by the labels."""
    return {root for other in gold[start] for root in _roots(other, gold)} if start in gold else {start}


def is_antecedent_set(path: Path) -> bool:
    """Whether a path holds articles with labelled antecedents: a folder or file of that name."""
    return path.stem == "antecedents"


def antecedent_report(coder: Coder, path: Path, half: str, errors: bool = False) -> str:
    """Accuracy of antecedents, of pronouns apart, and how often a first mention was wrongly linked."""
    rows = follow(coder, read_articles(path, half))
    linked = [row for row in rows if row.gold]
    alone = [row for row in rows if not row.gold]
    lines = [f"{len({row.article for row in rows})} articles ({half}), {len(rows)} mentions on their labelled spans"]
    for name, part in (
        ("with an antecedent", linked),
        ("  pronouns", [row for row in linked if row.pronoun]),
        ("  other", [row for row in linked if not row.pronoun]),
        ("first mentions left alone", alone),
        ("all mentions", rows),
    ):
        right = sum(row.right for row in part)
        lines.append(f"{name:<28}{right / max(len(part), 1):7.3f}{right:6d} of {len(part)}")
    right = sum(row.country_right for row in rows)
    lines.append(f"{'country of all mentions':<28}{right / max(len(rows), 1):7.3f}{right:6d} of {len(rows)}")
    if errors:
        lines += [
            f"{row.article:03d} {row.text!r}: found {row.found}, labelled {row.gold} ({row.rule})"
            for row in rows
            if not row.right
        ]
    return "\n".join(lines)
