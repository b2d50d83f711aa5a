"""A damaged vault is noticed, read, saved, and kept for ninety days."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import START, a_clock
from store.damage import root_of, spoil

from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import DiskFull, VaultDamaged, VaultOpenToRead
from casedesk.services import mending, vaults

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

TODAY = START.date()


@pytest.fixture
def damaged(session: Session, key: VaultKey) -> Path:
    session.clients.add(Client(id=ClientId("anna"), family_name="Brunner"))
    session.practice.change(town="Thun")
    session.lock()
    spoil(session.path, root_of(session.path, key, "practice"))
    return session.path


def names_beside(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_looking_over_finds_damaged_records_and_a_sound_vault_sound(
    session: Session, key: VaultKey
) -> None:
    session.lock()
    mending.look_over(session.path, key, a_clock())

    spoil(session.path, root_of(session.path, key, "practice"))
    before = session.path.read_bytes()
    with pytest.raises(VaultDamaged):
        mending.look_over(session.path, key, a_clock())

    assert session.path.read_bytes() == before
    assert names_beside(session.path) == {session.path.name}


def test_a_vault_is_looked_over_after_a_week_and_after_an_unclean_end(
    session: Session,
) -> None:
    session.lock()
    path, clock = session.path, a_clock()

    assert vaults.is_check_due(path, None, clock)
    assert not vaults.is_check_due(path, START - timedelta(days=6), clock)
    assert vaults.is_check_due(path, START - timedelta(days=8), clock)
    path.with_name(f"{path.name}-wal").write_bytes(b"left")
    assert vaults.is_check_due(path, START, clock)


def test_a_session_on_a_damaged_vault_reads_and_refuses_every_deed(
    damaged: Path, key: VaultKey
) -> None:
    session = mending.look_into(damaged, key, a_clock()).session()

    assert session.is_read_only
    assert session.clients.get("anna").family_name == "Brunner"
    assert session.practice.get().town == "Bern"  # from the history
    with pytest.raises(VaultOpenToRead):
        session.clients.change("anna", note="x")
    with pytest.raises(VaultOpenToRead):
        session.clients.remove("anna")
    with pytest.raises(VaultOpenToRead):
        session.backups.begin()
    with pytest.raises(VaultOpenToRead):
        session.trail.note("vault.unlock")
    session.practice.remember("place", "today")
    assert session.practice.remembered("place") == ""
    session.lock()
    assert names_beside(damaged) == {damaged.name}


def test_damage_that_is_met_while_working_is_remembered(
    damaged: Path, key: VaultKey
) -> None:
    session = vaults.unlock(damaged, key, a_clock())
    before = session.met_damage

    with pytest.raises(VaultDamaged):
        session.practice.get()

    assert (before, session.met_damage) == (False, True)
    session.lock()


def test_what_was_saved_takes_the_name_of_the_vault_and_the_damaged_one_is_kept(
    damaged: Path, key: VaultKey
) -> None:
    content = damaged.read_bytes()
    saved = mending.save_readable(damaged, key, a_clock())
    assert saved.path.name == "test.salvaged-2026-03-14.casedesk"
    assert saved.report.of("practice").earlier == 1

    kept = mending.put_in_place(damaged, saved.path, TODAY)

    assert kept.name == "test.damaged-2026-03-14.casedesk"
    assert kept.read_bytes() == content
    assert names_beside(damaged) == {damaged.name, kept.name}
    session = vaults.unlock(damaged, key, a_clock())
    assert session.clients.get("anna").family_name == "Brunner"
    session.lock()


def test_a_damaged_vault_is_removed_after_ninety_days_and_no_other_file(
    session: Session,
) -> None:
    folder, path = session.path.parent, session.path
    names = (
        "test.damaged-2026-03-14.casedesk",
        "test.damaged-2026-03-14-2.casedesk",
        "other.damaged-2026-03-14.casedesk",
        "test.restored-2026-03-14.casedesk",
    )
    for name in names:
        (folder / name).write_bytes(b"")

    mending.sweep_kept(path, date(2026, 6, 12))
    assert names_beside(path) >= set(names)

    mending.sweep_kept(path, date(2026, 6, 13))
    assert names_beside(path) & set(names) == set(names[2:])


def test_a_copy_from_before_an_upgrade_is_removed_after_ninety_days(
    tmp_path: Path,
) -> None:
    path = tmp_path / "Praxis.casedesk"
    copy = tmp_path / "Praxis.before-upgrade-17.casedesk"
    others = [
        tmp_path / "Praxis.before-upgrade-x.casedesk",
        tmp_path / "Andere.before-upgrade-17.casedesk",
        tmp_path / "Praxis.restored-2026-03-14.casedesk",
    ]
    made = datetime(2026, 3, 14, 12, tzinfo=UTC).timestamp()
    for each in (copy, *others):
        each.write_bytes(b"")
        os.utime(each, (made, made))

    mending.sweep_kept(path, date(2026, 6, 12))
    assert copy.exists()

    mending.sweep_kept(path, date(2026, 6, 13))
    assert not copy.exists()
    assert all(each.exists() for each in others)


def test_nothing_is_saved_past_a_journal_that_still_holds_deeds(
    damaged: Path, key: VaultKey
) -> None:
    damaged.with_name(f"{damaged.name}-wal").write_bytes(b"left")

    with pytest.raises(DiskFull):
        mending.save_readable(damaged, key, a_clock())
