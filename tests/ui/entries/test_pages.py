from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from ui.keys import type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import EntryKind
from casedesk.domain.phase import Phase
from casedesk.ui.entries.entries_panel import PAGE
from casedesk.ui.entries.phase_page import PhasePage
from casedesk.ui.entries.record_page import RecordPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.entry import Entry
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> PhasePage:
    page = PhasePage(desk, Phase.MONITORING)
    qtbot.addWidget(page)
    page.show_case(case_id)
    page.show()
    return page


@pytest.fixture
def record(desk: Desk, case_id: CaseId, qtbot: QtBot) -> RecordPage:
    record = RecordPage(desk)
    qtbot.addWidget(record)
    record.show_case(case_id)
    record.show()
    return record


def an_entry(
    desk: Desk,
    case_id: CaseId,
    phase: Phase = Phase.MONITORING,
    kind: EntryKind = EntryKind.NOTE,
) -> Entry:
    entry = desk.session.journal.add(case_id, kind, phase)
    return desk.session.entries.change(entry.id, text=f"Notiz {entry.id[-4:]}")


def test_a_note_is_written_into_its_phase(
    page: PhasePage, desk: Desk, case_id: CaseId
) -> None:
    page.entries.new_entry()
    [entry] = desk.session.entries.of(case_id=case_id)
    form = page.entries.row(entry.id).form()
    type_text(form.editor("text"), "Läuft gut.")  # type: ignore[arg-type]  # every editor is a widget
    form.editor("minutes").set_value(15)
    form.editor("minutes").edited.emit()
    page.entries.row(entry.id).fold()

    [entry] = desk.session.entries.of(case_id=case_id)
    assert (entry.phase, entry.text, entry.minutes) == (
        Phase.MONITORING,
        "Läuft gut.",
        15,
    )
    assert page.entries._faces[entry.id]._text.text() == "Läuft gut."
    assert "15 min" in page.entries._faces[entry.id]._facts.text()


def test_a_note_that_stayed_empty_is_not_kept(
    page: PhasePage, desk: Desk, case_id: CaseId
) -> None:
    page.entries.new_entry()
    [entry] = desk.session.entries.of(case_id=case_id)

    page.entries.row(entry.id).fold()

    assert desk.session.entries.of(case_id=case_id) == []
    assert page.entries.shown() == []


def test_only_the_notes_of_the_phase_are_shown_newest_first(
    page: PhasePage, desk: Desk, case_id: CaseId
) -> None:
    older, newer = an_entry(desk, case_id), an_entry(desk, case_id)
    an_entry(desk, case_id, Phase.INTAKE)
    desk.session.entries.change(older.id, happened_on=date(2026, 2, 1))

    page.refresh()

    assert page.entries.shown() == [newer.id, older.id]


def test_removing_a_note_offers_undo(
    page: PhasePage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    entry = an_entry(desk, case_id)
    page.refresh()

    page.entries.row(entry.id).remove_wanted.emit(entry.id)
    assert page.entries.shown() == []

    [(noun, deed)] = asked.undos
    desk.session.entries.take_back(deed)
    page.refresh()
    assert (noun, page.entries.shown()) == ("entry", [entry.id])


def test_older_entries_are_shown_on_demand(
    record: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    oldest, *_ = [an_entry(desk, case_id) for _ in range(PAGE + 1)]
    record.refresh()
    assert len(record.entries.shown()) == PAGE

    record.entries._older.click()
    assert record.entries.shown()[-1] == oldest.id
    assert record.entries._older.isHidden()

    record.show_case(case_id, oldest.id)
    assert len(record.entries.shown()) == PAGE + 1
    assert record.entries.row(oldest.id).is_open()


def test_the_record_is_filtered_by_phase_and_kind(
    record: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    call = an_entry(desk, case_id, Phase.MONITORING, EntryKind.PHONE)
    note = an_entry(desk, case_id, Phase.MONITORING)
    early = an_entry(desk, case_id, Phase.INTAKE)
    record.refresh()
    assert record.entries.shown() == [early.id, note.id, call.id]

    record.phases.set_value(Phase.MONITORING)
    record.phases.edited.emit()
    assert record.entries.shown() == [note.id, call.id]

    record.kinds.set_value(EntryKind.PHONE)
    record.kinds.edited.emit()
    assert record.entries.shown() == [call.id]

    record.kinds.set_value(EntryKind.LETTER)
    record.kinds.edited.emit()
    assert record.entries._empty.text() == "There is no such entry in this case."


def test_a_contact_is_recorded_whatever_is_filtered(
    record: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    record.kinds.set_value(EntryKind.LETTER)
    record.kinds.edited.emit()

    record.new_entry()

    [entry] = desk.session.entries.of(case_id=case_id)
    assert entry.kind is EntryKind.PHONE
    form = record.entries.row(entry.id).form()
    type_text(form.editor("text"), "Anruf der Tochter")  # type: ignore[arg-type]  # every editor is a widget
    record.flush()
    assert desk.session.entries.get(entry.id).text == "Anruf der Tochter"


def test_the_day_of_an_entry_cannot_be_emptied(
    record: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    entry = an_entry(desk, case_id)
    record.show_case(case_id, entry.id)
    form = record.entries.row(entry.id).form()

    form.editor("happened_on").set_raw("")
    form.editor("happened_on").edited.emit()
    record.flush()

    assert form.trouble("happened_on")
    assert desk.session.entries.get(entry.id).happened_on == date(2026, 3, 14)
