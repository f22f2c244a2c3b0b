"""What the words of a mention say by themselves: head noun, number, names, gender, whether it is a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.records import Mention
from dragoman.resolve.actors.nouns import senses, singular
from dragoman.resolve.facts import lands, nationalities, rows

PERSONS = frozenset({
    "he", "him", "his", "himself", "she", "her", "hers", "herself",
})  # fmt: skip
THINGS = frozenset({
    "it", "its", "itself",
})  # fmt: skip
MANY = frozenset({
    "they", "them", "their", "theirs", "themselves",
})  # fmt: skip
SPEAKERS = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
})  # fmt: skip
PRONOUNS = PERSONS | THINGS | MANY | SPEAKERS

#: Words that a rewriter puts where a pronoun stood.
_SPUN = {"the guy": "he", "the fellow": "he", "the lady": "she"}

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_CUT = re.compile(
    r",|\s(?:of|in|from|for|at|to|who|that|which|whose|on|with|near|by|against|under|outside|around|behind|inside)\s"
)
_POSSESSOR = re.compile(r"^(.*?)(?:['’]s|s['’])\s+(?=\S)")
_OWNERS = frozenset({
    "its", "their", "his", "her", "our", "my",
})  # fmt: skip
_SOME = frozenset({
    "a", "an", "one", "some", "many", "several", "dozens", "hundreds", "thousands", "scores", "few", "two", "three",
    "four", "five", "six",
})  # fmt: skip
_MEN = frozenset({
    "mr", "m.", "sir", "lord", "king", "prince", "emir", "sultan", "sheikh", "imam", "abbot", "monk", "mullah",
    "ayatollah", "brother", "father", "pope", "herr", "baron", "man", "guy",
})  # fmt: skip
_WOMEN = frozenset({
    "mrs", "ms", "miss", "mme", "lady", "dame", "queen", "princess", "baroness", "sister", "mother", "frau",
    "madame", "woman", "nun",
})  # fmt: skip
_HONORIFICS = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "m", "mme", "herr", "frau", "sir", "lord", "lady", "dame", "sheikh", "st",
    "ole",
})  # fmt: skip
_FORMER = frozenset({
    "former", "ex", "deposed", "ousted", "late", "previous", "fugitive",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """`head` is the noun in the singular, `low_head` whether it is written small, so no part of a name; `names` are
    proper words without titles and nationalities, `mods` the other words before the head in small letters;
    `determiner` is the, a, its, or nothing; `gender` m, f or nothing; `name` the personal name."""

    lower: str
    head: str
    plural: bool
    determiner: str
    names: frozenset[str]
    mods: frozenset[str]
    nationality: bool
    gender: str
    name: tuple[str, ...]
    former: bool
    low_head: bool

    @property
    def people(self) -> bool:
        """Whether a nationality speaks of several: "the British", "Ecuadoreans", not "the Cambodian"."""
        return self.plural or self.lower.endswith(("ese", "ish", "sh", "ch", "yz", "ss"))

    @property
    def pronoun(self) -> bool:
        """Whether the mention is nothing but a pronoun."""
        return self.lower in PRONOUNS


@lru_cache(maxsize=1 << 14)
def _profile(text: str) -> Profile:
    lower = _SPUN.get(text.lower(), text.lower())
    owner = _POSSESSOR.match(text)
    rest = text[owner.end() :] if owner else text
    words = _WORD.findall(_CUT.split(rest, maxsplit=1)[0])
    whole = _WORD.findall(text)
    small = [word.lower().rstrip(".") for word in words]
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    determiner = "its" if owner or first in _OWNERS else "a" if first in _SOME or first[:1].isdigit() else ""
    if not determiner and first in ("the", "this", "that", "these", "those", "both"):
        determiner = "the"
    name = _personal_name(words)
    titles = small[: len(small) - len(name)] if name else small
    head, plural = singular(titles[-1] if titles else "")
    known = nationalities()
    spoken = {word.lower().removesuffix("'s").removesuffix("’s") for word in whole}
    names = frozenset(
        word
        for each in whole
        if each[0].isupper()
        for word in [re.sub(r"['’]s?$", "", each).rstrip(".")]
        if word.lower() not in known and word.lower() not in _HONORIFICS and word not in ("The", "A", "An", "Its")
        and not (senses(singular(word.lower())[0]) and (word != words[-1] or each == whole[0]))
    )  # fmt: skip
    return Profile(
        lower=lower,
        head=head,
        plural=lower in MANY if lower in PRONOUNS else plural and not name,
        determiner=determiner,
        names=names,
        mods=frozenset(titles[:-1]) | frozenset(part for word in titles for part in word.split("-") if "-" in word),
        nationality=bool(spoken & known) and lower.removeprefix("the ") not in lands(),
        gender=_gender(small, name),
        name=tuple(name),
        former=bool(_FORMER & {part for word in small for part in word.split("-")}),
        low_head=bool(titles) and (words[len(titles) - 1].islower() or words[len(titles) - 1] == whole[0]),
    )


def profile(mention: Mention) -> Profile:
    """The profile of a mention."""
    return _profile(mention.text)


def bare(text: str) -> str:
    """A mention in small letters without its article."""
    return text.lower().removeprefix("the ")


def _personal_name(words: list[str]) -> list[str]:
    """The capitalised words at the end, if a title or nothing stands before them and none is a common noun."""
    at = len(words)
    while at and (words[at - 1][0].isupper() or (words[at - 1] in ("de", "al", "bin", "el", "von", "van") and at > 1)):
        word = words[at - 1].lower().rstrip(".")
        if senses(singular(word)[0]) or word in nationalities() or word in _HONORIFICS or word in ("the", "a", "an"):
            break
        at -= 1
    tail = words[at:]
    if not tail or any(word.isupper() and len(word) > 1 for word in tail):
        return []
    before = words[at - 1].lower().rstrip(".") if at else ""
    if before in _HONORIFICS or any(sense.kind == "person" for sense in senses(singular(before)[0])):
        return tail
    return tail if not before and len(tail) in (2, 3, 4) else []


def _gender(small: list[str], name: list[str]) -> str:
    words = set(small)
    if words & _WOMEN or small[-1:] == ["spokeswoman"] or small[-1:] == ["chairwoman"]:
        return "f"
    if words & _MEN:
        return "m"
    return _given_names().get(name[0].lower(), "") if len(name) > 1 else ""


@cache
def _given_names() -> dict[str, str]:
    """Given names that tell a person's gender (m, f) in nearly all countries; a hint, never more."""
    return {row["name"]: row["gender"] for row in rows("given_names.tsv")}


def sounds_female(name: tuple[str, ...]) -> bool:
    """Whether a given name ends like most women's and few men's; a weak hint."""
    return (
        len(name) > 1
        and name[0].lower().endswith(("a", "ia", "ette", "ine"))
        and not _given_names().get(name[0].lower())
    )
