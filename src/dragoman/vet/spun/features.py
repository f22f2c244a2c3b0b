"""What tells spun language: surprising word pairs, rare words, slips of grammar, piled synonyms, known phrases."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dragoman.spin.base import table as synonyms_by_word
from dragoman.vet.spun.surprise import Bigrams
from dragoman.vet.spun.words import NUMBER, UNKNOWN, Words

#: Ratios (powers of ten) below which a pair is unlikely, and very unlikely.
UNLIKELY, VERY_UNLIKELY = -0.7, -1.2
#: Frequencies (powers of ten) below which a word is rare, and very rare.
RARE, VERY_RARE = -5.0, -6.0
_CLASSES = ("function_function", "function_content", "content_function", "content_content")
NAMES: tuple[str, ...] = (
    "ratio", "unlikely", "very_unlikely", "unlisted",
    *(f"{name}_{what}" for name in _CLASSES for what in ("ratio", "unlikely", "negative")),
    "names_ratio", "unknown", "frequency", "rare", "very_rare", "content", "articles", "doubled", "mixed", "piled",
    "fingerprints",
)  # fmt: skip
_MIXED = re.compile(
    r"\b\d+-(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|one|two|three|four|five|six|seven|eight|nine)\b"
    r"|[$€£]\d+ hundred\b|\byou\.[sn]\.",
    re.I,
)
_VOWEL = re.compile(r"(?!eu|one|once|uni|use|usu|u[.-])[aeiou]|hour|honest|honou?r|heir")
# Letters and abbreviations that are spoken with a vowel ("an 81-year-old", "an MP") are no slips: only words count.
_AN = re.compile(r"[b-df-gj-np-tv-z][a-z]{2,}")
_JOINTS = frozenset(("and", "or", ","))


def measure(text: str, words: Words, table: Bigrams) -> NDArray[np.float64]:
    """The features of a text, in the order of `NAMES`."""
    small = (words.ids >= UNKNOWN) & ~words.capital
    count = max(1, int((words.ids >= NUMBER).sum()))
    named = words.capital[words.first] | words.capital[words.first + 1]
    plain, ratio = ~named, words.ratio
    values = [*_shape(ratio[plain]), _mean(~words.listed[plain])]
    one, two = words.function[words.first], words.function[words.first + 1]
    for left, right in ((True, True), (True, False), (False, True), (False, False)):
        part = ratio[plain & (one == left) & (two == right)]
        values += [_mean(part), _mean(part < UNLIKELY), _mean(part < 0)]
    content = small & (words.ids >= 0) & ~words.function
    frequency = table.frequency[words.ids[content]]
    unknown = small & (words.ids == UNKNOWN)
    values += [
        _mean(ratio[named]), _mean(unknown[small]), _mean(frequency) if len(frequency) else -4.0,
        _mean(frequency < RARE), _mean(frequency < VERY_RARE), _mean(content[small]),
    ]  # fmt: skip
    slips = (len(found) for found in (wrong_articles(words), doubled(words), mixed(text), piled(words)))
    values += [100 * found / count for found in (*slips, len(fingerprints(text)))]
    return np.array(values, dtype=np.float64)


def wrong_articles(words: Words) -> list[int]:
    """Places of "a" before a vowel and "an" before a consonant."""
    tokens = words.tokens
    return [
        place
        for place, token in enumerate(tokens[:-1])
        if (token == "a" and _VOWEL.match(tokens[place + 1])) or (token == "an" and _AN.fullmatch(tokens[place + 1]))
    ]


def doubled(words: Words) -> list[int]:
    """Places of a word that the same word follows ("had had" and "that that" are English)."""
    tokens = words.tokens
    known = np.flatnonzero((words.ids[:-1] == words.ids[1:]) & (words.ids[:-1] >= 0))
    return [int(place) for place in known if tokens[place] not in ("had", "that")]


def mixed(text: str) -> list[tuple[int, int]]:
    """Spans where digits and words mix ("5-cuatro", "$2 hundred"), or letters of an abbreviation were read as words."""
    return [match.span() for match in _MIXED.finditer(text)]


def piled(words: Words) -> list[int]:
    """Places of a word that a comma, "and" or "or" joins to its synonym (any sense, WordNet)."""
    tokens, groups = words.tokens, _synonyms()
    found = []
    for place, token in enumerate(tokens):
        if token in _JOINTS and 0 < place < len(tokens) - 1:
            after = place + 2 if token == "," and tokens[place + 1] in _JOINTS else place + 1
            if after < len(tokens) and tokens[after] in groups.get(tokens[place - 1], ()):
                found.append(place - 1)
    return found


def fingerprints(text: str) -> list[tuple[int, int]]:
    """Spans of the phrases of `fingerprints.tsv`."""
    small = text.lower()
    # Looking for each phrase first is six times as fast as the expression, which few pages need.
    if not any(phrase in small for phrase in _phrases()):
        return []
    return [match.span() for match in _fingerprints().finditer(text)]


def _shape(ratio: NDArray[np.float32]) -> tuple[float, float, float]:
    return _mean(ratio), _mean(ratio < UNLIKELY), _mean(ratio < VERY_UNLIKELY)


def _mean(values: NDArray[np.float32] | NDArray[np.bool_]) -> float:
    return float(values.mean()) if len(values) else 0.0


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    """Words of the thesaurus with their synonyms, both ways."""
    groups: dict[str, set[str]] = {}
    for word, others in synonyms_by_word("thesaurus.tsv").items():
        for other in others:
            groups.setdefault(word, set()).add(other)
            groups.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in groups.items()}


@cache
def _phrases() -> tuple[str, ...]:
    """The phrases in small letters, the longest first."""
    rows = (files("dragoman.vet.spun") / "fingerprints.tsv").read_text(encoding="utf8").splitlines()
    return tuple(sorted((row.partition("\t")[2] for row in rows if not row.startswith("#")), key=len, reverse=True))


@cache
def _fingerprints() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _phrases()))})(?!\w)", re.I)
