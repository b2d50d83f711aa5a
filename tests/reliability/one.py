"""Runs one suite in a process of its own: `python -m reliability.one R1 1000`."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from reliability.suites import SUITES


def main(number: str, times: int) -> int:
    """Print what was reached as the last line, as JSON."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["XDG_DATA_HOME"] = str(Path(folder, "own"))
        figure = SUITES[number].run(times, Path(folder))
    seconds = time.perf_counter() - begun
    print(json.dumps({**asdict(figure), "times": times, "seconds": seconds}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
