from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.intake import Decision
from casedesk.domain.measure import Responsible
from casedesk.domain.quality import CorePoint, LineState, QualityCheck, QualityLine
from casedesk.ui.cases.phases_card import PhasesCard
from casedesk.ui.closing.closing_card import ClosingCard
from casedesk.ui.places import Page, Place
from casedesk.ui.quality import quality_words
from casedesk.ui.quality.page import QualityPage
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.quality import Look
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    """A case that was taken on without an agreement and without a concern."""
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    [intake] = session.intakes.of(case_id=case_id)
    session.intakes.change(
        intake.id, decision=Decision.ACCEPTED, decided_on=session.clock.today()
    )
    goal = session.planning.add_goal(case_id)
    measure = session.planning.add_measure(goal.id)
    session.measures.change(
        measure.id, what="Haushilfe", responsible=Responsible.PROVIDER
    )
    return case_id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> QualityPage:
    page = QualityPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    return page


def line_of(desk: Desk, case_id: CaseId, check: QualityCheck) -> QualityLine:
    lines = desk.session.quality.check(case_id).quality.lines
    return next(line for line in lines if line.check is check)


def acts(page: QualityPage, point: CorePoint) -> list[QPushButton]:
    card = page.cards[point]
    found = card.findChildren(QPushButton)
    return [each for each in found if each.isVisibleTo(card)]


def test_each_line_leads_by_key_to_where_it_is_mended(
    page: QualityPage, case_id: CaseId, asked: Asked
) -> None:
    row = page.cards[CorePoint.CONTRACT].findChildren(Pressable)[-1]
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Return)

    assert "has not signed the agreement" in row.accessibleName()
    assert asked.places == [Place(page=Page.CONSENTS, case_id=case_id)]
    assert page.nothing.isHidden()


def test_what_does_not_apply_is_set_aside_with_a_reason_and_asked_for_again(
    page: QualityPage, desk: Desk, case_id: CaseId
) -> None:
    [act] = acts(page, CorePoint.CLIENT)
    assert act.accessibleName().startswith("Does not apply here: Client's concern")
    QTest.keyClick(act, Qt.Key.Key_Space)
    dialog = page.dialog
    assert dialog is not None
    assert not dialog.act.isEnabled()
    assert isinstance(dialog.editor, GrowingText)

    QTest.keyClicks(dialog.editor, "Spricht nicht mehr")
    dialog.act.click()

    [waiver] = desk.session.quality_waivers.of(case_id=case_id)
    assert waiver.said == "The client's own concern is not written down."
    [act] = acts(page, CorePoint.CLIENT)
    assert act.text() == "Ask for it again"
    act.click()
    [act] = acts(page, CorePoint.CLIENT)
    assert act.text() == "Does not apply here …"


def test_what_is_there_stands_beneath_with_its_day(page: QualityPage) -> None:
    said = page.cards[CorePoint.TRIAGE].said_there()

    assert said == "✓ Decision to take the case on, 14/03/2026"


def test_a_point_without_a_matter_is_not_shown(page: QualityPage) -> None:
    assert page.cards[CorePoint.RESOURCES].isHidden()
    assert not page.cards[CorePoint.CONTRACT].isHidden()


def test_nothing_missing_says_so(desk: Desk, qtbot: QtBot) -> None:
    client = Client(id=ClientId("bea"), family_name="Hug")
    case_id = desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    page = QualityPage(desk)
    qtbot.addWidget(page)

    page.show_case(case_id)

    assert not page.nothing.isHidden()
    assert all(card.isHidden() for card in page.cards.values())


def test_the_page_is_printed_as_a_record(page: QualityPage, asked: Asked) -> None:
    page.print_shown()

    assert [paper.kind for paper in asked.papers] == [DocumentKind.QUALITY_CHECK]


def test_it_is_reached_from_the_closing_and_from_the_overview(
    desk: Desk, case_id: CaseId, asked: Asked, qtbot: QtBot
) -> None:
    closing, phases = ClosingCard(desk), PhasesCard(desk)
    for card in (closing, phases):
        qtbot.addWidget(card)
        card.show_case(case_id)
        [act] = [
            each
            for each in card.findChildren(QPushButton)
            if each.text() == "Quality check"
        ]
        act.click()

    there = Place(page=Page.QUALITY, case_id=case_id)
    assert asked.places == [there, there]


def missing_line(check: QualityCheck, look: Look) -> QualityLine:
    point = next(iter(CorePoint))
    return QualityLine(point=point, check=check, state=LineState.MISSING, look=look)


@pytest.mark.parametrize("check", QualityCheck)
def test_every_check_has_words_and_a_place(
    desk: Desk, case_id: CaseId, check: QualityCheck
) -> None:
    looked = line_of(desk, case_id, QualityCheck.AGREEMENT).look
    line = missing_line(check, replace(looked, subject_ids=("gone",)))

    assert quality_words.sentence(desk.session, line, case_id)
    assert quality_words.place_of(desk.session, line, case_id).case_id == case_id


def test_a_line_names_what_lacks_something(desk: Desk, case_id: CaseId) -> None:
    [measure] = desk.session.measures.of(case_id=case_id)
    look = replace(
        line_of(desk, case_id, QualityCheck.AGREEMENT).look, subject_ids=(measure.id,)
    )
    line = missing_line(QualityCheck.CARRIER_NAMED, look)

    said = quality_words.sentence(desk.session, line, case_id)

    assert said == "It is not said which provider does this: Haushilfe"
    place = quality_words.place_of(desk.session, line, case_id)
    assert (place.page, place.subject_id) == (Page.PLANNING, measure.id)
