"""The own statistics on paper: pictures, tables, and how they were counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Column, Fact, Sheet, Table
from casedesk.pdf.statistics import StatisticsPaper, StatisticsPart
from casedesk.services.paper_words.imprint import letterhead
from casedesk.services.statistic_figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.practice import Practice
    from casedesk.words.catalog import Words
    from casedesk.words.statistic_words import PartTable, StatisticWords

WIDTH, SIZE = 482.0, 8.5  # as wide as the column of the paper
LABEL_SHARE = 3.2


def statistics_paper(
    said: StatisticWords, practice: Practice, logo: bytes, today: date, words: Words
) -> StatisticsPaper:
    """Compose the paper; it names no client and no case."""
    title = words("Own statistics")
    return StatisticsPaper(
        sheet=Sheet(
            title=title,
            letterhead=letterhead(practice, logo),
            document_number=title,
            page_of=words("Page {page} of {pages}"),
            language=words.language.tag,
        ),
        title=title,
        edition=words("As of {day}").format(day=words.day(today)),
        facts=tuple(_facts(said, words)),
        notice=said.hidden_words(),
        parts=tuple(_part(table) for table in said.tables()),
        counting=words("How it is counted"),
    )


def _part(table: PartTable) -> StatisticsPart:
    make = figure_of(table)
    return StatisticsPart(
        heading=table.title,
        figure=None if make is None else make(WIDTH, SIZE),
        table=_table(table),
        definitions=table.definitions,
    )


def _facts(said: StatisticWords, words: Words) -> Iterator[Fact]:
    scope = said.statistics.scope
    period = f"{words.day(scope.since)} – {words.day(scope.until)}"
    yield Fact(label=words("Period"), value=period)
    for name, value in said.narrowed():
        yield Fact(label=name, value=value)


def _table(table: PartTable) -> Table:
    first, *others = table.columns
    return Table(
        columns=(
            Column(title=first, share=LABEL_SHARE),
            *(Column(title=name) for name in others),
        ),
        rows=tuple(
            (line.label, *(shown.text for shown in line.shown)) for line in table.lines
        ),
    )
