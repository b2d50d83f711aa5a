"""The page of the statistics: chosen, counted, followed, exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from services.a_practice_year import add_year

from casedesk.domain.case import Area
from casedesk.ui.places import Page, Place
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.statistics.cases_dialog import ADDS, CasesDialog
from casedesk.ui.statistics.page import StatisticsPage
from casedesk.ui.statistics.scope_bar import ALL_YEARS, FREE
from casedesk.words.statistic_definitions import Part

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk


@pytest.fixture
def page(session: Session, desk: Desk, qtbot: QtBot, tmp_path: Path) -> StatisticsPage:
    add_year(session)
    page = StatisticsPage(desk, ask_file=lambda _parent, name: tmp_path / name)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.refresh()
    qtbot.waitUntil(page.is_done)
    page.show()
    return page


def lines(page: StatisticsPage, part: Part) -> dict[str, list[str]]:
    records = page.cards[part].table.records()
    return {line.label: [shown.text for shown in line.shown] for line in records}


def dialog(page: StatisticsPage) -> CasesDialog:
    [shown] = page.findChildren(CasesDialog)
    return shown


def test_this_year_is_shown_and_lines_with_nothing_are_not(
    page: StatisticsPage,
) -> None:
    assert lines(page, Part.REASONS) == {
        "Goals reached": ["1", "33 %"],
        "Moved away": ["1", "33 %"],
        "No reason noted": ["1", "33 %"],
        "All closed cases": ["3", "100 %"],
    }
    assert lines(page, Part.AREAS)["Health care"] == ["2", "0", "1", "1", "2.8"]
    assert page.cards[Part.YEARS].isHidden()


def test_all_years_and_an_area_are_counted_anew(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.scope.period.set_value(ALL_YEARS)
    page.scope.area.set_value(Area.REHABILITATION)
    page.scope.area.edited.emit()
    qtbot.waitUntil(page.is_done)

    assert not page.cards[Part.YEARS].isHidden()
    assert lines(page, Part.YEARS) == {"2024": ["1", "1", "0", "0"]}


def test_a_free_period_begins_with_this_year_and_waits_for_two_days(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.scope.period.set_value(FREE)
    page.scope.period.edited.emit()
    qtbot.waitUntil(page.is_done)
    assert not page.scope.since.isHidden()
    assert lines(page, Part.CASELOAD)["New in the period"] == ["3"]

    page.scope.since.editor.set_raw("1.2.2026")
    page.scope.since.edited.emit("since")
    qtbot.waitUntil(page.is_done)
    assert lines(page, Part.CASELOAD)["New in the period"] == ["2"]

    page.scope.until.editor.set_raw("")
    page.scope.until.edited.emit("until")
    assert page.scope.scope() is None


def test_enter_on_a_line_shows_its_cases_and_leads_to_one(
    page: StatisticsPage, qtbot: QtBot, asked: Asked
) -> None:
    table = page.cards[Part.AREAS].table
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)

    shown = dialog(page)
    names = [case.client_name for case in shown.table.records()]
    assert names == ["Muster c, ", "Muster d, ", "Muster e, "]
    assert shown.table.isColumnHidden(ADDS)
    shown.figure.setCurrentIndex(4)  # hours
    shown.figure.edited.emit()
    assert [case.value for case in shown.table.records()] == [50, 20]
    assert not shown.table.isColumnHidden(ADDS)

    shown.table.selectRow(0)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert asked.places == [Place(page=Page.OVERVIEW, case_id="c")]  # type: ignore[arg-type]  # ids are texts


def test_how_it_is_counted_is_said_when_asked(page: StatisticsPage) -> None:
    card = page.cards[Part.TIMES]

    card._ask.click()

    assert "first entry of the record" in card._definitions.text()
    assert not card._definitions.isHidden()


def test_a_saved_table_names_nobody_and_is_noted(
    page: StatisticsPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.save_table()
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.csv")))

    [path] = tmp_path.glob("*.csv")
    text = path.read_text(encoding="utf-8-sig")
    assert "Muster" not in text
    assert "2026-97" not in text
    assert path.name == "Statistik-2026-01-01-2026-03-14.csv"
    assert session.trail.last(1)[0].action == "statistics.export"


def test_the_paper_is_shown_before_it_is_printed(
    page: StatisticsPage, session: Session, qtbot: QtBot
) -> None:
    page.print_shown()
    [preview] = page.findChildren(SheetDialog)
    qtbot.waitUntil(preview.is_ready)

    preview.printed.emit()

    assert session.trail.last(1)[0].action == "statistics.print"
    preview.close()


def test_an_empty_practice_says_what_will_stand_here(desk: Desk, qtbot: QtBot) -> None:
    page = StatisticsPage(desk)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(page.is_done)

    assert not page._empty.isHidden()
    assert page._figures.isHidden()


def test_the_calculator_answers_and_remembers(
    page: StatisticsPage, session: Session, qtbot: QtBot
) -> None:
    card = page.capacity
    editor = card.form.editor("weekly_minutes")
    editor.set_raw("40")
    editor.edited.emit()
    card.flush()
    card.take_over.click()
    QApplication.processEvents()

    assert session.statistics.capacity().weekly_minutes == 2400
    # 775 minutes in 685 days of cases: 34 in a month. 2400 × 75 % × 44 ÷ 12 ÷ 34.
    assert card.answer.text() == "194 cases fit. 2 are open now: room for 192 more."


def test_what_no_year_can_be_is_said_beside_the_field(
    page: StatisticsPage, session: Session
) -> None:
    editor = page.capacity.form.editor("other_percent")
    editor.set_raw("130")
    editor.edited.emit()
    page.flush()

    assert "No year" in page.capacity.form.trouble("other_percent")
    assert session.statistics.capacity().other_percent == 25
    assert session.statistics.drafts() == {"other_percent": "130"}
