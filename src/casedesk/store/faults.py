"""Turns faults of the machine into problems that a user can understand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.problems import (
    DiskFull,
    LinkGone,
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
    "SQLITE_CONSTRAINT_FOREIGNKEY": LinkGone,
    "SQLITE_READONLY": VaultReadOnly,
    "SQLITE_READONLY_DIRECTORY": VaultReadOnly,
    "SQLITE_READONLY_DBMOVED": VaultMissing,
    "SQLITE_CANTOPEN": VaultMissing,
    "SQLITE_NOTADB": VaultDamaged,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_CORRUPT_VTAB": VaultDamaged,
}


# Every other fault of reading or writing, such as a drive that was pulled out.
_INPUT_OUTPUT = "SQLITE_IOERR"


def _problem_of(fault: str) -> type[Problem] | None:
    if fault.startswith(_INPUT_OUTPUT):
        return DiskFull
    return _PROBLEMS.get(fault)


# Some faults are told by the words of the engine alone.
_NAMES = {
    "FOREIGN KEY constraint failed": "SQLITE_CONSTRAINT_FOREIGNKEY",
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
}


@contextmanager
def faults_explained() -> Iterator[None]:
    """Raise the `Problem` that stands for a fault; let bugs through."""
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        problem = _problem_of(
            _NAMES.get(str(error)) or str(getattr(error, "sqlite_errorname", ""))
        )
        if problem is None:
            raise
        # The text of the fault may hold stored values; it is not passed on.
        raise problem from None


@contextmanager
def faults_of_files() -> Iterator[None]:
    """Raise the `Problem` that stands for a fault of a file beside the engine."""
    try:
        yield
    except FileNotFoundError:
        raise VaultMissing from None
    except PermissionError:
        raise VaultReadOnly from None
    except OSError:
        raise DiskFull from None
