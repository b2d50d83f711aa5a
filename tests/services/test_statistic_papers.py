"""Statistics that leave the vault name nobody, and leave out what would tell."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.a_practice_year import add_year

from casedesk.domain.statistics import Scope
from casedesk.services.statistic_papers import guarded

if TYPE_CHECKING:
    from casedesk.services.session import Session

SCOPE = Scope(since=date(2024, 1, 1), until=date(2026, 12, 31))


def table(session: Session) -> list[list[str]]:
    statistics = session.statistics.count(SCOPE)
    names = session.statistics.payer_names()
    content = session.statistic_papers.table(statistics, names)()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return [*csv.reader(StringIO(text), delimiter=";")]


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+41 31", "'+41 31"),
        ("-sum", "'-sum"),
        ("@cmd", "'@cmd"),
        ("\tx", "'\tx"),
        ("-3,2", "-3,2"),
        ("12", "12"),
        ("Kasse = West", "Kasse = West"),
    ],
)
def test_no_cell_is_taken_for_a_formula(cell: str, expected: str) -> None:
    assert guarded(cell) == expected


def test_the_table_has_one_figure_in_a_row_and_no_formula(session: Session) -> None:
    add_year(session)

    rows = table(session)

    assert {len(row) for row in rows} == {4}
    assert rows[0] == ["Teil", "Zeile", "Spalte", "Wert"]
    payers = [row[1] for row in rows if row[0] == "Nach Kostenträger"]
    assert "'=Kasse West" in payers


def test_small_figures_are_left_out_of_table_and_paper(session: Session) -> None:
    add_year(session)
    statistics = session.statistics.count(SCOPE)

    rows = table(session)
    sheet = session.statistic_papers.sheet(statistics, session.statistics.payer_names())
    text = text_of(sheet.render())

    reasons = [row for row in rows if row[0] == "Abschlussgründe"]
    assert {row[3] for row in reasons} == {"•"}
    assert "weniger als fünf" in text
    assert "01.01.2024 – 14.03.2026" in text
    for told in ("Muster", "Selbstzahler", "2026-97"):
        assert told not in text
        assert not any(told in cell for row in rows for cell in row)


def test_files_are_named_by_their_period_alone(session: Session) -> None:
    statistics = session.statistics.count(SCOPE)

    sheet = session.statistic_papers.sheet(statistics, {})

    assert sheet.file_name == "Statistik-2024-01-01-2026-03-14.pdf"
    assert session.statistic_papers.table_name(SCOPE).endswith(".csv")


def test_an_empty_practice_has_a_paper_too(session: Session) -> None:
    statistics = session.statistics.count(SCOPE)

    text = text_of(session.statistic_papers.sheet(statistics, {}).render())

    assert "Eigene Statistik" in text
    assert "So wird gezählt" in text
