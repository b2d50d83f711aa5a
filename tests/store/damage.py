"""Damages chosen pages of a closed vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.problems import Problem
from casedesk.store import vault_file
from casedesk.store.faults import faults_explained

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from casedesk.security.keys import VaultKey

PAGE = 4096


def root_of(path: Path, key: VaultKey, table: str) -> int:
    """Return the number of the first page of a table, counted from 0."""
    connection = vault_file.connected(path, key)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    connection.close()
    return int(page) - 1


def spoil(path: Path, page: int) -> None:
    """Turn one bit of a page, so that its seal does not fit any more."""
    content = bytearray(path.read_bytes())
    content[page * PAGE + 1000] ^= 1
    path.write_bytes(content)


def spoil_rows_of(path: Path, key: VaultKey, table: str) -> None:
    """Spoil a page with some rows of a table, but not its first page."""
    root = root_of(path, key, table)
    whole = path.read_bytes()
    for page in range(len(whole) // PAGE - 1, 1, -1):
        if page != root:
            spoil(path, page)
            if _is_readable(path, key, "setting") and not _is_readable(
                path, key, table
            ):
                return
            path.write_bytes(whole)
    raise AssertionError  # all rows lie on one page


def spoil_beside_structure(
    path: Path, key: VaultKey, random: Random, pages: int
) -> None:
    """Spoil so many pages by chance, but none that tells which tables there are.

    Without that, nothing can be saved at all.
    """
    left = list(range(2, path.stat().st_size // PAGE))
    random.shuffle(left)
    while pages:
        page = left.pop()
        spoil(path, page)
        if _is_readable(path, key, "sqlite_schema"):
            pages -= 1
        else:
            spoil(path, page)  # as it was


def _is_readable(path: Path, key: VaultKey, table: str) -> bool:
    try:
        connection = vault_file.connected_as_it_is(path, key)
    except Problem:
        return False
    try:
        with faults_explained():
            statement = f"SELECT * FROM {table}"  # noqa: S608 - a table of ours
            connection.execute(statement).fetchall()
    except Problem:
        return False
    finally:
        connection.close()
    return True
