"""Versions on the page: begun, taken over by key, confirmed, compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.keys import type_text

from casedesk.domain.assessment import AssessmentKind, NeedLevel, Stance
from casedesk.domain.assessment_change import ChangeState
from casedesk.domain.benefit import BenefitKind
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.ui.assessment.arrange_dialog import ArrangeDialog
from casedesk.ui.assessment.benefits_view import BenefitsView
from casedesk.ui.assessment.compare_dialog import CompareDialog
from casedesk.ui.assessment.page import AssessmentPage
from casedesk.ui.assessment.views import View
from casedesk.ui.changes.value_words import name_behind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.assessment import Assessment
    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
MOST_KEYS = 120  # a practised typist makes some 200 in a minute
WORDS = 2000


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def first(desk: Desk, case_id: CaseId) -> Assessment:
    """A first assessment with words in every domain, confirmed."""
    session = desk.session
    [draft] = session.assessing.of_case(case_id)
    session.assessments.change(draft.id, held_on=date(2026, 1, 5), wishes="daheim")
    for number, entry in enumerate(session.assessing.entries(draft)):
        session.domain_entries.change(
            entry.id,
            situation=f"Stand {number}",
            burden=number % 11,
            need_level=NeedLevel.SOON if number < 3 else NeedLevel.NONE,
        )
    return session.assessing.confirm(draft.id, TODAY, Stance.AGREES)


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> AssessmentPage:
    page = AssessmentPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show_case(case_id)
    page.show()
    return page


class Keys:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self, page: AssessmentPage) -> None:
        self.count = 0
        self._page = page
        page.activateWindow()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1
    ) -> None:
        for _ in range(times):
            QTest.keyClick(self._focused(), key, modifier)
            QApplication.processEvents()
            self.count += 1

    def type(self, text: str) -> None:
        type_text(self._focused(), text)
        self.count += len(text)

    def _focused(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        focused: QWidget | None = self._page.window().focusWidget()
        return popup or focused or self._page


def states(desk: Desk, first: Assessment, second: Assessment) -> dict[object, object]:
    changes = desk.session.assessing.compare(first.id, second.id)
    return {change.life_domain: change.state for change in changes}


# A menu without a display cannot take the keyboard; the keys are sent to it.
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_review_with_three_changes_takes_few_keys_and_no_mouse(
    page: AssessmentPage, desk: Desk, case_id: CaseId, first: Assessment
) -> None:
    page.show_case(case_id)
    keys = Keys(page)
    page.head.new.setFocus()
    kinds = page.head.new.menu()
    kinds.popup(page.mapToGlobal(page.head.new.pos()))
    keys.count += 1  # Space opens the menu; here it must not wait
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    second = page.shown()

    for number in range(len(LifeDomain)):
        if number in (1, 4, 9):
            keys.press(Qt.Key.Key_F8, SHIFT)  # all taken over, cursor on the rating
            keys.press(Qt.Key.Key_Tab)
            keys.press(Qt.Key.Key_8)
            keys.press(Qt.Key.Key_Down, CONTROL)
        else:
            keys.press(Qt.Key.Key_F8)
    page.flush()

    found = list(states(desk, first, second).values())
    assert found.count(ChangeState.CHANGED) == 3
    assert found.count(ChangeState.UNCHANGED) == len(LifeDomain) - 3
    assert second.kind is AssessmentKind.REVIEW
    assert keys.count == 28
    assert keys.count < MOST_KEYS


def test_a_domain_is_written_and_rated_without_a_mouse(
    page: AssessmentPage, desk: Desk
) -> None:
    section = page.domains().section
    section.form.focus_field("situation")
    keys = Keys(page)

    for text in ("Lage", "eigene Sicht", "Sicht anderer", "Kraft", "Bedarf", "Risiko"):
        keys.type(text)
        keys.press(Qt.Key.Key_Tab)
    keys.type("fachlich")
    keys.press(Qt.Key.Key_Tab)
    for digit in (Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_5):
        keys.press(digit)
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Down, times=3)
    page.flush()

    entry = desk.session.domain_entries.get(section.chosen().id)
    assert (entry.situation, entry.risk) == ("Lage", "Risiko")
    assert entry.professional_view == "fachlich"
    assert (entry.burden_self, entry.burden) == (4, 6)
    assert (entry.resource_self, entry.resource_level) == (7, 5)
    assert entry.need_level is NeedLevel.SOON


def test_taking_over_says_so_and_leaves_what_was_typed(
    page: AssessmentPage, desk: Desk, case_id: CaseId, first: Assessment
) -> None:
    desk.session.assessing.begin(case_id, AssessmentKind.REVIEW)
    page.show_case(case_id)
    section = page.domains().section
    chosen = section.chosen()
    desk.session.domain_entries.change(chosen.id, situation="neu")
    page.refresh()

    section.unchanged.click()

    entry = desk.session.domain_entries.get(chosen.id)
    assert (entry.situation, entry.burden) == ("neu", 0)
    assert section._said.text() == "Physical health: changed since"


def test_the_earlier_words_stand_beside_the_new_ones(
    page: AssessmentPage, desk: Desk, case_id: CaseId, first: Assessment
) -> None:
    page.show_case(case_id)
    section = page.domains().section
    assert section.earlier.isHidden()

    desk.session.assessing.begin(case_id, AssessmentKind.REVIEW)
    page.show_case(case_id)

    assert section.earlier.isVisible()
    labels = [
        label.text()
        for label in section.earlier.findChildren(QWidget)
        if hasattr(label, "text")
    ]
    assert "Stand 0" in labels


def test_a_confirmed_version_is_read_only_and_another_can_be_chosen(
    page: AssessmentPage, desk: Desk, case_id: CaseId, first: Assessment
) -> None:
    second = desk.session.assessing.begin(case_id, AssessmentKind.REVIEW)
    page.show_case(case_id)
    assert page.shown() == second

    page.head.version_chosen.emit(first.id)

    situation = page.domains().section.form.editor("situation")
    assert situation.isReadOnly()  # type: ignore[attr-defined]  # a field of text
    assert not page.head.confirm.isVisible()
    assert "A later one" not in page.head.state.text()
    page.head.version_chosen.emit(second.id)
    assert not situation.isReadOnly()  # type: ignore[attr-defined]  # as above


def test_confirming_asks_for_the_dissent_and_then_freezes(
    page: AssessmentPage, desk: Desk, case_id: CaseId, told: list[str]
) -> None:
    [draft] = desk.session.assessing.of_case(case_id)
    card = page.domains().confirmation
    stance = card.form.editor("stance")
    stance.set_value(Stance.IN_PART)
    stance.edited.emit()

    card.confirm.click()
    assert told
    assert not desk.session.assessments.get(draft.id).is_confirmed
    type_text(card.form.editor("dissent"), "Nicht das Bad.")  # type: ignore[arg-type]  # every editor is a widget
    card.confirm.click()

    confirmed = desk.session.assessments.get(draft.id)
    assert (confirmed.confirmed_on, confirmed.dissent) == (TODAY, "Nicht das Bad.")
    assert page.head.new.isVisible()


def test_what_was_typed_last_is_stored_before_it_is_frozen(
    page: AssessmentPage, desk: Desk
) -> None:
    section = page.domains().section
    entry_id = section.chosen().id
    situation = section.form.editor("situation")
    type_text(situation, "Zuletzt getippt")  # type: ignore[arg-type]  # every editor is a widget

    page.domains().confirmation.confirm.click()

    assert page.shown().is_confirmed
    assert desk.session.domain_entries.get(entry_id).situation == "Zuletzt getippt"


def test_needs_are_moved_by_keys_and_by_arrows(
    page: AssessmentPage, desk: Desk, case_id: CaseId
) -> None:
    [draft] = desk.session.assessing.of_case(case_id)
    for entry in desk.session.assessing.entries(draft)[:3]:
        desk.session.domain_entries.change(entry.id, need_level=NeedLevel.SOON)
    page.refresh()
    needs = page.domains().needs
    last = needs.rows[-1].need.id

    needs.rows[-1].up.click()
    keys = Keys(page)
    needs.focus_need(last)
    keys.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert needs.rows[0].need.id == last
    assert desk.session.assessing.needs(case_id)[0].id == last


def test_two_versions_are_compared_and_the_comparison_is_printed(
    page: AssessmentPage,
    desk: Desk,
    case_id: CaseId,
    first: Assessment,
    asked: Asked,
    qtbot: QtBot,
) -> None:
    second = desk.session.assessing.begin(case_id, AssessmentKind.REVIEW)
    entry = desk.session.assessing.entries(second)[1]
    desk.session.assessing.take_over(entry.id)
    desk.session.domain_entries.change(entry.id, burden=9)
    dialog = CompareDialog(desk, second)
    qtbot.addWidget(dialog)

    assert dialog.rows == [
        ("Wishes of the client", "daheim", ""),
        ("Burden, professional view", "1", "9"),
    ]
    dialog.print.click()

    [paper] = asked.papers
    assert paper.kind is DocumentKind.ASSESSMENT_COMPARISON
    assert paper.assessment_ids == (first.id, second.id)


def test_papers_of_the_version_that_is_shown_are_previewed(
    page: AssessmentPage, case_id: CaseId, first: Assessment, asked: Asked
) -> None:
    page.show_case(case_id)

    page.head.print_wanted.emit(DocumentKind.ASSESSMENT)
    page.head.sheet_wanted.emit(True)
    page.head.sheet_wanted.emit(False)

    assert [paper.assessment_ids for paper in asked.papers] == [
        (first.id,),
        (first.id, first.id),
        (first.id,),
    ]


def test_domains_are_ordered_left_out_and_added(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    dialog = ArrangeDialog(desk, Area.HEALTH_CARE)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.keys()

    dialog.list.setCurrentRow(1)
    dialog.up.click()
    dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    dialog.name.set_value("Tiere & Garten")
    dialog.add.click()

    offered = desk.session.life_domains.offered(Area.HEALTH_CARE)
    assert offered[:2] == (before[1], before[0])
    assert before[2] not in offered
    [own] = desk.session.own_domains.all()
    assert (offered[-1], own.name) == (own.id, "Tiere & Garten")
    assert dialog.own.isVisible()


def test_a_benefit_is_noted_and_its_hours_are_counted(
    page: AssessmentPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    page.go_to(View.BENEFITS)
    view = page.view(View.BENEFITS)
    assert isinstance(view, BenefitsView)
    assert view.empty.isVisible()

    view.empty.acted.emit()
    [benefit] = desk.session.benefits.of(case_id=case_id)
    form = view.rows[benefit.id].form()
    type_text(form.editor("what"), "Einkauf")  # type: ignore[arg-type]  # every editor is a widget
    for name, value in (
        ("kind", BenefitKind.INFORMAL_HELP),
        ("weekly_minutes", 90),
        ("life_domain", LifeDomain.HOUSING),
    ):
        form.editor(name).set_value(value)
        form.editor(name).edited.emit()
    view.rows[benefit.id].fold()

    assert view.totals.text() == "Help in a week: 0 h formal, 1.5 h informal".replace(
        " h", "\u00a0h"
    )
    assert "Housing and household" in view.by_domain.text()
    view._on_remove(benefit.id)
    assert asked.undos[0][0] == "benefit"


def test_a_benefit_that_is_looked_for_is_opened(
    page: AssessmentPage, desk: Desk, case_id: CaseId
) -> None:
    page.go_to(View.BENEFITS)
    view = page.view(View.BENEFITS)
    assert isinstance(view, BenefitsView)
    view.empty.acted.emit()
    [benefit] = desk.session.benefits.of(case_id=case_id)
    page.go_to(View.DOMAINS)

    page.show_case(case_id, benefit.id)

    assert page.switch.view() is View.BENEFITS
    assert view.rows[benefit.id].is_open()


def test_two_thousand_words_are_seen_as_a_whole(
    page: AssessmentPage, desk: Desk, qtbot: QtBot
) -> None:
    section = page.domains().section
    text = " ".join(["Lebenslage"] * WORDS)
    desk.session.domain_entries.change(section.chosen().id, situation=text)

    page.refresh()

    editor = section.form.editor("situation")
    assert isinstance(editor, QWidget)
    qtbot.waitUntil(lambda: editor.height() > page.height())
    assert editor.verticalScrollBar().maximum() == 0  # type: ignore[attr-defined]  # a field of text


def test_the_step_of_a_scale_says_what_it_means(page: AssessmentPage) -> None:
    burden = page.domains().section.form.editor("burden")

    burden.set_value(7)

    assert burden.anchor() == "7 – heavy, help is needed regularly"  # type: ignore[attr-defined]  # a scale


def test_changes_name_own_domains_and_versions(desk: Desk, first: Assessment) -> None:
    name = name_behind(desk.session)
    own = desk.session.life_domains.add_own(Area.HEALTH_CARE, "Tiere")

    assert name("life_domain", own.id) == "Tiere"
    assert name("earlier_id", first.id) == "1 · Initial assessment · 05/01/2026"
    assert name("earlier_id", "gone") == ""
