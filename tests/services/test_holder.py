"""The note beside an open vault names the computer it is open on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock

from casedesk.domain.problems import VaultHeldElsewhere, VaultInUse
from casedesk.services import vaults
from casedesk.services.holder import note_beside, this_computer
from casedesk.ui import wording

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey

SINCE = datetime(2026, 3, 13, 18, 5, tzinfo=UTC)


def leave_note(session: Session, host: str) -> None:
    words = json.dumps({"host": host, "since": SINCE.isoformat()})
    note_beside(session.path).write_text(words, "utf-8")


def test_an_open_vault_has_a_note_and_a_closed_one_has_none(session: Session) -> None:
    note = note_beside(session.path)
    assert json.loads(note.read_text("utf-8"))["host"] == this_computer()

    session.lock()

    assert not note.exists()


def test_a_vault_open_on_another_computer_is_named_and_not_taken(
    session: Session, key: VaultKey
) -> None:
    session.lock()
    leave_note(session, "buero-2")

    with pytest.raises(VaultHeldElsewhere) as met:
        vaults.unlock(session.path, key, a_clock())

    assert (met.value.host, met.value.since) == ("buero-2", SINCE)
    assert "“buero-2”" in wording.problem(met.value)
    assert note_beside(session.path).exists()


@pytest.mark.parametrize(
    "note", ["", "{}", "[1]", '{"host": 1, "since": 2}', "\x00", "[" * 20_000]
)
def test_a_note_that_says_nothing_is_no_hindrance(
    session: Session, key: VaultKey, note: str
) -> None:
    session.lock()
    note_beside(session.path).write_text(note, "utf-8")

    vaults.unlock(session.path, key, a_clock()).lock()


def test_what_a_killed_program_of_this_computer_left_counts_nothing(
    session: Session, key: VaultKey
) -> None:
    session.lock()
    leave_note(session, this_computer())

    vaults.unlock(session.path, key, a_clock()).lock()

    assert not note_beside(session.path).exists()


def test_the_note_of_another_computer_stays(session: Session) -> None:
    leave_note(session, "buero-2")

    session.lock()

    assert note_beside(session.path).exists()


def test_a_hundred_second_openings_are_refused(session: Session, key: VaultKey) -> None:
    for _trial in range(100):
        with pytest.raises(VaultInUse):
            vaults.unlock(session.path, key, a_clock())

    assert note_beside(session.path).exists()
