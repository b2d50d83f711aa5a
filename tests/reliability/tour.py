"""R7: a tour of the program, watched from outside: nothing legible leaves it.

The tour is the day of `story/test_no_traces`, through real windows. Every system call
that writes or sends is recorded, and every file that is left is read.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reliability.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "Zwetschgenmus7193"  # what the tour writes everywhere
TESTS = Path(__file__).resolve().parents[1]
TOUR = TESTS / "story" / "test_no_traces.py"
PART = "test_a_day_at_the_desk_leaves_no_word_in_any_file_or_log"
PLACES = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
CALLS = "openat,open,creat,rename,renameat,renameat2,mkdir,write,pwrite64,writev,"
CALLS += "pwritev,sendto,sendmsg,sendmmsg,socket"
_WRITES = re.compile(r'"([^"]*)", O_(?:WRONLY|RDWR)')
_NOTHING_LEFT = ("/dev/", "/proc/", "/memfd:")


@dataclass(slots=True)
class Seen:
    """What came to light in a tour."""

    marks: int = 0
    strays: set[str] = field(default_factory=set)
    connections: int = 0

    def add(self, other: Seen) -> None:
        """Take over what another look has found."""
        self.marks += other.marks
        self.strays |= other.strays
        self.connections += other.connections


def watched(tours: int, folder: Path) -> Figure:
    """Make tours and look at what was written; then show that the look is sharp."""
    has_strace = sys.platform == "linux" and shutil.which("strace") is not None
    seen, failed = Seen(), 0
    for number in range(tours):
        place = folder / f"tour-{number}"
        failed += _run(place, has_strace, *_tour(place))
        seen.add(_found(place, has_strace))
    place = folder / "control"
    _run(place, has_strace, sys.executable, "-c", _CONTROL, str(place / "TMPDIR" / "x"))
    control = _found(place, has_strace)
    how = "every call that writes recorded" if has_strace else "files alone looked at"
    return Figure(
        reached=f"{tours} tours, {how}: {seen.marks} hits, {len(seen.strays)} files "
        f"elsewhere, {seen.connections} network sockets; control: {control.marks} hits"
        + (f"; {failed} tours failed" if failed else "")
        + "".join(f"; {each}" for each in sorted(seen.strays)[:3]),
        is_met=not (failed or seen.marks or seen.strays or seen.connections)
        and control.marks > 0,
    )


_CONTROL = f"import sys; open(sys.argv[1], 'w').write('{MARK[:6]}' + '{MARK[6:]}')"


def _tour(place: Path) -> list[str]:
    options = ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-header"]
    base = ["--basetemp", str(place / "tests")]
    return [sys.executable, "-m", "pytest", f"{TOUR}::{PART}", *options, *base]


def _run(place: Path, has_strace: bool, *command: str) -> bool:
    """Run a program whose every place lies in a folder; tell whether it failed."""
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    for name in PLACES:
        env[name] = str(place / name)
        (place / name).mkdir(parents=True, mode=0o700)
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    watch = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-xx",
        "-s",
        "70000",
        "-e",
        f"trace={CALLS}",
    ]
    watch += ["-o", str(place.with_suffix(".calls"))]
    done = subprocess.run(
        [*(watch if has_strace else []), *command],
        env=env,
        cwd=TESTS.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return done.returncode != 0


def _found(place: Path, has_strace: bool) -> Seen:
    seen = Seen(marks=sum(_has_mark(each) for each in place.rglob("*")))
    if has_strace:
        for line in _lines(place.with_suffix(".calls")):
            _look_at(line, place, seen)
        place.with_suffix(".calls").unlink()
    shutil.rmtree(place)
    return seen


def _lines(log: Path) -> Iterator[bytes]:
    with log.open("rb") as lines:
        yield from lines


def _look_at(line: bytes, place: Path, seen: Seen) -> None:
    if b"socket(AF_INET" in line:
        seen.connections += 1
    elif any(each in line for each in _SPELLED):
        # The name of a file that is only read is none of its words.
        seen.marks += 1
    if (b"O_WRONLY" in line or b"O_RDWR" in line) and b" = -1 " not in line:
        path = _path_in(line.decode("ascii", "replace"))
        if not path.startswith((str(place), *_NOTHING_LEFT)):
            seen.strays.add(path)


def _path_in(line: str) -> str:
    found = _WRITES.search(line)
    if found is None:
        return "/dev/"
    return bytes.fromhex(found[1].replace("\\x", "")).decode("utf-8", "replace")


def _has_mark(path: Path) -> bool:
    if any(word in path.name for word in _WORDS):
        return True
    if not path.is_file():
        return False
    content = path.read_bytes()
    return any(word.encode(code) in content for word in _WORDS for code in _CODES)


_WORDS = (MARK, MARK.upper(), MARK.lower())
_CODES = ("utf-8", "utf-16-le")
_SPELLED = tuple(
    "".join(f"\\x{byte:02x}" for byte in word.encode(code)).encode()
    for word in _WORDS
    for code in _CODES
)
