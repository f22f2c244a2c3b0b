"""A light word spinner for training: function words and common nouns swapped as phrase-table spinners do.

The swaps follow what one family of real spinners was seen to do (tables of function words that grow into phrases,
synonyms without sense). Names, numbers and quotation marks stay.
"""

from __future__ import annotations

import random
import re

from dragoman.corpus.edits import Edit, apply_edits
from dragoman.corpus.reader import Record

_TABLE = {
    "to": "so you're able to|so you can|to help you|in order to|to be able to",
    "and": "and you may|and you can|and|as well as|and also",
    "the": "brand new|the newest|the fresh|this new|the brand new|the|your",
    "of": "out-of|regarding|from|off|of the|away from",
    "he": "the guy|he|the man", "she": "she|the woman|the girl",
    "said": "told you|claims|said|stated|mentioned|explained",
    "that": "you to definitely|one to|you to|which|that",
    "with": "which have|that have|having|with", "for": "to have|getting|for the|to own|for",
    "in": "inside|within|into the|during the|from inside the|when you look at the",
    "on": "to the|for the|into the|toward|on the", "as": "because the|since|as the|just like",
    "is": "is actually|is|try", "was": "is|are|was actually|try", "are": "is|are actually",
    "has": "possess|features|keeps|enjoys|has", "have": "possess|keeps|enjoys|has|have got",
    "or": "otherwise|or even|or", "if": "when|in case|if perhaps", "then": "chances are|next|upcoming",
    "a": "an excellent|a beneficial|an effective|a|a good", "an": "a keen|an effective|a|an enthusiastic",
    "who": "just who|exactly who|whom|whom", "them": "him or her|them|they", "it": "they|it|this",
    "chief": "master|captain|head", "leader": "frontrunner|chief|head|boss", "president": "chairman|leader",
    "minister": "minister|secretary|priest", "prime": "best|perfect|primary", "secretary": "assistant|secretary",
    "military": "armed forces|army|army", "weapons": "guns|firearms|weaponry", "war": "conflict|combat|battle",
    "allies": "partners|friends", "defense": "safety|protection|security", "defence": "safety|protection",
    "urged": "advised|recommended|asked|advised", "visit": "head|check out|go to|travel",
    "deal": "package|price|contract", "deals": "selling|income|packages", "member": "representative|associate",
    "states": "says|claims|claims", "bill": "statement|expenses|costs", "house": "home|family|premises",
    "killed": "murdered|slain|destroyed|slain", "attack": "assault|strike|episode", "attacked": "assaulted|assailed",
    "police": "law enforcement|cops|authorities", "government": "authorities|regulators|federal government",
    "talks": "discussions|conversations|speaks", "met": "fulfilled|satisfied|found|came across",
    "arrested": "detained|caught|apprehended", "troops": "soldiers|armies|forces", "soldiers": "troopers|troops",
    "country": "nation|land|nation", "countries": "nations|places|nations around the world",
    "people": "anyone|individuals|folks", "accused": "charged|implicated|attributed", "agreed": "decided|consented",
    "called": "named|titled|known as", "rebels": "rebels|insurgents|rebellious", "protesters": "demonstrators",
    "demanded": "required|asked for|demanded", "rejected": "refused|denied|declined", "aid": "help|assistance|support",
    "sanctions": "sanctions|penalties|approvals", "signed": "closed|finalized|authorized", "new": "fresh|the latest",
    "south": "southern|southern area", "north": "northern|northern area", "officials": "authorities|officers",
    "citing": "pointing out|mentioning", "warned": "informed|cautioned|informed", "support": "help|service|assistance",
    "released": "put out|revealed|create", "first": "earliest|very first|basic", "last": "past|final",
    "year": "seasons|12 months", "years": "decades|age", "two": "a couple|2", "three": "about three|3",
    "also": "including",
    "may": "can get|could possibly|will get", "will": "tend to|commonly|have a tendency to", "but": "however|yet",
}  # fmt: skip
SWAPS = {word: tuple(swaps.split("|")) for word, swaps in _TABLE.items()}
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")


def spin(record: Record, rng: random.Random, share: float = 0.5) -> Record:
    """The record with about `share` of the words that the table knows swapped."""
    edits: list[Edit] = []
    for match in _WORD.finditer(record.text):
        word = match[0]
        swaps = SWAPS.get(word.lower())
        if swaps and rng.random() < share:
            new = rng.choice(swaps)
            edits.append((match.start(), match.end(), new.capitalize() if word[0].isupper() else new))
    return apply_edits(record, edits)
