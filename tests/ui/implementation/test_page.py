from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from services.paper_case import PaperCase, a_paper_case
from ui.keys import type_text

from casedesk.domain.claim import Outcome
from casedesk.domain.document import DocumentKind
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.measure import Measure, MeasureId, Responsible
from casedesk.domain.referral import ReferralKind
from casedesk.ui.implementation.page import ImplementationPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk
    from casedesk.ui.implementation.provisions_panel import ProvisionsPanel
    from casedesk.ui.widgets.record_form import RecordForm

TODAY = date(2026, 3, 14)
EARLIER = date(2026, 3, 2)


@pytest.fixture
def made(desk: Desk) -> PaperCase:
    return a_paper_case(desk.session)


@pytest.fixture
def page(desk: Desk, made: PaperCase, qtbot: QtBot) -> ImplementationPage:
    page = ImplementationPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show_case(made.case.id)
    page.show()
    return page


@pytest.fixture
def panel(page: ImplementationPage) -> ProvisionsPanel:
    return page.provisions


def a_measure(desk: Desk, made: PaperCase, what: str) -> Measure:
    new_id = desk.session.clock.new_id
    goal = desk.session.goals.add(Goal(id=GoalId(new_id()), case_id=made.case.id))
    return desk.session.measures.add(
        Measure(
            id=MeasureId(new_id()),
            case_id=made.case.id,
            goal_id=goal.id,
            what=what,
            responsible=Responsible.PROVIDER,
        )
    )


def buttons(panel: ProvisionsPanel, words: str) -> list[QPushButton]:
    return [
        each
        for each in panel.findChildren(QPushButton)
        if each.text() == words and each.isVisibleTo(panel)
    ]


def editor_of(form: RecordForm, name: str) -> QWidget:
    editor = form.editor(name)
    assert isinstance(editor, QWidget)
    return editor


# Any: each value has the type of its field.
def a_refused_claim(desk: Desk, made: PaperCase, **values: Any) -> str:
    claim = desk.session.provisions.apply(made.case.id, party_id=made.insurer.id)
    desk.session.claims.change(
        claim.id,
        what="Hilfsmittel",
        outcome=Outcome.REFUSED,
        received_on=EARLIER,
        **values,
    )
    return claim.id


def test_an_empty_case_says_what_belongs_here(panel: ProvisionsPanel) -> None:
    for sheet in (panel.referrals, panel.claims, panel.approvals):
        assert sheet.list.empty.isVisible()
    assert panel.to_arrange.empty.isVisible()


def test_one_click_leads_from_a_measure_to_a_referral(
    page: ImplementationPage, panel: ProvisionsPanel, desk: Desk, made: PaperCase
) -> None:
    measure = a_measure(desk, made, "Fahrdienst")
    page.refresh()
    [refer] = buttons(panel, "Refer …")
    assert refer.accessibleName() == "Refer: Fahrdienst"

    refer.click()

    [referral] = desk.session.referrals.of(case_id=made.case.id)
    assert referral.measure_id == measure.id
    assert panel.referrals.list.rows[referral.id].is_open()
    assert panel.to_arrange.empty.isVisible()


def test_one_click_leads_from_a_measure_to_an_application(
    page: ImplementationPage, panel: ProvisionsPanel, desk: Desk, made: PaperCase
) -> None:
    a_measure(desk, made, "Rollator")
    page.refresh()

    buttons(panel, "Apply …")[0].click()

    [claim] = desk.session.claims.of(case_id=made.case.id)
    assert panel.claims.list.rows[claim.id].is_open()
    assert claim.what == "Rollator"


def test_what_is_typed_is_stored_and_the_state_follows(
    panel: ProvisionsPanel, desk: Desk, made: PaperCase
) -> None:
    panel.referrals.begin(ReferralKind.INQUIRY)
    [referral] = desk.session.referrals.of(case_id=made.case.id)
    row = panel.referrals.list.rows[referral.id]
    form = row.form()
    type_text(editor_of(form, "subject"), "Freier Platz?")
    type_text(editor_of(form, "sent_on"), "2.3.2026")
    form.editor("feedback_until").set_raw("")
    type_text(editor_of(form, "feedback_until"), "10.3.2026")

    row.fold()

    cells = panel.referrals.list.faces[referral.id].cells()
    assert cells[0] == "Inquiry: Freier Platz? · overdue: answer awaited"
    assert cells[2:] == ("02/03/2026", "10/03/2026", "sent")


def test_what_is_overdue_stands_first_and_is_counted(
    page: ImplementationPage, panel: ProvisionsPanel, desk: Desk, made: PaperCase
) -> None:
    provisions = desk.session.provisions
    draft = provisions.refer(made.case.id)
    overdue = provisions.refer(made.case.id)
    desk.session.referrals.change(
        overdue.id, sent_on=EARLIER, feedback_until=date(2026, 3, 10)
    )

    page.refresh()
    QApplication.processEvents()

    rows = panel.referrals.list.rows
    assert rows[overdue.id].y() < rows[draft.id].y()


def test_the_letter_is_shown_for_its_addressee(
    page: ImplementationPage,
    panel: ProvisionsPanel,
    desk: Desk,
    made: PaperCase,
    asked: Asked,
    told: list[str],
) -> None:
    referral = desk.session.provisions.refer(made.case.id)
    page.refresh()
    panel.referrals.show_letter(referral.id)
    assert len(told) == 1  # nobody is chosen yet
    desk.session.referrals.change(referral.id, party_id=made.nurse.id)

    panel.referrals.show_letter(referral.id)

    [paper] = asked.papers
    assert paper.kind is DocumentKind.REFERRAL
    assert paper.whom == made.nurse.id


def test_a_deadline_is_worked_out_and_entered_only_by_the_user(
    page: ImplementationPage,
    panel: ProvisionsPanel,
    desk: Desk,
    made: PaperCase,
    qtbot: QtBot,
) -> None:
    claim_id = a_refused_claim(desk, made)
    page.refresh()
    line = panel.claims.deadline(claim_id)
    qtbot.waitUntil(lambda: bool(line.words()))

    # 2 March and 30 days: 1 April 2026, a Wednesday.
    assert "01/04/2026" in line.words()
    assert "not checked in the law" in line.words()
    assert desk.session.claims.get(claim_id).appeal_until is None

    buttons(panel, "Enter 01/04/2026 as deadline")[0].click()

    assert desk.session.claims.get(claim_id).appeal_until == date(2026, 4, 1)


def test_a_deadline_on_a_sunday_offers_both_days(
    page: ImplementationPage,
    panel: ProvisionsPanel,
    desk: Desk,
    made: PaperCase,
    qtbot: QtBot,
) -> None:
    claim_id = a_refused_claim(desk, made, period_count=13)
    page.refresh()
    line = panel.claims.deadline(claim_id)
    qtbot.waitUntil(lambda: bool(line.words()))

    assert "Sunday" in line.words()
    assert "not checked in the law" not in line.words()  # it is not the proposal
    assert buttons(panel, "Enter 15/03/2026 as deadline")
    assert buttons(panel, "Enter 16/03/2026 as deadline")


def test_the_use_of_an_approval_is_said_and_warned_of(
    page: ImplementationPage, panel: ProvisionsPanel, desk: Desk, made: PaperCase
) -> None:
    approval = desk.session.provisions.note_approval(made.case.id)
    desk.session.cost_approvals.change(
        approval.id, approved_minutes=600, used_minutes=510
    )

    page.refresh()

    words = panel.approvals.use(approval.id).words().replace("\u00a0", " ")
    assert words == "85 % used: 8.5 of 10 h, 1.5 h left"


def test_what_is_removed_can_be_taken_back(
    page: ImplementationPage,
    panel: ProvisionsPanel,
    desk: Desk,
    made: PaperCase,
    asked: Asked,
) -> None:
    panel.approvals.begin()
    [approval] = desk.session.cost_approvals.of(case_id=made.case.id)

    panel.approvals.list.rows[approval.id].remove_wanted.emit(approval.id)

    assert desk.session.cost_approvals.of(case_id=made.case.id) == []
    [(noun, _deed)] = asked.undos
    assert noun == "cost_approval"


def test_the_record_that_is_looked_for_is_opened(
    page: ImplementationPage, panel: ProvisionsPanel, desk: Desk, made: PaperCase
) -> None:
    claim_id = a_refused_claim(desk, made)

    page.show_case(made.case.id, claim_id)

    assert panel.claims.list.rows[claim_id].is_open()
