"""What stands in a cell: words, boxes to tick, or room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from casedesk.pdf.blocks import ByHand, Choices, Fact, Stacked
from casedesk.pdf.fonts import markup
from casedesk.pdf.hyphens import broken_after_hyphens, parted_where_too_wide
from casedesk.pdf.marks import DrawnLine, Gap, TickBox, WritingLine
from casedesk.pdf.paragraph import paragraph
from casedesk.pdf.rows import Grid, Row, Rows
from casedesk.pdf.section import MISSING
from casedesk.pdf.styles import styles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph
    from reportlab.platypus.flowables import Flowable

    from casedesk.pdf.blocks import Cell, Column, Sheet, Signature

WRITING_HEIGHT = 7 * mm
_SIGNING_HEIGHT = 12 * mm


class Cells:
    """Sets words and marks in the size of print and the language of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._language = sheet.language
        self.styles = styles(large=sheet.large_print)

    def words(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Return a paragraph that prints the text literally."""
        return paragraph(markup(text), style)

    def hyphenated(self, text: str, style: ParagraphStyle, width: float) -> Paragraph:
        """Return a paragraph whose German words are parted where they must be."""
        printed = parted_where_too_wide(markup(text), style, width, self._language)
        return paragraph(printed, style)

    def name(self, text: str, style: ParagraphStyle, width: float) -> Paragraph:
        """Return a paragraph that parts what is too wide at its own hyphens alone."""
        return paragraph(broken_after_hyphens(markup(text), style, width), style)

    def cell(
        self, cell: Cell, column: Column, width: float, *, writing_line: bool = False
    ) -> list[Flowable]:
        """Return the contents of a table's cell; without any, a dash."""
        look = self.styles
        if isinstance(cell, ByHand):
            height = WRITING_HEIGHT
            return [WritingLine(height) if writing_line else Gap(look.cell.leading)]
        if isinstance(cell, Choices):
            return [self.choices(cell, width, look.cell)]
        if isinstance(cell, Stacked):
            return self._stacked(cell, column, width)
        if not cell.strip():
            return [self.words(MISSING, look.cell)]
        if column.hyphenated:
            return [self.hyphenated(cell, look.cell, width)]
        return [self.name(cell, look.cell, width)]

    def label(self, fact: Fact, *, by_hand: bool) -> list[Flowable]:
        """Return a label that stands on one line with the value to its right."""
        look = self.styles
        label = self.words(fact.label, look.label)
        if by_hand and not fact.value.strip():
            return [Gap(WRITING_HEIGHT - look.label.leading), label]
        return [Gap(look.value.fontSize - look.label.fontSize), label]

    def value(self, fact: Fact, width: float, *, by_hand: bool) -> list[Flowable]:
        """Return a value; without one, a dash or lines to write on."""
        if by_hand and not fact.value.strip():
            return [WritingLine(WRITING_HEIGHT) for _ in range(fact.lines)]
        return [self.name(fact.value.strip() or MISSING, self.styles.value, width)]

    def choices(self, block: Choices, width: float, style: ParagraphStyle) -> Rows:
        """Return statements with an empty box each."""
        box = 5 * mm * self.styles.scale
        grid = Grid(widths=(box, width - box), air_above=0.8 * self.styles.scale)
        rows = [
            Row(
                grid=grid,
                cells=([TickBox(style.leading)], [self.words(statement, style)]),
            )
            for statement in block.statements
        ]
        return Rows(grid, rows)

    def statement(self, signature: Signature) -> list[Flowable]:
        """Return what is said by signing."""
        look = self.styles
        above = (
            (signature.heading, look.headings[1]),
            (signature.statement, look.body),
        )
        return [self.words(text, style) for text, style in above if text.strip()]

    def signature(self, signature: Signature, width: float) -> list[Flowable]:
        """Return a line to sign on, and who signs."""
        look = self.styles
        beneath = ((signature.name, look.strong), (signature.role, look.cell))
        line = WritingLine(_SIGNING_HEIGHT)
        if signature.drawn is not None:
            line = DrawnLine(_SIGNING_HEIGHT, signature.drawn.strokes)
        return [
            line,
            *(self.name(text, style, width) for text, style in beneath if text.strip()),
        ]

    def beneath_signature(self, signature: Signature) -> list[Flowable]:
        """Return the lines for place and date and all that is written by hand."""
        if signature.drawn is not None:
            where = Fact(label=signature.place_date, value=signature.drawn.place_date)
            note = self.words(signature.drawn.note, self.styles.label)
            return [*self._fact_beneath(where), note]
        above = self._line_above(signature.place_date) if signature.place_date else ()
        return [
            *above,
            *(f for fact in signature.facts for f in self._fact_beneath(fact)),
        ]

    def lines(self, facts: Iterable[Fact], width: float) -> list[Flowable]:
        """Return a line for each fact that has a value."""
        return [
            self.hyphenated(_said(fact), self.styles.cell, width)
            for fact in facts
            if fact.value.strip()
        ]

    def _stacked(self, cell: Stacked, column: Column, width: float) -> list[Flowable]:
        look = self.styles
        stack: list[Flowable] = []
        if cell.main.strip():
            stack.append(self.name(cell.main, look.strong, width))
        if column.hyphenated:
            stack += self.lines(cell.facts, width)
        else:
            filled = (fact for fact in cell.facts if fact.value.strip())
            stack += [self.name(_said(fact), look.cell, width) for fact in filled]
        return stack or [self.words(MISSING, look.cell)]

    def _fact_beneath(self, fact: Fact) -> Iterator[Flowable]:
        if not fact.value.strip():
            yield from self._line_above(fact.label)
            return
        yield Gap(3 * self.styles.scale)
        yield self.words(f"{fact.label}: {fact.value}", self.styles.label)

    def _line_above(self, label: str) -> Iterator[Flowable]:
        yield WritingLine(WRITING_HEIGHT + 1 * mm)
        yield self.words(label, self.styles.label)


def _said(fact: Fact) -> str:
    return f"{fact.label}: {fact.value}" if fact.label else fact.value
