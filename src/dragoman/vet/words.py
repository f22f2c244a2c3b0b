"""Words of a sentence as the vet stage compares them: function words out, numbers as figures, names told apart."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_FIGURE = re.compile(r"\d[\d.,]*")


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


#: Words that carry no content, with the fillers and misplaced verbs that spinners write in their stead.
FUNCTION_WORDS = word_set(
    """
    a about above according across actually after afterwards again against ago all almost along already also although
    always am among amongst an and another any anyone anything are around as at away back be became because become been
    before behind being below beneficial beneath beside besides best between beyond both brand but by came can could
    did do does doing done down due during each effective either else enough enthusiastic etc even ever every everyone
    everything except excellent exactly few fewer for former fresh from further gave get gets getting give given go goes
    going good got great had has have having he help her here hers herself him himself his how however i if in including
    indeed inside instead into is it its itself just keen keeps kept know known last later latest least less like likely
    made make makes making man many may maybe me might more moreover most mr mrs ms much must my myself near nearly
    neither never new newest next no nobody none nor not nothing now of off often old on once only onto or order other
    others otherwise our out outside over own particular perhaps possess possibly put quite rather really regarding said
    same say saying says see seen several shall she should since so some somebody someone something soon still such take
    taken takes tell than that the their them themselves then there therefore these they thing things this those though
    through throughout thus to together told too took toward towards try under until up upon us use used using various
    very via was way we well went were what whatever when where whether which while who whole whom whose why will with
    within without would yet you your able chances definitely features enjoys guy look woman girl claims claimed stated
    mentioned explained
    """
)
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: str(value) for value, word in enumerate(_UNITS)}
_NUMBERS |= {word: str(10 * tens) for tens, word in enumerate(_TENS, 2)}
_NUMBERS |= {
    f"{ten}-{unit}": str(10 * tens + one)
    for tens, ten in enumerate(_TENS, 2)
    for one, unit in enumerate(_UNITS[1:10], 1)
}

#: Days and months: spinners change them at will, and every page has some.
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)


class Word(NamedTuple):
    """One word: `text` in small letters, numbers as figures; `start` and `end` in the sentence.

    `capital` says that it begins with a capital letter, `number` that it is one.
    """

    text: str
    start: int
    end: int
    capital: bool
    number: bool


def words_of(sentence: str) -> list[Word]:
    """All words of a sentence in order."""
    found = []
    for match in _WORD.finditer(sentence):
        raw = match[0]
        text = raw.casefold()
        if text[-2:] in ("'s", "’s"):
            text = text[:-2]
        if text[0].isdigit():
            figure = _FIGURE.match(text)
            whole = figure is not None and figure.end() == len(text)
            found.append(Word(text.replace(",", "") if whole else text, match.start(), match.end(), False, True))
        elif text in _NUMBERS:
            found.append(Word(_NUMBERS[text], match.start(), match.end(), False, True))
        else:
            found.append(Word(text, match.start(), match.end(), raw[0].isupper(), False))
    return found
