"""After a lock nothing of the vault is left in memory: another process has begun."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock, a_practice

from casedesk.services import vaults
from casedesk.ui.new_process import command_for

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.vaults import VaultKey

MARK = "Zwetschgenmond-Lagerfeuer-8417"
# What is typed and unlocked comes by the pipe: the command line stays in memory.
PROGRAM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.keys import type_text
from casedesk.__main__ import begin
from casedesk.ui.places import Page, Place
from casedesk.ui.start.window import StartWindow
from casedesk.ui.widgets.record_form import RecordForm

def locked_again():
    pane = application.window().unlock_pane
    print("again", pane.isVisible(), pane.path(), flush=True)

def unlock():
    window = application.window()
    window.unlock_pane.field.line.setText(sys.stdin.readline().rstrip("\\n"))
    window.unlock_pane.unlock.click()
    when_open()

def when_open():
    if application.session() is None:
        QTimer.singleShot(20, when_open)
    else:
        QTimer.singleShot(400, write)

def write():
    window = application.window()
    window.go(Place(page=Page.PRACTICE))
    form = next(
        form
        for form in window.findChildren(RecordForm)
        if form.has_field("town") and form.isVisible()
    )
    form.focus_field("town")
    line = form.editor("town")
    line.clear()
    type_text(line, sys.stdin.readline().rstrip("\\n"))
    print("typed", flush=True)
    sys.stdin.readline()
    QTimer.singleShot(0, application.lock)

app, application = begin(Path(sys.argv[1]))
QTimer.singleShot(30_000, lambda: os._exit(3))  # rather than to hang
first = not (Path(sys.argv[1]).parent / "second").exists()
(Path(sys.argv[1]).parent / "second").touch()
QTimer.singleShot(300, unlock if first else locked_again)
app.exec()
"""


@pytest.fixture
def vault(tmp_path: Path, key: VaultKey) -> Path:
    path = tmp_path / "Praxis.casedesk"
    vaults.create(path, key, a_practice(), a_clock()).lock()
    return path


def memory_of(pid: int) -> bytes:
    """Return all that a process could still read."""
    parts: list[bytes] = []
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
                    parts.append(memory.read(end - begin))
                except (OSError, ValueError, OverflowError):
                    continue
    return b"\n".join(parts)


def found(memory: bytes, key: VaultKey) -> dict[str, int]:
    return {
        "text": memory.count(MARK.encode()) + memory.count(MARK.encode("utf-16-le")),
        "key": memory.count(key.key) + memory.count(key.key.hex().encode()),
        "passphrase": memory.count(PASSPHRASE.encode())
        + memory.count(PASSPHRASE.encode("utf-16-le")),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the memory")
def test_a_lock_leaves_neither_key_nor_text_in_memory(
    tmp_path: Path, vault: Path, key: VaultKey
) -> None:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, str(vault)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            **places,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        program.stdin.write(f"{PASSPHRASE}\n{MARK}\n")
        program.stdin.flush()
        assert program.stdout.readline() == "typed\n"
        before = found(memory_of(program.pid), key)
        program.stdin.write("lock\n")
        program.stdin.flush()
        assert program.stdout.readline() == f"again True {vault}\n"
        after = found(memory_of(program.pid), key)
    finally:
        program.kill()
        program.communicate()
    assert before["text"]
    assert before["key"]
    assert after == {"text": 0, "key": 0, "passphrase": 0}
    session = vaults.unlock(vault, key, a_clock())
    assert session.practice.get().town == MARK
    session.lock()


def test_the_same_program_begins_anew_for_another_vault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun = ["/usr/bin/python3", "-P", "-m", "casedesk"]
    monkeypatch.setattr(sys, "orig_argv", [*begun, "old.casedesk"])
    monkeypatch.setattr(sys, "argv", ["casedesk", "old.casedesk"])

    assert command_for(tmp_path / "new.casedesk") == [
        *begun,
        str(tmp_path / "new.casedesk"),
    ]
    assert command_for(None) == begun
