"""A vault moves to another computer: copied, compared there, wiped here."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from services.closed_case import close

from casedesk.domain.backup import BackupDamaged
from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import VaultExists
from casedesk.services import vaults
from casedesk.services.moving import Traces, wipe

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.moving import Moved
    from casedesk.services.session import Session


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


@pytest.fixture
def used(session: Session) -> Session:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case = session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    other = session.cases.open_case(client.id, Area.HEALTH_CARE)
    close(session, other.id)
    assert case.id != other.id
    return session


def moved(session: Session, stick: Path) -> Moved:
    run = session.moving.begin(stick)
    while run.step():
        pass
    return run.finish()


def test_the_copy_is_one_verified_file_that_opens_with_the_same_key(
    used: Session, stick: Path, key: VaultKey
) -> None:
    copy = moved(used, stick)

    assert [each.name for each in stick.iterdir()] == [used.path.name]
    assert copy.sha256 == hashlib.sha256(copy.path.read_bytes()).hexdigest()
    assert copy.holdings == used.backups.holdings()
    there = vaults.unlock(copy.path, key, a_clock())
    assert there.moving.list() == used.moving.list()
    assert there.moving.list().matches(used.moving.list().code)
    there.clients.add(Client(id=ClientId("berta"), family_name="Cantieni"))
    assert not there.moving.list().matches(used.moving.list().code)
    there.lock()


def test_unlocking_and_locking_on_the_way_does_not_change_the_list(
    used: Session, key: VaultKey
) -> None:
    before = used.moving.list()
    assert (before.open_cases, before.closed_cases, before.clients) == (1, 1, 1)

    used.trail.note("vault.lock")
    used.lock()
    again = vaults.unlock(used.path, key, a_clock())
    again.trail.note("vault.unlock")

    assert again.moving.list() == before
    again.lock()


def test_nothing_on_the_drive_is_overwritten(used: Session, stick: Path) -> None:
    (stick / used.path.name).write_bytes(b"another one")

    with pytest.raises(VaultExists):
        used.moving.begin(stick)

    assert (stick / used.path.name).read_bytes() == b"another one"


def test_a_copy_that_the_drive_spoils_does_not_count(
    used: Session, stick: Path
) -> None:
    run = used.moving.begin(stick)
    while run.step():
        pass
    finish = run.finish
    run._copying.close()
    [part] = stick.iterdir()
    content = bytearray(part.read_bytes())
    content[len(content) // 2] ^= 1
    part.write_bytes(content)
    run._copying.close = lambda: None  # type: ignore[method-assign]  # it is closed

    with pytest.raises(BackupDamaged):
        finish()

    assert not list(stick.iterdir())


def test_stopping_half_way_leaves_nothing_on_the_drive(
    used: Session, stick: Path
) -> None:
    run = used.moving.begin(stick)
    run.step()

    run.stop()

    assert not list(stick.iterdir())


def test_wiping_leaves_nothing_of_the_vault_and_all_of_others(
    used: Session, own_folder: Path
) -> None:
    used.backups.make()
    traces, folder = Traces.of(used), used.path.parent
    used.lock()
    ours = ("test.restored-2026-03-14.casedesk", "test.casedesk.reserve")
    others = ("test2.casedesk", "test.pdf", "other.damaged-2026-03-14.casedesk")
    for name in (*ours, *others):
        (folder / name).write_bytes(b"x")
    other_backup = own_folder / "backups" / "CaseDesk_other.cdkbak"
    other_backup.write_bytes(b"x")

    assert wipe(traces) == []

    assert {each.name for each in folder.iterdir()} == set(others)
    assert list((own_folder / "backups").iterdir()) == [other_backup]
