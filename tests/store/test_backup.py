"""Backups are whole, verified files, or they are not there at all."""

from __future__ import annotations

import multiprocessing
import os
import resource
import stat
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import START, a_clock

from casedesk.domain.backup import (
    BackupDamaged,
    BackupNotWritten,
    BackupStopped,
    Holdings,
    NoRoomForBackup,
    backup_name,
)
from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import VaultInUse, VaultLeftOpen
from casedesk.security.keys import LIGHT, new_key
from casedesk.store import backup, vault_file
from casedesk.store.copying import Copying

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.store.database import Database

VAULT_ID = "0190a0b0-0000-7000-8000-000000000001"
LONG_NOTE = "viel Text " * 4000


def add_clients(database: Database, numbers: range, note: str = LONG_NOTE) -> None:
    for number in numbers:
        client_id = ClientId(f"{number:036}")
        with database.write("client.add", client_id) as tables:
            tables.clients.add(
                Client(id=client_id, family_name=f"Muster {number}", note=note)
            )


def copied(database: Database, path: Path, key: VaultKey) -> Holdings:
    copying = Copying(database, path, key)
    while copying.step():
        pass
    copying.close()
    return copying.holdings


def test_a_backup_holds_what_the_vault_holds(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(40))

    expected = copied(database, tmp_path / "copy", key)

    assert expected.rows["client"] == 40
    assert backup.examine(tmp_path / "copy", key) == expected == database.holdings()


def test_deeds_between_the_steps_are_in_the_backup(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(40))
    copying = Copying(database, tmp_path / "copy", key)
    steps = 0

    while copying.step():
        add_clients(database, range(1000 + steps, 1001 + steps), "unterwegs")
        steps += 1
    copying.close()

    assert steps > 3
    assert copying.holdings.rows["client"] == 40 + steps
    assert backup.examine(tmp_path / "copy", key) == copying.holdings


def test_backups_made_while_somebody_writes_are_all_sound(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(30))
    for run in range(10):
        path = tmp_path / f"copy-{run}"
        copying = Copying(database, path, key)
        at = 10_000 + 100 * run

        while copying.step():
            add_clients(database, range(at, at + 1), "unterwegs")
            at += 1
        copying.close()

        assert backup.examine(path, key) == copying.holdings
        path.unlink()


def test_the_vault_goes_on_after_a_backup_was_given_up(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(40))
    copying = Copying(database, tmp_path / "copy", key)
    assert copying.step()

    copying.stop()
    add_clients(database, range(50, 51))

    assert not (tmp_path / "copy").exists()
    assert database.holdings().rows["client"] == 41
    with pytest.raises(BackupStopped):
        copying.step()


def test_a_backup_given_up_before_its_first_step_leaves_nothing(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    copying = Copying(database, tmp_path / "copy", key)

    copying.stop()

    assert not (tmp_path / "copy").exists()


def test_each_part_of_a_backup_that_is_damaged_is_noticed(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(20))
    copied(database, tmp_path / "copy", key)
    whole = (tmp_path / "copy").read_bytes()

    for at in (0, 7, 100, len(whole) // 3, len(whole) // 2, len(whole) - 1):
        hurt = bytearray(whole)
        hurt[at] ^= 1
        (tmp_path / "copy").write_bytes(hurt)
        with pytest.raises(BackupDamaged):
            backup.examine(tmp_path / "copy", key)


@pytest.mark.parametrize("share", [0, 0.001, 0.5, 0.99])
def test_a_backup_that_was_cut_off_is_noticed(
    database: Database, tmp_path: Path, key: VaultKey, share: float
) -> None:
    add_clients(database, range(20))
    copied(database, tmp_path / "copy", key)
    size = (tmp_path / "copy").stat().st_size

    os.truncate(tmp_path / "copy", int(size * share))

    with pytest.raises(BackupDamaged):
        backup.examine(tmp_path / "copy", key)


def test_looking_at_a_backup_can_be_given_up(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(60))
    copied(database, tmp_path / "copy", key)

    with pytest.raises(BackupStopped):
        backup.examine(tmp_path / "copy", key, lambda: True)


def test_looking_at_a_backup_changes_nothing(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    copied(database, folder / "copy", key)
    before = (folder / "copy").read_bytes()

    backup.examine(folder / "copy", key)

    assert (folder / "copy").read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["copy"]


def test_a_backup_under_another_key_is_not_taken_for_sound(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    copied(database, tmp_path / "copy", key)
    other = new_key("sieben Birken schweigen", bytes(range(1, 12)), LIGHT)

    with pytest.raises(BackupDamaged):
        backup.examine(tmp_path / "copy", other)


def test_restoring_on_trial_opens_the_vault_and_leaves_nothing(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(5))
    expected = copied(database, tmp_path / "copy", key)

    holdings, papers = backup.rehearse(
        tmp_path / "copy", key, a_clock().now, tmp_path / "trial"
    )

    assert (holdings, papers) == (expected, 0)
    assert not (tmp_path / "trial").exists()


def test_a_trial_with_a_damaged_backup_fails_and_leaves_nothing(
    database: Database, tmp_path: Path, key: VaultKey
) -> None:
    add_clients(database, range(5))
    copied(database, tmp_path / "copy", key)
    hurt = bytearray((tmp_path / "copy").read_bytes())
    hurt[len(hurt) // 2] ^= 1
    (tmp_path / "copy").write_bytes(hurt)

    with pytest.raises(BackupDamaged):
        backup.rehearse(tmp_path / "copy", key, a_clock().now, tmp_path / "trial")

    assert not (tmp_path / "trial").exists()


def test_the_folder_is_private_and_swept(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "backups"
    backup.prepare_folder(folder, VAULT_ID, 0)
    name = backup_name(VAULT_ID, START)
    foreign = backup_name(VAULT_ID.replace("1", "2"), START)
    for left in (f"{name}.part", f"{name}.part-journal", f"{foreign}.part"):
        (folder / left).write_bytes(b"half")
    (folder / name).write_bytes(b"whole")

    backup.prepare_folder(folder, VAULT_ID, 0)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {each.name for each in folder.iterdir()} == {name, f"{foreign}.part"}


def test_too_little_room_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(NoRoomForBackup) as caught:
        backup.prepare_folder(tmp_path, VAULT_ID, 10**18)

    assert caught.value.needed_bytes == 12 * 10**17 + 50_000_000
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(BackupNotWritten):
        backup.prepare_folder(tmp_path / "file" / "backups", VAULT_ID, 0)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"new")
    (tmp_path / "a").write_bytes(b"old")

    with pytest.raises(BackupNotWritten):
        backup.settle(tmp_path / "a.part", tmp_path / "a")

    assert (tmp_path / "a").read_bytes() == b"old"


def test_files_of_other_vaults_are_no_backups_of_this_one(tmp_path: Path) -> None:
    name = backup_name(VAULT_ID, START)
    other = backup_name(VAULT_ID.replace("1", "2"), START)
    for each in (name, other, f"{name}.part", "Ferien.jpg"):
        (tmp_path / each).write_bytes(b"")

    assert backup.names_of(tmp_path, VAULT_ID) == {name: START}
    assert backup.names_of(tmp_path / "gone", VAULT_ID) == {}


def test_names_tell_the_second() -> None:
    later = START + timedelta(seconds=1)
    assert backup_name(VAULT_ID, START) < backup_name(VAULT_ID, later)


def _fill(path: Path, target: Path, key: VaultKey, limit: int) -> None:
    """Back up in a process whose files may not grow beyond a limit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    database = vault_file.open_vault(path, key, a_clock().now)
    copying = None
    try:
        with backup.written_or_explained(database.size()):
            copying = Copying(database, target, key)
            while copying.step():
                pass
            copying.close()
    except NoRoomForBackup as problem:
        if copying is not None:
            copying.discard()
        add_clients(database, range(900, 901), "danach")
        database.close()
        os._exit(3 if problem.needed_bytes > 50_000_000 else 4)
    os._exit(0)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_full_disk_leaves_no_half_backup_and_the_vault_goes_on(
    database: Database, path: Path, tmp_path: Path, key: VaultKey, share: float
) -> None:
    add_clients(database, range(60))
    size = database.size()
    database.close()
    target = tmp_path / "copy"

    # The limit holds for each file: the vault itself is not written beyond it.
    process = multiprocessing.get_context("fork").Process(
        target=_fill, args=(path, target, key, int(size * share))
    )
    process.start()
    process.join(60)

    assert process.exitcode == 3
    assert not target.exists()
    again = vault_file.open_vault(path, key, a_clock().now)
    assert again.holdings().rows["client"] == 61
    again.close()


def test_a_closed_vault_serves_as_a_backup_and_stays_as_it_is(
    database: Database, path: Path, key: VaultKey
) -> None:
    add_clients(database, range(3))
    database.close()
    before = path.read_bytes()

    holdings = backup.examine(path, key)

    assert holdings.clients == 3
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_vault_copied_while_it_was_open_is_no_backup_and_says_why(
    database: Database, path: Path, key: VaultKey, tmp_path: Path
) -> None:
    add_clients(database, range(3))
    copy = tmp_path / "copy.casedesk"
    for ending in ("", "-wal"):
        content = path.with_name(path.name + ending).read_bytes()
        copy.with_name(copy.name + ending).write_bytes(content)

    with pytest.raises(VaultLeftOpen):
        backup.examine(copy, key)


def test_a_vault_that_is_open_is_no_backup(
    database: Database, path: Path, key: VaultKey
) -> None:
    with pytest.raises(VaultInUse):
        backup.examine(path, key)
