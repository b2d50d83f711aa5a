"""R8 and R11: how soon a lock takes the text and the key away, and what is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import _vaults
from reliability import large
from reliability.figures import Figure, skipped

from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.services.vaults import VaultKey

MARK = "Zwetschgenmond-Lagerfeuer-8417"
BLANK_SECONDS, GONE_SECONDS = 1.0, 3.0
MEGABYTES, MANY_MEGABYTES = 8, 100  # a backup of many takes longer than a lock may
MANY_TIMES = 5
SIGNAL = "org.freedesktop.login1.Manager.PrepareForSleep"
SLEEP = ["gdbus", "emit", "--session", "--object-path", "/org/freedesktop/login1"]
SLEEP += ["--signal", SIGNAL, "true"]


class ProgramEnded(Exception):  # noqa: N818 - told by the suite, no error of it
    """The program gave up waiting, or crashed."""


class Program:
    """The program in a process of its own, with every place of it in one folder."""

    def __init__(self, vault: Path, folder: Path, env: dict[str, str]) -> None:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        own = dict.fromkeys(names, str(folder))
        paths = {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reliability.lock_driver", str(vault)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **own, **paths, **env},
        )

    def says(self, line: str) -> None:
        """Write a line to its input."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hears(self, word: str) -> float:
        """Wait until it says a word; return when that was."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            said, _, moment = line.partition(" ")
            if said == word:
                return float(moment)
        message = f"the program ended before it said {word}"
        raise ProgramEnded(message)

    def begins_to_work(self) -> None:
        """Unlock the vault and type the mark."""
        self.hears("passphrase")
        self.says(_vaults.PASSPHRASE)
        self.hears("open")
        self.says(MARK)
        self.hears("typed")

    def end(self) -> None:
        """End it."""
        self.process.kill()
        self.process.communicate()


def memory(times: int, folder: Path) -> Figure:
    """Look for key, passphrase and text in the memory of a program that was locked."""
    if sys.platform != "linux":
        return skipped("only Linux shows the memory of another process")
    vault = large.copy(MEGABYTES, folder)
    if vault is None:
        return skipped("too little room on the disk")
    key = vaults.derive_key(_vaults.PASSPHRASE, vaults.read_header(vault))
    before, after = [0, 0, 0], [0, 0, 0]
    for _ in range(times):
        program = Program(vault, folder, {})
        try:
            program.begins_to_work()
            before = _added(before, _in_memory(program, key))
            program.says("keys")
            program.hears("passphrase")
            after = _added(after, _in_memory(program, key))
        finally:
            program.end()
    return Figure(
        reached=f"{times} locks: {after[0]} keys, {after[1]} passphrases, {after[2]} "
        f"words (before the lock: {before[0]}, {before[1]}, {before[2]})",
        is_met=after == [0, 0, 0] and before[0] > 0 and before[2] > 0,
    )


def latency(times: int, folder: Path) -> Figure:
    """Turn away in each of four ways; see when the screen is blank and the key gone."""
    if sys.platform != "linux":
        return skipped("the bus of Linux is needed, or its like")
    megabytes = MEGABYTES if times < MANY_TIMES else MANY_MEGABYTES
    vault = large.copy(megabytes, folder)
    if vault is None:
        return skipped("too little room on the disk")
    slowest: dict[str, tuple[float, float]] = {}
    never: list[str] = []
    for _ in range(times):
        for how in ("suspend", "idle", "jump", "keys"):
            try:
                took = _turned_away(how, vault, folder)
            except ProgramEnded:
                never.append(how)  # the others are tried all the same
                continue
            known = slowest.get(how, (0.0, 0.0))
            slowest[how] = max(known[0], took[0]), max(known[1], took[1])
    told = (
        f"{how} {blank:.2f} s and {gone:.2f} s"
        for how, (blank, gone) in slowest.items()
    )
    return Figure(
        reached=f"{times} times each, {megabytes} MB, changed since the last backup, "
        f"slowest to blank and to the key gone: {', '.join(told)}"
        + (f"; never locked: {', '.join(never)}" if never else ""),
        is_met=not never,
        is_slow=any(
            blank > BLANK_SECONDS or gone > GONE_SECONDS
            for blank, gone in slowest.values()
        ),
    )


def _turned_away(how: str, vault: Path, folder: Path) -> tuple[float, float]:
    with _bus() as env:
        program = Program(vault, folder, env)
        try:
            program.begins_to_work()
            if how == "suspend" and env:
                asked = time.monotonic()
                subprocess.run(SLEEP, env={**os.environ, **env}, check=True)
            else:
                program.says("system" if how == "suspend" else how)
                asked = program.hears("asked")
            blank = program.hears("blank")
            return blank - asked, program.hears("begun") - asked
        finally:
            program.end()


@contextmanager
def _bus() -> Iterator[dict[str, str]]:
    """Give the program a bus of its own; nothing where there is none."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None or shutil.which("gdbus") is None:
        yield {}
        return
    bus = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    try:
        yield dict.fromkeys(
            ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"), address
        )
    finally:
        bus.kill()
        bus.communicate()


def _in_memory(program: Program, key: VaultKey) -> list[int]:
    """Count keys, passphrases and words in the memory of the program."""
    found = [0, 0, 0]
    for part in _parts(program.process.pid):
        for place, words in enumerate(_wanted(key)):
            found[place] += sum(part.count(word) for word in words)
    return found


def _wanted(key: VaultKey) -> tuple[tuple[bytes, ...], ...]:
    texts = (_vaults.PASSPHRASE, MARK)
    spelled = (
        (text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le"))
        for text in texts
    )
    hexed = key.key.hex()
    return ((key.key, hexed.encode(), hexed.upper().encode()), *spelled)


def _parts(pid: int) -> Iterator[bytes]:
    """Yield all that a process could still read."""
    with (
        open(f"/proc/{pid}/maps") as areas,  # noqa: PTH123 - no file of a disk
        open(f"/proc/{pid}/mem", "rb", buffering=0) as memory,  # noqa: PTH123
    ):
        for area in areas:
            span, rights = area.split()[:2]
            begin, end = (int(number, 16) for number in span.split("-"))
            if rights.startswith("r") and "[v" not in area:
                try:
                    memory.seek(begin)
                    yield memory.read(end - begin)
                except (OSError, ValueError, OverflowError):
                    continue


def _added(one: list[int], other: list[int]) -> list[int]:
    return [each + more for each, more in zip(one, other, strict=True)]
