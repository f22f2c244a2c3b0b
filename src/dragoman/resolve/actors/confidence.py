"""How sure a rule is.

The shares were measured on the development split of the corpus (2,785 labelled actors; country right), for what goes
back to another mention on the odd articles of evaluation/antecedents (468 mentions; right entity), and rounded.
Measure again: `dragoman eval corpus --split development --actors`, `dragoman eval evaluation/antecedents`.
"""

from __future__ import annotations

from functools import lru_cache

#: Share of right answers by how a mention's rule begins.
_RIGHT = {
    "states.tsv": 0.98,
    "history.tsv": 0.97,
    "organisations.tsv": 0.97,
    "agencies.tsv": 0.97,
    "groups.tsv": 0.97,
    "parties.tsv": 0.97,
    "landmarks.tsv": 0.95,
    "regions.tsv": 0.90,
    "people.tsv": 0.90,
    # Not measured: as sure as tables of the same kind.
    "own actors": 0.97,
    "wikidata": 0.90,
    "several states": 0.97,
    "gazetteer": 0.84,
    "model": 0.70,
    "article: same name": 0.95,
    "article: apposition": 0.95,
    "article: who speaks": 0.90,
    "article: pronoun": 0.88,
    "article: description": 0.80,
    "article: several parties": 0.64,
    "article: one of two": 0.70,
    "article: whose it is": 0.80,
    "article: only state": 0.85,
    "article: state most spoken of": 0.60,
    "nothing tells": 0.08,
}
#: A name put right counts for less than one that stands in the text.
_REWRITTEN = 0.9


@lru_cache(maxsize=4096)
def confidence(rule: str) -> float:
    """The share of right answers of the rule or table that a mention's `rule` names, 0 to 1."""
    share = next(share for name, share in _RIGHT.items() if rule.startswith(name))
    return round(share * _REWRITTEN, 2) if ", from rewritten " in rule else share
