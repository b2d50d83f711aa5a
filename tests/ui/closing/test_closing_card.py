from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.closure import ClosingPoint, ClosingReason, FollowUp
from casedesk.domain.consent import Consent, ConsentId, ConsentKind
from casedesk.domain.risk import Risk, RiskId
from casedesk.domain.signing import SignerRole
from casedesk.ui.ask_dialog import AskDialog
from casedesk.ui.cases.facts_card import FactsCard
from casedesk.ui.closing.closing_card import ClosingCard
from casedesk.ui.places import Page
from casedesk.ui.planning.page import PlanningPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    goal = session.planning.add_goal(case_id)
    session.goals.change(goal.id, wording="Einkaufen")
    session.tasking.add("Bericht schreiben", case_id=case_id)
    session.risks.add(Risk(id=RiskId("r"), case_id=case_id, noted_on=TODAY))
    return case_id


@pytest.fixture
def card(desk: Desk, case_id: CaseId, qtbot: QtBot) -> ClosingCard:
    card = ClosingCard(desk)
    qtbot.addWidget(card)
    card.resize(1000, 700)
    card.show_case(case_id)
    card.show()
    return card


def fill_in(desk: Desk, case_id: CaseId) -> None:
    closure = desk.session.closing.begin(case_id)
    desk.session.closures.change(
        closure.id,
        reason=ClosingReason.GOALS_REACHED,
        talk_on=TODAY,
        aftercare="Hausärztin",
        follow_up=FollowUp.NONE,
    )


def test_what_is_open_is_shown_leads_on_and_holds_the_closing_back(
    card: ClosingCard, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    card.begin.click()

    assert card.open_points()[0] is ClosingPoint.NO_REASON
    assert not card.close_case.isEnabled()
    assert "The file is kept until 14/03/2046." in card.kept()
    assert "could not verify this rule" in card.kept()
    assert "State of the rules: 01/08/2026." in card.kept()
    for row in card.list.rows():
        row.click()  # type: ignore[attr-defined]  # rows are pressable
    assert {place.page for place in asked.places} == {
        Page.COORDINATION,
        Page.EVALUATION,
        Page.MONITORING,
    }
    assert any("Bericht schreiben" in row.accessibleName() for row in card.list.rows())

    fill_in(desk, case_id)
    card.show_case(case_id)
    assert set(card.open_points()) == {
        ClosingPoint.NO_EVALUATION,
        ClosingPoint.OPEN_TASK,
        ClosingPoint.OPEN_RISK,
    }
    assert not card.close_case.isEnabled()
    editor = card.left_open().editor("left_open")
    QTest.keyClicks(editor, "Folgt morgen")  # type: ignore[arg-type]  # every editor is a widget
    card.flush()
    assert card.close_case.isEnabled()

    card.close_case.click()

    assert desk.session.case_records.get(case_id).closed_on == TODAY


def test_instead_of_closing_the_work_goes_on(
    card: ClosingCard, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    card.go_on.click()

    assert desk.session.case_records.get(case_id).cycle == 2
    [place] = asked.places
    assert place.page is Page.ASSESSMENT


def test_a_closed_case_can_be_read_but_not_written_and_is_opened_again(
    card: ClosingCard, desk: Desk, case_id: CaseId, qtbot: QtBot, asked: Asked
) -> None:
    facts, planning = FactsCard(desk), PlanningPage(desk)
    for widget in (facts, planning):
        qtbot.addWidget(widget)
        widget.show()
    fill_in(desk, case_id)
    closure = desk.session.closing.begin(case_id)
    desk.session.closures.change(closure.id, left_open="Folgt")
    facts.show_case(case_id)
    facts.close_case.click()
    assert asked.places[-1].page is Page.EVALUATION
    desk.session.closing.close(case_id, "Nachfragen")

    card.show_case(case_id)
    facts.show_case(case_id)

    title = facts.form.editor("title")
    assert isinstance(title, QLineEdit)
    assert title.isReadOnly()
    assert card.close_case.isHidden()
    reason = card.form.editor("reason")
    assert isinstance(reason, QWidget)
    assert not reason.isEnabled()
    facts.take_back.click()
    facts.show_case(case_id)
    assert not title.isReadOnly()
    desk.session.closing.close(case_id, "Nachfragen")
    facts.show_case(case_id)
    assert title.isReadOnly()

    facts.reopen.click()

    place = asked.places[-1]
    assert place.case_id is not None
    opened = desk.session.case_records.get(place.case_id)
    assert opened.follows_id == case_id
    facts.show_case(opened.id)
    assert not title.isReadOnly()


def test_declarations_end_only_after_being_asked(
    card: ClosingCard, desk: Desk, case_id: CaseId
) -> None:
    session = desk.session
    power = session.consents.add(
        Consent(
            id=ConsentId("power"),
            case_id=case_id,
            kind=ConsentKind.POWER_OF_ATTORNEY,
            aim="Abklärung",
            explained_on=TODAY,
            valid_until=date(2027, 3, 14),
        )
    )
    session.declarations.sign(power.id, signed_on=TODAY, signed_by=(SignerRole.CLIENT,))
    card.begin.click()

    card.end_all.click()
    [dialog] = card.findChildren(AskDialog)
    assert session.consents.get(power.id).valid_until == date(2027, 3, 14)
    dialog.act.click()

    assert session.consents.get(power.id).valid_until == TODAY
    assert card.end_all.isHidden()
