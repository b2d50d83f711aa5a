from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.life_domain import LifeDomain
from casedesk.ui.coverage.overview_card import FindingsCard
from casedesk.ui.coverage.today_card import MOST_ROWS, TodayFindings
from casedesk.ui.places import Page, Place
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


def a_case_with_a_gap(desk: Desk, name: str) -> CaseId:
    session = desk.session
    client = Client(id=ClientId(name), family_name=name)
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    entries = session.assessing.entries(session.assessing.that_counts(case_id))
    [entry] = [each for each in entries if each.life_domain is LifeDomain.SELF_CARE]
    session.domain_entries.change(entry.id, need_level=NeedLevel.SOON)
    return case_id


def place_of_gap(case_id: CaseId) -> Place:
    return Place(page=Page.COVERAGE, case_id=case_id, subject_id="need_open:self_care")


@pytest.fixture
def today(desk: Desk, qtbot: QtBot) -> Iterator[TodayFindings]:
    page = QWidget()
    qtbot.addWidget(page)
    card = TodayFindings(desk, page)
    QVBoxLayout(page).addWidget(card)
    page.show()
    yield card
    page.close()


def test_the_overview_names_the_gap_and_leads_to_it(
    desk: Desk, qtbot: QtBot, asked: Asked
) -> None:
    case_id = a_case_with_a_gap(desk, "Muster")
    card = FindingsCard(desk)
    qtbot.addWidget(card)

    card.show_case(case_id)

    [row] = card.list.rows()
    assert isinstance(row, Pressable)
    assert row.accessibleName().startswith("Gap · Need without help: ")
    row.clicked.emit()
    assert asked.places == [place_of_gap(case_id)]


def test_today_finds_gaps_little_by_little(
    desk: Desk, today: TodayFindings, qtbot: QtBot, asked: Asked
) -> None:
    cases = [a_case_with_a_gap(desk, f"Muster {n:02}") for n in range(MOST_ROWS + 1)]

    today.begin()
    assert today.isHidden()
    qtbot.waitUntil(lambda: not today.isHidden(), timeout=20_000)

    rows = today.list.rows()
    assert len(rows) == MOST_ROWS
    first = rows[0]
    assert isinstance(first, Pressable)
    first.clicked.emit()
    assert asked.places == [place_of_gap(cases[0])]


def test_today_looks_again_only_after_something_was_stored(
    desk: Desk, today: TodayFindings, qtbot: QtBot
) -> None:
    a_case_with_a_gap(desk, "Muster")
    today.begin()
    qtbot.waitUntil(lambda: not today.isHidden(), timeout=20_000)

    today.begin()
    assert today.is_done()

    a_case_with_a_gap(desk, "Beispiel")
    today.begin()
    assert not today.is_done()
    qtbot.waitUntil(lambda: len(today.list.rows()) == 2, timeout=20_000)
