"""Whether copies change the counts: python benchmarks/counting.py [OCCURRENCES]

Codes articles alone, then the same articles among 1 to 50 copies each (edited as editors do, spun by two families), in
random order, and compares the events: the same ids, with the same `independent` and `reports`. Origin of the texts:
`vetting_texts.py`.
"""

from __future__ import annotations

import random
import sys
import time
from typing import Any

from vetting_texts import EDITS, SPINNERS, Text, articles

import dragoman

#: Families that the search for copies finds in full; see `copies.py`.
_SPUN = ("phrase table", "generalizer")


def page(name: str, text: str, day: str) -> dict[str, Any]:
    """A page as `dragoman.code` takes it."""
    return {"id": name, "text": text, "date": day, "publisher": f"outlet {name}"}


def copies(number: int, text: Text, rng: random.Random) -> list[dict[str, Any]]:
    """One to fifty later copies of an article."""
    names = rng.choices([*EDITS, *_SPUN], k=rng.randint(1, 50))
    return [
        page(f"c{number}-{i}", EDITS[n](text, rng) if n in EDITS else SPINNERS[n](str(text), rng), "2021-03-03")
        for i, n in enumerate(names)
    ]


def counted(pages: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Reports and independent documents of each event, by id."""
    events = dragoman.code(pages)
    rows = events.sql("SELECT id, reports, independent FROM events").to_pylist()
    events.close()
    return {row["id"]: (row["reports"], row["independent"]) for row in rows}


def main(occurrences: int) -> None:
    """Prints how many events are the same."""
    rng = random.Random(5)
    texts = articles(occurrences, 21)
    originals = [page(f"o{number}", str(text), "2021-03-02") for number, text in enumerate(texts)]
    alone = counted(originals)
    pages = originals + [copy for number, text in enumerate(texts) for copy in copies(number, text, rng)]
    rng.shuffle(pages)
    started = time.process_time()
    among = counted(pages)
    same = sum(among.get(name) == counts for name, counts in alone.items())
    sys.stdout.write(
        f"{occurrences} articles: {len(alone)} events; among {len(pages) - occurrences} copies {len(among)} events, "
        f"{same} of them with the same counts; {time.process_time() - started:.0f} s CPU\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
