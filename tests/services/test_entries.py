"""Entries: locked a day after they were entered, and by paper; addenda follow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from conftest import a_practice
from services.paper_case import PaperCase, a_paper_case

from casedesk.domain.entry import EntryKind, EntryLocked
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.happening import Narrowing
from casedesk.domain.problems import StillUsed
from casedesk.services import vaults
from casedesk.services.clock import Clock
from casedesk.services.paper_words.record_extract import Extract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.domain.entry import Entry
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 14, 9, tzinfo=UTC)

    def go_on(self, **span: float) -> None:
        self.now += timedelta(**span)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.now)


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
def case(session: Session) -> PaperCase:
    return a_paper_case(session)


def an_entry(session: Session, case: PaperCase) -> Entry:
    entry = session.journal.add(case.case.id, EntryKind.PHONE)
    return session.entries.change(entry.id, party_id=case.doctor.id, text="Anruf")


def printed(session: Session, case: PaperCase) -> None:
    paper = session.record_papers.prepare(case.case.id, Extract(narrowing=Narrowing()))
    session.papers.issue(paper, b"%PDF of the record", TO_OWN_FILE)


def test_for_a_day_an_entry_is_put_right_and_its_history_keeps_what_it_was(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    hands.go_on(hours=23, minutes=59)

    session.entries.change(entry.id, text="Anruf der Praxis")

    assert len(session.entries.changes(entry.id)) == 3


def test_after_a_day_an_entry_neither_changes_nor_goes_nor_is_restored(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    [newest, *_] = session.entries.changes(entry.id)
    hands.go_on(hours=24)

    with pytest.raises(EntryLocked):
        session.entries.change(entry.id, text="Anders")
    with pytest.raises(EntryLocked):
        session.entries.remove(entry.id)
    with pytest.raises(EntryLocked):
        session.entries.restore(entry.id, newest.number)

    assert session.entries.get(entry.id) == entry


def test_the_store_itself_refuses_to_change_a_locked_entry(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    hands.go_on(hours=24)

    for statement in (
        "UPDATE entry SET text = 'Anders'",
        "UPDATE entry SET entered_at = '2030-01-01T00:00:00+00:00'",
        "DELETE FROM entry",
    ):
        with (
            pytest.raises(sqlcipher3.IntegrityError),
            session._database.write("test", entry.id) as tables,
        ):
            tables._connection.execute(statement)


def test_when_an_entry_was_written_down_never_changes(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)

    with pytest.raises(EntryLocked):
        session.entries.change(entry.id, entered_at=hands.now + timedelta(days=9))


def test_that_nothing_was_exchanged_is_said_later_too(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    hands.go_on(days=3)

    session.entries.change(entry.id, nothing_exchanged=True)

    assert session.entries.get(entry.id).nothing_exchanged


def test_printing_locks_the_entries_on_the_paper_at_once(
    session: Session, case: PaperCase
) -> None:
    entry = an_entry(session, case)

    printed(session, case)

    with pytest.raises(EntryLocked):
        session.entries.change(entry.id, text="Anders")
    told = session.journal.told(entry.id)
    assert told is not None
    assert told.is_locked
    assert [paper.number for paper in told.papers] == [f"{case.case.number}-J1"]


def test_an_addendum_is_written_after_the_print_and_locked_as_an_entry_is(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    printed(session, case)
    hands.go_on(minutes=1)

    addendum = session.journal.begin_addendum(entry.id)
    session.addenda.change(addendum.id, reason="Irrtum", text="Es war die Nichte.")
    hands.go_on(hours=24)

    with pytest.raises(EntryLocked):
        session.addenda.change(addendum.id, text="Anders")
    with pytest.raises(EntryLocked):
        session.addenda.remove(addendum.id)
    with (
        pytest.raises(sqlcipher3.IntegrityError),
        session._database.write("test", entry.id) as tables,
    ):
        tables._connection.execute("UPDATE addendum SET text = 'Anders'")


def test_an_addendum_on_a_printed_paper_is_locked_with_it(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    addendum = session.journal.begin_addendum(entry.id)
    hands.go_on(minutes=1)
    printed(session, case)

    with pytest.raises(EntryLocked):
        session.addenda.change(addendum.id, text="Anders")


def test_who_was_there_by_a_locked_entry_stays_in_the_case(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    an_entry(session, case)
    hands.go_on(days=2)

    with pytest.raises(StillUsed):
        session.parties.remove(case.doctor.id)


def test_who_was_there_beside_others_stays_in_the_case(
    session: Session, case: PaperCase
) -> None:
    entry = an_entry(session, case)
    session.entries.change(entry.id, others=(case.insurer.id,))

    with pytest.raises(StillUsed):
        session.parties.remove(case.insurer.id)


def test_a_case_with_locked_entries_is_erased_all_the_same(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    session.journal.begin_addendum(entry.id)
    printed(session, case)
    hands.go_on(days=2)

    with session._database.write("case.erase", case.case.id) as tables:
        tables.purge.erase("case_record", case.case.id)

    assert session.entries.of(case_id=case.case.id) == []
    with session._database.read() as tables:
        assert tables.entry_prints.of(case_id=case.case.id) == []


def test_today_reminds_of_each_with_whom_it_is_not_noted_what_was_exchanged(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    session.entries.change(entry.id, others=(case.nurse.id,))
    hands.go_on(days=1)

    def reminded() -> list[str]:
        dues = session.cases.due(case.case.id)
        return [due.subject_id for due in dues if due.kind == "exchange_open"]

    assert reminded() == [entry.id]
    session.entries.change(entry.id, nothing_exchanged=True)
    assert reminded() == []


def test_a_failed_attempt_asks_for_no_exchange(
    session: Session, case: PaperCase, hands: Hands
) -> None:
    entry = an_entry(session, case)
    session.entries.change(entry.id, kind=EntryKind.ATTEMPT)
    hands.go_on(days=1)

    dues = session.cases.due(case.case.id)

    assert not [due for due in dues if due.kind == "exchange_open"]
