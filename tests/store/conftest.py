"""A vault without services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_clock

from casedesk.store import vault_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.store.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.casedesk"


@pytest.fixture
def database(path: Path, key: VaultKey) -> Iterator[Database]:
    database = vault_file.create(path, key, a_clock().now)
    yield database
    database.close()
