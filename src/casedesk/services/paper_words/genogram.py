"""The genogram on paper, with the same facts as a table and a word of warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.kinship import generations
from casedesk.figures.genogram import genogram
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.figure_paper import FigurePaper
from casedesk.services.kin_words import kin_words, name_of, relations, summary, years
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from casedesk.services.kinship import ShownFamily
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

_WIDTH, _SIZE = 482, 8.5


def genogram_paper(
    imprint: Imprint, case: CaseRecords, shown: ShownFamily, words: Words
) -> FigurePaper:
    """Compose the genogram of a case."""
    figure = genogram(shown.family, kin_words(shown, words), width=_WIDTH, size=_SIZE)
    return FigurePaper(
        sheet=sheet(imprint, case, words),
        title=words("Genogram"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("As of"), value=words.day(case.today)),
        ),
        notice=words(
            "This paper holds data of relatives who have not been asked. Hand it on "
            "only where it is needed, and only as far as it is needed."
        ),
        figures=(("", figure),),
        summary=tuple(summary(shown, words)),
        tables=((words("The family in words"), _relatives(shown, words)),),
    )


def _relatives(shown: ShownFamily, words: Words) -> Table:
    rows = generations(shown.family)
    ordered = sorted(shown.family.relatives, key=lambda relative: rows[relative.id])
    return Table(
        columns=(
            Column(title=words("Name"), share=4),
            Column(title=words("Years"), share=2),
            Column(title=words("Family"), share=8, hyphenated=True),
        ),
        rows=tuple(
            (
                name_of(relative.id, shown, words),
                years(relative),
                " ".join([*relations(relative, shown, words), relative.note]).strip(),
            )
            for relative in ordered
        ),
    )
