"""Which words a speech verb reports: the clause after it, the one before it, or both."""

from __future__ import annotations

import re

from dragoman.resolve.speakers.before import Spot, clause_before
from dragoman.resolve.speakers.cues import Cue
from dragoman.resolve.speakers.masks import A, D, Q
from dragoman.resolve.speakers.words import DAY, FINITE, NO_CLAUSE, PREPOSITION

#: What may stand between a speech verb and what it reports.
_LEAD = (
    rf"(?:\s(?:[a-z]+ly|again|also|only|later|today|yesterday|tonight|once more|for the first time)"
    rf"|\s(?:(?:late|early)\s)?(?:{PREPOSITION}\s)?(?:the\s)?{D}+"
    rf"|\s{PREPOSITION}\s[^,;:{Q}]{{1,70}}?"
    rf"|,\s[^,;]{{1,90}},)"
)
_HEARER = rf"(?:\s{A}+|\s(?:an?|the|his|her|its|their)\s[^,;:{A}{Q}]{{1,40}}?|\s[A-Za-z-]+(?:\s[a-z-]+)?)"
#: From the verb to the clause after "that", with a hearer (True) or without.
_THAT = {
    True: re.compile(rf"{_HEARER}{_LEAD}{{0,3}},?\sthat\b,?\s*"),
    False: re.compile(rf"(?:\sto\s{A}+)?{_LEAD}{{0,3}},?\sthat\b,?\s*"),
}
_COLON = re.compile(rf"(?:\s{A}+)?{_LEAD}{{0,2}}:\s*")
_SKIPPED = re.compile(
    rf"(?:\s(?:[a-z]+ly|{DAY}|again|also|later|today|yesterday|tonight|(?:(?:late|early|on)\s)*{D}+))*\s"
)
_HEARER_SKIPPED = re.compile(rf"\s(?:{A}+|an?\s[\w-]+\s[\w-]+|[A-Za-z]+s|Parliament|parliament|Congress)(?=\s)")
#: The beginning of a clause with its subject and finite verb.
_CLAUSE = re.compile(
    rf"(?:{A}+|(?:(?:the|a|an|it|he|she|they|there|its|his|her|their|no|all|some|most|many|more|at|two|three|\d[\d,.]*)"
    rf"\b))(?:(?!\s(?:and|but|that|which|who)\s)[^,;:{Q}]){{0,70}}?\s{FINITE}\b"
)
#: What goes on about a hearer ("told students enrolled there to go").
_CALLED_FOR = re.compile(r"(?:\w+ed|\w+ing|based|sent|here|there)\b")
#: "it" as an object ("say it too often").
_IT_THERE = re.compile(rf"it\b(?!\s(?:{FINITE}|\w+s|also|still|never|only|no)\b)")
#: An accusation that is denied without its words.
_DENIED_THING = re.compile(
    r"(?:it|this|that|them|any wrongdoing|(?:the|all|any|those|these|such)\s(?:\w+\s)?"
    r"(?:charge|allegation|accusation|claim|report|raid|rumou?r|account|call|story|request|visa|entry|access)s?)\b"
)
#: What is claimed as a possession or deed and is no report.
_CLAIMED_THING = re.compile(r"(?:\w+\s)?(?:responsibility|credit|victory|win|lives|life|title|rights?)\b")
#: Before the infinitive of a claim ("claimed on their channel to have").
_TO = re.compile(r"\s(?:on|in|at|by)\s[^,;:]{1,40}?\sto\s|\sto\s")
#: Where reported words end: at the paper's remark on them, and where the speaker does something else.
_ASIDE_END = re.compile(
    r",\s(?:an?|the)\s(?:\w+\s)?(?:statement|figure|step|claim|charge|remark|version|account|assertion|"
    r"demand|move|number|sum)\s(?:that|which|at|of)\b"
    r"|(?:,(?:\sand)?|\sand)\s(?:appealed|urged|called on|called for|accused|condemned|blamed|criticized|criticised)\b"
    r"|,\s(?:but|and)\s(?:he|she|it|they)\s(?:did not|didn['’]t|would not|gave no|declined|refused)\b"
    r"|,\swhile\s"
    r"|,(?:\sand)?\s(?:called|vowed to|ordered|demanded)\b"
)
#: Between two reported clauses of one verb.
_AND_THAT = re.compile(rf"(?:,?\s(?:and|but|or)|(?<!{Q}),)\sthat\b\s*")
#: A mention with a word after it, as in headlines ("tanks withdrawing").
_MENTION_GOES_ON = re.compile(rf"{A}+\s\w")
#: An adverbial between the verb and a clause without "that" ("said at the funeral the army had fired").
_ADVERBIAL = re.compile(rf"\s{PREPOSITION}\s[^,;:]*?(?={A}[^,;:]*?\s{FINITE}\b)")
#: A speaker in a relative clause, and where the main clause resumes ("who said he was ill, was freed").
_RELATIVE = re.compile(r"\bwho\b(?:\s\w+)?\s$")
_RESUMED = re.compile(rf",\s{FINITE}\b")


def reported(masked: str, low: int, high: int, cue: Cue, following: list[Cue]) -> list[Spot]:
    """The stretches of [low, high) that a cue reports; none where it names no words, or only whole quotations.

    Args:
        masked: a text with its mentions hidden, and its quotations too unless the region is one.
        low: where the region (a sentence, or a part up to a semicolon) begins.
        high: where it ends.
        cue: the verb with its speakers.
        following: the cues after it in the region.
    """
    if cue.inverted:
        return clause_before(masked, low, high, cue, following)
    start = _forward(masked, cue, high)
    if start >= 0:
        cuts = [c.cut for c in following if c.cut >= start]
        aside = _ASIDE_END.search(masked, start, high)
        end = min([high, *cuts, *([aside.start()] if aside else [])])
        if _RELATIVE.search(masked, max(low, cue.start - 20), cue.start):
            resumed = _RESUMED.search(masked, start, end)
            end = resumed.start() if resumed else end
        return _parts(masked, start, end)
    return clause_before(masked, low, high, cue, following) or _loose(masked, cue, high, following)


def _forward(masked: str, cue: Cue, high: int) -> int:
    """Where the reported clause after the verb begins, or -1."""
    if cue.kind == "quote":
        return -1
    tells = cue.kind == "tell" or masked[cue.start : cue.end].lower() in ("warned", "warns", "promised", "warn")
    that = _THAT[False].match(masked, cue.end, high) or (_THAT[True].match(masked, cue.end, high) if tells else None)
    if that:
        return that.end()
    if cue.kind == "text":
        return -1
    colon = _COLON.match(masked, cue.end, high)
    if colon:
        return -1 if masked[colon.end() : colon.end() + 1] == Q else colon.end()
    at = cue.end
    if cue.kind == "tell":
        hearer = _HEARER_SKIPPED.match(masked, at, high)
        if not hearer:
            return -1
        at = hearer.end()
    skipped = _SKIPPED.match(masked, at, high)
    if not skipped:
        return -1
    return skipped.end() if _is_clause(masked, skipped.end(), high, cue) else _infinitive(masked, cue, high)


def _is_clause(masked: str, at: int, high: int, cue: Cue) -> bool:
    if at >= high or masked[at] in ",.;:—–-" or NO_CLAUSE.match(masked, at, high):
        return False
    if cue.kind == "deny":
        return not _DENIED_THING.match(masked, at, high) and " " in masked[at:high].strip()
    if cue.kind == "tell" and _CALLED_FOR.match(masked, at, high):
        return False
    if masked[at] == Q and not masked[at:high].strip(Q).strip(" .,"):
        return False
    words = masked[at:high].strip(" .")
    if _IT_THERE.match(masked, at, high) or not (" " in words or words.isdigit()):
        return False
    return cue.kind in ("say", "tell") or bool(_CLAUSE.match(masked, at, high)) or _headline(masked, cue, at, high)


def _headline(masked: str, cue: Cue, at: int, high: int) -> bool:
    """Whether a present form begins a clause by a mention or quotation ("radio reports tanks withdrawing")."""
    verb = masked[cue.start : cue.end].lower()
    if verb == "claims":
        return masked[high - 1] not in ".?!" and not _CLAIMED_THING.match(masked, at, high)
    return verb.endswith("s") and masked[at] == A and _MENTION_GOES_ON.match(masked, at, high) is not None


def _infinitive(masked: str, cue: Cue, high: int) -> int:
    """Where what a speaker claims to have done begins, or -1."""
    if not masked[cue.start : cue.end].lower().startswith("claim"):
        return -1
    match = _TO.match(masked, cue.end, high)
    return match.end() - 3 if match else -1


def _parts(masked: str, start: int, end: int) -> list[Spot]:
    """A reported clause, parted where "and that" begins another."""
    found = []
    for match in _AND_THAT.finditer(masked, start, end):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, end)]


def _loose(masked: str, cue: Cue, high: int, following: list[Cue]) -> list[Spot]:
    """A clause that begins with an adverbial ("said at the funeral the army had fired")."""
    if cue.kind not in ("say", "tell"):
        return []
    end = min([high, *(c.cut for c in following if c.cut > cue.end)])
    adverbial = _ADVERBIAL.match(masked, cue.end, end)
    return [(adverbial.end(), end)] if adverbial else []
