from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from ui.keys import press, type_text

from casedesk.domain.case import Area, CaseId, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId, EntryKind, TimeCategory
from casedesk.domain.happening import Event, Topic
from casedesk.domain.network import Person, PersonId
from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.entries.entry_row import EntryRow
from casedesk.ui.places import Page
from casedesk.ui.record.event_row import EventRow
from casedesk.ui.record.page import LEAST_LINES, RecordPage
from casedesk.ui.record.print_dialog import PrintDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> RecordPage:
    page = RecordPage(desk)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.show_case(case_id)
    return page


def an_entry(desk: Desk, case_id: CaseId, number: int = 0, **values: Any) -> Entry:
    """Add an entry of some day, noon of which it was written down."""
    day = values.pop("happened_on", TODAY)
    entry = Entry(
        id=EntryId(f"entry-{number:05}"),
        case_id=case_id,
        phase=Phase.INTAKE,
        happened_on=day,
        entered_at=datetime.combine(day, time(12), UTC),
        text=f"Notiz {number}",
        **values,
    )
    return desk.session.entries.add(entry)


def shown(page: RecordPage) -> list[str]:
    return [each.subject_id for each in page.stream.found() if each.is_entry]


def row(page: RecordPage, entry_id: str) -> EntryRow:
    found = page.stream.row(entry_id)
    assert isinstance(found, EntryRow)
    return found


def test_what_is_typed_at_the_top_becomes_an_entry(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    page.new_entry()
    text = page.quick.form.editor("text")
    type_text(text, "Anruf der Tochter")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    [entry] = desk.session.entries.of(case_id=case_id)
    assert (entry.kind, entry.text) == (EntryKind.PHONE, "Anruf der Tochter")

    page.quick.finish()
    assert shown(page) == [entry.id]
    assert text.value() == ""
    assert row(page, entry.id).face.words() == "Anruf der Tochter"


def test_a_new_entry_into_which_nothing_was_typed_is_not_kept(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    page.new_entry()
    kind = page.quick.form.editor("kind")
    kind.set_value(EntryKind.VISIT)
    kind.edited.emit()
    page.quick.finish()

    assert desk.session.entries.of(case_id=case_id) == []


def test_only_rows_in_sight_are_made_and_more_is_read_while_scrolling(
    page: RecordPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    for number in range(200):
        day = TODAY - timedelta(days=number)
        an_entry(desk, case_id, number, happened_on=day)
    page.show_case(case_id)

    assert len(page.stream.column.rows()) < 60
    qtbot.waitUntil(lambda: len(shown(page)) == 200)

    page.stream.column.to("entry-00199")
    assert "Notiz 199" in row(page, "entry-00199").face.words()
    assert "entry-00000" not in page.stream.column.rows()


def test_a_row_in_which_somebody_writes_stays_however_far_it_is_scrolled(
    page: RecordPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    for number in range(100):
        day = TODAY - timedelta(days=number)
        an_entry(desk, case_id, number, happened_on=day)
    page.show_case(case_id)
    qtbot.waitUntil(lambda: len(shown(page)) == 100)
    first = row(page, "entry-00000")
    first.open()
    type_text(first.form().editor("text"), " und mehr")  # type: ignore[arg-type]  # every editor is a widget

    page.stream.column.to("entry-00090")
    page.flush()

    assert page.stream.column.rows()["entry-00000"] is first
    assert "und mehr" in desk.session.entries.get("entry-00000").text


def test_the_record_is_narrowed_by_topic_party_period_and_words(
    page: RecordPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    session = desk.session
    session.persons.add(Person(id=PersonId("vera"), family_name="Kunz"))
    party = session.parties.add(
        Party(
            id=PartyId("doctor"),
            case_id=case_id,
            person_id=PersonId("vera"),
            roles=(PartyRole.PHYSICIAN,),
        )
    )
    an_entry(desk, case_id, 1, kind=EntryKind.PHONE, party_id=party.id)
    an_entry(desk, case_id, 2, kind=EntryKind.VISIT, others=(party.id,))
    an_entry(desk, case_id, 3, happened_on=date(2026, 1, 2))
    page.show_case(case_id)
    filters = page.filter

    def narrowed() -> list[str]:
        filters.edited.emit()
        qtbot.waitUntil(lambda: not page._narrowing.isActive())
        found = sorted(shown(page))
        filters.clear()
        return found

    filters.topics.set_value((Topic.CONTACTS,))
    assert narrowed() == ["entry-00001", "entry-00002"]
    filters.party.set_value(party.id)
    assert narrowed() == ["entry-00001", "entry-00002"]
    filters.until.editor.set_value(date(2026, 1, 31))
    assert narrowed() == ["entry-00003"]
    filters.words.set_value("Notiz 2")
    assert narrowed() == ["entry-00001", "entry-00002", "entry-00003"]
    filters.words.set_value("niemals")
    assert narrowed() == []


def test_what_came_by_itself_leads_to_the_thing(
    page: RecordPage, desk: Desk, asked: Asked
) -> None:
    [begun] = [h for h in page.stream.found() if h.kind is Event.PHASE_BEGUN]

    event = page.stream.row(begun.key)
    assert isinstance(event, EventRow)
    event.click()

    [place] = asked.places
    assert place.page is Page.INTAKE


def test_an_old_entry_is_opened_when_it_is_looked_for(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    for number in range(100):
        day = TODAY - timedelta(days=number)
        an_entry(desk, case_id, number, happened_on=day)

    page.show_case(case_id, "entry-00099")

    assert row(page, "entry-00099").is_open()


def test_a_day_is_gone_to(page: RecordPage, desk: Desk, case_id: CaseId) -> None:
    for number in range(100):
        day = TODAY - timedelta(days=number)
        an_entry(desk, case_id, number, happened_on=day)
    page.show_case(case_id)

    page.stream.to_day(TODAY - timedelta(days=80))

    assert "entry-00080" in page.stream.column.rows()
    assert "entry-00000" not in page.stream.column.rows()


def test_a_locked_entry_takes_an_addendum_and_nothing_else(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    entry = an_entry(desk, case_id, happened_on=date(2026, 3, 1))
    page.show_case(case_id, entry.id)
    locked = row(page, entry.id)
    editor = locked.form().editor("text")
    assert editor.isReadOnly()  # type: ignore[attr-defined]  # a text
    assert not locked._add_addendum.isHidden()

    locked.write_addendum()
    [addendum] = desk.session.addenda.of(entry_id=entry.id)
    assert locked.addenda is not None
    form = locked.addenda.row(addendum.id).form()
    assert form.field_of(page.window().focusWidget()) == "text"
    type_text(form.editor("text"), "Es war die Enkelin.")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    assert desk.session.addenda.get(addendum.id).text == "Es war die Enkelin."
    assert desk.session.entries.get(entry.id) == entry


def test_an_addendum_that_stayed_empty_is_not_kept(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    entry = an_entry(desk, case_id, happened_on=date(2026, 3, 1))
    page.show_case(case_id, entry.id)
    locked = row(page, entry.id)
    locked.write_addendum()
    [addendum] = desk.session.addenda.of(entry_id=entry.id)

    assert locked.addenda is not None
    locked.addenda.row(addendum.id).fold()

    assert desk.session.addenda.of(entry_id=entry.id) == []


def test_what_was_written_down_late_says_so(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    late = Entry(
        id=EntryId("late"),
        case_id=case_id,
        phase=Phase.INTAKE,
        happened_on=date(2026, 2, 20),
        entered_at=NOON,
        text="Hausbesuch",
    )
    desk.session.entries.add(late)
    page.refresh()

    assert "entered later, on" in row(page, "late").face.words()


def test_a_call_is_timed_and_written_down_in_the_large_field(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    page.start_call()
    form = page.conversation.form()
    assert form is not None
    type_text(form.editor("text"), "Sie ruft zurück.")  # type: ignore[arg-type]  # every editor is a widget
    page.conversation.task.set_value("Spitex anrufen morgen")
    page.conversation.add_task.click()

    page.conversation.stop.click()

    [entry] = desk.session.entries.of(case_id=case_id)
    [task] = desk.session.tasks.of(case_id=case_id)
    assert (entry.text, entry.minutes) == ("Sie ruft zurück.", 1)
    assert (task.source_noun, task.source_id) == ("entry", entry.id)
    assert desk.session.stopwatch.running() is None
    assert shown(page) == [entry.id]


def test_tab_goes_through_the_rows_as_they_stand(
    page: RecordPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    for number in range(3):
        an_entry(desk, case_id, number, happened_on=TODAY - timedelta(days=number))
    page.show_case(case_id)
    qtbot.waitUntil(page.isActiveWindow)
    rows = [page.stream.row(key) for key in page.stream.column.order()]
    stops = [each._pressable if isinstance(each, EntryRow) else each for each in rows]
    stops[0].setFocus()

    for step, key in (
        (1, Qt.Key.Key_Tab),
        (2, Qt.Key.Key_Tab),
        (1, Qt.Key.Key_Backtab),
    ):
        press(page.window().focusWidget(), key)
        assert page.window().focusWidget() is stops[step]


def test_what_is_seldom_billed_is_proposed_not_to_be(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    entry = desk.session.journal.add(case_id, EntryKind.NOTE)
    page.show_case(case_id, entry.id)
    form = row(page, entry.id).form()
    editor = form.editor("time_category")

    editor.set_value(TimeCategory.SUPERVISION)
    editor.edited.emit()
    page.flush()

    kept = desk.session.entries.get(entry.id)
    assert kept.time_category is TimeCategory.SUPERVISION
    assert not kept.is_billable


def test_a_found_addendum_opens_its_entry(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    entry = an_entry(desk, case_id, happened_on=date(2026, 3, 1))
    addendum = desk.session.journal.begin_addendum(entry.id)

    page.show_case(case_id, addendum.id)

    assert row(page, entry.id).is_open()


def test_with_several_people_it_is_asked_of_each_what_was_exchanged(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    session = desk.session
    for name in ("Kunz", "Blum"):
        session.persons.add(Person(id=PersonId(name), family_name=name))
        session.parties.add(
            Party(
                id=PartyId(f"party {name}"),
                case_id=case_id,
                person_id=PersonId(name),
                roles=(PartyRole.PHYSICIAN,),
            )
        )
    entry = an_entry(
        desk,
        case_id,
        kind=EntryKind.MEETING,
        party_id=PartyId("party Kunz"),
        others=(PartyId("party Blum"),),
    )
    page.refresh()

    line = row(page, entry.id).exchange_line()

    assert "Kunz" in line.words.text()
    assert "Blum" in line.words.text()
    assert line.missing() == (PartyId("party Kunz"), PartyId("party Blum"))


def test_a_narrow_low_window_leaves_every_field_its_height(
    page: RecordPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    for number in range(20):
        an_entry(desk, case_id, number)
    page.resize(500, 420)
    page.refresh()
    page.new_entry()

    def is_whole() -> None:
        form = page.quick.form
        editors = [form.editor(name) for name in ("text", "kind", "minutes")]
        for widget in (*editors, page.filter.until, page.quick.ready):
            assert isinstance(widget, QWidget)
            assert widget.height() >= widget.fontMetrics().height()
        lines = page.stream.height() / page.fontMetrics().lineSpacing()
        assert lines >= LEAST_LINES
        assert (page.width(), page.height()) == (500, 420)

    qtbot.waitUntil(is_whole)


def test_the_print_says_what_is_looked_for_and_leaves_it_out_if_asked(
    page: RecordPage, desk: Desk, case_id: CaseId
) -> None:
    an_entry(desk, case_id, kind=EntryKind.PHONE)
    page.refresh()
    page.filter.words.set_value("Spitex")
    page.filter.kind.set_value(EntryKind.PHONE)

    page.print_shown()

    [dialog] = page.findChildren(PrintDialog)
    said = dialog.narrowed_words.text()
    assert said == f"with the words “Spitex” · {wording.label(EntryKind.PHONE)}"
    narrowing = dialog.extract().narrowing
    assert (narrowing.words, set(narrowing.kinds)) == ("Spitex", {EntryKind.PHONE})
    dialog.narrowed.click()
    assert dialog.extract().narrowing.is_open
    dialog.reject()


def test_the_print_is_silent_about_a_filter_that_is_not_there(page: RecordPage) -> None:
    page.print_shown()

    [dialog] = page.findChildren(PrintDialog)
    assert dialog.narrowed.isHidden()
    dialog.reject()
