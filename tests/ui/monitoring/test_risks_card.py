from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from casedesk.domain.attention import DueKind
from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.risk import RiskKind, Told
from casedesk.ui.monitoring.risks_card import RisksCard
from casedesk.ui.places import Page
from casedesk.ui.window.case_header import CaseHeader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)


def test_a_risk_is_noted_stands_on_the_head_and_comes_due(
    desk: Desk, qtbot: QtBot, asked: Asked
) -> None:
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    plan = session.planning.latest(case_id)
    session.plans.change(plan.id, crisis_plan="144 rufen")
    card, header = RisksCard(desk), CaseHeader(session)
    for widget in (card, header):
        qtbot.addWidget(widget)
        widget.show()
    card.show_case(case_id)
    header.show_case(case_id, consent_is_due=False)
    assert header.warning.isHidden()
    assert card.crisis() == "144 rufen"

    card.add_risk.click()
    [risk] = session.risks.of(case_id=case_id)
    form = card.rows[risk.id].form()
    QTest.keyClicks(form.editor("what"), "Bissiger Hund")  # type: ignore[arg-type]  # every editor is a widget
    card.flush()

    assert risk.review_on == date(2026, 6, 14)
    assert "Say why this is a risk." in card.faces[risk.id].hint()
    header.show_case(case_id, consent_is_due=False)
    assert header.warning.accessibleName() == "Watch: Bissiger Hund"
    wanted: list[object] = []
    header.page_wanted.connect(wanted.append)
    header.warning.click()
    assert wanted == [Page.MONITORING]
    session.risks.change(
        risk.id,
        kind=RiskKind.VISIT,
        reason="Beim Besuch gesehen",
        told=Told.TOLD,
        review_on=TODAY,
    )
    card.show_case(case_id)
    assert card.faces[risk.id].hint() == ""
    kinds = [each.kind for each in session.cases.due(case_id)]
    assert DueKind.RISK_REVIEW in kinds
    card.to_plan.click()
    [place] = asked.places
    assert place.page is Page.PLANNING

    session.risks.change(risk.id, ended_on=TODAY)
    header.show_case(case_id, consent_is_due=False)
    assert header.warning.isHidden()
    assert DueKind.RISK_REVIEW not in {e.kind for e in session.cases.due(case_id)}


def test_a_removed_risk_can_be_brought_back(
    desk: Desk, qtbot: QtBot, asked: Asked
) -> None:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    card = RisksCard(desk)
    qtbot.addWidget(card)
    card.show_case(case_id)
    card.show()
    card.add_risk.click()
    [row] = card.rows.values()

    row.remove_wanted.emit(next(iter(card.rows)))

    assert card.rows == {}
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    card.show_case(case_id)
    assert len(card.rows) == 1
