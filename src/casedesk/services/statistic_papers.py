"""Statistics that leave the vault: as a paper, and as a table for other programs.

What would let anybody be told from them is left out of both, and both are noted.
"""

from __future__ import annotations

import csv
from fractions import Fraction
from io import StringIO
from typing import TYPE_CHECKING

from casedesk.domain.protected_figures import protection
from casedesk.pdf.statistics import render as rendered
from casedesk.services.paper_words.statistics import statistics_paper
from casedesk.services.recovery import LooseSheet
from casedesk.words import phrases
from casedesk.words.catalog import Words
from casedesk.words.statistic_words import HIDDEN, StatisticWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from casedesk.domain.statistics import Scope, Statistics
    from casedesk.services.clock import Clock
    from casedesk.services.practice import PracticeService
    from casedesk.words.statistic_words import Shown

MARK = b"\xef\xbb\xbf"  # so that spreadsheets read the letters as they were written
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
EXPORTED, PRINTED = "statistics.export", "statistics.print"


class StatisticPapers:
    """Puts figures that were counted into what leaves the vault."""

    def __init__(self, practice: PracticeService, clock: Clock) -> None:
        self._practice = practice
        self._clock = clock

    def sheet(self, statistics: Statistics, payers: Mapping[str, str]) -> LooseSheet:
        """Prepare the paper. Its rendering works out what is left out."""
        practice, today = self._practice.get(), self._clock.today()
        words = Words(practice.language)
        logo = self._practice.logo()

        def render() -> bytes:
            said = _said(statistics, payers, words)
            return rendered(statistics_paper(said, practice, logo, today, words))

        title = words("Own statistics")
        return LooseSheet(
            title=title,
            file_name=f"{file_name(statistics.scope, words)}.pdf",
            language=words.language,
            is_secret=False,
            render=render,
        )

    def table_name(self, scope: Scope) -> str:
        """Return how the file of the table is called; it names nobody."""
        return f"{file_name(scope, self._words())}.csv"

    def table(
        self, statistics: Statistics, payers: Mapping[str, str]
    ) -> Callable[[], bytes]:
        """Prepare all figures as one table: semicolons, UTF-8 with its mark.

        What is returned is slow and touches no vault.
        """
        words, day = self._words(), self._clock.today().isoformat()

        def written() -> bytes:
            lines = StringIO(newline="")
            table = csv.writer(lines, delimiter=";")
            for row in rows_of(_said(statistics, payers, words), day):
                table.writerow([guarded(cell) for cell in row])
            return MARK + lines.getvalue().encode()

        return written

    def _words(self) -> Words:
        return Words(self._practice.get().language)


def file_name(scope: Scope, words: Words) -> str:
    """Name a file by what it is and its period alone."""
    name = words("Statistics")
    return f"{name}-{scope.since:%Y-%m-%d}-{scope.until:%Y-%m-%d}"


def rows_of(said: StatisticWords, day: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows: a part, its line, the column, the figure."""
    _ = said.words
    yield (_("Part"), _("Line"), _("Column"), _("Value"))
    scope = said.statistics.scope
    about = _("About these figures")
    yield (about, _("Since"), "", scope.since.isoformat())
    yield (about, _("Until"), "", scope.until.isoformat())
    yield (about, _("As of"), "", day)
    for name, value in said.narrowed():
        yield (about, name, "", value)
    yield (about, HIDDEN, "", said.hidden_words())
    for table in said.tables():
        for line in table.lines:
            for column, shown in zip(table.columns[1:], line.shown, strict=True):
                yield (table.title, line.label, column, _number(shown, said))


def _number(shown: Shown, said: StatisticWords) -> str:
    if shown.number is None:
        return shown.text
    return phrases.figure(Fraction(shown.number), said.words)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    if cell.startswith(FORMULA_SIGNS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").replace(",", "", 1).replace(".", "", 1)
    return digits.isascii() and digits.isdecimal()


def _said(
    statistics: Statistics, payers: Mapping[str, str], words: Words
) -> StatisticWords:
    return StatisticWords(
        words=words,
        statistics=statistics,
        protection=protection(statistics),
        payer_names=payers,
    )
