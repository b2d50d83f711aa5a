"""The words of the list that tells the client who got what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.domain.practice import Country
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.pdf.disclosure_list import DisclosureListPaper
from casedesk.pdf.section import Section
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.document import Document, DocumentId
    from casedesk.pdf.blocks import Cell
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

LIST_TEMPLATE = "2026.1"


def disclosure_list(
    imprint: Imprint,
    case: CaseRecords,
    lines: Iterable[Disclosure],
    documents: Mapping[DocumentId, Document],
    words: Words,
) -> DisclosureListPaper:
    """Compose the list from the log, oldest first."""
    found = sorted(lines, key=lambda line: (line.happened_at, line.id))
    composed = _Composition(case, documents, words)
    return DisclosureListPaper(
        sheet=sheet(imprint, case, words),
        title=words("Who got what"),
        edition=imprint.edition(words, words.day(case.today)),
        facts=(
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("Born"), value=words.partial_day(case.client.born)),
            Fact(label=words("Case number"), value=case.case.number),
            Fact(label=words("Case manager"), value=case.practice.holder_name),
        ),
        opening=_opening(case, words),
        passed_on=composed.section(
            words("Passed on to"),
            [line for line in found if line.direction is not Direction.OBTAIN],
            words("Nothing was passed on."),
        ),
        obtained=composed.section(
            words("Obtained from"),
            [line for line in found if line.direction is not Direction.PASS_ON],
            words("Nothing was obtained."),
        ),
        closing=words(
            "You can withdraw a consent at any time for the future. What was passed "
            "on before stays lawful."
        ),
    )


def _opening(case: CaseRecords, words: Words) -> str:
    law = (
        words("Art. 25 DSG")
        if case.practice.country is Country.CH
        else words("Art. 15 GDPR")
    )
    return words(
        "This list names everybody to whom information about you was actually passed "
        "on, and from whom it was obtained ({law}). It was made from the log of this "
        "case."
    ).format(law=law)


class _Composition:
    """Writes the lines of the log in one language."""

    def __init__(
        self, case: CaseRecords, documents: Mapping[DocumentId, Document], words: Words
    ) -> None:
        self._case = case
        self._documents = documents
        self._words = words

    def section(self, heading: str, lines: list[Disclosure], nothing: str) -> Section:
        """Return one direction as a table, or that there was nothing."""
        words = self._words
        if not lines:
            return Section(heading=heading, paragraphs=(nothing,))
        columns = (
            Column(title=words("Day"), share=24),
            Column(title=words("Person or organisation"), share=52),
            Column(title=words("Information"), share=50, hyphenated=True),
            Column(title=words("For what, on what ground"), share=44, hyphenated=True),
        )
        rows = tuple(self._row(line) for line in lines)
        return Section(heading=heading, table=Table(columns=columns, rows=rows))

    def _row(self, line: Disclosure) -> tuple[Cell, ...]:
        words = self._words
        paper = self._documents.get(line.document_id) if line.document_id else None
        number = f"{words.label(paper.kind)} {paper.number}" if paper else ""
        return (
            words.day(line.happened_at.astimezone().date()),
            Stacked(
                line.recipient,
                (Fact(label="", value=words.label(line.channel)),),
            ),
            Stacked("", (_fact(self._named(line.categories)), _fact(number))),
            Stacked("", (_fact(line.purpose), _fact(self._ground(line)))),
        )

    def _named(self, categories: tuple[CategoryId, ...]) -> str:
        own = self._case.own_categories
        return ", ".join(self._words.category(each, own) for each in categories)

    def _ground(self, line: Disclosure) -> str:
        words = self._words
        if line.statute is not None:
            return line.statute_named or words.label(line.statute)
        return words.label(line.basis)


def _fact(value: str) -> Fact:
    return Fact(label="", value=value)
