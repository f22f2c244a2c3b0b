"""Which language a text is in."""

from __future__ import annotations

#: Letters looked at: enough for a sure answer, few enough to cost nothing on long pages.
LOOKED_AT = 1_000


def language(text: str) -> str:
    """The ISO 639-1 code of the text's language; "und" if it has too few letters to tell."""
    from py3langid import classify

    sample = text[:LOOKED_AT]
    if sum(letter.isalpha() for letter in sample) < 20:
        return "und"
    # All-capital headlines look like other languages to the classifier.
    return str(classify(sample.lower() if sample.isupper() else sample)[0])
