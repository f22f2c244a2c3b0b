"""Numbers as news writes them: "at least 14", "a dozen", "$2.5 billion", "forty-two", "half a million"."""

from __future__ import annotations

import re

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "single": 1, "lone": 1, "sole": 1, "couple": 2, "pair": 2,
    "both": 2, "nobody": 0, "none": 0, "no": 0, "nothing": 0,
}  # fmt: skip
_TENS = {name: 10 * value for value, name in enumerate(
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "dozen": 12, "score": 20, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "lakh": 1e5, "crore": 1e7}  # fmt: skip
_SCALES |= {f"{name}s": value for name, value in _SCALES.items() if len(name) > 3}
#: Scales that stand for one of their kind: "a dozen", "hundred or so".
_ALONE = {"dozen", "hundred", "thousand", "million", "billion", "trillion", "score"}
_HALF = re.compile(rf"\bhalf (?:an?\s+)?(?=(?:{'|'.join(_ALONE)})\b)")
_AND_A_HALF = re.compile(rf"\b({'|'.join(_ALONE)}) and a half\b")
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)
_SPACED_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")
#: Words after which a figure is no count of things: shares, ranks, and amounts that nobody counted.
_NO_COUNT = re.compile(
    r"\b(?:several|few|handful|many|numerous|countless|per cent|percent|tens|halves|thirds?|quarters?|tenths?"
    r"|fifths?|eighths?|hundredths?)\b|%|\d(?:st|nd|rd|th)\b"
)
_UNCOUNTED = re.compile(rf"\b(?:{'|'.join(name for name in _SCALES if name.endswith('s'))}|crowds?|half|an?)\b")
#: What begins a second number: "50 to 60", "six of the seven".
_NEXT = re.compile(r"(?<=\w)\s+(?:to|or|of (?:the|its|his|her|their|some)|out of|in every)\s+|(?<=\d)\s?-\s?(?=\d)")

_BETWEEN = re.compile(r"\bbetween (.+?) and ")


def number(words: str) -> float | None:
    """The value of a number phrase, or None if it tells none ("several", "dozens", "a third").

    Of "50 to 60" it is the lower number, as of "at least 50"; of "six of the seven" the first.
    """
    words = _SPACED_THOUSANDS.sub("", words.lower())
    if _NO_COUNT.search(words):
        return None
    if found := _BETWEEN.search(words):
        words = found[1]
    for part in _NEXT.split(words):
        if (value := _value(part)) is not None:
            return value
    return None


def is_quantity(words: str) -> bool:
    """Whether words tell how many or how much, in figures or not ("dozens", "several"; not "at least")."""
    return number(words) is not None or bool(_NO_COUNT.search(words.lower()) or _UNCOUNTED.search(words.lower()))


def _value(words: str) -> float | None:
    total = current = 0.0
    seen = False
    words = re.sub(r"\bno one\b", "none", words).replace("-", " ")
    words = _HALF.sub("0.5 ", _AND_A_HALF.sub(r"\1 0.5 \1", words).replace(" and a half", " 0.5"))
    for token in _TOKEN.findall(words):
        if token[0].isdigit():
            current, seen = current + float(token.replace(",", "").rstrip(".")), True
        elif token in _UNITS or token in _TENS:
            current, seen = current + _UNITS.get(token, _TENS.get(token, 0)), True
        elif token in _SCALES and (seen or token in _ALONE):
            # "dozens", "hundreds" without a number before them tell no number; "a dozen" does.
            scale = _SCALES[token]
            if scale >= 1000:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
            seen = True
    return total + current if seen else None
