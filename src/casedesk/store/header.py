"""The head of a vault that was damaged, put back from its recovery sheet."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from casedesk.store import vault_file
from casedesk.store.faults import faults_of_files

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey

COPIED_AT_ONCE_BYTES = 1 << 20


def mend_header(path: Path, key: VaultKey) -> None:
    """Put the salt of the key back at the head of a closed vault that has lost it.

    A copy is mended, verified, and takes the place of the vault in one step.
    """
    mended = vault_file.next_to(path)
    vault_file.sweep(path)
    try:
        with faults_of_files():
            _copy_privately(path, mended)
            with mended.open("r+b") as file:
                file.write(key.salt)
        connection = vault_file.connected(mended, key, journal="DELETE")
        try:
            vault_file.verify(connection)
        finally:
            connection.close()
        vault_file.flush(mended)
        vault_file.replace(path, mended)
    except BaseException:
        vault_file.sweep(path)
        raise


def _copy_privately(path: Path, copy: Path) -> None:
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with path.open("rb") as source, copy.open("r+b") as target:
        shutil.copyfileobj(source, target, COPIED_AT_ONCE_BYTES)
