"""Makes src/dragoman/vet/spun/bigrams.npz out of a general English language model in ARPA format.

The shipped file was made from the US English model of pocketsphinx 5.1.1 (en-us.lm.bin, Copyright Carnegie Mellon
University, BSD licence), written as ARPA text:

    python -c "from pocketsphinx import Config, LogMath, NgramModel
    NgramModel(Config(), LogMath(1.0001, 0, False), 'en-us.lm.bin').write('en.arpa')"
    python scripts/spun_bigrams.py en.arpa

Writing ends with a fault in the trigrams; the words and pairs, which stand before them, are what is read.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np

from dragoman.vet.spun.surprise import PAIRED, PATH, RATIO_STEP

#: Pairs whose ratio is within this of what the back-off says are left out, in powers of ten.
LEAST = 0.1


def main() -> None:
    """Writes the table of the words, the most frequent first, and of the pairs of the PAIRED most frequent ones."""
    section = ""
    single: dict[str, tuple[float, float]] = {}
    pairs: dict[tuple[str, str], float] = {}
    for line in Path(sys.argv[1]).read_text(encoding="utf8", errors="replace").splitlines():
        parts = line.split()
        if line.startswith("\\"):
            section = line
        elif section == "\\1-grams:" and len(parts) == 3 and re.fullmatch(r"[a-z][a-z']*", parts[1]):
            single[parts[1]] = (float(parts[0]), float(parts[2]))
        elif section == "\\2-grams:" and len(parts) >= 3:
            pairs[parts[1], parts[2]] = float(parts[0])
    words = sorted(single, key=lambda word: (-single[word][0], word))
    ids = {word: number for number, word in enumerate(words[:PAIRED])}
    ratios = {
        ids[one] * PAIRED + ids[two]: probability - single[two][0]
        for (one, two), probability in pairs.items()
        if one in ids and two in ids and abs(probability - single[two][0] - single[one][1]) >= LEAST
    }
    keys = np.array(sorted(ratios), dtype=np.uint32)
    steps = np.clip(np.round(np.array([ratios[int(key)] for key in keys]) / RATIO_STEP), -127, 127)
    np.savez_compressed(
        PATH,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        frequency=np.array([single[word][0] for word in words], dtype=np.float16),
        backoff=np.array([single[word][1] for word in words], dtype=np.float16),
        gaps=np.diff(keys, prepend=np.uint32(0)).astype(np.uint32),
        ratios=steps.astype(np.int8),
    )
    sys.stdout.write(f"{len(words)} words, {len(keys)} pairs, {PATH.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
