"""R2: the power fails; what was not yet flushed may be there, missing or torn."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reliability import office
from reliability.figures import Figure, skipped

from casedesk.domain.problems import Problem
from casedesk.services import vaults

DEEDS = 60
SECTOR = 512
CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,close"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that the recorded process did to a file of the vault."""

    kind: str
    name: str = ""
    content: bytes = b""
    place: int = 0


@dataclass(slots=True)
class Disk:
    """Files as they lie on the disk, and what is still on its way to each."""

    files: dict[str, bytearray] = field(default_factory=dict)
    under_way: dict[str, list[Step]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """Let one step reach the system; a flush brings its file to the disk."""
        if step.kind != "flush":
            self.under_way.setdefault(step.name, []).append(step)
            return
        for each in self.under_way.pop(step.name, []):
            _apply(self.files, each)

    def after_power_cut(self, random: Random) -> dict[str, bytes]:
        """Return what may be found: of what was under way some, all, or torn."""
        found = {name: bytearray(content) for name, content in self.files.items()}
        for steps in self.under_way.values():
            for step in _survivors(steps, random):
                _apply(found, step)
        return {name: bytes(content) for name, content in found.items()}


def cuts(states: int, folder: Path) -> Figure:
    """Cut the power at random moments; then do the same without any flushing."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return skipped("needs strace, which is on Linux alone")
    good = _tried(states, folder / "full", "FULL")
    control = _tried(max(states // 10, 10), folder / "off", "OFF")
    lost, unsound = good
    failed = sum(control)
    tried = max(states // 10, 10)
    return Figure(
        reached=f"{states} states, {lost} lost something, {unsound} damaged; control "
        f"without flushing: {failed} of {tried} failed",
        is_met=not lost and not unsound and failed > tried // 2,
    )


def work(path: Path, synchronous: str) -> None:
    """Do deeds and acknowledge each; this is what is recorded."""
    session = vaults.unlock(path, office.KEY)
    session._database._connection.execute(f"PRAGMA synchronous = {synchronous}")
    state: office.State = {}
    for number in range(DEEDS):
        state = office.do(session, state, number)
        os.write(1, b"acknowledged")
        if number % 5 == 4:
            session._database.checkpoint()
    os._exit(0)


def _tried(states: int, folder: Path, synchronous: str) -> tuple[int, int]:
    folder.mkdir()
    path = folder / "vault.casedesk"
    office.new_vault(path)
    before = path.read_bytes()
    steps = _recorded(path, synchronous)
    random = Random(2)
    lost = unsound = 0
    moments = sorted(random.randrange(1, len(steps)) for _ in range(states))
    disk, acknowledged, taken = Disk({path.name: bytearray(before)}), 0, 0
    for moment in moments:
        for step in steps[taken:moment]:
            if step.kind == "acknowledged":
                acknowledged += 1
            else:
                disk.take(step)
        taken = moment
        verdict = _verdict(disk.after_power_cut(random), acknowledged, folder, path)
        lost += verdict == "lost"
        unsound += verdict == "unsound"
    return lost, unsound


def _verdict(
    found: dict[str, bytes], acknowledged: int, folder: Path, path: Path
) -> str:
    for each in folder.iterdir():
        each.unlink()
    for name, content in found.items():
        (folder / name).write_bytes(content)
    try:
        session = vaults.unlock(path, office.KEY)
    except Problem:
        return "unsound"
    try:
        held = office.matching({}, 0, acknowledged, office.found_in(session))
        if held is None:
            return "lost"
        return "sound" if office.is_sound(session) else "unsound"
    except Problem:
        return "unsound"
    finally:
        session.lock()


def _recorded(path: Path, synchronous: str) -> list[Step]:
    log = path.with_name("calls.log")
    program = "import sys; from pathlib import Path; from reliability import power; "
    program += "power.work(Path(sys.argv[1]), sys.argv[2])"
    strace = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-xx",
        "-s",
        "70000",
        "-e",
        f"trace={CALLS}",
        "-o",
    ]
    subprocess.run(
        [*strace, log, sys.executable, "-c", program, path, synchronous],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with log.open(encoding="ascii") as lines:
        steps = _steps(list(lines), path.name)
    log.unlink()
    return steps


def _steps(lines: list[str], name: str) -> list[Step]:
    handles: dict[str, str] = {}
    steps: list[Step] = []
    for line in lines:
        call = _CALL.match(line)
        if call is None or call[3].startswith("-"):
            continue
        kind, arguments, answer = call.groups()
        handle, _, rest = arguments.partition(",")
        if kind in ("openat", "unlink"):
            _note_name(kind, arguments, answer, name, handles, steps)
        elif kind == "close":
            handles.pop(handle, None)
        elif handle in handles:
            steps.append(_step(kind, handles[handle], rest))
        elif kind == "write" and handle == "1":
            steps.append(Step(kind="acknowledged"))
    return steps


def _note_name(
    kind: str,
    arguments: str,
    answer: str,
    name: str,
    handles: dict[str, str],
    steps: list[Step],
) -> None:
    opened = Path(os.fsdecode(_content(arguments))).name
    if not opened.startswith(name):
        return
    if kind == "unlink":
        steps.append(Step(kind="unlink", name=opened))
    else:
        handles[answer] = opened


def _step(kind: str, name: str, rest: str) -> Step:
    if kind in ("fsync", "fdatasync"):
        return Step(kind="flush", name=name)
    last = int(rest.rsplit(",", 1)[-1])
    if kind == "ftruncate":
        return Step(kind="cut", name=name, place=last)
    return Step(kind="write", name=name, content=_content(rest), place=last)


def _content(arguments: str) -> bytes:
    found = _BYTES.search(arguments)
    if found is None or found[2]:
        message = f"cannot read what was recorded: {arguments[:60]}"
        raise ValueError(message)
    return bytes.fromhex(found[1].replace("\\x", ""))


def _survivors(steps: list[Step], random: Random) -> list[Step]:
    match random.randrange(4):
        case 0:
            return []
        case 1:
            return steps[: random.randrange(len(steps) + 1)]
        case _:
            kept = [step for step in steps if random.random() < 0.5]
            return [_torn(step, random) for step in kept]


def _torn(step: Step, random: Random) -> Step:
    sectors = len(step.content) // SECTOR
    if step.kind != "write" or sectors < 2 or random.random() < 0.5:
        return step
    kept = random.randrange(1, sectors) * SECTOR
    return Step(
        kind="write", name=step.name, content=step.content[:kept], place=step.place
    )


def _apply(files: dict[str, bytearray], step: Step) -> None:
    if step.kind == "unlink":
        files.pop(step.name, None)
        return
    content = files.setdefault(step.name, bytearray())
    if step.kind == "cut":
        del content[step.place :]
        content.extend(bytes(step.place - len(content)))
        return
    content.extend(bytes(max(step.place - len(content), 0)))
    content[step.place : step.place + len(step.content)] = step.content
