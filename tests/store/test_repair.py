from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_clock, a_practice
from reliability import office

from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import LookStopped, VaultDamaged
from casedesk.services import vaults
from casedesk.store import vault_file
from casedesk.store.repair import Condition, condition_of

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey

NOW = a_clock().now
PAGE = 4096
ANNA = Client(id=ClientId("anna"), family_name="Brunner", note="Wolken " * 3000)


@pytest.fixture
def with_free_pages(path: Path, key: VaultKey) -> Path:
    database = vault_file.create(path, key, NOW)
    with database.write("client.add") as tables:
        tables.clients.add(ANNA)
    database._connection.execute("CREATE TABLE spare (text)")
    database._connection.execute("INSERT INTO spare VALUES (hex(zeroblob(50000)))")
    database._connection.execute("DROP TABLE spare")
    database.close()
    return path


def spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE + 1000] ^= 0xFF
    path.write_bytes(content)


def leave_open(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"left behind")


def test_damaged_free_pages_are_healed_and_every_record_stays(
    with_free_pages: Path, key: VaultKey
) -> None:
    path = with_free_pages
    spoil(path, path.stat().st_size // PAGE - 2)

    with pytest.raises(VaultDamaged):
        vault_file.check_whole(path, key)

    vault_file.open_vault(path, key, NOW, must_look=True).close()

    assert vault_file.header_of(path) == key.salt
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    vault_file.check_whole(path, key)
    database = vault_file.open_vault(path, key, NOW)
    with database.read() as tables:
        assert tables.clients.all() == [ANNA]
    database.close()


def test_a_vault_that_was_not_closed_in_order_is_healed_when_it_is_opened(
    with_free_pages: Path, key: VaultKey
) -> None:
    path = with_free_pages
    spoil(path, path.stat().st_size // PAGE - 2)
    leave_open(path)

    database = vault_file.open_vault(path, key, NOW)

    assert condition_of(database._connection) is Condition.SOUND
    with database.read() as tables:
        assert tables.clients.all() == [ANNA]
    database.close()


def test_a_vault_that_was_not_closed_in_order_and_is_damaged_is_not_opened(
    with_free_pages: Path, key: VaultKey
) -> None:
    path = with_free_pages
    for page in range(5, 40):
        spoil(path, page)
    damaged = path.read_bytes()
    leave_open(path)

    with pytest.raises(VaultDamaged):
        vault_file.open_vault(path, key, NOW)

    assert path.read_bytes() == damaged


@pytest.mark.parametrize("questions", [0, 1, 2])
def test_looking_over_can_be_stopped_at_any_time_and_the_vault_opens_later(
    with_free_pages: Path, key: VaultKey, questions: int
) -> None:
    path = with_free_pages
    before = path.read_bytes()
    asked: list[bool] = []

    def is_stopped() -> bool:
        asked.append(True)
        return len(asked) > questions

    with pytest.raises(LookStopped):
        vault_file.open_vault(path, key, NOW, must_look=True, is_stopped=is_stopped)

    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    vault_file.open_vault(path, key, NOW, must_look=True).close()


def test_errors_that_the_engine_leaves_in_the_search_index_are_mended_on_closing(
    path: Path,
) -> None:
    session = vaults.create(path, office.KEY, a_practice())
    state: office.State = {}
    connection = session._database._connection
    # So it was done by the first versions.
    connection.execute(
        "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)"
    )
    for number in range(90):
        state = office.do(session, state, number)
    (found,) = connection.execute("PRAGMA quick_check").fetchone()
    assert found.startswith("fts5: checksum mismatch"), "the engine has been repaired"
    session.lock()

    connection = vault_file.connected(path, office.KEY)
    assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    connection.close()
