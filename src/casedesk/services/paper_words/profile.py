"""The profile of burdens and resources on paper, drawn and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.figure_paper import FigurePaper
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.profile import (
    Comparison,
    Scale,
    rated,
    rating_radar,
    scale_words,
    series_of,
    value_words,
)

if TYPE_CHECKING:
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.profile import ShownProfile
    from casedesk.words.catalog import Words

_WIDTH, _SIZE = 390, 8.5


def profile_paper(
    imprint: Imprint,
    case: CaseRecords,
    shown: ShownProfile,
    comparison: Comparison,
    words: Words,
) -> FigurePaper:
    """Compose the profile with two radars, burdens first."""
    series = series_of(shown, comparison, words, words.day)
    drawn = []
    tables = []
    for scale in Scale:
        values = rated(shown, scale, comparison, words)
        name = scale_words(scale, words)
        radar = rating_radar(values, series, name, words, width=_WIDTH, size=_SIZE)
        drawn.append((name, radar))
        rows = tuple(
            (each.label, *(value_words(value, words) for value in each.values))
            for each in values
        )
        columns = (
            Column(title=words("Life domain"), share=4),
            *(Column(title=name, share=2) for name in series),
        )
        tables.append((name, Table(columns=columns, rows=rows)))
    return FigurePaper(
        sheet=sheet(imprint, case, words),
        title=words("Resource and burden profile"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("Assessed on"), value=words.day(shown.held_on)),
        ),
        figures=tuple(drawn),
        tables=tuple(tables),
    )
