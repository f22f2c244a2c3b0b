"""Whether two reports may tell of one occurrence: the signs for and against, and the score that they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, hypot, radians

from dragoman import ontology
from dragoman.link.cluster import CONFLICT
from dragoman.link.facts import LAG, Facts, Side
from dragoman.link.weights import WEIGHTS

#: What is announced or feared and what is done are two.
UNDONE = frozenset({"future", "hypothetical"})

NON_STATES = frozenset(ontology.NON_STATES)

#: Kilometres of a degree of latitude, and the longest way in kilometres between places that may stand for each other.
KILOMETRES, NEXT = 111.2, 25.0

#: Largest ratio of two values of one size that are still near: tolls rise and estimates differ.
NEAR = 1.6


def score(one: Facts, two: Facts) -> float:
    """The log odds that two reports tell of one occurrence; `CONFLICT` if they can't."""
    found = signs(one, two)
    return CONFLICT if found is None else sum(map(WEIGHTS.__getitem__, found))


def signs(one: Facts, two: Facts) -> list[str] | None:
    """The signs of a pair, names of `WEIGHTS`; None where dates, types or statuses exclude each other."""
    if one.kin != two.kin or (one.status != two.status and UNDONE & {one.status, two.status}):
        return None
    time = _time(one, two)
    if time is None:
        return None
    found = [time, *_sides(one, two), _place(one, two), _size(one.sizes, two.sizes)]
    if one.type != two.type:
        found.append("type differs")
    found.append(_label("mode", one.mode, two.mode))
    found.append("cameo differs" if one.cameo != two.cameo else "cameo same")
    if one.status != two.status:
        found.append("status differs")
    if one.document == two.document:
        found.append("document same")
    if one.sequel or two.sequel:
        found.append(_sequel(one, two))
    found.append(f"rare {min(len(one.rare & two.rare), 4)}")
    return found


def _time(one: Facts, two: Facts) -> str | None:
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return "time unknown"
    if one.first != one.last or two.first != two.last:
        apart = max(_earliest(one) - two.last, _earliest(two) - one.last)
        return "time within" if apart <= 1 else None
    if one.told and two.told:
        gap = abs(one.first - two.first)
        return f"time told {gap}" if gap <= 1 else None
    if one.told == two.told:
        gap = abs(one.first - two.first)
        return f"time untold {gap}" if gap <= LAG else None
    told, untold = (one, two) if one.told else (two, one)
    lag = (untold.first or 0) - (told.first or 0)
    return f"time lag {lag}" if 0 <= lag <= LAG else None


def _earliest(facts: Facts) -> int:
    return (facts.first or 0) - (0 if facts.told else LAG)


def _sides(one: Facts, two: Facts) -> Iterator[str]:
    pairs = ((one.actors, two.actors), (one.recipients, two.recipients))
    swapped = ((one.actors, two.recipients), (one.recipients, two.actors))
    if _met(swapped) > _met(pairs):
        if one.mutual or two.mutual:
            pairs = swapped
        else:
            yield "sides reversed"
    for role, (mine, theirs) in zip(("actors", "recipients"), pairs, strict=True):
        yield f"{role} {_countries(mine.countries, theirs.countries)}"
        yield f"{role} camps {_camps(mine.camps, theirs.camps)}"
        if mine.names & theirs.names:
            yield f"{role} named"


def _met(pairs: tuple[tuple[Side, Side], ...]) -> int:
    return sum(bool(mine.countries & theirs.countries) for mine, theirs in pairs)


def _codes(mine: frozenset[str], theirs: frozenset[str]) -> str:
    if not mine or not theirs:
        return "unknown"
    return "same" if mine & theirs else "differ"


def _countries(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """As `_codes`; "loose" where they differ, but one is an organisation or movement that the other may belong to."""
    found = _codes(mine, theirs)
    return "loose" if found == "differ" and (mine | theirs) & NON_STATES else found


def _camps(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """As `_codes`; "opposed" where one side is the state's and the other armed without it."""
    if mine and theirs and mine | theirs == {"state", "armed"} and not mine & theirs:
        return "opposed"
    return _codes(mine, theirs)


def _place(one: Facts, two: Facts) -> str:
    if not one.place or not two.place:
        return "place unknown"
    if one.place & two.place or _near(one, two):
        return "place same"
    if one.place_country and two.place_country and one.place_country != two.place_country:
        return "place elsewhere"
    levels = one.place_precision, two.place_precision
    return "place differs" if levels[0] == levels[1] != "country" else "place coarser"


def _near(one: Facts, two: Facts) -> bool:
    """Whether two places have coordinates and are one town under two names, or next to each other."""
    if one.latitude is None or one.longitude is None or two.latitude is None or two.longitude is None:
        return False
    east = (one.longitude - two.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - two.latitude, east) * KILOMETRES <= NEXT


def _size(mine: Mapping[str, float], theirs: Mapping[str, float]) -> str:
    shared = [(mine[what], theirs[what]) for what in mine if what in theirs]
    if not shared:
        return "size unknown"
    if any(a == b for a, b in shared):
        return "size same"
    return "size near" if all(max(pair) <= NEAR * min(pair) for pair in shared) else "size far"


def _sequel(one: Facts, two: Facts) -> str:
    """A report that looks back at an earlier event of its kind hardly tells of one that a page had before."""
    if one.sequel and two.sequel:
        return "sequel both"
    later, other = (one, two) if one.sequel else (two, one)
    since = later.first if later.told else (later.published or later.first)
    if since is None or other.published is None:
        return "sequel one"
    return "sequel known before" if other.published <= since - (not later.told) else "sequel one"


def _label(name: str, mine: str, theirs: str) -> str:
    if not mine or not theirs:
        return f"{name} unknown"
    return f"{name} same" if mine == theirs else f"{name} differs"
