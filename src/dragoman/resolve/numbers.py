"""Numbers as news writes them: "at least 14", "a dozen", "$2.5 billion", "forty-two"."""

from __future__ import annotations

import re

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {name: 10 * value for value, name in enumerate(
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "dozen": 12, "score": 20, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "lakh": 1e5, "crore": 1e7}  # fmt: skip
_SCALES |= {f"{name}s": value for name, value in _SCALES.items() if len(name) > 3}
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)


def number(words: str) -> float | None:
    """The value of a number phrase, or None if it names none ("several", "dozens": no number is known)."""
    total = current = 0.0
    seen = False
    for token in _TOKEN.findall(words.lower().replace("-", " ")):
        if token[0].isdigit():
            value = float(token.replace(",", ""))
            current, seen = current + value, True
        elif token in _UNITS or token in _TENS:
            current, seen = current + _UNITS.get(token, _TENS.get(token, 0)), True
        elif token in ("a", "an") and not seen:
            current = 1.0
        elif token in _SCALES and (seen or current):
            # "dozens", "hundreds" without a number before them tell no number.
            scale = _SCALES[token]
            if scale >= 1000:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
            seen = True
    return total + current if seen else None
