"""The words of reported speech: speech verbs by what may follow them, and nouns that speak for their author."""

from __future__ import annotations

import re

from dragoman.resolve.speakers.masks import D


def _forms(verb: str) -> list[str]:
    """Base, -s, -ed and -ing form of a regular verb; a final consonant that doubles is written twice ("admitt")."""
    base = verb[:-1] if verb[-2:] in ("tt", "rr", "pp") else verb
    if verb.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return [base, base + plural, verb + "ed", verb + "ing"]


#: Verbs after which a clause may stand without "that".
_SAY = ["say", "says", "said", "saying", *_forms("insist"), *_forms("allege"), *_forms("maintain")]

#: Verbs that name the hearer before the clause.
_TELL = ["tell", "tells", "told", "telling", *_forms("inform"), *_forms("assure"), *_forms("remind"), *_forms("advise")]

#: Verbs that report speech before "that", before a quotation, or before a clause with a finite verb.
_REPORT = [
    form
    for verb in (
        "acknowledge", "add", "admitt", "affirm", "announce", "argue", "assert", "boast", "caution", "charge", "claim",
        "comment", "complain", "concede", "conclude", "confess", "confirm", "contend", "declare", "disclose",
        "emphasise", "emphasize", "estimate", "explain", "hint", "indicate", "joke", "mention", "note", "observe",
        "pledge", "post", "predict", "proclaim", "promise", "reaffirm", "recall", "recount", "reiterate", "relate",
        "remark", "repeat", "reply", "report", "respond", "reveal", "signal", "state", "stress", "suggest", "swear",
        "testify", "threaten", "tweet", "underline", "vow", "warn",
    )
    for form in _forms(verb)
] + ["swore", "wrote", "writes", "write", "writing"]  # fmt: skip

#: Verbs that give a quotation only.
_QUOTE = [
    form for verb in ("ask", "answer", "cry", "demand", "exclaim", "lament", "quipp", "retort", "shout", "urge")
    for form in _forms(verb)
]  # fmt: skip

#: What a text does ("the letter goes on", "his post read").
_TEXT = ["read", "reads", "goes", "went", "runs", "continues", "continued", "ran"]

#: Lower-case form of a verb to what may follow: say, tell, report, deny, quote or text.
VERBS: dict[str, str] = {
    **dict.fromkeys(_TEXT, "text"),
    **dict.fromkeys(_QUOTE, "quote"),
    **dict.fromkeys(_REPORT, "report"),
    **dict.fromkeys(_SAY, "say"),
    **dict.fromkeys(_TELL, "tell"),
    **dict.fromkeys(_forms("deny"), "deny"),
}

#: Nouns of texts whose author is the speaker named before.
TEXTS = (
    r"(?:statement|report|post|letter|communiqu[eé]|message|document|article|note|dispatch|bulletin|leaflet|tweet|"
    r"declaration|text|memo|memorandum|broadcast)"
)

#: Verbs that hang a name on something in quotation marks ("called it "a farce"").
NAMING = re.compile(
    r"\b(?:call(?:s|ed)?|describe[sd]?|brand(?:s|ed)?|dub(?:s|bed)|denounce[sd]?|label(?:s|led)?|hail(?:s|ed)?|"
    r"dismiss(?:es|ed)?|condemn(?:s|ed)?|term(?:s|ed)|sp(?:oke|eaks)|wr(?:ote|ites)|warn(?:s|ed)?|talk(?:s|ed)|"
    r"deplore[sd]?|decr(?:y|ies|ied)|welcome[sd]?)\b"
)

FINITE = (
    r"(?:had|has|have|was|were|is|are|would|will|could|can|may|might|must|should|did|does|do|cannot|won['’]t|"
    r"didn['’]t|\w{2,}ed|went|came|took|fell|left|held|began|fled|shot|met|broke|struck|made|gave|won|lost|"
    r"drove|rose|ran|saw|hit|grew|led|sent|sold|spent|stood|sank|spoke|threw|stole|burnt)"
)

PREPOSITION = (
    r"(?:on|in|at|by|from|to|through|via|after|before|during|over|with|without|for|of|about|within|under|against|"
    r"near|since|until|outside|inside|upon|across|following|ahead|amid|into|around)"
)

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

#: What begins no reported clause.
NO_CLAUSE = re.compile(
    rf"(?i:{PREPOSITION}|as|when|while|because|if|whether|how|what|why|where|who|and|but|or|nothing|so|no more|"
    r"no(?=\s(?:to|in|on|at)\b)|little|sorry|goodbye|yes|mass|prayers|grace|later|earlier|only|to|by|amid|citing|"
    rf"adding)\b|(?:late|early)\s(?:on\s)?{D}|{DAY}\b(?!['’])"
)
