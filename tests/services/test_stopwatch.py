from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from conftest import a_practice
from services.closed_case import close
from services.paper_case import a_paper_case
from services.test_entries import Hands

from casedesk.domain.entry import EntryKind
from casedesk.domain.practice import THE_PRACTICE
from casedesk.domain.stopwatch import StopwatchRuns
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.domain.case import CaseId
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def session(tmp_path: Path, key: VaultKey, hands: Hands) -> Iterator[Session]:
    path = tmp_path / "timed.casedesk"
    session = vaults.create(path, key, a_practice(), clock=hands.clock())
    yield session
    session.lock()


@pytest.fixture
def case_id(session: Session) -> CaseId:
    return a_paper_case(session).case.id


def test_the_time_is_filled_into_the_entry_rounded_as_the_practice_does(
    session: Session, case_id: CaseId, hands: Hands
) -> None:
    session.practice.records.change(THE_PRACTICE, rounding_minutes=5)
    begun = session.stopwatch.start(case_id)
    hands.go_on(minutes=11)

    entry = session.stopwatch.stop()

    assert entry is not None
    assert (entry.id, entry.kind, entry.minutes) == (begun.id, EntryKind.PHONE, 15)
    assert entry.from_time is not None
    assert entry.until_time is not None
    assert session.entries.get(entry.id) == entry
    assert session.stopwatch.running() is None


def test_two_contacts_are_never_timed_at_once(
    session: Session, case_id: CaseId
) -> None:
    session.stopwatch.start(case_id)

    with pytest.raises(StopwatchRuns):
        session.stopwatch.start(case_id)

    assert len(session.entries.of(case_id=case_id)) == 1


def test_the_watch_runs_on_when_the_program_was_killed(
    tmp_path: Path, key: VaultKey, hands: Hands
) -> None:
    path = tmp_path / "killed.casedesk"
    first = vaults.create(path, key, a_practice(), clock=hands.clock())
    case_id = a_paper_case(first).case.id
    begun = first.stopwatch.start(case_id)
    first._database._connection.close()  # nothing is put in order before
    hands.go_on(minutes=42)

    again = vaults.unlock(path, key, clock=hands.clock())
    watch = again.stopwatch.running()
    entry = again.stopwatch.stop()
    again.lock()

    assert watch is not None
    assert watch.entry_id == begun.id
    assert entry is not None
    assert entry.minutes == 42


def test_a_watch_that_is_discarded_leaves_what_was_typed_and_nothing_else(
    session: Session, case_id: CaseId
) -> None:
    session.stopwatch.start(case_id)
    session.stopwatch.discard()
    assert session.entries.of(case_id=case_id) == []

    typed = session.stopwatch.start(case_id)
    session.entries.change(typed.id, text="Rückruf")
    session.stopwatch.discard()

    [kept] = session.entries.of(case_id=case_id)
    assert (kept.text, kept.minutes) == ("Rückruf", None)


def test_an_entry_that_was_locked_meanwhile_stays_as_it_is(
    session: Session, case_id: CaseId, hands: Hands
) -> None:
    begun = session.stopwatch.start(case_id)
    hands.go_on(hours=25)

    entry = session.stopwatch.stop()

    assert entry == begun
    assert session.stopwatch.running() is None


def test_a_watch_is_discarded_although_its_entry_was_locked_meanwhile(
    session: Session, case_id: CaseId, hands: Hands
) -> None:
    begun = session.stopwatch.start(case_id)
    hands.go_on(hours=25)

    session.stopwatch.discard()

    assert session.stopwatch.running() is None
    assert session.entries.get(begun.id) == begun


@pytest.mark.parametrize("name", ["kilometres", "travel_minutes", "expense_cents"])
def test_a_number_alone_keeps_the_entry_of_a_discarded_watch(
    session: Session, case_id: CaseId, name: str
) -> None:
    begun = session.stopwatch.start(case_id)
    fields: dict[str, Any] = {name: 20}
    session.entries.change(begun.id, **fields)

    session.stopwatch.discard()

    assert getattr(session.entries.get(begun.id), name) == 20


def test_closing_a_case_stops_its_watch_with_the_time(
    session: Session, case_id: CaseId, hands: Hands
) -> None:
    begun = session.stopwatch.start(case_id)
    hands.go_on(minutes=30)

    close(session, case_id)

    assert session.stopwatch.running() is None
    assert session.entries.get(begun.id).minutes == 30


@pytest.mark.parametrize("way", ["stop", "discard"])
def test_a_watch_left_in_a_closed_case_ends_and_its_entry_stays(
    session: Session, case_id: CaseId, way: str
) -> None:
    begun = session.stopwatch.start(case_id)
    watch = session.stopwatch.running()
    assert watch is not None
    close(session, case_id)
    timed = session.entries.get(begun.id)
    with session._database.write("demo.watch", begun.id) as tables:
        tables.stopwatches.add(watch)  # as a vault from before has it

    getattr(session.stopwatch, way)()

    assert session.stopwatch.running() is None
    assert session.entries.get(begun.id) == timed


def test_what_lasts_over_midnight_ends_on_the_next_day(
    session: Session, case_id: CaseId, hands: Hands
) -> None:
    begun = session.stopwatch.start(case_id)
    hands.go_on(hours=20)

    entry = session.stopwatch.stop()

    assert entry is not None
    assert entry.until_on == begun.happened_on + timedelta(days=1)


def test_stopping_nothing_does_nothing(session: Session) -> None:
    assert session.stopwatch.stop() is None
    session.stopwatch.discard()
