"""Simulated spinners, for training and tests: each rewords a text by a table or by rules, without sense.

Two further families are kept only for testing, in `evaluation/spun/heldout`.
"""

from dragoman.spin import phrases, piling, roundtrip, thesaurus
from dragoman.spin.base import Spinner, Spun, Swap, changed_share

#: The families by name.
FAMILIES: dict[str, Spinner] = {
    "phrases": phrases.spin,
    "thesaurus": thesaurus.spin,
    "roundtrip": roundtrip.spin,
    "piling": piling.spin,
}

__all__ = ["FAMILIES", "Spinner", "Spun", "Swap", "changed_share"]
