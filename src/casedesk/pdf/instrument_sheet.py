"""A sheet of an instrument: answered, half answered, or empty for the visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    ByHand,
    Choices,
    Column,
    Facts,
    Heading,
    Look,
    Stacked,
    Table,
    Text,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Cell, Fact, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One item. Without an answer, the choices are printed to be ticked by pen."""

    number: str
    text: str
    help: str = ""
    answer: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions beneath one heading."""

    heading: str
    intro: str = ""
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLabels:
    """The words around questions and results."""

    number: str
    question: str
    answer: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentPaper:
    """Everything printed on the sheet of an instrument."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    intro: str = ""
    labels: SheetLabels
    groups: tuple[QuestionGroup, ...] = ()
    results: tuple[Fact, ...] = ()
    note: str = ""
    orientation: str = ""
    notices: tuple[str, ...] = ()


def render(paper: InstrumentPaper) -> bytes:
    """Return the sheet as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, instrument_blocks(paper))


def instrument_blocks(paper: InstrumentPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, columns=2, by_hand=True)
    if paper.intro:
        yield Text(paper.intro, Look.LEAD)
    for group in paper.groups:
        yield Heading(group.heading)
        if group.intro:
            yield Text(group.intro, opens=True)
        yield _table(group, paper.labels)
    if paper.results:
        yield Heading(paper.labels.result)
        yield Facts(paper.results)
    if paper.note:
        yield Text(paper.note)
    if paper.orientation:
        yield Text(paper.orientation)
    for notice in paper.notices:
        yield Text(notice, Look.FINE)


def _table(group: QuestionGroup, labels: SheetLabels) -> Table:
    return Table(
        columns=(
            Column(title=labels.number, share=1),
            Column(title=labels.question, share=7, hyphenated=True),
            Column(title=labels.answer, share=5),
        ),
        rows=tuple(
            (each.number, _asked(each), _answer(each)) for each in group.questions
        ),
    )


def _asked(question: Question) -> Cell:
    if not question.help:
        return question.text
    return f"{question.text}\n{question.help}"


def _answer(question: Question) -> Cell:
    if question.answer:
        return Stacked(question.answer)
    return Choices(question.choices) if question.choices else ByHand()
