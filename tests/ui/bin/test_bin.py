from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton
from services.closed_case import close

from casedesk.domain.binned import EraseGround
from casedesk.domain.case import Area, Case
from casedesk.domain.client import Client, ClientId
from casedesk.domain.closure import ClosingReason, FollowUp
from casedesk.ui.bin.bin_dialog import BinDialog
from casedesk.ui.bin.delete_dialog import DeleteDialog
from casedesk.ui.cases.facts_card import FactsCard
from casedesk.ui.places import Page, Place
from casedesk.ui.trail.deed_words import deed_words
from casedesk.ui.widgets.card import Card

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk


@pytest.fixture
def case(session: Session) -> Case:
    client = Client(id=ClientId("anna"), family_name="Meier", given_name="Anna")
    return session.cases.open_for_new_client(client, Area.SOCIAL_WORK)


def the_dialog(
    desk: Desk, record_id: str, qtbot: QtBot, *, from_bin: bool = False
) -> DeleteDialog:
    dialog = DeleteDialog(desk, record_id, from_bin=from_bin)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_safe_button_is_the_default(desk: Desk, case: Case, qtbot: QtBot) -> None:
    dialog = the_dialog(desk, case.client_id, qtbot)

    assert dialog.cancel.isDefault()
    assert not dialog.erase.isVisible()


def test_a_client_moves_to_the_bin_and_the_window_leaves_the_page(
    desk: Desk, asked: Asked, case: Case, qtbot: QtBot
) -> None:
    dialog = the_dialog(desk, case.client_id, qtbot)

    dialog.to_bin.click()

    assert asked.places == [Place(page=Page.TODAY)]
    assert [each.record_id for each in desk.session.bin.all()] == [case.client_id]


def test_it_is_erased_at_once_only_if_the_number_is_typed(
    desk: Desk, case: Case, qtbot: QtBot
) -> None:
    dialog = the_dialog(desk, case.client_id, qtbot)
    dialog.at_once.click()
    assert dialog.erase.isVisible()
    assert not dialog.erase.isEnabled()

    dialog.proof.setText(case.number)
    dialog.erase.click()

    assert desk.session.clients.find(case.client_id) is None


def test_what_is_in_the_bin_is_taken_back(desk: Desk, case: Case, qtbot: QtBot) -> None:
    desk.session.bin.put(case.client_id)
    dialog = BinDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()

    pressed(dialog, "Take back").click()

    assert desk.session.bin.all() == []
    assert [line.case_id for line in desk.session.cases.lines()] == [case.id]


def test_the_bin_shows_how_much_was_erased(
    desk: Desk, case: Case, qtbot: QtBot
) -> None:
    desk.session.bin.erase(case.client_id)

    dialog = BinDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()

    assert len(dialog.findChildren(Card)) == 1


def test_only_a_closed_case_offers_to_be_deleted(
    desk: Desk, case: Case, qtbot: QtBot
) -> None:
    card = FactsCard(desk)
    qtbot.addWidget(card)
    card.show()
    card.show_case(case.id)
    assert not card.delete.isVisible()

    close(desk.session, case.id)
    card.refresh()

    assert card.delete.isVisible()


def pressed(dialog: BinDialog, text: str) -> QPushButton:
    [found] = [
        each
        for each in dialog.findChildren(QPushButton)
        if each.text() == text and each.isVisible()
    ]
    return found


def test_what_is_to_be_kept_longer_asks_for_a_ground(
    desk: Desk, case: Case, qtbot: QtBot
) -> None:
    session = desk.session
    closure = session.closing.begin(case.id)
    session.closures.change(
        closure.id,
        reason=ClosingReason.OTHER,
        talk_on=session.clock.today(),
        aftercare="niemand",
        follow_up=FollowUp.NONE,
        left_open="Sie zieht weg.",
    )
    session.closing.close(case.id, "")
    dialog = the_dialog(desk, case.id, qtbot)
    assert "kept until 14/03/2046" in dialog._kept.text()
    assert not dialog.to_bin.isEnabled()

    dialog.ground.editor.set_value(EraseGround.BY_MISTAKE)
    dialog.ground.editor.edited.emit()
    dialog.to_bin.click()

    assert [each.record_id for each in session.bin.all()] == [case.id]
    words = [deed_words(line.action) for line in session.trail.last(20)]
    assert "Case moved to the bin: It was entered by mistake" in words
