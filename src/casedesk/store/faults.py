"""Turns faults of the machine into problems that a user can understand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.problems import (
    DiskFull,
    Problem,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROBLEMS: dict[str, type[Problem]] = {
    "SQLITE_BUSY": VaultInUse,
    "SQLITE_LOCKED": VaultInUse,
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR": DiskFull,
    "SQLITE_IOERR_WRITE": DiskFull,
    "SQLITE_IOERR_FSYNC": DiskFull,
    "SQLITE_READONLY": VaultReadOnly,
    "SQLITE_READONLY_DIRECTORY": VaultReadOnly,
    "SQLITE_READONLY_DBMOVED": VaultMissing,
    "SQLITE_CANTOPEN": VaultMissing,
    "SQLITE_NOTADB": VaultDamaged,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_CORRUPT_VTAB": VaultDamaged,
}


@contextmanager
def faults_explained() -> Iterator[None]:
    """Raise the `Problem` that stands for a fault; let bugs through."""
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        problem = _PROBLEMS.get(getattr(error, "sqlite_errorname", ""))
        if problem is None:
            raise
        # The text of the fault may hold stored values; it is not passed on.
        raise problem from None
