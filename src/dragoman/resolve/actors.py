"""Who a mention is: its country by name or by the article, and the first full mention that it goes back to."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.ontology import NON_STATES
from dragoman.records import Mention
from dragoman.resolve.knowledge import Hit, Knowledge, case_tells_nothing
from dragoman.resolve.places import city_countries

_SINGULAR = {"he", "him", "his", "she", "her", "hers", "himself", "herself", "the guy", "the man", "the woman"}
_THING = {"it", "its", "itself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
PRONOUNS = _SINGULAR | _THING | _PLURAL

_BOTH = re.compile(r"(?i)^(?:the |these |both )(?:two )?(?:countries|states|nations|sides|governments|neighbou?rs|"
                   r"leaders|parties|ministers|presidents|rivals)$|^both$|^the two$")  # fmt: skip
_HEAD_ENDS = re.compile(
    r"\s(?:to|in|at|for|with|against|from|near|on|over|based|led by|by|who|which|that|under|outside)\s"
)
_OTHERS_SIDE = re.compile(r"(?i)(?:pro|anti|ex)-$")
_LED = re.compile(r"(?i)-(?:backed|led|allied|aligned|supported|based|controlled|held|funded|born|style)\b")
_LED_KEEPS = re.compile(r"(?i)-(?:based|born)\b")
_ALLIANCE = {"alliance", "bloc", "organisation", "organization", "body", "union", "agency", "group", "commission"}
_STATE_WORDS = {"country", "nation", "republic", "kingdom", "island", "state"}

#: Words of a name that say nothing about which person it is.
_TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "president", "minister", "prime", "general", "colonel", "secretary", "king", "queen",
    "the", "sheikh", "sir",
})  # fmt: skip


@dataclass(slots=True)
class _Entity:
    """What earlier mentions of an article say about one participant."""

    first: Mention
    names: frozenset[str]
    head: str
    plural: bool
    last: int


class ActorResolver:
    """Resolves the A mentions of one article at a time."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._any_case = False

    def resolve(self, mentions: Sequence[Mention], text: str, places: Sequence[str] = ()) -> list[Mention]:
        """The A mentions with country, name, antecedent and the rule that gave them, in text order.

        Args:
            mentions: the article's A mentions, in text order.
            text: the article's text.
            places: more texts that say where the article plays, such as its dateline.
        """
        self._any_case = case_tells_nothing(text)
        home, why = self._home(text, places)
        entities: list[_Entity] = []
        done: list[Mention] = []
        for mention in mentions:
            made = self._one(mention, text, entities, home, why)
            done.append(made)
            _remember(made, entities)
        return done

    def _one(self, mention: Mention, text: str, entities: list[_Entity], home: str, why: str) -> Mention:
        lower = mention.text.lower()
        if lower in PRONOUNS or _BOTH.match(lower):
            return self._pronoun(mention, lower, entities)
        named = self.name_country(mention) or self._just_before(mention, text)
        if named is not None:
            return named
        earlier = _antecedent(mention, entities)
        if earlier and (earlier.first.country or mention.country in ("", earlier.first.country)):
            first = earlier.first
            return replace(
                mention, country=first.country, actor=first.actor, antecedent=first.start,
                sectors=mention.sectors or first.sectors, rule="article: first full mention",
            )  # fmt: skip
        if mention.country:
            return replace(mention, actor=mention.text)
        return replace(mention, actor=mention.text, country=home, rule=why)

    def name_country(self, mention: Mention) -> Mention | None:
        """The mention resolved by a name that it holds, or None if it holds none that the tables know."""
        hits = [
            hit for hit in self._known.find(mention.text, self._any_case) if not _beside_the_point(mention.text, hit)
        ]
        if not hits:
            return None
        end = _HEAD_ENDS.search(mention.text)
        head = [hit for hit in hits if not end or hit.start < end.start()] or hits
        hit = head[0]
        states = {h.fact.code for h in head if h.fact.kind == "state"}
        joint = len(states) > 1 and hit.fact.kind == "state" and _joined(mention.text, head)
        code = "XXX" if joint else hit.fact.code
        return replace(
            mention, country=code, actor=_name(mention.text, hit), sectors=_sectors(mention, hit),
            rule="several states" if joint else hit.fact.rule,
        )  # fmt: skip

    def _just_before(self, mention: Mention, text: str) -> Mention | None:
        """The mention with the state whose name ends where it begins ("U.S. | Defense Secretary Ann Lee")."""
        at = max(0, mention.start - 40)
        for hit in self._known.find(text[at : mention.start], self._any_case):
            name, between = text[at + hit.start : at + hit.end], text[at + hit.end : mention.start]
            if name.endswith(".") and "." not in name[:-1]:
                continue  # the end of a sentence, not of an abbreviation
            if hit.fact.kind == "state" and re.fullmatch(r"(?:['’]s?)?\s", between):
                return replace(mention, country=hit.fact.code, actor=mention.text, rule=hit.fact.rule)
        return None

    def _pronoun(self, mention: Mention, lower: str, entities: list[_Entity]) -> Mention:
        if _BOTH.match(lower):
            states = [e for e in reversed(entities) if e.first.country not in ("", "XXX")]
            start = states[-1].first.start if states else -1
            return replace(
                mention, country="XXX", actor=mention.text, antecedent=start, rule="article: several parties"
            )
        for entity in sorted(entities, key=lambda e: -e.last):
            person = _is_person(entity.first.text)
            fits = (
                (lower in _SINGULAR and person and not entity.plural)
                or (lower in _THING and not person and not entity.plural)
                or (lower in _PLURAL and not person)
            )
            if fits:
                first = entity.first
                return replace(
                    mention, country=first.country, sectors=first.sectors or mention.sectors, actor=first.actor,
                    antecedent=first.start, rule="article: pronoun",
                )  # fmt: skip
        return replace(mention, country=mention.country or "XXX", actor=mention.text, rule="nothing tells")

    def _home(self, text: str, places: Sequence[str]) -> tuple[str, str]:
        """The state that the article is most about (XXX if it names none), and why; ties go to the first named."""
        counts: Counter[str] = Counter()
        # The comma lets a place's name count as one from inside a sentence.
        for part in (text, *(f", {place}" for place in places)):
            hits = self._known.find(part, self._any_case)
            counts.update(hit.fact.code for hit in hits if hit.fact.code not in NON_STATES and len(hit.fact.code) == 3)
            counts.update(city_countries(part))
        if not counts:
            return "XXX", "nothing tells"
        code = max(counts, key=lambda c: counts[c])
        return code, f"article: most named state ({code})"


def _joined(text: str, hits: list[Hit]) -> bool:
    return any(
        re.fullmatch(r"\W*(?:,|and|or|-|&)\W*(?:the )?", text[one.end : two.start]) is not None
        for one, two in itertools.pairwise(hits)
        if one.fact.code != two.fact.code
    )


def _beside_the_point(text: str, hit: Hit) -> bool:
    """Whether a name only says whose friend or foe somebody is ("pro-Russian", "Iran-backed")."""
    if _OTHERS_SIDE.search(text[: hit.start]):
        return True
    led = _LED.match(text, hit.end)
    return bool(led) and not _LED_KEEPS.match(text, hit.end)


def _is_whole(text: str, hit: Hit) -> bool:
    """Whether a name is all of a mention but for its article."""
    return hit.end - hit.start >= len(text.removeprefix("the ").removeprefix("The ")) - 2


def _sectors(mention: Mention, hit: Hit) -> tuple[str, ...]:
    fact, whole = hit.fact, _is_whole(mention.text, hit)
    if whole and fact.kind in ("state", "seat", "region"):
        # A bare country or capital that acts is its government.
        return fact.sectors or ("GOV",)
    return fact.sectors if fact.sectors and whole else mention.sectors


def _name(text: str, hit: Hit) -> str:
    return hit.fact.name if _is_whole(text, hit) else text


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'-]*", text)


def _proper(text: str) -> frozenset[str]:
    return frozenset(w for w in _words_of(text) if w[0].isupper() and w.lower() not in _TITLES)


def _is_person(text: str) -> bool:
    """Whether a mention ends in a personal name: its last two words, or its only one, are capitalised."""
    words = _words_of(text)
    if not words or words[0].lower() in ("the", "a", "an", "some", "many", "dozens", "hundreds"):
        tail = words[-2:]
        return len(tail) == 2 and all(w[0].isupper() and not w.isupper() for w in tail) and len(words) > 3
    tail = words[-2:]
    return all(word[0].isupper() and not word.isupper() for word in tail)


def _head(text: str) -> str:
    cut = re.split(r"\s(?:of|in|from|for|at|to|who|on)\s", text, maxsplit=1)[0]
    words = _words_of(cut)
    return words[-1].lower() if words else ""


def _antecedent(mention: Mention, entities: list[_Entity]) -> _Entity | None:
    words = _words_of(mention.text)
    if not words:
        return None
    proper = _proper(mention.text)
    lower = mention.text.lower()
    if proper and not lower.startswith(("a ", "an ")):
        for entity in sorted(entities, key=lambda e: -e.last):
            if proper <= entity.names:
                return entity
    if lower.startswith(("the ", "that ", "this ", "its ", "their ", "his ", "her ")) or len(words) == 1:
        head = _head(mention.text)
        for entity in sorted(entities, key=lambda e: -e.last):
            if head == entity.head or head in {w.lower() for w in _words_of(entity.first.text)}:
                return entity
            if head in _ALLIANCE and entity.first.country in ("IGO", "UNO", "EUR", "NGO"):
                return entity
            if head in _STATE_WORDS and entity.first.sectors == ("GOV",) and len(_words_of(entity.first.text)) < 3:
                return entity
    return None


def _remember(mention: Mention, entities: list[_Entity]) -> None:
    if mention.antecedent >= 0:
        for entity in entities:
            if entity.first.start == mention.antecedent:
                entity.last = mention.start
                entity.names |= _proper(mention.text)
        return
    if mention.text.lower() in PRONOUNS:
        return
    head = _head(mention.text)
    plural = head.endswith("s") and not head.endswith("ss") and not _is_person(mention.text)
    entities.append(_Entity(mention, _proper(mention.text), head, plural, mention.start))
