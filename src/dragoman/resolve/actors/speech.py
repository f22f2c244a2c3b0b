"""Who speaks in a sentence: the mention beside a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.records import Mention, Sentence

_SAID = (
    "said|says|say|told|tells|added|adds|announced|announces|replied|replies|answered|declared|declares|insisted|"
    "argued|warned|conceded|complained|explained|claimed|claims|stated|noted|recalled|went on|wrote|tweeted|asked|"
    "proposed|suggested|promised|urged|observed|remarked|pointed out|repeated|maintained|admitted|"
    "confirmed|denied|denies|testified|called|put"
)
_AFTER = re.compile(rf"(?:,[^,;.\"”]{{0,60}},)?\s(?:also |later |then |has |had |have )?(?:{_SAID})\b")
_SAYS = re.compile(rf"\b(?:{_SAID}|according to)\b")
_BEFORE = re.compile(rf"(?:{_SAID}|said by|according to)\s$")
_ENDS = re.compile(r"\s(?:said|says|added|replied|went on|recalled|insisted|told|conceded|complained)\b")


def speaker(mentions: Sequence[Mention], sentence: Sentence, text: str) -> Mention | None:
    """The mention that the sentence quotes, or None."""
    if not _SAYS.search(text, sentence.start, sentence.end):
        return None
    for mention in mentions:
        if _AFTER.match(text, mention.end):
            return mention
    for mention in mentions:
        if _BEFORE.search(text, max(sentence.start, mention.start - 20), mention.start):
            return mention
    return None


def tagged(mention: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a pronoun only tells who said what stands before it (", he added.")."""
    return bool(
        _ENDS.match(text, mention.end)
        and text[sentence.start : mention.start].rstrip(" ").endswith((",", '"', "”", ",\u201d"))
    )
