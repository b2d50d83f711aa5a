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
    face = page.entries.row(entry.id).face
    assert face.words() == "Läuft gut."
    assert "15 min" in face.facts()


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
    page: PhasePage, desk: Desk, case_id: CaseId
) -> None:
    oldest, *_ = [an_entry(desk, case_id) for _ in range(PAGE + 1)]
    page.refresh()
    assert len(page.entries.shown()) == PAGE

    page.entries._older.click()
    assert page.entries.shown()[-1] == oldest.id
    assert page.entries._older.isHidden()

    page.show_case(case_id, oldest.id)
    assert len(page.entries.shown()) == PAGE + 1
    assert page.entries.row(oldest.id).is_open()


def test_the_day_of_an_entry_cannot_be_emptied(
    page: PhasePage, desk: Desk, case_id: CaseId
) -> None:
    entry = an_entry(desk, case_id)
    page.show_case(case_id, entry.id)
    form = page.entries.row(entry.id).form()

    form.editor("happened_on").set_raw("")
    form.editor("happened_on").edited.emit()
    page.flush()

    assert form.trouble("happened_on")
    assert desk.session.entries.get(entry.id).happened_on == date(2026, 3, 14)
