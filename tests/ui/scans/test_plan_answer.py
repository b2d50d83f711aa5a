from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from services.paper_case import a_paper_case, a_plan
from ui.scans.scans import an_empty_page

from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.page_code import PageCode
from casedesk.domain.signing import SignerRole
from casedesk.services.scans import ScannedPage
from casedesk.ui.scans.answer_dialog import AnswerDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.domain.document import Document
    from casedesk.ui.desk import Desk

SIGNED = date(2026, 3, 12)


def a_scanned_page(desk: Desk, document: Document) -> None:
    desk.session.scans.take(
        ScannedPage(
            source_sha256="scan",
            number=1,
            pages=1,
            codes=(PageCode(document.id, 1).text,),
            turn=0,
            width=1240,
            height=1754,
            picture=an_empty_page(),
        )
    )


def test_a_plan_that_came_back_is_agreed_by_who_signed_as_it_was_printed(
    desk: Desk, qtbot: QtBot
) -> None:
    session = desk.session
    made = a_paper_case(session)
    a_plan(session, made.case, goals=1, measures=1)
    paper = session.papers.care_plan(made.case.id)
    document = session.papers.issue(paper, paper.render(), TO_CLIENT).document
    plan = session.planning.latest(made.case.id)
    session.plans.change(plan.id, situation="Danach geschrieben")
    a_scanned_page(desk, document)
    [question] = session.signed_papers.questions(made.case.id)
    dialog = AnswerDialog(question, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.banner.isVisible()
    dialog.form.day.set_raw("12.3.2026")
    dialog.form.edited.emit()
    assert dialog.form.missing() == "Choose who signed."

    dialog.form.signers.set_value((SignerRole.CLIENT,))
    dialog.form.edited.emit()
    dialog.sign.click()

    agreed, draft = session.plans.of(case_id=made.case.id)
    assert (agreed.agreed_on, agreed.agreed_with) == (SIGNED, (SignerRole.CLIENT,))
    assert agreed.situation == "Nach dem Spital wieder zu Hause."
    assert draft.situation == "Danach geschrieben"
    assert session.signed_papers.questions(made.case.id) == []
