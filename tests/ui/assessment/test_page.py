from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.keys import press, type_text

from casedesk.domain.assessment import DomainEntry, NeedLevel
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.life_domain import LifeDomain
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.assessment.domain_row import DomainRow
from casedesk.ui.assessment.page import AssessmentPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> AssessmentPage:
    page = AssessmentPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    return page


def entry(desk: Desk, case_id: CaseId, life_domain: LifeDomain) -> DomainEntry:
    entries = desk.session.domain_entries.of(case_id=case_id)
    [found] = [each for each in entries if each.life_domain is life_domain]
    return found


def situation(page: AssessmentPage) -> QWidget:
    editor = page.domains().section.form.editor("situation")
    assert isinstance(editor, QWidget)
    return editor


def test_all_domains_are_listed_each_with_guidance(
    page: AssessmentPage, desk: Desk, case_id: CaseId
) -> None:
    model = page.domains().section.domains.model()

    assert model.rowCount() == len(LifeDomain)
    names = DomainNames(desk.session)
    entries = desk.session.domain_entries.of(case_id=case_id)
    assert all(names.guidance(each) for each in entries)


def test_each_domain_keeps_its_own_text_when_keys_go_on_to_the_next(
    page: AssessmentPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    page.domains().section.form.focus_field("situation")
    type_text(situation(page), "Schmerzen")
    QTest.keyClick(
        situation(page), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier
    )
    assert page.domains().section.form.editor("situation").value() == ""
    type_text(situation(page), "traurig")
    QTest.keyClick(situation(page), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    page.flush()

    assert page.domains().section.form.editor("situation").value() == "Schmerzen"
    assert entry(desk, case_id, LifeDomain.PHYSICAL_HEALTH).situation == "Schmerzen"
    assert entry(desk, case_id, LifeDomain.MENTAL_HEALTH).situation == "traurig"


def test_arrows_in_the_list_choose_a_domain(page: AssessmentPage) -> None:
    press(page.domains().section.domains, Qt.Key.Key_Down)
    press(page.domains().section.domains, Qt.Key.Key_Down)

    assert page.domains().section.chosen().life_domain is LifeDomain.SELF_CARE


def test_ratings_show_in_the_list_and_among_the_needs(
    page: AssessmentPage, desk: Desk, case_id: CaseId
) -> None:
    page.domains().section.choose(LifeDomain.MOBILITY)
    for name, value in (("burden", 7), ("need_level", NeedLevel.AT_ONCE)):
        editor = page.domains().section.form.editor(name)
        editor.set_value(value)
        editor.edited.emit()
    page.flush()
    QApplication.processEvents()
    page.grab()

    mobility = entry(desk, case_id, LifeDomain.MOBILITY)
    said = DomainRow(name="Mobility", entry=mobility).spoken()
    assert said == "Mobility, act at once, burden 7 of 10"
    [row] = page.domains().needs.rows
    page.domains().section.show_first()
    row.click()
    assert page.domains().section.chosen().life_domain is LifeDomain.MOBILITY


def test_head_and_summary_are_kept(
    page: AssessmentPage, desk: Desk, case_id: CaseId
) -> None:
    for form, name in (
        (page.domains().head, "wishes"),
        (page.domains().summary, "summary"),
    ):
        editor = form.editor(name)
        type_text(editor, "Text")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    [assessment] = desk.session.assessments.of(case_id=case_id)
    assert (assessment.wishes, assessment.summary) == ("Text", "Text")


def test_a_domain_that_is_looked_for_is_shown(
    page: AssessmentPage, desk: Desk, case_id: CaseId
) -> None:
    page.show_case(case_id, entry(desk, case_id, LifeDomain.WISHES).id)

    assert page.domains().section.chosen().life_domain is LifeDomain.WISHES


def test_in_a_narrow_window_nothing_is_cut(page: AssessmentPage, qtbot: QtBot) -> None:
    page.resize(560, 700)

    qtbot.waitUntil(lambda: page.domains().page.horizontalScrollBar().maximum() == 0)
