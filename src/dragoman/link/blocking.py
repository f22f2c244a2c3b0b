"""Blocking: which reports are compared at all.

Two reports are compared if they share a key, made of the types that go together, a time and a party or place. A report
with an exact time owns the weeks around it and only visits the month and the year; one that knows only the month owns
the month and visits the year. Reports meet where one of the two is the owner: exact ones of one month do not all meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dragoman.link.facts import LAG, Facts

#: Days around a date in which reports of the same occurrence may be dated.
MARGIN = 1

#: Longest range of days that counts as exact, and as one month.
EXACT, MONTH = 10, 45

#: Marks of a key: the report owns it, or only visits it.
OWN, VISIT = "+", "-"


def keys(facts: Facts) -> list[str]:
    """The keys of a report, sorted; the first letter says whether it owns the key."""
    # Either side may be named first: which is which is left to the comparison.
    wheres = {f"s{code}" for code in facts.actors.countries | facts.recipients.countries}
    if facts.place_country:
        wheres.add(f"p{facts.place_country}")
    if not wheres:
        wheres = {f"n{name}" for name in facts.actors.heads | facts.recipients.heads}
    times = list(_times(facts))
    found = {f"{mark}{facts.kin}/{time}/{where}" for mark, time in times for where in wheres}
    found.add(f"{VISIT if times else OWN}{facts.kin}/{facts.document}")
    return sorted(found)


def _times(facts: Facts) -> Iterator[tuple[str, str]]:
    if facts.first is None or facts.last is None:
        return
    # What only the page dates may have happened some days before.
    first, last = facts.first - (MARGIN if facts.told else LAG + MARGIN), facts.last + MARGIN
    length = facts.last - facts.first
    if length <= EXACT:
        yield from ((OWN, f"w{week}") for week in range(first // 7, last // 7 + 1))
    months = (_month(first), _month(last))
    if length <= MONTH:
        mark = VISIT if length <= EXACT else OWN
        yield from ((mark, f"m{month}") for month in range(months[0], months[1] + 1))
    mark = VISIT if length <= MONTH else OWN
    yield from ((mark, f"y{year}") for year in range(months[0] // 12, months[1] // 12 + 1))


def _month(day: int) -> int:
    when = date.fromordinal(max(day, 1))
    return when.year * 12 + when.month - 1


def partners(reports: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, list[str]]]:
    """For each report those with a larger id that it must be compared with, sorted.

    Args:
        reports: keys of each report, by id.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    visitors: dict[str, list[str]] = defaultdict(list)
    for name in sorted(reports):
        for key in reports[name]:
            (owners if key[0] == OWN else visitors)[key[1:]].append(name)
    for name in sorted(reports):
        met: set[str] = set()
        for key in reports[name]:
            met.update(owners.get(key[1:], ()))
            if key[0] == OWN:
                met.update(visitors.get(key[1:], ()))
        yield name, sorted(other for other in met if other > name)
