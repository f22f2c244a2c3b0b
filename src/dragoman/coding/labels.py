"""The label sets of the coder's heads, and the JSON file that carries them beside the weights."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman import ontology

KINDS = ("A", "D", "P", "N")

#: BIO tags of mentions: O, then B and I of each kind.
MENTION_TAGS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))

#: What a mention is to an event.
ROLES = ("none", "actor", "recipient", "date", "place", *ontology.SIZES)

#: Roles that a mention of a kind can have (as indices of ROLES).
KIND_ROLES = {"A": (0, 1, 2), "D": (0, 3), "P": (0, 4), "N": (0, *range(5, 5 + len(ontology.SIZES)))}

#: One class for each type without a mode and for each of its modes.
MODES = tuple(f"{kind}.{mode}" for kind in ontology.TYPES for mode in ("", *ontology.MODES.get(kind, ())))

#: Whether an actor belongs to one state, or which code stands in the state's place.
AFFILIATIONS = ("STATE", *ontology.NON_STATES)

#: What the flags of a frame's input mean: the trigger asked about, or a marked pair; 0 is any other word.
FLAG_TRIGGER, FLAG_ACTOR, FLAG_RECIPIENT = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Labels:
    """What a model file was trained with. `types` may hold a user's own event types."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    cameo: tuple[str, ...]
    sectors: tuple[str, ...] = ontology.SECTORS
    contexts: tuple[str, ...] = ontology.CONTEXTS
    statuses: tuple[str, ...] = ontology.STATUSES

    @property
    def frame_sizes(self) -> tuple[int, int, int, int]:
        """How many logits a frame has for type (the first says "none"), status, mode and CAMEO code, in this order."""
        return 1 + len(self.types), len(self.statuses), len(self.modes), len(self.cameo)

    def write(self, path: Path) -> None:
        """Writes the labels as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf8")

    @classmethod
    def read(cls, path: Path) -> Labels:
        """The labels of a model folder's JSON file."""
        return cls(**{key: tuple(value) for key, value in json.loads(path.read_text(encoding="utf8")).items()})
