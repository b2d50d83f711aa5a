"""A program that opens a vault keeps the engine's memory from the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# In a program of its own: the other tests do without, see `tests/conftest.py`.
PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from casedesk.security.keys import LIGHT, new_key
from casedesk.store import vault_file

key = new_key("vier Wolken tragen Kupfer heim", bytes(range(11)), LIGHT)
path, now = Path(sys.argv[1]), lambda: datetime(2026, 3, 14, tzinfo=UTC)
vault_file.create(path, key, now).close()
database = vault_file.open_vault(path, key, now)
print(*database._connection.execute("PRAGMA cipher_memory_security").fetchone())
database.close()
"""


def test_memory_is_locked_while_a_vault_is_open(tmp_path: Path) -> None:
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, str(tmp_path / "v.casedesk")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )

    assert told.stdout.strip() == "1"
