from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import EntryKind
from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def test_an_entry_is_of_today_and_of_the_phase_begun_last(
    session: Session, case_id: CaseId
) -> None:
    session.cases.begin_phase(case_id, Phase.MONITORING)
    session.cases.finish_phase(case_id, Phase.PLANNING)

    entry = session.journal.add(case_id, EntryKind.PHONE)

    assert session.entries.of(case_id=case_id) == [entry]
    assert (entry.happened_on, entry.phase) == (TODAY, Phase.MONITORING)


def test_where_no_phase_was_begun_entries_belong_to_the_intake(
    session: Session, case_id: CaseId
) -> None:
    [run] = session.cases.runs(case_id)
    session.phase_runs.remove(run.id)

    assert session.journal.add(case_id, EntryKind.NOTE).phase is Phase.INTAKE


def test_the_newest_come_first_and_older_ones_are_promised(
    session: Session, case_id: CaseId
) -> None:
    entries = [session.journal.add(case_id, EntryKind.NOTE) for _ in range(3)]
    session.entries.change(entries[0].id, happened_on=date(2026, 3, 15))

    two = session.journal.newest(case_id, limit=2)
    three = session.journal.newest(case_id, limit=3)

    assert [entry.id for entry in two.entries] == [entries[0].id, entries[2].id]
    assert two.has_older
    assert len(three.entries) == 3
    assert not three.has_older


def test_entries_are_narrowed_to_a_phase_and_a_kind(
    session: Session, case_id: CaseId
) -> None:
    note = session.journal.add(case_id, EntryKind.NOTE, Phase.MONITORING)
    call = session.journal.add(case_id, EntryKind.PHONE, Phase.MONITORING)
    other = session.journal.add(case_id, EntryKind.PHONE, Phase.INTAKE)

    of_phase = session.journal.newest(case_id, phase=Phase.MONITORING, limit=9)
    of_kind = session.journal.newest(case_id, kind=EntryKind.PHONE, limit=9)
    of_both = session.journal.newest(
        case_id, phase=Phase.MONITORING, kind=EntryKind.PHONE, limit=9
    )

    assert set(of_phase.entries) == {note, call}
    assert set(of_kind.entries) == {call, other}
    assert of_both.entries == (call,)
