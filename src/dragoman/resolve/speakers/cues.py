"""Who speaks at a speech verb: its subject before or after it, the speaker of the verb before it, or a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.resolve.speakers.masks import A, D, P, Q
from dragoman.resolve.speakers.words import FINITE, PREPOSITION, TEXTS, VERBS

_WORD = re.compile(r"[A-Za-z]{3,}")

#: Verbs as they may be written to their lower-case form; a look-up for each spelling is faster than lowering all words.
_WRITTEN = {form: verb for verb in VERBS for form in (verb, verb.capitalize(), verb.upper())}

#: What makes a verb's form no assertion (infinitive, negation, passive) or a noun.
_BLOCKED = re.compile(
    r"(?:\b(?:to|not|never|nor|neither|without|be|been|being|was|were|is|are|of|the|an?|its|his|her|their|no|any|"
    r"this|that|if|cannot|whether)|n['’]t)(?:\s\w+ly)?\s+$"
)
#: What may stand between a subject and its verb.
_AUXILIARY = (
    r"(?:\s(?:has|have|had|would|will|did|also|then|later|now|still|only|again|once|here|there|today|yesterday|"
    r"tonight|earlier|himself|herself|itself|themselves|since|just|even|(?:was|were|is|are|been) quoted as|"
    r"(?:went|goes|go) on to|"
    rf"[a-z]+ly|(?:on\s|in\s)?{D}+))*"
)
_POSSESSED = r"(?:['’]s?(?:\s[\w’'-]+){1,4}?)?"
_MODIFIER = (
    rf"(?:\s(?:who|that|which|whose|[a-z]+ing|close|familiar|loyal|reached|based|quoted|named|contacted|{PREPOSITION})"
    rf"\b[^,;:{A}{Q}]{{0,70}}?)?"
)
_GAP = re.compile(rf"{_POSSESSED}(?:\s\([^)]*\))?{_MODIFIER}{_AUXILIARY}\s+")
#: The gap of a relative clause ("a cook, who also said").
_RELATIVE = re.compile(rf"(?:,[^,;:{A}]{{1,60}})?,?\swho{_AUXILIARY}\s+")
#: "would add", "will report" say what somebody does, unless the words follow.
_WOULD = re.compile(r"\b(?:would|will|could|may|might|must)\s$")
_GOES_ON = re.compile(rf"(?:\s\w+){{0,4}}?\s(?:that\b|{Q})|:")
_TRAILING = re.compile(rf"{_AUXILIARY}\s+$")
#: What stands before a verb whose subject another verb has: "and also", ", adding", "by saying".
_CONJUNCTION = re.compile(rf"(?:\s?,)?\s(?:and|but|yet|then|though|or)(?=\s){_AUXILIARY}\s+$")
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
_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|the guy){_AUXILIARY}\s+$")
_TEXT = re.compile(
    rf"(?i:\b(?:the|his|her|its|their|a|this|that)\s(?:[\w-]+\s)?{TEXTS})(?:,[^,{A}]{{1,60}},)?{_AUXILIARY}\s+$"
)
#: What begins a clause before its subject; a statement before it ends there.
_OPENING = re.compile(
    rf",?\s?\b(?:and|but|while|yet|though|although|as)\s+(?:[Ii]n\s{P}+,?\s|{P}+,?\s|{D}+,?\s)?$|,\s*$"
)
#: What stands before a mention that begins a clause.
_STARTS = re.compile(rf"(?:[,;:.{Q}—–-]\s*|\b(?:and|but|that|where|while|as|when|[Bb]oth)\s|[{D}{P}]\s)$")
#: The preposition by which a mention hangs on another, and what shows that it does not.
_HANGS = re.compile(r"\s(?:of|to|with|from|for|by|in|at|on|near|against|under|behind|inside)(?:\sthe)?\s$")
_SIGN = re.compile(rf"[,;:{Q}]")
_OWNED = re.compile(r"['’]s?(?:\s[\w-]+){1,4}")
_CLAUSE = re.compile(rf"\b(?:that|and|but|when|as|where|while|who|{FINITE})\b")


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


def subject(masked: str, begins: dict[int, int], low: int, verb: int) -> tuple[int, ...]:
    """Starts of the mentions that are the subject of the verb at an offset; empty if none is."""
    last = masked.rfind(A, low, verb)
    if last < 0:
        return ()
    gap = masked[last + 1 : verb]
    start = begins.get(last + 1, -1)
    if start >= low and _RELATIVE.fullmatch(gap):
        return (begins.get(start - 2, start) if masked.startswith(", ", start - 2) else start,)
    if not (_GAP.fullmatch(gap) and " and " not in gap and " but " not in gap):
        last = _before_aside(masked, begins, low, verb)
        if last < 0:
            return ()
    start = begins.get(last + 1, -1)
    if start < low:
        return ()
    return _joint(masked, begins, low, _head(masked, begins, low, start))


def _before_aside(masked: str, begins: dict[int, int], low: int, verb: int) -> int:
    """The last sign of a subject that an aside between commas parts from its verb ("the army, in a note, said")."""
    trailing = _TRAILING.search(masked, max(low, verb - 60), verb)
    close = trailing.start() - 1 if trailing else -1
    if close <= low or masked[close] != ",":
        return -1
    comma = close
    for _ in range(3):
        comma = masked.rfind(",", max(low, close - 140), comma)
        if comma <= low:
            break
        if masked[comma - 1] == A:
            return comma - 1
        last = masked.rfind(A, low, comma)
        if last >= 0 and _OWNED.fullmatch(masked, last + 1, comma):
            return last
    start = begins.get(close, -1)
    begins_clause = start == low or (start > low and _STARTS.search(masked[max(low, start - 12) : start]))
    return close - 1 if begins_clause else -1


def _head(masked: str, begins: dict[int, int], low: int, start: int) -> int:
    """The mention that a mention hangs on by a preposition ("soldiers loyal to the president"), or itself."""
    last = masked.rfind(A, low, start)
    between = masked[last + 1 : start]
    hangs = last >= 0 and len(between) < 45 and not _SIGN.search(between) and _HANGS.search(between)
    if hangs and not _CLAUSE.search(between):
        return begins.get(last + 1, start)
    return start


def _joint(masked: str, begins: dict[int, int], low: int, start: int) -> tuple[int, ...]:
    """The mention with those that commas and "and" join to it, from one that begins a clause."""
    chain = [start]
    whole: tuple[int, ...] = (start,)
    for joint in (" and ", ", ", ", "):
        at = chain[0] - len(joint)
        if masked[max(low, at) : chain[0]] != joint or at not in begins:
            break
        chain.insert(0, begins[at])
        if chain[0] == low or _STARTS.search(masked[max(low, chain[0] - 12) : chain[0]]):
            whole = tuple(chain)
    return whole


def _others(match: re.Match[str], begins: dict[int, int]) -> list[int]:
    if not match["more"]:
        return []
    ends = [match.start("more") + m.end() for m in re.finditer(f"{A}+", match["more"])]
    return [begins[end] for end in ends if end in begins]


def _cut(masked: str, low: int, first: int) -> int:
    window = masked[max(low, first - 40) : first]
    match = _OPENING.search(window)
    return first - len(window) + match.start() if match else -1
