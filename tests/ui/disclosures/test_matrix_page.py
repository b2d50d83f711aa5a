from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from services.paper_case import a_paper_case, a_recipient, sign
from ui.keys import press, type_text

from casedesk.domain.case import Area, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.network import Person, PersonId
from casedesk.domain.permission import Verdict
from casedesk.domain.statute import Statute
from casedesk.ui.colours import DARK, LIGHT
from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
from casedesk.ui.disclosures.laws_dialog import LawsDialog
from casedesk.ui.disclosures.marks import paint_mark
from casedesk.ui.disclosures.matrix_page import MatrixPage
from casedesk.ui.places import Page
from casedesk.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from services.paper_case import PaperCase
    from ui.conftest import Asked

    from casedesk.ui.colours import Colours
    from casedesk.ui.desk import Desk

TOOLTIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def case(desk: Desk) -> PaperCase:
    made = a_paper_case(desk.session)
    consent = desk.session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(desk.session, consent, made.doctor, Direction.PASS_ON)
    sign(desk.session, consent.id)
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, case: PaperCase) -> MatrixPage:
    page = MatrixPage(desk)
    qtbot.addWidget(page)
    page.resize(1040, 560)
    page.show_case(case.case.id)
    page.show()
    return page


def go_to(page: MatrixPage, party: Party, category: DataCategory) -> None:
    at = page.model.place_of(party.id, category)
    assert at is not None
    page.view.setCurrentIndex(page.model.index(*at))


def said(page: MatrixPage) -> list[str]:
    return [label.text() for label in page.card.answers]


def test_a_cell_answers_both_ways_in_words(page: MatrixPage, case: PaperCase) -> None:
    go_to(page, case.doctor, DataCategory.MEDICATION)

    asked_of, told_to = said(page)
    assert asked_of == (
        "May I ask Ömer Şahin about “Medication” today? "
        "No. No release in force covers it."
    )
    assert told_to == (
        "May I tell Ömer Şahin about “Medication” today? Yes, under “Release from "
        "confidentiality” of 12/03/2026, until 12/03/2027."
    )


def test_a_screen_reader_and_the_mouse_get_the_same_words(
    page: MatrixPage, case: PaperCase
) -> None:
    go_to(page, case.doctor, DataCategory.MEDICATION)
    index = page.view.currentIndex()

    words = "\n".join(said(page))
    assert index.data(TOOLTIP) == plain_tip(*said(page))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert QAccessible.queryAccessibleInterface(page.view) is not None


def test_arrows_go_from_cell_to_cell_and_enter_leads_to_what_can_be_done(
    qtbot: QtBot, page: MatrixPage
) -> None:
    page.view.setCurrentIndex(page.model.index(0, 0))
    page.view.setFocus()

    press(page.view, Qt.Key.Key_Right)
    press(page.view, Qt.Key.Key_Down)
    press(page.view, Qt.Key.Key_Return)

    index = page.view.currentIndex()
    assert (index.row(), index.column()) == (1, 1)
    qtbot.waitUntil(page.card.prepare.hasFocus)


def test_a_gap_prepares_the_missing_release_and_leads_there(
    page: MatrixPage, case: PaperCase, desk: Desk, asked: Asked
) -> None:
    go_to(page, case.doctor, DataCategory.MEDICATION)

    page.card.prepare.click()

    [place] = asked.places
    assert place.page is Page.CONSENTS
    [row] = desk.session.consent_items.of(consent_id=place.subject_id)
    assert row.party_id == case.doctor.id
    assert row.direction is Direction.OBTAIN
    assert DataCategory.MEDICATION in row.categories


def test_what_is_allowed_leads_to_its_declaration(
    page: MatrixPage, case: PaperCase, desk: Desk, asked: Asked
) -> None:
    go_to(page, case.doctor, DataCategory.MEDICATION)

    page.card.show_declaration.click()

    [consent] = desk.session.consents.of(case_id=case.case.id)
    [place] = asked.places
    assert place.subject_id == consent.id


def test_typing_a_name_shows_only_who_bears_it(
    desk: Desk, case: PaperCase, page: MatrixPage
) -> None:
    for number in range(4):
        person = desk.session.persons.add(
            Person(
                id=PersonId(desk.session.clock.new_id()), family_name=f"Weiss{number}"
            )
        )
        desk.session.parties.add(
            Party(
                id=PartyId(desk.session.clock.new_id()),
                case_id=case.case.id,
                person_id=person.id,
                roles=(PartyRole.FAMILY,),
            )
        )
    page.refresh()

    type_text(page.search, "sahin")

    assert page.search.isVisible()
    assert page.model.names() == ["Ömer Şahin"]
    assert page.view.current() is not None


def test_nobody_in_the_case_says_what_belongs_here(qtbot: QtBot, desk: Desk) -> None:
    client = Client(id=ClientId(desk.session.clock.new_id()), family_name="Neu")
    other = desk.session.cases.open_for_new_client(client, Area.SOCIAL_WORK)
    page = MatrixPage(desk)
    qtbot.addWidget(page)

    page.show_case(other.id)
    page.show()

    assert not page.view.isVisible()
    assert not page.card.isVisible()


def test_a_rule_of_law_is_recorded_shown_and_ended(
    qtbot: QtBot, page: MatrixPage, desk: Desk, case: PaperCase
) -> None:
    dialog = LawsDialog(desk, case.case.id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.set_value("party_id", case.nurse.id)
    dialog.set_value("categories", (DataCategory.HEALTH,))
    dialog.law.rule.set_value(Statute.CH_ADULT_PROTECTION)
    dialog.law.reason.set_value("Gefährdung")
    dialog.store()
    nothing_yet = desk.session.statutory_bases.of(case_id=case.case.id)
    dialog.law.confirmed.click()

    dialog.record.click()
    page.refresh()
    go_to(page, case.nurse, DataCategory.HEALTH)

    assert nothing_yet == []
    cell = page.view.current()
    assert cell is not None
    assert cell.pass_on.verdict is Verdict.STATUTORY
    assert "Notice for an adult (Art. 443 ZGB)" in said(page)[1]
    dialog.table.selectRow(0)
    dialog.end.click()
    [basis] = desk.session.statutory_bases.of(case_id=case.case.id)
    assert basis.valid_until == date(2026, 3, 14)


def test_a_rule_that_was_begun_before_a_lock_is_offered_again_until_recorded(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    first = a_laws_dialog(qtbot, desk, case)
    first.set_value("party_id", case.nurse.id)
    first.set_value("categories", (DataCategory.HEALTH,))
    first.law.rule.set_value(Statute.CH_ADULT_PROTECTION)
    type_text(first.law.reason, "Gefährdung")
    first.close()

    again = a_laws_dialog(qtbot, desk, case)
    offered = again._value("party_id"), again.law.reason.value()
    again.law.confirmed.click()
    again.record.click()

    assert offered == (case.nurse.id, "Gefährdung")
    [basis] = desk.session.statutory_bases.of(case_id=case.case.id)
    assert basis.reason == "Gefährdung"
    assert desk.session.case_records.drafts(case.case.id) == {}


def a_laws_dialog(qtbot: QtBot, desk: Desk, case: PaperCase) -> LawsDialog:
    dialog = LawsDialog(desk, case.case.id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_was_exchanged_begins_with_the_cell(
    qtbot: QtBot, page: MatrixPage, desk: Desk, case: PaperCase
) -> None:
    go_to(page, case.doctor, DataCategory.MEDICATION)

    page.card.exchange.click()

    [dialog] = page.findChildren(ExchangeDialog)
    assert dialog.value("party_id") == case.doctor.id
    assert dialog.record.isEnabled()
    dialog.store()
    [line] = desk.session.disclosure_log.of(case_id=case.case.id)
    assert line.categories == (DataCategory.MEDICATION,)


@pytest.mark.usefixtures("qapp")  # without it, Qt cannot write letters
@pytest.mark.parametrize("hues", [LIGHT, DARK], ids=["light", "dark"])
def test_every_verdict_has_a_shape_of_its_own_even_in_grey(hues: Colours) -> None:
    one_colour = replace(
        hues,
        ok="#000000",
        warning="#000000",
        danger="#000000",
        accent="#000000",
        edge="#000000",
        card="#ffffff",
        accent_text="#ffffff",
    )
    pictures = []
    for verdict in Verdict:
        image = QImage(32, 32, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_mark(
            painter, image.rect().toRectF().adjusted(4, 4, -4, -4), verdict, one_colour
        )
        painter.end()
        pictures.append(bytes(image.constBits()))

    assert len(set(pictures)) == len(Verdict)
