from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from services.agreeing import agree, agreed_without_pages
from services.paper_case import PaperCase, a_paper_case, a_plan

from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.plan import Agreement
from casedesk.domain.signing import SignerRole
from casedesk.ui.planning.agree_dialog import AgreeDialog
from casedesk.ui.planning.differences_dialog import DifferencesDialog
from casedesk.ui.planning.emergency_dialog import EmergencyDialog
from casedesk.ui.planning.page import PlanningPage
from casedesk.ui.planning.read_version_dialog import ReadVersionDialog
from casedesk.ui.planning.sign_plan_dialog import SignPlanDialog
from casedesk.ui.planning.versions_dialog import VersionsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

SIGNED = date(2026, 3, 12)
STROKE = tuple((each, each) for each in range(12))


@pytest.fixture
def made(desk: Desk) -> PaperCase:
    made = a_paper_case(desk.session)
    a_plan(desk.session, made.case, goals=1, measures=1)
    return made


@pytest.fixture
def page(desk: Desk, made: PaperCase, qtbot: QtBot) -> PlanningPage:
    page = PlanningPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(made.case.id)
    page.show()
    return page


def words(widget: QWidget) -> str:
    labels = [each for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]
    return "\n".join(label.text() for label in labels)


def test_an_oral_agreement_asks_for_its_reason_and_freezes_the_plan(
    desk: Desk, made: PaperCase, qtbot: QtBot, told: list[str]
) -> None:
    plan = desk.session.planning.latest(made.case.id)
    dialog = AgreeDialog(desk, plan)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.cell("how").editor.set_value(Agreement.ORAL)
    dialog._show_what_is_asked()
    dialog.cell("on").editor.set_value(SIGNED)
    dialog.cell("by").editor.set_value((SignerRole.CLIENT,))
    assert dialog.cell("paper").isHidden()

    dialog.accept()
    assert told == ["Please say why the plan was agreed orally and not signed."]
    dialog.cell("reason").editor.set_value("Am Telefon, liegt im Spital")
    with qtbot.waitSignal(dialog.agreed, timeout=60_000):
        dialog.accept()

    agreed = desk.session.plans.get(plan.id)
    assert (agreed.agreed_by, agreed.agreed_on) == (Agreement.ORAL, SIGNED)
    assert agreed.oral_reason == "Am Telefon, liegt im Spital"
    [version] = desk.session.plan_versions.of_case(made.case.id)
    assert version.document is not None


def test_the_day_of_an_agreement_is_today_and_its_error_goes_when_it_is_filled(
    desk: Desk, made: PaperCase, qtbot: QtBot
) -> None:
    dialog = AgreeDialog(desk, desk.session.planning.latest(made.case.id))
    qtbot.addWidget(dialog)
    day = dialog.cell("on")
    assert day.editor.value() == desk.session.clock.today()
    day.editor.set_value(None)
    dialog.accept()
    assert day.trouble() == "On which day was it agreed?"

    day.editor.set_value(SIGNED)
    day.editor.edited.emit()

    assert day.trouble() == ""


def test_the_paper_that_was_signed_is_chosen_and_told_if_it_is_older(
    desk: Desk, made: PaperCase, qtbot: QtBot
) -> None:
    paper = desk.session.papers.care_plan(made.case.id)
    document = desk.session.papers.issue(paper, paper.render(), TO_CLIENT).document
    [goal] = desk.session.goals.of(case_id=made.case.id)
    desk.session.goals.change(goal.id, wording="Danach geändert")
    plan = desk.session.planning.latest(made.case.id)
    dialog = AgreeDialog(desk, plan)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "changed since this paper was printed" in dialog.notice()
    dialog.cell("on").editor.set_value(SIGNED)

    dialog.accept()

    [version] = desk.session.plan_versions.of_case(made.case.id)
    assert version.document == document
    assert desk.session.goals.get(goal.id).wording == "Danach geändert"


def test_what_is_typed_about_an_agreement_is_offered_again(
    desk: Desk, made: PaperCase, qtbot: QtBot
) -> None:
    plan = desk.session.planning.latest(made.case.id)
    dialog = AgreeDialog(desk, plan)
    qtbot.addWidget(dialog)
    dialog.cell("note").editor.set_value("Original liegt beim Beistand")
    dialog.cell("note").editor.edited.emit()

    dialog.done(0)
    again = AgreeDialog(desk, plan)
    qtbot.addWidget(again)

    assert again.cell("note").editor.value() == "Original liegt beim Beistand"


def test_signing_on_the_screen_agrees_the_plan(
    desk: Desk, made: PaperCase, qtbot: QtBot
) -> None:
    plan = desk.session.planning.latest(made.case.id)
    dialog = SignPlanDialog(desk, plan)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.is_ready()
    qtbot.waitUntil(lambda: dialog._is_shown, timeout=60_000)
    assert not dialog.is_ready()
    dialog.drawing.pad.show_strokes((STROKE,))
    dialog.drawing.pad.drawn.emit()
    assert dialog.is_ready()

    with qtbot.waitSignal(dialog.agreed, timeout=60_000):
        dialog.accept()

    agreed = desk.session.plans.get(plan.id)
    assert agreed.agreed_by is Agreement.ON_SCREEN
    [version] = desk.session.plan_versions.of_case(made.case.id)
    assert version.document is not None
    assert version.document.kind is DocumentKind.CARE_PLAN_CLIENT


def test_the_versions_say_where_they_stand_and_lead_to_their_pages(
    desk: Desk, made: PaperCase, qtbot: QtBot, asked: Asked
) -> None:
    first = agree(desk.session, made.case.id, SIGNED)
    [version] = desk.session.plan_versions.of_case(made.case.id)
    assert version.document is not None
    desk.session.disclosures.hand_out_again(version.document, TO_CLIENT)
    second = desk.session.planning.new_version(made.case.id)
    [goal] = desk.session.goals.of(case_id=made.case.id)
    desk.session.goals.change(goal.id, wording="Ohne Stock gehen")
    dialog = VersionsDialog(desk, made.case.id)
    qtbot.addWidget(dialog)
    dialog.show()

    assert list(dialog.cards) == [second.id, first.id]
    said = words(dialog.cards[first.id])
    assert "agreed, in force since 12/03/2026" in said
    assert "for the client" in said
    assert (second.id, "pages") not in dialog.acts
    QTest.mouseClick(dialog.acts[second.id, "differences"], Qt.MouseButton.LeftButton)
    [differences] = dialog.findChildren(DifferencesDialog)
    assert [each.heading for each in differences.found][1:] == [
        "Goal “Ohne Stock gehen”"
    ]
    QTest.mouseClick(differences.print, Qt.MouseButton.LeftButton)
    assert [paper.kind for paper in asked.papers] == [DocumentKind.PLAN_DIFFERENCES]


def test_differences_to_a_version_without_its_pages_say_that_only_texts_count(
    desk: Desk, made: PaperCase, qtbot: QtBot
) -> None:
    session = desk.session
    first = agreed_without_pages(session, made.case.id, SIGNED)
    second = session.planning.new_version(made.case.id)
    agree(session, made.case.id, SIGNED)
    [goal] = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, wording="Ohne Stock gehen")
    third = session.planning.new_version(made.case.id)

    dialog = DifferencesDialog(desk, first.id, second.id)
    qtbot.addWidget(dialog)

    assert "Only texts were compared" in words(dialog)
    assert [each.heading for each in dialog.found] == ["Texts and dates"]
    dialog.before.set_value(second.id)
    dialog.after.set_value(third.id)
    dialog.after.edited.emit()
    assert "Only texts were compared" not in words(dialog)
    assert "Goal “Ohne Stock gehen”" in words(dialog)


def test_an_older_version_is_handed_out_as_it_was_agreed(
    desk: Desk, made: PaperCase, qtbot: QtBot, asked: Asked
) -> None:
    first = agree(desk.session, made.case.id, SIGNED)
    desk.session.planning.new_version(made.case.id)
    [goal] = desk.session.goals.of(case_id=made.case.id)
    desk.session.goals.change(goal.id, wording="Danach geändert")
    dialog = VersionsDialog(desk, made.case.id)
    qtbot.addWidget(dialog)

    dialog.acts[first.id, "hand_out"].click()

    [paper] = asked.papers
    again = desk.session.papers.again(
        paper, language=paper.language, with_information=False
    )
    for each in (paper, again):
        assert "Danach geändert" not in each.parts[0].snapshot
        assert each.parts[0].plan_id == first.id


def test_an_older_version_is_read_as_it_was_agreed(
    desk: Desk, made: PaperCase, qtbot: QtBot
) -> None:
    plan = agree(desk.session, made.case.id, SIGNED)
    [goal] = desk.session.goals.of(case_id=made.case.id)
    desk.session.goals.change(goal.id, wording="Danach geändert")

    dialog = ReadVersionDialog(desk, plan.id)
    qtbot.addWidget(dialog)

    headings = [part.heading for part in dialog.said]
    assert "1  Goal “Ziel Nummer 0 in eigenen Worten”" in headings
    assert "Measure “Schritt 0-0”" in headings


def test_the_page_offers_a_new_version_after_the_agreement_and_takes_it_back(
    page: PlanningPage, desk: Desk, made: PaperCase, asked: Asked
) -> None:
    agree(desk.session, made.case.id, SIGNED)
    page.refresh()
    texts = page.texts
    assert texts.agreement._bar.isHidden()
    assert "Agreed by signature on paper on 12/03/2026" in texts.agreement.said.text()

    texts.new_version.click()
    assert texts.give_up.isVisibleTo(page)
    assert not texts.agreement._bar.isHidden()
    texts.give_up.click()

    assert len(desk.session.plans.of(case_id=made.case.id)) == 1
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    assert len(desk.session.plans.of(case_id=made.case.id)) == 2


def test_the_page_tells_what_changed_since_the_agreement(
    page: PlanningPage, desk: Desk, made: PaperCase
) -> None:
    agree(desk.session, made.case.id, SIGNED)
    [goal] = desk.session.goals.of(case_id=made.case.id)
    page.refresh()
    assert page.head.since.isHidden()
    desk.session.goals.change(goal.id, wording="anders")

    page.refresh()

    assert page.head.since.isVisibleTo(page)
    assert page.head.since.text() == "changed since then"
    assert page.texts.agreement.since.text().startswith("Since then 1 goal or measure")


def test_contents_by_law_are_written_on_the_page_and_told_as_long_as_empty(
    page: PlanningPage, desk: Desk, made: PaperCase
) -> None:
    profile = page.texts.profile
    assert profile.isHidden()
    plan = desk.session.planning.latest(made.case.id)
    desk.session.plans.change(plan.id, profile="hilfeplan")
    page.refresh()
    assert "Kind of help that is given" in profile.missing.text()
    assert profile.form is not None

    profile.form.editor("hilfe_art").set_value("Erziehungsbeistand")
    profile.form.editor("hilfe_art").edited.emit()
    page.flush()
    page.refresh()

    [section] = desk.session.plan_sections.of(plan_id=plan.id)
    assert (section.key, section.text) == ("hilfe_art", "Erziehungsbeistand")
    assert "Kind of help that is given" not in profile.missing.text()


def test_dissent_about_a_goal_is_noted_and_only_read_once_agreed(
    page: PlanningPage, desk: Desk, made: PaperCase
) -> None:
    card = page.texts.dissents
    card.list.add()
    plan = desk.session.planning.latest(made.case.id)
    [dissent] = desk.session.plan_dissents.of(plan_id=plan.id)
    card.list.form(dissent.id).editor("text").set_value("Zu früh")
    card.list.form(dissent.id).editor("text").edited.emit()
    page.flush()
    agree(desk.session, made.case.id, SIGNED)

    page.refresh()

    assert card.list.isHidden()
    assert card.read.text() == "The whole plan: Zu früh"


def test_the_emergency_sheet_keeps_what_is_typed_and_says_what_is_not_printed(
    desk: Desk, made: PaperCase, qtbot: QtBot, asked: Asked
) -> None:
    dialog = EmergencyDialog(desk, made.case.id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.health.editor("diagnoses").set_value("Herzschwäche")
    dialog.health.editor("diagnoses").edited.emit()
    dialog.health.flush()
    assert "Not printed" in dialog._withheld.text()

    dialog.print.click()

    [paper] = asked.papers
    assert paper.kind is DocumentKind.EMERGENCY_SHEET
    note = desk.session.emergency_sheets.of_case(made.case.id)
    assert note.diagnoses == "Herzschwäche"


@pytest.mark.parametrize(
    ("signal", "kind"),
    [
        ("agreement_print_wanted", DocumentKind.GOAL_AGREEMENT),
        ("contacts_print_wanted", DocumentKind.CONTACT_LIST),
    ],
)
def test_the_heading_prints_the_papers_around_the_plan(
    page: PlanningPage, asked: Asked, signal: str, kind: DocumentKind
) -> None:
    getattr(page.head, signal).emit()

    assert [paper.kind for paper in asked.papers] == [kind]
