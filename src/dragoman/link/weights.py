"""What each sign of a pair is worth, in log odds that its two reports tell of one occurrence.

From a logistic regression (strong L2, C = 0.05; pairs of two occurrences weighted 1.5) on the odd half of
`evaluation/linking`, rounded, and smoothed by hand where the set is small or cleaner than what coders give: a longer
lag never counts more than a shorter one, more shared names never less, and the soldiers of a state never act for its
rebels. The constant of the regression is in the signs of time, of which each pair has one.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, float]] = {
    # Days between two dates that phrases give; from such a date to a page that gives none; between two such pages.
    "time told 0": -0.6, "time told 1": -2.5,
    "time lag 0": -0.6, "time lag 1": -0.4, "time lag 2": -1.2, "time lag 3": -1.3, "time lag 4": -1.4,
    "time untold 0": -0.4, "time untold 1": -0.6, "time untold 2": -1.1, "time untold 3": -1.3, "time untold 4": -1.5,
    # One of the dates is a week, a month or a year; there is none.
    "time within": -0.6, "time unknown": -1.2,
    "actors same": 0.4, "actors unknown": 0.4, "actors loose": -0.3, "actors differ": -1.5,
    "actors camps same": 0.0, "actors camps unknown": 0.1, "actors camps differ": -0.1, "actors camps opposed": -1.5,
    "actors named": 0.1,
    "recipients same": 0.5, "recipients unknown": 0.3, "recipients loose": -0.2, "recipients differ": -0.9,
    "recipients camps same": 0.1, "recipients camps unknown": 0.2, "recipients camps differ": -0.2,
    "recipients camps opposed": -0.4, "recipients named": 0.2,
    # Who did it to whom is told the other way round.
    "sides reversed": -1.0,
    "place same": 0.8, "place coarser": 0.2, "place unknown": 0.4, "place differs": -1.6, "place elsewhere": -1.6,
    "size same": 0.6, "size near": 0.5, "size unknown": 0.2, "size far": -0.8,
    "type differs": -0.2, "mode same": 0.0, "mode unknown": 0.0, "mode differs": -0.1,
    "cameo same": 0.2, "cameo differs": -0.2, "status differs": 0.2, "document same": 0.4,
    "sequel both": -0.3, "sequel one": -0.5, "sequel known before": -1.1,
    "rare 0": -0.1, "rare 1": 0.0, "rare 2": 0.1, "rare 3": 0.2, "rare 4": 0.3,
}  # fmt: skip
