from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit
from ui.keys import type_text

from casedesk.domain.practice import Country
from casedesk.ui.settings.care_allowance_card import CareAllowanceCard
from casedesk.ui.settings.practice_page import PracticePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk

NEWER = "1,00; 2,00; 3,00; 4,00; 5,00; 6,00; 7,50"


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> CareAllowanceCard:
    card = CareAllowanceCard(desk)
    qtbot.addWidget(card)
    card.show()
    return card


def test_newer_amounts_are_added_beside_those_that_are_shipped(
    card: CareAllowanceCard, desk: Desk
) -> None:
    card.list.add()
    [added] = desk.session.care_allowances.all()

    line = card.list.form(added.id).editor("stage_amounts")
    assert isinstance(line, QLineEdit)
    line.clear()
    type_text(line, NEWER)
    card.flush()

    [stored] = desk.session.care_allowances.all()
    assert stored.stage_amounts == (100, 200, 300, 400, 500, 600, 750)


def test_six_amounts_are_none_and_stay_as_typed(
    card: CareAllowanceCard, desk: Desk
) -> None:
    card.list.add()
    [added] = desk.session.care_allowances.all()

    line = card.list.form(added.id).editor("stage_amounts")
    assert isinstance(line, QLineEdit)
    line.clear()
    type_text(line, "1; 2; 3; 4; 5; 6")
    card.flush()

    assert card.list.form(added.id).trouble("stage_amounts")
    assert desk.session.care_allowances.get(added.id) == added


@pytest.mark.parametrize(
    ("country", "is_shown"), [(Country.AT, True), (Country.CH, False)]
)
def test_only_a_practice_in_austria_is_asked(
    desk: Desk, qtbot: QtBot, country: Country, is_shown: bool
) -> None:
    practice = desk.session.practice
    practice.records.change(practice.get().id, country=country)

    page = PracticePage(desk)
    qtbot.addWidget(page)

    assert page.allowance.isHidden() is not is_shown
