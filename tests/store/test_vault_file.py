from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from conftest import a_clock

from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import (
    EngineTooOld,
    NotAVault,
    VaultDamaged,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
    VaultTooNew,
)
from casedesk.security.keys import LIGHT, VaultKey, new_key
from casedesk.store import vault_file

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.store.database import Database

NOW = a_clock().now
ANNA = Client(id=ClientId("anna"), family_name="Brunner", given_name="Anna")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def add_anna(database: Database) -> None:
    with database.write("client.add", ANNA.id) as tables:
        tables.clients.add(ANNA)


def test_what_was_stored_is_there_after_opening_again(
    path: Path, key: VaultKey
) -> None:
    first = vault_file.create(path, key, NOW)
    add_anna(first)
    first.close()

    again = vault_file.open_vault(path, key, NOW)
    with again.read() as tables:
        assert tables.clients.all() == [ANNA]
    again.close()


SETTINGS = {
    "journal_mode": "wal",
    "locking_mode": "exclusive",
    "synchronous": 2,  # FULL
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "temp_store": 2,  # in memory
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "journal_size_limit": 16_777_216,
}


def test_a_vault_is_always_open_in_the_way_that_survives_and_leaks_nothing(
    path: Path, key: VaultKey
) -> None:
    vault_file.create(path, key, NOW).close()

    database = vault_file.open_vault(path, key, NOW)
    rows = {
        name: database._connection.execute(f"PRAGMA {name}").fetchone()
        for name in SETTINGS
    }
    database.close()

    # One that is off may answer nothing.
    assert {name: row[0] if row else 0 for name, row in rows.items()} == SETTINGS


def test_a_closed_vault_is_one_file_with_our_salt_at_its_head(
    path: Path, key: VaultKey
) -> None:
    vault_file.create(path, key, NOW).close()

    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert vault_file.header_of(path) == key.salt
    assert path.stat().st_mode & 0o077 == 0


def test_the_right_salt_with_a_wrong_key_is_a_damaged_vault(
    path: Path, key: VaultKey
) -> None:
    vault_file.create(path, key, NOW).close()

    with pytest.raises(VaultDamaged):
        vault_file.open_vault(path, replace(key, key=bytes(32)), NOW)


def test_a_torn_page_is_a_damaged_vault(path: Path, key: VaultKey) -> None:
    vault_file.create(path, key, NOW).close()
    content = bytearray(path.read_bytes())
    content[2000] ^= 0xFF
    path.write_bytes(content)

    with pytest.raises(VaultDamaged):
        vault_file.open_vault(path, key, NOW)


@pytest.mark.parametrize(
    "content", [b"", b"short", b"SQLite format 3\0" + bytes(100)], ids=str
)
def test_another_kind_of_file_is_no_vault(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(NotAVault):
        vault_file.header_of(path)


def test_a_folder_is_no_vault_and_nothing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NotAVault):
        vault_file.header_of(tmp_path)
    with pytest.raises(VaultMissing):
        vault_file.header_of(tmp_path / "nowhere" / "v.casedesk")
    with pytest.raises(VaultMissing):
        vault_file.header_of(tmp_path / "gone.casedesk")


def test_a_new_vault_never_replaces_a_file(path: Path, key: VaultKey) -> None:
    path.write_text("precious")

    with pytest.raises(VaultExists):
        vault_file.create(path, key, NOW)
    assert path.read_text() == "precious"


def test_a_new_vault_needs_its_folder(tmp_path: Path, key: VaultKey) -> None:
    with pytest.raises(VaultMissing):
        vault_file.create(tmp_path / "gone" / "v.casedesk", key, NOW)


def test_opening_needs_a_file(path: Path, key: VaultKey) -> None:
    with pytest.raises(VaultMissing):
        vault_file.open_vault(path, key, NOW)


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_vault_that_may_not_be_written_is_told(path: Path, key: VaultKey) -> None:
    vault_file.create(path, key, NOW).close()
    path.chmod(0o400)

    with pytest.raises(VaultReadOnly):
        vault_file.open_vault(path, key, NOW)


def test_a_vault_is_open_in_one_program_at_a_time(
    path: Path, key: VaultKey, database: Database
) -> None:
    with pytest.raises(VaultInUse):
        vault_file.open_vault(path, key, NOW)
    add_anna(database)


def test_a_foreign_database_under_our_key_is_no_vault(
    path: Path, key: VaultKey
) -> None:
    connection = raw(path, key)
    connection.execute("CREATE TABLE other (x)")
    connection.close()

    with pytest.raises(NotAVault):
        vault_file.open_vault(path, key, NOW)


def test_a_vault_of_a_newer_program_is_left_alone(path: Path, key: VaultKey) -> None:
    vault_file.create(path, key, NOW).close()
    connection = raw(path, key)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(VaultTooNew):
        vault_file.open_vault(path, key, NOW)
    assert path.read_bytes() == before


def test_an_engine_that_is_not_sound_is_refused(
    path: Path, key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher3, "sqlite_version", "3.51.2")

    with pytest.raises(EngineTooOld):
        vault_file.create(path, key, NOW)
    assert not path.exists()


def test_a_copy_has_its_own_key_and_the_same_records(
    path: Path, database: Database
) -> None:
    add_anna(database)
    other = new_key("another passphrase", bytes(11), LIGHT)
    copy = path.with_name("copy.casedesk")

    vault_file.write_copy(database, copy, other)

    assert vault_file.header_of(copy) == other.salt
    opened = vault_file.open_vault(copy, other, NOW)
    with opened.read() as tables:
        assert tables.clients.all() == [ANNA]
    opened.close()


def test_a_file_takes_the_place_of_a_closed_vault(path: Path, key: VaultKey) -> None:
    vault_file.create(path, key, NOW).close()
    new = path.with_name("new.casedesk")
    shutil.copy(path, new)
    path.write_bytes(b"old")

    vault_file.replace(path, by=new)

    vault_file.open_vault(path, key, NOW).close()
    assert not new.exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from casedesk.domain.client import Client, ClientId
from casedesk.security.keys import VaultKey
from casedesk.services.clock import Clock
from casedesk.store import vault_file
path, key, salt = sys.argv[1:]
key = VaultKey(key=bytes.fromhex(key), salt=bytes.fromhex(salt))
database = vault_file.open_vault(Path(path), key, Clock().now)
for number in range(5):
    with database.write("client.add", str(number)) as tables:
        tables.clients.add(Client(id=ClientId(str(number))))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_every_deed_survives_that_the_process_is_killed(
    path: Path, key: VaultKey
) -> None:
    vault_file.create(path, key, NOW).close()

    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", KILLED, path, key.key.hex(), key.salt.hex()],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )

    again = vault_file.open_vault(path, key, NOW)
    with again.read() as tables:
        assert len(tables.clients.all()) == 5
    again.close()


def raw(path: Path, key: VaultKey) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.key.hex()}{key.salt.hex()}'\"")
    return connection
