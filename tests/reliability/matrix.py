"""The matrix of reliability: `python3 dev.py reliability [R1 …] [--scale 0.1]`.

Each suite runs in a process of its own, and what it reached is kept at once in
`build/reliability.json`: a run that was cut off goes on with `--resume`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reliability.figures import Figure
from reliability.suites import SUITES

KEPT = Path(__file__).resolve().parents[2] / "build" / "reliability.json"
LONGEST_SECONDS = 3 * 60 * 60
WORDS = {True: "yes", False: "**no**", None: "skipped"}
HEAD = (
    "| # | What | Target | Reached | Met | Seconds |",
    "|---|---|---|---|---|---:|",
)

# Any: what one suite reached, as it is kept.
Reached = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Run the suites that are named, or all, and print the table."""
    chosen = _chosen(arguments)
    numbers = chosen.suites or list(SUITES)
    kept = _read()
    for number in () if chosen.table else numbers:
        suite = SUITES[number]
        times = max(round(suite.full * chosen.scale), suite.short)
        times = suite.short if chosen.short else times
        if chosen.resume and kept.get(number, {}).get("times") == times:
            continue
        kept[number] = reached(number, times)
        _write(kept)
        print(line(number, kept[number]), flush=True)
    shown = {number: kept[number] for number in numbers if number in kept}
    print("\n".join(["", *table(shown)]), flush=True)
    return 1 if any(_met(each) is False for each in shown.values()) else 0


def reached(number: str, times: int) -> Reached:
    """Run one suite and return what it reached, also if it broke off."""
    command = [sys.executable, "-m", "reliability.one", number, str(times)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(
            command,
            env=env,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            timeout=LONGEST_SECONDS,
        )
        said: Reached = json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.TimeoutExpired:
        return _broken(times, "took too long", LONGEST_SECONDS)
    except (ValueError, IndexError):
        return _broken(times, "broke off", 0)
    return said


def table(kept: dict[str, Reached]) -> list[str]:
    """Return the lines of the table, as Markdown."""
    return [*HEAD, *(line(number, kept[number]) for number in SUITES if number in kept)]


def line(number: str, one: Reached) -> str:
    """Return one line of the table; a run that was not full says so."""
    suite = SUITES[number]
    part = "" if one["times"] >= suite.full else f" (of {suite.full:,}: {one['times']})"
    met, seconds = WORDS[_met(one)], f"{one['seconds']:.0f}"
    cells = (number, suite.what + part, suite.target, one["reached"], met, seconds)
    return f"| {' | '.join(cells)} |"


def _chosen(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py reliability")
    parser.add_argument("suites", nargs="*", metavar="R1")
    parser.add_argument("--scale", type=float, default=1.0, help="share of a full run")
    parser.add_argument("--short", action="store_true", help="as few as in the tests")
    parser.add_argument(
        "--resume", action="store_true", help="leave out what was run as often before"
    )
    parser.add_argument(
        "--table", action="store_true", help="run nothing, print what was reached"
    )
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.suites) - set(SUITES)
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    return chosen


def _met(one: Reached) -> bool | None:
    return False if one["is_slow"] else one["is_met"]


def _broken(times: int, how: str, seconds: float) -> Reached:
    figure = asdict(Figure(reached=how, is_met=False))
    return {**figure, "times": times, "seconds": seconds}


def _read() -> dict[str, Reached]:
    try:
        kept: dict[str, Reached] = json.loads(KEPT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept


def _write(kept: dict[str, Reached]) -> None:
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
