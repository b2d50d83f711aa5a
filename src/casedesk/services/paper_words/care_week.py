"""The week of care on paper: drawn over a page on its side, and as a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.rhythm import WEEK
from casedesk.figures.week import week
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.figure_paper import FigurePaper
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.week_words import (
    comer,
    note,
    times,
    week_blocks,
    week_findings,
    week_total,
    week_words,
)

if TYPE_CHECKING:
    from casedesk.domain.care_slot import CareSlot
    from casedesk.services.care_week import ShownWeek
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

_WIDTH, _HEIGHT = 728, 466
_SIZE, _LARGE_SIZE = 9.5, 14


def care_week_paper(
    imprint: Imprint,
    case: CaseRecords,
    shown: ShownWeek,
    words: Words,
    *,
    is_large: bool = False,
) -> FigurePaper:
    """Compose the week; the findings stand on the paper as on the screen."""
    figure = week(
        week_blocks(shown, words),
        week_words(shown, words),
        width=_WIDTH,
        size=_LARGE_SIZE if is_large else _SIZE,
        height=_HEIGHT,
    )
    total = week_total(shown, words)
    return FigurePaper(
        sheet=replace(sheet(imprint, case, words), large_print=is_large),
        title=words("Week of care"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("As of"), value=words.day(case.today)),
        ),
        figures=(("", figure),),
        summary=tuple(filter(None, (total, *week_findings(shown, words)))),
        tables=(("", _table(shown, words)),),
    )


def _table(shown: ShownWeek, words: Words) -> Table:
    slots = sorted(shown.slots, key=lambda s: (WEEK.index(s.weekday), s.span))
    return Table(
        columns=(
            Column(title=words("Day of the week"), share=3),
            Column(title=words("From when until when"), share=3),
            Column(title=words("Who comes"), share=4),
            Column(title=words("What is done"), share=5, hyphenated=True),
        ),
        rows=tuple(_row(slot, shown, words) for slot in slots),
    )


def _row(slot: CareSlot, shown: ShownWeek, words: Words) -> tuple[str, ...]:
    what = note(replace(slot, begins=None, ends=None), words)
    return (
        words.label(slot.weekday),
        times(slot, words),
        comer(slot, shown, words),
        "\n".join(part for part in (what, slot.note.strip()) if part),
    )
