"""Scores who says so: statements of labelled articles against those that the resolve stage finds.

The labelled file is in corpus format, ids `NAMENNN-SS` (article, sentence; 00 is the headline), with lines
`~ A1; attributed words; quote or reported` (`~ 01:A2; ...` for a speaker marked in another sentence). A labelled
statement is found if a statement of the article has its speaker (the mention itself, or one that the actor resolver
leads back to the same first mention) and shares with it at least half of the words of the longer of the two. Each
found statement counts for one labelled statement only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.corpus.reader import Record, parse
from dragoman.errors import CorpusError
from dragoman.evaluate.score import Tally, figures
from dragoman.records import Mention, Sentence, Statement
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.knowledge import knowledge
from dragoman.resolve.speakers import find_statements

_ID = re.compile(r"%\s*\S+\s+(?P<article>\D*\d+)-(?P<sentence>\d+)\s*$")
_LABEL = re.compile(r"~\s*(?:(?P<sentence>\d+):)?(?P<span>A\d+);\s*(?P<words>.+);\s*(?P<kind>quote|reported)\s*$")


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its labelled mentions (A, D, P) and statements."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]


def is_speaker_set(path: Path) -> bool:
    """Whether a path holds articles with labelled speakers: a folder or file of that name."""
    return path.stem == "speakers"


def read_speaker_set(path: Path, half: str) -> Iterator[LabelledArticle]:
    """The articles of a labelled file, or of a folder's files, with odd or with even numbers.

    Raises:
        CorpusError: with file and line, where a record or a label can't be read.
    """
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        text = file.read_text(encoding="utf8")
        plain = "\n".join("" if line.startswith("~") else line for line in text.splitlines())
        # Labels stand last in their records: blank lines in their place keep the numbers of the others.
        records = {record.id: record for record in parse(plain, str(file))}
        labels = _labels(text, str(file))
        articles: dict[str, list[Record]] = {}
        for identity, record in records.items():
            articles.setdefault(identity.rpartition("-")[0], []).append(record)
        for identity, rows in articles.items():
            if int(re.sub(r"\D", "", identity)) % 2 == (half == "odd"):
                yield _article(identity, rows, [label for label in labels if label.article == identity], str(file))


@dataclass(frozen=True, slots=True)
class _Label:
    line: int
    article: str
    sentence: str
    speaker: tuple[str, str]
    words: str
    kind: str


def _labels(text: str, name: str) -> list[_Label]:
    found = []
    article = sentence = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = _ID.match(line)
        if head:
            article, sentence = head["article"], head["sentence"]
        elif line.startswith("~"):
            label = _LABEL.match(line)
            if not label:
                raise CorpusError(name, number, "expected ~ A1; words; quote or reported")
            speaker = (label["sentence"] or sentence, label["span"])
            found.append(_Label(number, article, sentence, speaker, label["words"].strip(), label["kind"]))
    return found


def _article(identity: str, records: Sequence[Record], labels: Sequence[_Label], name: str) -> LabelledArticle:
    text = ""
    starts: dict[str, int] = {}
    sentences, mentions = [], []
    spans: dict[tuple[str, str], int] = {}
    for record in records:
        key = record.id.rpartition("-")[2]
        text += "" if not text else "\n" if len(starts) == 1 else " "
        starts[key] = len(text)
        sentences.append(Sentence(len(text), len(text) + len(record.text)))
        for span in record.spans:
            start, end = len(text) + span.start, len(text) + span.end
            spans[key, span.id] = start
            words = record.text[span.start : span.end]
            mentions.append(Mention(start, end, words, span.kind, sectors=span.sectors))
        text += record.text
    statements = []
    for label in labels:
        spot = _find(text, label.words, starts[label.sentence])
        if spot is None or label.speaker not in spans:
            raise CorpusError(name, label.line, "the label's words or speaker are not in the sentence")
        words = text[slice(*spot)]
        statements.append(Statement(*spot, words, label.kind, spans[label.speaker]))
    ordered = tuple(sorted(mentions, key=lambda m: m.start))
    return LabelledArticle(identity, text, tuple(sentences), ordered, tuple(statements))


def _find(text: str, words: str, low: int) -> tuple[int, int] | None:
    """Where words stand; signs between them need not be the same, and a label may leave one stretch out."""
    parts = [re.escape(word) for word in re.findall(r"\w+", words)]
    joined = [(r"[\W_]+".join(parts[:cut]), r"[\W_]+".join(parts[cut:])) for cut in range(1, len(parts))]
    for pattern in (r"[\W_]+".join(parts), *(rf"{head}\b.{{1,120}}?\b{tail}" for head, tail in joined)):
        match = re.compile(pattern).search(text, low)
        if match:
            return match.span()
    return None


def own_mentions(coder: Coder, article: LabelledArticle) -> tuple[Mention, ...]:
    """The mentions that the coder finds in an article."""
    found = coder.code([article.text[s.start : s.end] for s in article.sentences])
    return tuple(
        Mention(at + m.start, at + m.end, article.text[at + m.start : at + m.end], m.kind, sectors=m.sectors)
        for at, sentence in zip((s.start for s in article.sentences), found, strict=True)
        for m in sentence.mentions
    )


def compare_statements(article: LabelledArticle, mentions: Sequence[Mention]) -> Tally:
    """Counts of an article: `speakers` found and right, found and wrong, missed; `kind` right and wrong of the found.

    Args:
        article: with its labels.
        mentions: those that the statements are found by, the labelled ones or a coder's.
    """
    found = list(find_statements(article.text, article.sentences, mentions))
    entity = _entities(article)
    ends = {m.start: m.end for m in mentions}
    tally = Tally()
    left = list(found)
    for gold in article.statements:
        same = [
            s for s in left
            if _shared(gold, s) >= 0.5 and entity[gold.speaker] in _named(article, entity, s.speaker, ends[s.speaker])
        ]  # fmt: skip
        if same:
            best = max(same, key=lambda s: _shared(gold, s))
            left.remove(best)
            tally.add("kind", int(best.kind == gold.kind), int(best.kind != gold.kind))
        else:
            tally.errors.append(f"missed  {_line(article, gold)}")
    tally.errors += [f"wrong   {_line(article, statement)}" for statement in left]
    right = len(found) - len(left)
    tally.add("speakers", right, len(left), len(article.statements) - right)
    return tally


def _entities(article: LabelledArticle) -> dict[int, int]:
    """The first mention that each labelled actor mention goes back to, by their starts."""
    actors = [m for m in article.mentions if m.kind == "A"]
    found = ActorResolver(knowledge()).resolve(actors, article.text, sentences=article.sentences)
    return {mention.start: min(mention.antecedents, default=mention.start) for mention in found}


def _named(article: LabelledArticle, entity: dict[int, int], start: int, end: int) -> set[int]:
    """The entities of the labelled mentions that a span overlaps."""
    return {entity[m.start] for m in article.mentions if m.kind == "A" and m.start < end and start < m.end}


def _shared(one: Statement, other: Statement) -> float:
    """Words that two statements share, of those of the longer."""
    low, high = max(one.start, other.start), min(one.end, other.end)
    if low >= high:
        return 0.0
    shared = len(one.text[low - one.start : high - one.start].split())
    return shared / max(len(one.text.split()), len(other.text.split()))


def _line(article: LabelledArticle, statement: Statement) -> str:
    speaker = next((m.text for m in article.mentions if m.start == statement.speaker), "?")
    return f"{article.id} [{speaker}] {statement.kind}: {statement.text}"


def speaker_report(coder: Coder, path: Path, half: str, errors: bool) -> str:
    """Precision, recall and F1 with the labelled mentions and with the coder's own, and the errors with the former."""
    articles = list(read_speaker_set(path, half))
    labelled = [compare_statements(article, article.mentions) for article in articles]
    own = [compare_statements(article, own_mentions(coder, article)) for article in articles]
    head = f"{'':<28}{'precision':>10}{'recall':>8}{'F1':>8}{'95% interval':>16}{'right':>8}{'wrong':>8}{'missed':>8}"
    lines = [f"{path}, {half} half: {len(articles)} articles", head]
    for name, tallies in (("labelled mentions", labelled), ("the coder's mentions", own)):
        (f,) = figures(tallies, ["speakers"])
        lines.append(
            f"{'speakers, ' + name:<28}"[:31].ljust(31) + f"{f.precision:7.3f}{f.recall:8.3f}{f.f1:8.3f}"
            f"   {f.low:.3f} - {f.high:.3f}{f.right:8d}{f.wrong:8d}{f.missed:8d}"
        )
    (kind,) = figures(labelled, ["kind"])
    lines.append(f"quote or reported right in {kind.right} of {kind.right + kind.wrong} found statements")
    if errors:
        lines += ["", *(line for tally in labelled for line in tally.errors)]
    return "\n".join(lines)
