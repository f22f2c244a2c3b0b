"""Articles to rows of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from dragoman.records import Actor, Article, Mention, Report, Statement
from dragoman.vet.fingerprint import fingerprint
from dragoman.vet.judge import VETTED

Rows = dict[str, list[dict[str, Any]]]


def rows_of(articles: Sequence[Article], inputs: dict[str, str], coded_with: str) -> Rows:
    """Rows of documents, copies, sketches, mentions, actors, reports, participants and statements.

    Args:
        articles: coded articles.
        inputs: hash of each document's input, by its id.
        coded_with: versions of code and model.
    """
    names = ("documents", "copies", "sketches", "mentions", "reports", "participants", "statements")
    rows: Rows = {name: [] for name in names}
    actors = {actor.id: actor for article in articles for actor in article.actors}
    rows["actors"] = [_actor(actor) for actor in actors.values()]
    for article in articles:
        rows["documents"].append(_document(article, inputs.get(article.id, ""), coded_with))
        for copy in article.copies:
            rows["copies"].append({
                "document": article.id, "original": copy.original, "kind": copy.kind,
                "similarity": copy.similarity, "evidence": copy.evidence,
            })  # fmt: skip
        if article.verdict in VETTED:
            rows["sketches"].append({"document": article.id, "keys": list(article.keys), "names": list(article.names)})
        mentions = {mention.start: mention for mention in article.mentions}
        for mention in article.mentions:
            rows["mentions"].append(_mention(article, mention))
        for report in article.reports:
            rows["reports"].append(_report(article, report, mentions))
            rows["participants"] += _participants(article, report, mentions)
        rows["statements"] += [_statement(article, statement, mentions) for statement in article.statements]
    return rows


def _document(article: Article, given: str, coded_with: str) -> dict[str, Any]:
    return {
        "id": article.id, "address": article.address, "publisher": article.publisher or None,
        "title": article.title or None, "text": article.text, "published": _day(article.published),
        "published_source": article.published_source or None, "language": article.language or None,
        "dateline": article.dateline or None, "read_from": article.read_from, "verdict": article.verdict,
        "detail": article.detail or None, "sentences": len(article.sentences),
        "spun": article.spun, "spun_phrases": [asdict(phrase) for phrase in article.spun_phrases],
        "fingerprint": fingerprint(article.text) if article.text else None, "input_hash": given,
        "coded_with": coded_with,
    }  # fmt: skip


def _mention(article: Article, mention: Mention) -> dict[str, Any]:
    return {
        "document": article.id, "start": mention.start, "end": mention.end, "text": mention.text,
        "kind": mention.kind, "country": mention.country or None, "sectors": list(mention.sectors),
        "actor": mention.actor or None, "antecedents": list(mention.antecedents),
        "rule": mention.rule or None, "confidence": mention.confidence, "actor_id": mention.actor_id or None,
    }  # fmt: skip


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id, "name": actor.name, "country": actor.country, "sectors": list(actor.sectors),
        "kind": actor.kind, "aliases": list(actor.aliases), "office": actor.office or None,
        "from": actor.since or None, "to": actor.until or None, "source": actor.source,
    }  # fmt: skip


def _report(article: Article, report: Report, mentions: dict[int, Mention]) -> dict[str, Any]:
    return {
        "id": report.id, "document": article.id, "sentence_start": report.sentence_start,
        "sentence_end": report.sentence_end, "trigger_start": report.trigger_start,
        "trigger_end": report.trigger_end, "type": report.type, "mode": report.mode or None,
        "cameo": report.cameo or None, "status": report.status, "contexts": list(report.contexts),
        "speaker": report.speaker or None,
        "speaker_mention": report.speaker_mention if report.speaker_mention >= 0 else None,
        "date": _day(report.date), "date_end": _day(report.date_end),
        "date_precision": report.date_precision or None, "date_source": report.date_source or None,
        "date_rule": report.date_rule or None, "date_confidence": report.date_confidence,
        "date_mention": report.date_mention if report.date_mention >= 0 else None,
        "place": report.place or None, "place_country": report.place_country or None,
        "place_admin": report.place_admin or None, "place_rule": report.place_rule or None,
        "place_confidence": report.place_confidence, "place_precision": report.place_precision or None,
        "place_source": report.place_source or None,
        "latitude": report.latitude, "longitude": report.longitude,
        "place_mention": report.place_mention if report.place_mention >= 0 else None,
        "sizes": [{"what": s.what, "value": s.value, "words": mentions[s.mention].text} for s in report.sizes],
        "confidence": report.confidence,
    }  # fmt: skip


def _participants(article: Article, report: Report, mentions: dict[int, Mention]) -> list[dict[str, Any]]:
    return [
        {
            "report": report.id, "document": article.id, "role": part.role, "mention": part.mention,
            "text": mentions[part.mention].text, "country": mentions[part.mention].country or None,
            "sectors": list(mentions[part.mention].sectors), "actor": mentions[part.mention].actor or None,
        }
        for part in report.participants
    ]  # fmt: skip


def _statement(article: Article, statement: Statement, mentions: dict[int, Mention]) -> dict[str, Any]:
    speaker, addressee = mentions[statement.speaker], mentions.get(statement.addressee)
    return {
        "document": article.id, "speaker_mention": statement.speaker, "speaker": speaker.actor or speaker.text,
        "speaker_country": speaker.country or None, "start": statement.start, "end": statement.end,
        "text": statement.text, "kind": statement.kind, "addressee_mention": addressee.start if addressee else None,
        "addressee": (addressee.actor or addressee.text) if addressee else None,
    }  # fmt: skip


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
