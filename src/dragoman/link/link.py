"""Links reports: facts, candidate pairs, scores, clusters, events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.link.blocking import keys, partners
from dragoman.link.cluster import Pair, cluster, components
from dragoman.link.compare import score
from dragoman.link.facts import Facts, facts_of
from dragoman.link.merge import merge

Row = dict[str, Any]

#: Smallest score of a pair that may join two clusters, and smallest average between the two.
PAIR, CLUSTER = 0.0, 0.0


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking made of reports.

    `events` are rows of `events` ordered by id; `owner` the event of each report (None: a mention of history alone);
    `component` the reports that could hang together, named by the smallest: no other report had a say; `keys` what
    each report is found by.
    """

    events: list[Row]
    owner: dict[str, str | None]
    component: dict[str, str]
    keys: dict[str, list[str]]


def link(reports: Sequence[Row], participants: Iterable[Row], published: Mapping[str, date | None]) -> Linked:
    """Links reports to events; their order and that of the participants within a report's side change nothing.

    Args:
        reports: rows of `reports`, with their `sentence`.
        participants: rows of `participants`.
        published: the day of each document.
    """
    parts = _by_report(participants)
    rows = {report["id"]: report for report in reports}
    facts = _facts(reports, parts, published)
    found = {name: keys(facts[name]) for name in facts}
    scores = _scores(facts, found)
    component = components(facts, scores)
    linked = Linked([], {}, component, found)
    for group in _groups(facts, component, scores):
        event = merge([rows[name] for name in group], parts)
        if event is not None:
            linked.events.append(event)
        linked.owner.update((name, event["id"] if event else None) for name in group)
    linked.events.sort(key=lambda event: str(event["id"]))
    return linked


def report_keys(
    reports: Iterable[Row], participants: Iterable[Row], published: Mapping[str, date | None]
) -> dict[str, list[str]]:
    """What each report is found by: two reports are compared if they share a key, see `dragoman.link.blocking`."""
    facts = _facts(reports, _by_report(participants), published)
    return {name: keys(facts[name]) for name in facts}


def _by_report(participants: Iterable[Row]) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = defaultdict(list)
    for part in participants:
        parts[part["report"]].append(part)
    return parts


def _facts(
    reports: Iterable[Row], parts: Mapping[str, list[Row]], published: Mapping[str, date | None]
) -> dict[str, Facts]:
    return {row["id"]: facts_of(row, parts.get(row["id"], []), published.get(row["document"])) for row in reports}


def _scores(facts: Mapping[str, Facts], found: Mapping[str, list[str]]) -> dict[Pair, float]:
    """The candidate pairs with their scores."""
    scores = {}
    for one, others in partners(found):
        for two in others:
            value = score(facts[one], facts[two])
            if value >= PAIR:
                scores[one, two] = value
    return scores


def _groups(
    facts: Mapping[str, Facts], component: Mapping[str, str], scores: Mapping[Pair, float]
) -> Iterable[list[str]]:
    members: dict[str, list[str]] = defaultdict(list)
    pairs: dict[str, dict[Pair, float]] = defaultdict(dict)
    for name, home in component.items():
        members[home].append(name)
    for pair, value in scores.items():
        pairs[component[pair[0]]][pair] = value
    for home in sorted(members):
        details = {name: facts[name].details for name in members[home]}
        yield from cluster(details, pairs[home], lambda one, two: score(facts[one], facts[two]), CLUSTER)
