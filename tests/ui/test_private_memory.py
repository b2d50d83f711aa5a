"""A program that crashes leaves no picture of its memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from casedesk.ui.private_memory import (
    DENY_ATTACH,
    NO_HEAP,
    NO_REPORT,
    SET_DUMPABLE,
    keep_memory_private,
)

if TYPE_CHECKING:
    from pathlib import Path

MARK = "Zwetschgenkern-Absturz-5521"
CRASHES = """
import ctypes, os, sys
from casedesk.__main__ import _keep_to_ourselves
_keep_to_ourselves()
import resource
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE))
print(oct(os.umask(0)), flush=True)
held = sys.argv[1] * 100
os.abort()
"""


class Library:
    """Notes what is asked of the system."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> object:
        return lambda *values: self.asked.append((name, *values))


@pytest.mark.parametrize(
    ("platform", "asked"),
    [
        ("win32", [("SetErrorMode", NO_REPORT), ("WerSetFlags", NO_HEAP)]),
        ("darwin", [("ptrace", DENY_ATTACH, 0, None, 0)]),
        ("linux", [("prctl", SET_DUMPABLE, 0, 0, 0, 0)]),
        ("freebsd14", []),
    ],
)
def test_each_system_is_asked_in_its_own_way(
    platform: str, asked: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casedesk.ui.private_memory._limit_core_dumps", lambda: None)
    library = Library()

    keep_memory_private(platform, lambda: library)

    assert library.asked == asked


def test_a_system_that_does_not_know_it_is_no_hindrance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("casedesk.ui.private_memory._limit_core_dumps", lambda: None)

    keep_memory_private("win32", object)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is allowed")
def test_a_crash_of_the_program_leaves_no_dump(tmp_path: Path) -> None:
    crashed = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", CRASHES, MARK],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert crashed.returncode < 0
    assert crashed.stdout.split() == ["0", "0", "0", "0o77"]
    assert list(tmp_path.iterdir()) == []
    assert MARK not in crashed.stderr
