"""Backups are made, verified, found again and restored beside the vault."""

from __future__ import annotations

import shutil
import stat
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, START, a_clock

from casedesk.domain.backup import (
    BackupDamaged,
    BackupNotWritten,
    BackupPlace,
    BackupStopped,
    ExternalMissing,
    Freshness,
    Verdict,
)
from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.services import backup_places, vaults
from casedesk.services.backup_places import ID_FILE
from casedesk.services.clock import Clock
from casedesk.services.vaults import LIGHT, NewPassphrase

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.backups import Backup
    from casedesk.services.session import Session

OTHER = "sieben Birken schweigen lieber"


def add_client(session: Session, name: str) -> None:
    client = Client(
        id=ClientId(session.clock.new_id()), family_name=name, note="Text " * 4000
    )
    session.cases.open_for_new_client(client, next(iter(Area)))


def later(session: Session, days: float) -> Session:
    """Return the same vault, unlocked some days later."""
    path, key = session.path, session.backups._key
    session.lock()
    start = a_clock()
    clock = Clock(lambda: start.now() + timedelta(days=days), start.random)
    return vaults.unlock(path, key, clock)


def hurt(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick" / "backups"
    stick.mkdir(parents=True)
    return stick


def the_only(session: Session) -> Backup:
    [backup] = session.backups.listing()()
    return backup


def test_a_backup_is_made_verified_and_remembered(
    session: Session, own_folder: Path
) -> None:
    add_client(session, "Muster")

    outcome = session.backups.make()

    [check] = outcome.checks
    path = own_folder / "backups" / check.name
    assert (check.verdict, check.holdings.clients) == (Verdict.SOUND, 1)
    assert check.holdings.newest_deed == session.backups.holdings().newest_deed
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert session.backups.state().local == check
    assert [each.name for each in path.parent.iterdir()] == [check.name]


def test_the_vault_keeps_its_id(session: Session) -> None:
    vault_id = session.backups.vault_id()

    assert session.backups.vault_id() == vault_id
    again = later(session, 0)
    assert again.backups.vault_id() == vault_id
    again.lock()


def test_a_backup_is_due_when_a_day_has_passed_with_changes(session: Session) -> None:
    assert session.backups.is_due()
    session.backups.make()
    assert not session.backups.is_changed()
    add_client(session, "Muster")
    assert session.backups.is_changed()
    assert not session.backups.is_due()

    tomorrow = later(session, 2)

    assert tomorrow.backups.is_due()
    tomorrow.lock()


def test_a_backup_that_is_gone_is_made_again(session: Session) -> None:
    session.backups.make()
    the_only(session).path.unlink()

    assert session.backups.is_changed()
    session.backups.note_listing(session.backups.listing()())
    assert session.backups.state().local is None


def test_reading_and_unlocking_change_nothing(session: Session) -> None:
    session.backups.make()

    for action in ("vault.unlock", "case.read", "trail.export"):
        session.trail.note(action)

    assert not session.backups.is_changed()


def test_a_backup_that_was_cut_short_is_due_at_once(session: Session) -> None:
    session.backups.make()
    add_client(session, "Muster")
    session.backups.note_cut_short()

    assert session.backups.is_due()
    session.backups.make()
    assert not session.backups.is_due()


def test_locking_gives_up_a_backup_that_goes_on(
    session: Session, own_folder: Path
) -> None:
    add_client(session, "Muster")
    run = session.backups.begin()
    run.step()

    session.lock()

    assert list((own_folder / "backups").iterdir()) == []


def test_a_copy_that_is_given_up_while_it_is_checked_leaves_nothing(
    session: Session, own_folder: Path
) -> None:
    run = session.backups.begin()
    while run.step():
        pass
    run.stop()

    with pytest.raises(BackupStopped):
        run.finish()

    assert list((own_folder / "backups").iterdir()) == []


def test_a_copy_that_is_taken_away_while_it_is_checked_is_no_fault_of_the_program(
    session: Session,
) -> None:
    run = session.backups.begin()
    while run.step():
        pass
    run._copying.path.unlink()

    with pytest.raises(BackupNotWritten):
        run.finish()


def test_each_backup_goes_outside_too(session: Session, stick: Path) -> None:
    session.backups.choose_external(stick)

    outcome = session.backups.make()

    outside = outcome.check_at(BackupPlace.EXTERNAL)
    assert outside is not None
    assert {each.name for each in stick.iterdir()} == {ID_FILE, outside.name}
    state = session.backups.state()
    assert (state.external, state.freshness) == (outside, Freshness.FINE)


def test_a_missing_stick_is_named_and_the_local_backup_stands(
    session: Session, stick: Path
) -> None:
    session.backups.choose_external(stick)
    shutil.rmtree(stick)

    outcome = session.backups.make()

    assert isinstance(outcome.external_problem, ExternalMissing)
    assert [each.place for each in outcome.checks] == [BackupPlace.LOCAL]
    assert session.backups.is_outside_behind()
    assert not session.backups.looking()()
    assert not session.backups.is_changed(outside_is_here=False)


def test_a_stick_is_recognised_under_another_letter(
    tmp_path: Path, stick: Path
) -> None:
    place = backup_places.marked(stick, "some-id")
    elsewhere = tmp_path / "media" / "E"
    elsewhere.mkdir(parents=True)
    (tmp_path / "media" / "D" / place.inside).mkdir(parents=True)
    new = elsewhere / place.inside
    shutil.copytree(stick, new)
    shutil.rmtree(stick)

    found = backup_places.found(place, [tmp_path / "media" / "D", elsewhere])

    assert found == new


def test_another_stick_at_the_same_letter_is_not_taken(stick: Path) -> None:
    place = backup_places.marked(stick, "some-id")
    (stick / ID_FILE).write_text("another-id\n", "ascii")

    assert backup_places.found(place, []) is None


def test_two_vaults_share_a_folder(stick: Path) -> None:
    one = backup_places.marked(stick, "some-id")
    other = backup_places.marked(stick, "another-id")

    assert one.place_id == other.place_id == "some-id"


def test_the_age_outside_is_reminded_of_and_warned_of(
    session: Session, stick: Path
) -> None:
    session.backups.choose_external(stick)
    session.backups.make()

    week = later(session, 8)
    assert week.backups.state().freshness is Freshness.REMINDER
    two_weeks = later(week, 15)
    assert two_weeks.backups.state().freshness is Freshness.WARNING
    two_weeks.lock()


def test_without_a_place_outside_a_new_vault_is_not_warned_of_at_once(
    session: Session,
) -> None:
    assert session.backups.state().freshness is Freshness.FINE
    old = later(session, 20)
    assert old.backups.state().freshness is Freshness.WARNING
    old.lock()


def test_a_copy_damaged_afterwards_is_reported(session: Session) -> None:
    session.backups.make()
    assert the_only(session).verdict is Verdict.SOUND
    hurt(the_only(session).path)

    assert the_only(session).verdict is Verdict.UNCHECKED
    session.backups.note_checks(session.backups.checking([the_only(session)])())

    assert the_only(session).verdict is Verdict.DAMAGED
    assert session.backups.state().local is None


def test_a_damaged_header_is_no_earlier_passphrase(session: Session) -> None:
    session.backups.make()
    path = the_only(session).path
    content = bytearray(path.read_bytes())
    content[9] ^= 1
    path.write_bytes(content)

    [check] = session.backups.checking([the_only(session)])()

    assert check.verdict is Verdict.DAMAGED


def test_a_backup_is_restored_beside_the_vault_and_compared(session: Session) -> None:
    add_client(session, "Muster")
    session.backups.make()
    add_client(session, "Beispiel")
    before = session.backups.holdings()

    restored = session.backups.restoring(the_only(session))()
    again = session.backups.restoring(the_only(session))()

    assert restored.path.name == "test.restored-2026-03-14.casedesk"
    assert again.path.name == "test.restored-2026-03-14-2.casedesk"
    assert restored.holdings is not None
    assert (restored.holdings.clients, before.clients) == (1, 2)
    assert session.backups.holdings() == before
    key = vaults.derive_key(PASSPHRASE, vaults.read_header(restored.path))
    opened = vaults.unlock(restored.path, key, a_clock())
    assert [each.family_name for each in opened.clients.all()] == ["Muster"]
    opened.lock()


def test_a_damaged_backup_is_not_restored(session: Session) -> None:
    add_client(session, "Muster")
    session.backups.make()
    hurt(the_only(session).path)

    with pytest.raises(BackupDamaged):
        session.backups.restoring(the_only(session))()

    names = {each.name for each in session.path.parent.glob("*restored*")}
    assert names == set()


def test_every_backup_passes_the_trial(session: Session) -> None:
    for name in ("Muster", "Beispiel", "Probe"):
        add_client(session, name)
        session.backups.make()
    backups = session.backups.listing()()

    drills = [session.backups._worker().rehearse(each) for each in backups]

    assert [each.is_sound for each in drills] == [True] * 3
    assert [each.holdings.clients for each in drills] == [3, 2, 1]


def test_the_trial_is_remembered(session: Session, own_folder: Path) -> None:
    assert not session.backups.is_drill_due()
    add_client(session, "Muster")
    session.backups.make()
    assert session.backups.is_drill_due()

    drill = session.backups.rehearsing()()
    session.backups.note_drill(drill)

    assert session.backups.state().drill == drill
    assert drill is not None
    assert drill.is_sound
    assert not session.backups.is_drill_due()
    assert [each.suffix for each in (own_folder / "backups").iterdir()] == [".cdkbak"]


def test_the_trial_of_a_damaged_backup_fails(session: Session) -> None:
    session.backups.make()
    hurt(the_only(session).path)

    drill = session.backups.rehearsing()()

    assert drill is not None
    assert not drill.is_sound


def test_a_backup_is_made_before_the_passphrase_is_changed(session: Session) -> None:
    add_client(session, "Muster")
    new = NewPassphrase(passphrase=OTHER, again=OTHER)
    key = vaults.replacing_key(session.header(), PASSPHRASE, new, a_clock(), LIGHT)

    after = vaults.change_passphrase(session, key)

    old = the_only(after)
    assert old.verdict is Verdict.OLD_PASSPHRASE
    assert after.backups.is_changed()
    after.lock()


def test_backups_under_an_earlier_passphrase_are_told_apart_and_removed(
    session: Session, own_folder: Path
) -> None:
    new = NewPassphrase(passphrase=OTHER, again=OTHER)
    key = vaults.replacing_key(session.header(), PASSPHRASE, new, a_clock(), LIGHT)
    after = vaults.change_passphrase(session, key)
    after.backups.make()
    verdicts = [each.verdict for each in after.backups.listing()()]
    assert verdicts == [Verdict.SOUND, Verdict.OLD_PASSPHRASE]
    old = after.backups.listing()()[1]
    restored = after.backups.restoring(old)()
    assert restored.holdings is None
    opened = vaults.derive_key(PASSPHRASE, vaults.read_header(restored.path))
    vaults.unlock(restored.path, opened, a_clock()).lock()

    after.backups.remove([old])

    assert [each.verdict for each in after.backups.listing()()] == [Verdict.SOUND]
    after.lock()


def test_backups_are_thinned(session: Session, own_folder: Path) -> None:
    for _each in range(14):
        session.backups.make()

    # All are of one day: the last ten.
    assert len(list((own_folder / "backups").iterdir())) == 10


def test_no_passphrase_and_no_name_is_in_a_backup(
    session: Session, own_folder: Path
) -> None:
    add_client(session, "Wolkenmeier")
    session.backups.make()

    path = the_only(session).path

    assert b"Wolkenmeier" not in path.read_bytes()
    assert "Wolkenmeier" not in path.name
    assert START.strftime("%Y%m%d") in path.name
