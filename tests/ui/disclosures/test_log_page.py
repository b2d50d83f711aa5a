from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case, a_recipient, sign
from ui.keys import type_text

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import Basis, Facts, Override
from casedesk.domain.document import DocumentKind
from casedesk.domain.permission import Channel, Question
from casedesk.domain.statute import Statute
from casedesk.ui.disclosures.log_page import LogPage
from casedesk.ui.places import Page
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from services.paper_case import PaperCase
    from ui.conftest import Asked

    from casedesk.domain.case import Party
    from casedesk.domain.disclosure import Disclosure
    from casedesk.ui.desk import Desk

DAY = date(2026, 3, 14)
BY_LAW = Override(
    statute=Statute.CH_ADULT_PROTECTION, reason="Gefahr", is_confirmed=True
)


@pytest.fixture
def case(desk: Desk) -> PaperCase:
    made = a_paper_case(desk.session)
    consent = desk.session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(desk.session, consent, made.doctor, Direction.BOTH)
    sign(desk.session, consent.id)
    return made


def told(
    desk: Desk,
    party: Party,
    direction: Direction = Direction.PASS_ON,
    override: Override | None = None,
) -> Disclosure:
    session = desk.session
    question = Question(
        party_id=party.id,
        direction=direction,
        categories=(DataCategory.MEDICATION,),
        day=DAY,
        channel=Channel.PHONE,
    )
    facts = Facts(
        happened_at=session.clock.now(),
        content="Ein langer Text, der ganz gelesen werden will. " * 8,
        purpose="Behandlung",
    )
    return session.disclosures.record(party.case_id, question, facts, override)


def a_page(qtbot: QtBot, desk: Desk, case: PaperCase) -> LogPage:
    page = LogPage(desk)
    qtbot.addWidget(page)
    page.resize(1040, 600)
    page.show_case(case.case.id)
    page.show()
    return page


def test_a_line_is_read_with_everything_in_it(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    line = told(desk, case.nurse, override=BY_LAW)

    page = a_page(qtbot, desk, case)

    read = page.card.words()
    for words in (
        "Claudia Weber, Spitex Aarelauf AG, Pflegefachfrau",
        line.content.strip(),
        "by telephone",
        "Medication *",
        "Behandlung",
        "Notice for an adult (Art. 443 ZGB)",
        "Gefahr",
        "own initiative",
        "Regula Ammann",
    ):
        assert words in read


def test_what_rests_on_a_release_names_its_day_and_the_version_of_the_form(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    told(desk, case.doctor)
    [consent] = desk.session.consents.of(case_id=case.case.id)

    page = a_page(qtbot, desk, case)

    assert (
        "“Release from confidentiality” of 12/03/2026, version of the form "
        f"{consent.template_version}" in page.card.words()
    )


def test_the_log_is_narrowed_by_whom_way_ground_and_period(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    passed_on = told(desk, case.doctor)
    obtained = told(desk, case.doctor, Direction.OBTAIN)
    by_law = told(desk, case.nurse, override=BY_LAW)
    page = a_page(qtbot, desk, case)

    def narrowed(editor: object, value: object) -> list[str]:
        page.filter.clear()
        editor.set_value(value)  # type: ignore[attr-defined]  # an editor
        page.filter.edited.emit()
        return [line.id for line in page.shown()]

    assert narrowed(page.filter.direction, Direction.OBTAIN) == [obtained.id]
    assert narrowed(page.filter.basis, Basis.STATUTE) == [by_law.id]
    assert narrowed(page.filter.recipient, passed_on.recipient) == [
        obtained.id,
        passed_on.id,
    ]
    assert narrowed(page.filter.until.editor, date(2026, 3, 13)) == []
    assert len(narrowed(page.filter.since.editor, DAY)) == 3


def test_what_came_later_is_added_and_nothing_else_can_be_typed(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    line = told(desk, case.doctor)
    page = a_page(qtbot, desk, case)
    form = page.card.form

    addendum = form.editor("addendum")
    assert isinstance(addendum, GrowingText)
    type_text(addendum, "Am Abend nachgefragt.")
    page.flush()

    stored = desk.session.disclosure_log.get(line.id)
    assert stored.addendum == "Am Abend nachgefragt."
    cells = {cell.field.name for cell in page.card.findChildren(FieldCell)}
    assert cells == {
        "client_informed_on",
        "client_informed_how",
        "returned_on",
        "addendum",
    }


def test_something_told_is_recorded_by_hand_through_the_same_check(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    page = a_page(qtbot, desk, case)
    dialog = page.record()
    assert dialog is not None
    dialog.propose(party_id=case.nurse.id, categories=(DataCategory.MEDICATION,))
    blocked = dialog.record.isEnabled()
    dialog.propose(party_id=case.doctor.id, categories=(DataCategory.MEDICATION,))

    dialog.record.click()

    assert not blocked
    [line] = page.shown()
    assert line.party_id == case.doctor.id


def test_the_list_for_the_client_is_previewed_as_a_paper(
    qtbot: QtBot, desk: Desk, case: PaperCase, asked: Asked
) -> None:
    told(desk, case.doctor)
    page = a_page(qtbot, desk, case)

    page.print_shown()

    [paper] = asked.papers
    assert paper.kind is DocumentKind.DISCLOSURE_LIST


def test_an_empty_log_says_what_belongs_here(
    qtbot: QtBot, desk: Desk, case: PaperCase, asked: Asked
) -> None:
    page = a_page(qtbot, desk, case)

    assert not page.filter.isVisible()
    assert not page.card.isVisible()
    page._go(Page.MATRIX)
    assert asked.places[0].page is Page.MATRIX


def test_nothing_that_narrows_the_log_is_cut_in_german(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    page = LogPage(desk)
    qtbot.addWidget(page)
    page.resize(1040, 560)
    page.show_case(case.case.id)
    page.show()

    for box in (page.filter.direction, page.filter.basis):
        arrow = box.height()
        words = box.fontMetrics().horizontalAdvance("Beide Richtungen")
        assert box.sizeHint().width() > words + arrow
