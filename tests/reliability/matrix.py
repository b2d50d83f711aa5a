"""The matrix of reliability: `python3 dev.py reliability [R1 …] [--scale 0.1]`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from reliability import access, backups, bit_rot, disk_full, kills, power, releases
from reliability import papers_of_the_vault as papers
from reliability.figures import Suite

SUITES = (
    Suite(
        "R1", "kill in a write loop", "0 lost, 0 unsound", 1000, 12, kills.while_writing
    ),
    Suite(
        "R2",
        "power cut",
        "0 lost, 0 damaged; control fails > 50 %",
        10_000,
        40,
        power.cuts,
    ),
    Suite(
        "R3",
        "kill in passphrase change or backup",
        "one key opens it",
        200,
        6,
        kills.while_replacing,
    ),
    Suite(
        "R4",
        "disk full at every write",
        "0 lost, last entry stored from the reserve, refused deed done again",
        500,
        12,
        disk_full.full,
    ),
    Suite(
        "R5",
        "bit rot",
        "100 % noticed or harmless, 0 crashes",
        2000,
        36,
        bit_rot.in_the_file,
    ),
    Suite(
        "R9",
        "backup while writing",
        "100 % verified, step p95 < 50 ms",
        100,
        3,
        backups.while_writing,
    ),
    Suite("R10", "restore every backup that is kept", "100 %", 20, 2, backups.restored),
    Suite(
        "R12",
        "second instance, killed holder",
        "0 open twice, taken over < 1 s",
        100,
        4,
        access.second_instance,
    ),
    Suite(
        "R13", "vault file opened beside the engine", "0", 20, 1, access.stray_openings
    ),
    Suite(
        "R15", "deed until it is on the disk", "p95 < 30 ms", 2000, 100, access.deeds
    ),
    Suite(
        "R18",
        "tampered trail, older copy",
        "100 % reported",
        1000,
        20,
        papers.tampered_trail,
    ),
    Suite(
        "R19",
        "mistyped recovery sheet",
        "100 % caught in their line",
        10_000,
        1000,
        papers.mistyped_sheet,
    ),
    Suite(
        "R20",
        "vaults of released versions",
        "100 %, content as noted",
        10,
        1,
        releases.opened,
    ),
)
ELSEWHERE = {
    "R6": "not built: there is no import yet",
    "R7": "tests/story/test_no_traces.py",
    "R8": "tests/ui/test_new_process.py: 0 keys, 0 words after locking",
    "R11": "tests/ui/lock_watch: that it locks; how soon is not measured",
    "R14": "benchmarks",
    "R16": "benchmarks",
    "R17": "not built: no run of a whole day",
}


def main(arguments: list[str]) -> int:
    """Run the suites that are named, or all, and print the table."""
    parser = argparse.ArgumentParser(prog="dev.py reliability")
    parser.add_argument("suites", nargs="*", metavar="R1")
    parser.add_argument("--scale", type=float, default=1.0, help="share of a full run")
    parser.add_argument("--short", action="store_true", help="as few as in the tests")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.suites) - {suite.number for suite in SUITES} - set(ELSEWHERE)
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    missed = 0
    for suite in SUITES:
        if not chosen.suites or suite.number in chosen.suites:
            scaled = max(round(suite.full * chosen.scale), suite.short)
            missed += not _is_run(suite, suite.short if chosen.short else scaled)
    for number, where in ELSEWHERE.items():
        if not chosen.suites or number in chosen.suites:
            print(f"{number:4} {where}")
    return 1 if missed else 0


def _is_run(suite: Suite, count: int) -> bool:
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = str(Path(folder, "own"))
        figure = suite.run(count, Path(folder))
    seconds = time.perf_counter() - begun
    print(f"{suite.number:4} {suite.what}: {figure.verdict} ({seconds:.0f} s)")
    print(f"     to reach: {suite.target}")
    print(f"     reached:  {figure.reached}", flush=True)
    return figure.is_met is not False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
