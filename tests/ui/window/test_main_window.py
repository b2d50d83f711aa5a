"""The window as a whole: what is typed, hidden, undone and restored."""

from __future__ import annotations

import resource
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from services.a_report import a_draft, a_report_case
from ui.keys import press

from casedesk.domain.case import Area, Case
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import Preferences
from casedesk.ui.preview.dialog import PreviewDialog
from casedesk.ui.reports.page import ReportsPage
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.window.last_place import remember_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session


@pytest.fixture
def window(
    session: Session, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[MainWindow]:
    jobs = BackgroundJobs(wording.problem, qapp)
    window = MainWindow(session, jobs, Preferences(tmp_path / "preferences"))
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(20)
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.close()
    window.deleteLater()
    # At once: another test may look at every window there is.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def a_case(session: Session, name: str) -> Case:
    client = Client(id=ClientId(name), family_name=name)
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE)


def concern_form(window: MainWindow) -> RecordForm:
    return next(
        form for form in window.findChildren(RecordForm) if form.has_field("concern")
    )


def type_concern(window: MainWindow, text: str) -> None:
    editor = concern_form(window).editor("concern")
    editor.set_raw(text)
    editor.edited.emit()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_text_that_cannot_be_stored_stays_where_it_was_typed(
    window: MainWindow, session: Session, told: list[str]
) -> None:
    anna, berta = a_case(session, "Anna"), a_case(session, "Berta")
    window.go(Place(page=Page.INTAKE, case_id=anna.id))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        type_concern(window, "only Anna's " * 2000)
        window.go(Place(page=Page.INTAKE, case_id=berta.id))
        is_left = window.may_be_left()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert not is_left
    assert len(told) == 2
    assert window.flush()
    [of_anna] = session.intakes.of(case_id=anna.id)
    [of_berta] = session.intakes.of(case_id=berta.id)
    assert of_anna.concern.startswith("only Anna's")
    assert of_berta.concern == ""


def test_the_neutral_screen_hides_dialogs_and_keeps_keys_away(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    case = a_case(session, "Anna")
    window.go(Place(page=Page.INTAKE, case_id=case.id))
    window.show_help()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)))

    window.neutral.switch()

    assert not any(d.isVisible() for d in window.findChildren(QDialog))
    assert not concern_form(window).isEnabled()

    window.neutral.switch()

    assert any(d.isVisible() for d in window.findChildren(QDialog))
    assert concern_form(window).isEnabled()


def test_each_case_that_comes_on_the_screen_is_noted_in_the_trail(
    window: MainWindow, session: Session
) -> None:
    one, other = a_case(session, "Brunner"), a_case(session, "Yılmaz")
    before = len(session.trail.last(999))

    for page, case in (
        (Page.OVERVIEW, one),
        (Page.INTAKE, one),
        (Page.INTAKE, other),
        (Page.OVERVIEW, one),
    ):
        window.go(Place(page=page, case_id=case.id))

    read = [deed for deed in session.trail.last(999) if deed.action == "case.read"]
    assert [deed.subject_id for deed in reversed(read)] == [one.id, other.id, one.id]
    assert len(session.trail.last(999)) == before + 3


def test_undo_brings_what_was_removed_back_onto_the_page(
    window: MainWindow, session: Session
) -> None:
    case = a_case(session, "Anna")
    goal = session.planning.add_goal(case.id)
    session.goals.change(goal.id, wording="Geht zum Laden")
    window.go(Place(page=Page.PLANNING, case_id=case.id))

    deed = session.goals.remove(goal.id)
    window.offer_undo("goal", deed)
    window.undo()

    assert session.goals.get(goal.id).wording == "Geht zum Laden"


def test_the_key_takes_back_a_removal_while_it_is_offered_but_first_what_is_typed(
    window: MainWindow, session: Session
) -> None:
    case = a_case(session, "Anna")
    goal = session.planning.add_goal(case.id)
    window.go(Place(page=Page.PLANNING, case_id=case.id))
    field = QLineEdit(window)
    field.show()
    field.insert("typed")
    deed = session.goals.remove(goal.id)
    window.offer_undo("goal", deed)

    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), session.goals.find(goal.id)) == ("", None)
    window.neutral.switch()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.goals.find(goal.id) is None
    window.neutral.switch()
    press(window._foot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.goals.find(goal.id) is not None

    again = session.goals.remove(goal.id)
    window.offer_undo("goal", again)
    window._toast.hide()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.goals.find(goal.id) is None


def test_the_list_tells_the_hours_that_are_left_after_a_contact(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    case = a_case(session, "Anna")
    [mandate] = session.mandates.of(case_id=case.id)
    session.mandates.change(mandate.id, approved_minutes=720)
    window._sidebar.refresh()
    [line] = window._sidebar._lines
    assert line.use.used_minutes == 0
    window._listing.setInterval(1)

    session.entries.add(
        Entry(
            id=EntryId("call"),
            case_id=case.id,
            phase=Phase.COORDINATION,
            happened_on=session.clock.today(),
            minutes=6,
        )
    )

    qtbot.waitUntil(lambda: window._sidebar._lines[0].use.used_minutes == 6)


def test_who_begins_in_a_case_finds_today_written_when_going_there(
    session: Session, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    case = a_case(session, "Anna")
    remember_place(session, Place(page=Page.INTAKE, case_id=case.id))
    jobs = BackgroundJobs(wording.problem, qapp)
    window = MainWindow(session, jobs, Preferences(tmp_path / "preferences"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.findChildren(RecordForm)))

    window.go(Place(page=Page.TODAY))

    labels = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("Today, ") for text in labels)


def test_a_page_shows_at_once_that_its_paper_was_issued(
    window: MainWindow, session: Session
) -> None:
    case = a_report_case(session)
    draft = a_draft(session, case)
    window.go(Place(page=Page.REPORTS, case_id=draft.case_id, subject_id=draft.id))
    [page] = window.findChildren(ReportsPage)
    assert page.view is not None
    page.view.print_out()
    [dialog] = window.findChildren(PreviewDialog)

    paper = session.report_papers.report(draft.id)
    issued = session.papers.issue(paper, paper.render(), TO_CLIENT)
    assert page.view.issue.isVisible()
    dialog.filed.emit(issued.document)

    assert not page.view.issue.isVisible()
