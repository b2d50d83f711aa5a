"""Looks over a vault after an unclean end, and heals what holds no record."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.store.faults import faults_explained

if TYPE_CHECKING:
    from pathlib import Path

    from sqlcipher3.dbapi2 import Connection

# Pages that cannot be read are told otherwise.
_OF_THE_SEARCH_INDEX = "fts5: checksum mismatch"


class Condition(StrEnum):
    """How a vault was found."""

    SOUND = "sound"
    FREE_PAGES = "free_pages"
    """Only pages that hold nothing are damaged."""
    DAMAGED = "damaged"


def was_left_open(path: Path) -> bool:
    """Whether a closed vault was not closed in order when it was last used."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def condition_of(connection: Connection) -> Condition:
    """Look at every page. About ten seconds for each gigabyte."""
    # The seals are read from the file itself: what is in the journal must be there.
    with faults_explained():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        if not is_whole(connection):
            return Condition.DAMAGED
        seals = connection.execute("PRAGMA cipher_integrity_check").fetchone()
    except (sqlcipher3.DatabaseError, MemoryError):
        return Condition.DAMAGED
    return Condition.SOUND if seals is None else Condition.FREE_PAGES


def is_whole(connection: Connection, pragma: str = "quick_check") -> bool:
    """Whether records can be relied on; the search index is made anew at any time."""
    answers = [answer for (answer,) in connection.execute(f"PRAGMA {pragma}(20)")]
    return all(
        answer == "ok" or answer.startswith(_OF_THE_SEARCH_INDEX) for answer in answers
    )


def write_without_free_pages(connection: Connection, path: Path) -> None:
    """Write everything but the free pages to a new file, under the same key.

    In place it cannot be done: the engine would read the damaged pages.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with faults_explained():
        connection.execute("VACUUM INTO ?", (str(path),))
