"""Speed and peak memory of the whole run over the sample: python benchmarks/sample.py

Each round codes the 30 pages in a process of its own, the start of Python and of the model included.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman.api import sample_folder

ROUNDS = 5
CODE = """
import sys, dragoman
events = dragoman.code(sys.argv[1], sys.argv[2])
print(events.summary.sentences, events.summary.seconds)
"""


def main() -> None:
    """Prints the median of the rounds."""
    rows = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            run = subprocess.run(
                [sys.executable, "-c", CODE, str(sample_folder()), str(Path(folder) / "a.duckdb")],
                capture_output=True,
                text=True,
                check=True,
            )
            whole = time.perf_counter() - started
        counted, spent = run.stdout.split()
        rows.append((int(counted), float(spent), whole))
    rows.sort(key=lambda row: row[1])
    sentences, seconds, whole = rows[len(rows) // 2]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(
        f"{sentences} sentences in {seconds:.2f} s ({sentences / seconds:.0f} a second), {whole:.2f} s with start-up, "
        f"peak memory {peak:.0f} MB, median of {ROUNDS} rounds\n"
    )


if __name__ == "__main__":
    main()
