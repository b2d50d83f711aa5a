"""What lies on a damaged page is never handed out as if it had been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_clock, a_practice
from store.damage import PAGE, spoil

from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import VaultDamaged
from casedesk.store import vault_file
from casedesk.store.damaged import DamagedVault

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey

NOW = a_clock().now
LETTERS = 13_000  # so that each note goes on on several pages
CLIENTS = 3
LAST_PAGES = 30  # what was stored last lies at the end of the file
LOGO = bytes(range(1, 256)) * 60 + bytes(3000) + b"end"


@pytest.fixture
def vault(path: Path, key: VaultKey) -> Path:
    """A closed vault with long notes, and a picture that has zeros of its own."""
    database = vault_file.create(path, key, NOW)
    for number in range(CLIENTS):
        client = Client(
            id=ClientId(f"client-{number}"),
            family_name="Brunner",
            note=str(number) * LETTERS,
        )
        with database.write("client.add", client.id) as tables:
            tables.clients.add(client)
    with database.write("practice.logo", "practice") as tables:
        tables.practice.add(a_practice())
        tables.logo.put(LOGO)
    database.close()
    return path


def test_no_long_text_is_handed_out_with_zeros_in_it(
    vault: Path, key: VaultKey
) -> None:
    whole = vault.read_bytes()
    found: set[str] = set()
    pages = len(whole) // PAGE
    for page in range(pages - LAST_PAGES, pages):
        spoil(vault, page)
        try:
            damaged = DamagedVault(vault, key)
            notes = [
                values["note"] for _, values in damaged.rows("client", ["id", "note"])
            ]
            damaged.close()
        except VaultDamaged:
            notes = []  # the structure lay there
        found.update(notes)
        vault.write_bytes(whole)

    assert found == {str(number) * LETTERS for number in range(CLIENTS)}


def test_a_picture_that_has_zeros_of_its_own_is_read(
    vault: Path, key: VaultKey
) -> None:
    damaged = DamagedVault(vault, key)
    [picture] = [
        value
        for _, values in damaged.rows("practice_logo", ["image"])
        for value in values.values()
    ]
    damaged.close()

    assert picture == LOGO
