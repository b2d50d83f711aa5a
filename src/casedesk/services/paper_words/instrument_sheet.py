"""What the sheet of an instrument says on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.instrument import ItemKind, read_answers
from casedesk.domain.scoring import YES, outcome
from casedesk.pdf.blocks import Fact
from casedesk.pdf.instrument_sheet import (
    InstrumentPaper,
    Question,
    QuestionGroup,
    SheetLabels,
)
from casedesk.services.paper_words.imprint import sheet as sheet_of
from casedesk.words.scores import score_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.instrument import Instrument, Item, Sheet
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words


def instrument_paper(
    imprint: Imprint,
    records: CaseRecords,
    pack: Instrument,
    filled: Sheet,
    words: Words,
) -> InstrumentPaper:
    """Compose a sheet; items without an answer are printed to be ticked by pen."""
    answers = read_answers(filled.answers)
    return InstrumentPaper(
        sheet=sheet_of(imprint, records, words),
        title=pack.name,
        edition=imprint.edition(words, pack.version),
        facts=_facts(records, filled, words),
        intro=pack.intro,
        labels=SheetLabels(
            number=words("No."),
            question=words("Question"),
            answer=words("Answer"),
            result=words("Result"),
        ),
        groups=tuple(
            QuestionGroup(
                heading=section.heading,
                intro=section.intro,
                questions=tuple(
                    _question(item, answers, words) for item in section.items
                ),
            )
            for section in pack.sections_in(filled.variant)
        ),
        results=_results(pack, filled, answers, words),
        note=filled.note,
        orientation=pack.orientation,
        notices=tuple(filter(None, (pack.source, pack.notice, pack.licence))),
    )


def _facts(records: CaseRecords, filled: Sheet, words: Words) -> tuple[Fact, ...]:
    return (
        Fact(label=words("Client"), value=records.client.full_name),
        Fact(
            label=words("Date of birth"),
            value=words.partial_day(records.client.born),
        ),
        # An empty sheet has no id: its day is written by hand.
        Fact(
            label=words("Taken on"),
            value=words.day(filled.taken_on) if filled.id else "",
        ),
        Fact(label=words("Answered by"), value=filled.answered_by),
        Fact(label=words("Source"), value=filled.source),
    )


def _question(item: Item, answers: Mapping[str, str], words: Words) -> Question:
    answer = answers.get(item.id, "")
    return Question(
        number=item.number,
        text=item.text,
        help=item.help,
        answer=said(item, answer, words) if answer else "",
        choices=_to_tick(item, words),
    )


def said(item: Item, answer: str, words: Words) -> str:
    """Say what was answered."""
    if item.kind is ItemKind.CHOICE:
        return next((c.text for c in item.choices if c.code == answer), answer)
    if item.kind is ItemKind.RATE:
        count, _, span = answer.partition("/")
        return f"{count} {_spans(words)[span]}"
    if item.kind is ItemKind.FLAG:
        return words("yes") if answer == YES else words("no")
    return answer


def _to_tick(item: Item, words: Words) -> tuple[str, ...]:
    if item.kind is ItemKind.CHOICE:
        return tuple(f"{choice.code}  {choice.text}" for choice in item.choices)
    if item.kind is ItemKind.RATE:
        spans = _spans(words)
        return tuple(f"____ {spans[span]}" for span in item.per)
    if item.kind is ItemKind.FLAG:
        return (words("yes"), words("no"))
    return ()


def _spans(words: Words) -> dict[str, str]:
    return {
        "day": words("a day"),
        "week": words("a week"),
        "month": words("a month"),
    }


def _results(
    pack: Instrument, filled: Sheet, answers: Mapping[str, str], words: Words
) -> tuple[Fact, ...]:
    if pack.is_result_only:
        return (Fact(label=pack.short_name, value=filled.result),)
    if not answers:
        return ()
    figures = outcome(pack, answers, filled.variant).figures
    return tuple(
        Fact(label=figure.score.heading, value=score_words(figure, words))
        for figure in figures
        if figure.score.heading
    )
