"""Looks over a vault after an unclean end, and heals what holds no record."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.problems import LookStopped
from casedesk.store.faults import faults_explained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlcipher3.dbapi2 import Connection

# Pages that cannot be read are told otherwise.
_OF_THE_SEARCH_INDEX = "fts5: checksum mismatch"
_ASK_EVERY = 20_000  # instructions of the engine


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


def condition_of(
    connection: Connection, is_stopped: Callable[[], bool] = lambda: False
) -> Condition:
    """Look at every page. About ten seconds for each gigabyte.

    Raises `LookStopped` if it is asked to stop.
    """
    connection.set_progress_handler(is_stopped, _ASK_EVERY)
    try:
        return _looked_at(connection, is_stopped)
    finally:
        connection.set_progress_handler(None, 0)


def _looked_at(connection: Connection, is_stopped: Callable[[], bool]) -> Condition:
    # The seals are read from the file itself: what is in the journal must be there.
    _check_goes_on(is_stopped)
    with faults_explained():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        is_sound = is_whole(connection)
        _check_goes_on(is_stopped)
        if not is_sound:
            return Condition.DAMAGED
        seals = connection.execute("PRAGMA cipher_integrity_check").fetchone()
    except (sqlcipher3.DatabaseError, MemoryError):
        _check_goes_on(is_stopped)  # to the engine, a stop is a fault like others
        return Condition.DAMAGED
    _check_goes_on(is_stopped)
    return Condition.SOUND if seals is None else Condition.FREE_PAGES


def _check_goes_on(is_stopped: Callable[[], bool]) -> None:
    if is_stopped():
        raise LookStopped


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
