"""Who speaks at a speech verb: its subject before or after it, the speaker of the verb before it, or a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.resolve.speakers.masks import A, D, P, Q
from dragoman.resolve.speakers.subjects import AUXILIARY, subject
from dragoman.resolve.speakers.words import PREPOSITION, TEXTS, VERBS

_WORD = re.compile(r"[A-Za-z]{3,}")

#: Verbs as they may be written to their lower-case form; a look-up for each spelling is faster than lowering all words.
_WRITTEN = {form: verb for verb in VERBS for form in (verb, verb.capitalize(), verb.upper())}

#: What makes a verb's form no assertion (infinitive, negation, passive) or a noun.
_BLOCKED = re.compile(
    r"(?:\b(?:to|not|never|nor|neither|without|be|been|being|was|were|is|are|of|the|an?|its|his|her|their|no|any|"
    r"this|that|if|cannot|whether)|n['’]t)(?:\s\w+ly)?\s+$"
)
#: "would add", "will report" say what somebody does, unless the words follow.
_WOULD = re.compile(r"\b(?:would|will|could|may|might|must)\s$")
_GOES_ON = re.compile(rf"(?:\s\w+){{0,4}}?\s(?:that\b|{Q})|:")
#: What stands before a verb whose subject another verb has: "and also", ", adding", "by saying".
_CONJUNCTION = re.compile(rf"(?:\s?,)?\s(?:and|but|yet|then|though|or)(?=\s){AUXILIARY}\s+$")
_PARTICIPLE = re.compile(r",\s(?:\w+ly\s|while\s|also\s)?$|\s(?:by|as|while)\s$")
#: The subject of a participle (", with one trader saying").
_WITH = re.compile(rf"(?:,\s|,?\swith\s)(?P<who>{A}+)\s$")
#: A subject after its verb ('" said the mayor, who').
_INVERTED = re.compile(
    r"(?:\s\w+ly)?\s"
    r"(?:(?:an?|the|his|her|its|one|two|some|many|several)\s(?:[\w-]+\s){0,4}(?:of|from|by|for|at|in)\s)?"
    rf"(?P<who>{A}+)(?P<more>(?:,\s{A}+)*\sand\s{A}+)?(?:['’]s?(?:\s[\w-]+){{1,3}})?"
    rf"(?=\s*$|[.,;:?!]|\s(?:who|whose|as|when|{PREPOSITION})\b|\s[{D}{P}])"
)
_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|the guy){AUXILIARY}\s+$")
_TEXT = re.compile(
    rf"(?i:\b(?:the|his|her|its|their|a|this|that)\s(?:[\w-]+\s)?{TEXTS})(?:,[^,{A}]{{1,60}},)?{AUXILIARY}\s+$"
)
#: What begins a clause before its subject; a statement before it ends there.
_OPENING = re.compile(
    rf",?\s?\b(?:and|but|while|yet|though|although|as)\s+(?:[Ii]n\s{P}+,?\s|{P}+,?\s|{D}+,?\s)?$|,\s*$"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A speech verb [start, end) with its speakers' mention starts.

    `kind` see `words.VERBS`; `clause` is where its clause begins; `cut` is where an earlier statement ends because
    this clause begins, -1 where the clause lies inside that statement; `carried` says that the speaker is the one
    of another clause: "verb" of the verb before, "pronoun" of an earlier sentence.
    """

    start: int
    end: int
    kind: str
    speakers: tuple[int, ...]
    clause: int
    cut: int
    inverted: bool = False
    carried: str = ""


def find_verbs(text: str) -> list[tuple[int, int, str]]:
    """Start, end and lower-case form of every word that may be a speech verb."""
    found = []
    for match in _WORD.finditer(text):
        word = _WRITTEN.get(match[0])
        if word == "told" and text.startswith(" you", match.end()):
            # What a spinner makes of "said".
            found.append((match.start(), match.end() + 4, "said"))
        elif word:
            found.append((match.start(), match.end(), word))
    return found


def find_cue(masked: str, begins: dict[int, int], low: int, high: int, verb: tuple[int, int, str]) -> Cue | None:
    """The cue at a verb inside [low, high) of a masked text, or None where it reports no speech."""
    start, end, word = verb
    kind = VERBS[word]
    window = masked[max(low, start - 60) : start]
    if word.endswith("ing") and not window.endswith("quoted as "):
        with_subject = _WITH.search(window)
        if with_subject:
            at, first = (start - len(window) + with_subject.start(group) for group in (0, "who"))
            return Cue(start, end, kind, (first,), first, at)
        match = _PARTICIPLE.search(window)
        at = start - len(window) + match.start() if match else start
        return Cue(start, end, kind, (), at, at, carried="verb") if match else None
    if _BLOCKED.search(window[-24:]) and not window.endswith(("went on to ", "goes on to ")):
        return None
    if kind == "report" and _WOULD.search(window) and not _GOES_ON.match(masked, end, high):
        return None
    if _may_invert(kind, word, window.rstrip()[-1:]):
        inverted = _INVERTED.match(masked, end, high)
        if inverted:
            who = (inverted.start("who"), *_others(inverted, begins))
            return Cue(start, end, kind, who, start, start, inverted=True)
    joined = _CONJUNCTION.search(window)
    if joined:
        at = start - len(window) + joined.start()
        return Cue(start, end, kind, (), at, at, carried="verb")
    speakers = subject(masked, begins, low, start)
    if speakers:
        first = min(speakers)
        return Cue(start, end, kind, speakers, first, _cut(masked, low, first))
    pronoun = _PRONOUN.search(window) or _TEXT.search(window)
    if pronoun:
        first = start - len(window) + pronoun.start()
        return Cue(start, end, kind, (), first, _cut(masked, low, first), carried="pronoun")
    return None


def _may_invert(kind: str, word: str, before: str) -> bool:
    """Whether a subject can follow a verb after a sign; verbs that take a hearer as object need a quotation there."""
    if kind == "tell":
        return False
    if kind == "quote" or word.startswith("warn"):
        return before in (Q, "?", "!")
    return before in (",", Q, "?", "!", "")


def _others(match: re.Match[str], begins: dict[int, int]) -> list[int]:
    if not match["more"]:
        return []
    ends = [match.start("more") + m.end() for m in re.finditer(f"{A}+", match["more"])]
    return [begins[end] for end in ends if end in begins]


def _cut(masked: str, low: int, first: int) -> int:
    window = masked[max(low, first - 40) : first]
    match = _OPENING.search(window)
    return first - len(window) + match.start() if match else -1
