"""Wording as it comes back from another language by rules: articles lost, prepositions and tenses changed, compounds
and possessives turned round ("army barracks" becomes "barracks of army")."""

from __future__ import annotations

import random
import re

from dragoman.spin.base import Spun, like, replace_stretches, table

_HEADS = (
    "forces|barracks|base|post|border|talks|leader|leaders|minister|spokesman|official|officials|troops|station|"
    "camp|attack|agreement|plant|factory|workers|union|company|council|officer|officers|patrol|convoy|building|site|"
    "bridge|road|market|crisis|law|bill|deal|plan|zone|line|village|town|port|ship|ships|vessel|field|project|group|"
    "chief|head|member|members|bomb|mine|prices|exports|supply|supplies|service|services|treaty|summit|mission"
)
# In this order: an article with what follows, a possessive, a compound, then single words.
_PLACE = re.compile(
    r"(?<![\w’'-])(?:"
    r"(?P<article>the|a|an) (?=[a-zA-Z])"
    r"|(?P<owner>[A-Za-z]+)[’']s (?P<owned>[a-z]+)"
    rf"|(?P<first>[a-z]{{4,}}) (?P<head>{_HEADS})(?![\w’'-])"
    r"|(?P<word>[A-Za-z]+)(?![\w’'-]))",
    re.I,
)


def spin(text: str, rng: random.Random, share: float) -> Spun:
    """Articles, possessives, compounds and words of `roundtrip.tsv` changed."""
    edits = []
    for match in _PLACE.finditer(text):
        new = _change(match, rng)
        if new is not None and rng.random() < share:
            edits.append((match.start(), match.end(), like(match[0], new)))
    return replace_stretches(text, edits)


def _change(match: re.Match[str], rng: random.Random) -> str | None:
    """Another wording for the place, or None if no rule fits."""
    if match["article"]:
        return rng.choice(("", "", "a ") if match["article"].lower() == "the" else ("", "the ", "one "))
    if match["owner"]:
        return f"{match['owned']} of {match['owner']}"
    if match["head"]:
        return f"{match['head']} of {rng.choice(('', 'the '))}{match['first']}"
    wordings = table("roundtrip.tsv").get(match["word"].lower())
    return rng.choice(wordings) if wordings else None
