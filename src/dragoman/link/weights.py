"""What each sign of a pair is worth, in log odds that its two reports tell of one occurrence.

Fitted by logistic regression on the odd half of `evaluation/linking`, then rounded and smoothed by hand: a longer lag
never counts more than a shorter one, and the coder's finer labels count less than the clean labels of the set say.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, float]] = {
    "time told 0": 1.2, "time told 1": -2.5, "time lag 0": 0.3, "time lag 1": 1.2, "time lag 2": -0.8,
    "time lag 3": -1.2, "time lag 4": -1.5, "time untold 0": 1.2, "time untold 1": 0.6, "time untold 2": -0.9,
    "time untold 3": -1.2, "time untold 4": -1.5, "time within": 0.7, "time unknown": 0.0,
    "actors same": 0.3, "actors unknown": 0.1, "actors loose": -1.0, "actors differ": -2.5, "actors camps same": 0.0,
    "actors camps unknown": 0.0, "actors camps differ": -0.3,
    "actors camps opposed": -3.0, "actors named": 0.0,
    "recipients same": 0.3, "recipients unknown": 0.3, "recipients loose": -0.8, "recipients differ": -1.5, "recipients camps same": 0.0,
    "recipients camps unknown": 0.0, "recipients camps differ": -0.2, "recipients camps opposed": -1.0, "recipients named": 0.3,
    "place same": 1.0, "place coarser": 0.3, "place unknown": 0.2, "place differs": -2.2, "place elsewhere": -1.7,
    "size same": 0.8, "size near": 0.8, "size unknown": 0.0, "size far": -1.6,
    "mode same": 0.0, "mode unknown": 0.0, "mode differs": -0.6, "cameo same": 0.2, "cameo differs": -0.6,
    "status differs": 0.0, "document same": 1.7, "sequel one": -0.8, "sequel known before": -1.8, "sequel both": -0.5,
    "rare 0": 0.0, "rare 1": 0.0, "rare 2": 0.2, "rare 3": 0.4, "rare 4": 0.6,
    "words 0": 0.0, "words 1": 0.0, "words 2": 0.0, "words 3": 0.1, "words 4": 0.2, "words 5": 0.4,
}  # fmt: skip
