"""Which language a text is in."""

from __future__ import annotations

import re

#: Letters looked at: enough for a sure answer, few enough to cost nothing on long pages.
LOOKED_AT = 1_000

#: Below so many letters the classifier takes one English text in 130 of the corpus for another language.
SHORT = 300

#: Words that stand in English sentences and in those of no neighbour ("for", "to", "at" are Danish too).
_ENGLISH = frozenset({
    "the", "and", "were", "with", "that", "said", "from", "their", "his", "has", "after", "its", "two", "three",
    "would", "which", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip

#: Nigerian Pidgin, whose words are English ones: headlines without an article look like it.
_PIDGIN = "pcm"
_WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str:
    """The ISO 639-1 code of the text's language; "und" if it has too few letters to tell."""
    from py3langid import classify

    sample = text[:LOOKED_AT]
    if sum(letter.isalpha() for letter in sample) < 20:
        return "und"
    # All-capital headlines look like other languages to the classifier.
    code = str(classify(sample.lower() if sample.isupper() else sample)[0])
    if code != "en" and len(sample) < SHORT and (code == _PIDGIN or _reads_english(sample)):
        return "en"
    return code


def _reads_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return 10 * sum(word in _ENGLISH for word in words) >= len(words)
