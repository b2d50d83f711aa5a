"""Start (P1): to the first painting of the first window, beside a bare PySide6 window.

Both are started in turn from the shell's side: interpreter, imports, window, painting.
With a display it is used; `python3 dev.py bench` measures without one.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from _environment import environment

ROUNDS = 15
GOAL = 1.25
CHILD = Path(__file__).with_name("_first_paint.py")
KINDS = ("bare", "ours")


def main() -> None:
    """Measure and print."""
    painted: dict[str, list[float]] = {kind: [] for kind in KINDS}
    worked: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with TemporaryDirectory() as folder:
        env = _environment(Path(folder))
        for kind in KINDS:  # once for the disk, and to compile what is not yet
            _start(kind, env)
        for _ in range(ROUNDS):
            for kind in KINDS:
                seconds, cpu_seconds = _start(kind, env)
                painted[kind].append(seconds)
                worked[kind].append(cpu_seconds)
    _report("process start to first painting", painted, f"goal ≤ {GOAL}")
    _report("processor time of it", worked, "for noisy machines")


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment in which the program knows a vault of this computer."""
    vault = folder / "Praxis Muster.casedesk"
    vault.touch()
    chosen = folder / "CaseDesk" / "preferences.json"
    chosen.parent.mkdir()
    chosen.write_text(json.dumps({"language": "de_CH", "recent_vaults": [str(vault)]}))
    return environment(folder)


def _start(kind: str, env: dict[str, str]) -> tuple[float, float]:
    """Return the seconds to the first painting, and those of the processor in all."""
    before, begun = _worked(), monotonic()
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-P", str(CHILD), kind],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1]) - begun, _worked() - before


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _report(title: str, seconds: dict[str, list[float]], goal: str) -> None:
    bare, ours = (median(seconds[kind]) * 1000 for kind in KINDS)
    least = min(seconds["ours"]) / min(seconds["bare"])
    print(title)
    print(
        f"  ours {ours:.0f} ms, bare window {bare:.0f} ms, ratio {ours / bare:.2f}"
        f" (of the quickest {least:.2f}); {goal}"
    )


if __name__ == "__main__":
    main()
