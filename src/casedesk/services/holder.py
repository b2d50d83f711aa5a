"""A note beside an open vault that says on which computer it is open.

The lock itself is that of the database engine. The note is for folders that several
computers share or synchronise, where that lock may not reach. It is never overruled.
"""

from __future__ import annotations

import json
import os
import platform
from datetime import datetime
from typing import TYPE_CHECKING

from casedesk.domain.problems import VaultHeldElsewhere

if TYPE_CHECKING:
    from pathlib import Path


def note_beside(path: Path) -> Path:
    """Return where the note of a vault lies."""
    return path.with_name(f"{path.name}.lock")


def this_computer() -> str:
    """Return the name of this computer, without the network it is in."""
    return platform.node().partition(".")[0]


def check_not_held_elsewhere(path: Path) -> None:
    """Raise `VaultHeldElsewhere` if another computer has noted that it is open there.

    A note of this computer is left by a program that was killed, and counts nothing.
    """
    held = _read(note_beside(path))
    if held is not None and held[0] != this_computer():
        raise VaultHeldElsewhere(*held)


def hold(path: Path, now: datetime) -> None:
    """Note that a vault is open here; where nothing can be written, it is not noted."""
    words = json.dumps({"host": this_computer(), "since": now.isoformat()})
    try:
        handle = os.open(
            note_beside(path), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600
        )
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(words)
    except OSError:
        return


def release(path: Path) -> None:
    """Take the note away, if it is one of this computer."""
    note = note_beside(path)
    held = _read(note)
    if held is not None and held[0] == this_computer():
        try:
            note.unlink(missing_ok=True)
        except OSError:
            return


def _read(note: Path) -> tuple[str, datetime] | None:
    try:
        values = json.loads(note.read_text("utf-8"))
        return str(values["host"]), datetime.fromisoformat(values["since"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
