"""Unlock (P2): Enter to the painted client list, beside the key derivation alone.

The windows are the real ones, each time in a new process; the same process derives the
key alone before and after. Sizes: the demo, 1,000 cases, and 10,000 where that vault
has been made (`--large` makes it, which takes minutes).
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from _environment import environment
from _vaults import FOLDER, PASSPHRASE, vault_of

from casedesk.security.keys import STRONG, new_key
from casedesk.services.clock import Clock
from casedesk.services.demo import create_demo

ROUNDS = 7
GOAL = 1.15
SLOPE_GOAL = 0.05
CHILD = Path(__file__).with_name("_unlock_once.py")


def main(*, makes_large: bool) -> None:
    """Measure and print."""
    unlocks: dict[int, float] = {}
    with TemporaryDirectory() as folder:
        for cases, path in _vaults(Path(folder), makes_large=makes_large):
            taken = [_unlock(path, Path(folder)) for _ in range(ROUNDS)]
            unlocks[cases] = _report(cases, taken)
    few, many = min(unlocks), max(unlocks)
    slope = math.log(unlocks[many] / unlocks[few]) / math.log(many / few)
    print(f"slope from {few:,} to {many:,} cases {slope:.3f}; goal ≤ {SLOPE_GOAL}")


def _vaults(folder: Path, *, makes_large: bool) -> list[tuple[int, Path]]:
    found = [_demo(folder), (1_000, vault_of(1_000)[0])]
    if makes_large or (FOLDER / "10000.casedesk").exists():
        found.append((10_000, vault_of(10_000)[0]))
    return found


def _demo(folder: Path) -> tuple[int, Path]:
    """Make the demo under a strong key: its own takes no time to derive."""
    path = folder / "demo.casedesk"
    session = create_demo(path, new_key(PASSPHRASE, bytes(range(11)), STRONG), Clock())
    cases = session.cases.count() + session.cases.count(closed=True)
    session.lock()
    return cases, path


def _unlock(path: Path, folder: Path) -> dict[str, float]:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-P", str(CHILD), str(path), PASSPHRASE],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
    )
    taken: dict[str, float] = json.loads(done.stdout)
    return taken


def _report(cases: int, taken: list[dict[str, float]]) -> float:
    key, unlock, after = (
        median(each[name] for each in taken) for name in ("key", "unlock", "after_key")
    )
    ratio = median(each["unlock"] / each["key"] for each in taken)
    print(
        f"{cases:,} cases: unlock {unlock * 1000:.0f} ms,"
        f" key alone {key * 1000:.0f} ms, ratio {ratio:.2f},"
        f" after the key {after * 1000:.0f} ms; goal ≤ {GOAL}"
    )
    return unlock


if __name__ == "__main__":
    main(makes_large="--large" in sys.argv[1:])
