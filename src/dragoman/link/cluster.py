"""From scored pairs to clusters: agglomeration that looks at whole clusters, in an order that scores and ids decide.

Two clusters become one where their strongest members speak for it on average and none of them against it. So a vague
report ("troops fought in the east this month") can join one occurrence, but never chains two that differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product

#: How many members of a cluster are compared: those with the most details. Bounds the cost of large clusters.
SPEAKERS = 8

#: Score of a pair that can't be one occurrence.
CONFLICT = float("-inf")

Pair = tuple[str, str]


def components(ids: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """The connected component of each id, named by its smallest member."""
    root = {one: one for one in ids}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, two in pairs:
        low, high = sorted((find(one), find(two)))
        root[high] = low
    return {one: find(one) for one in root}


def cluster(
    details: Mapping[str, float], scores: Mapping[Pair, float], score: Callable[[str, str], float], least: float
) -> list[list[str]]:
    """Groups ids; each group and the list of groups sorted.

    Args:
        details: how much each report tells; the most detailed speak for a cluster, ties go to the smaller id.
        scores: pairs of ids (smaller first) that may be one occurrence, with their scores.
        score: the score of any pair, `CONFLICT` if it can't be one occurrence.
        least: the smallest average score between two clusters that become one.
    """
    members = {one: [one] for one in details}
    home = {one: one for one in details}
    known = dict(scores)
    refused: set[tuple[str, str, int, int]] = set()

    def value(one: str, two: str) -> float:
        pair = (one, two) if one < two else (two, one)
        if pair not in known:
            known[pair] = score(*pair)
        return known[pair]

    for one, two in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[one, two] < least:
            break
        first, second = sorted((home[one], home[two]))
        # Clusters only grow, so their sizes say whether they are still what was refused.
        attempt = (first, second, len(members[first]), len(members[second]))
        if first == second or attempt in refused:
            continue
        values = [value(*pair) for pair in product(members[first][:SPEAKERS], members[second][:SPEAKERS])]
        if sum(values) < least * len(values):
            refused.add(attempt)
            continue
        for moved in members.pop(second):
            home[moved] = first
            members[first].append(moved)
        members[first].sort(key=lambda name: (-details[name], name))
    return sorted(sorted(group) for group in members.values())
