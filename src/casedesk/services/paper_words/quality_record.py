"""The quality record in words: what is missing, what is there, and since when.

It names neither the client nor anything that stands in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.imprint import sheet
from casedesk.words.quality_choices import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.quality import Quality, QualityLine
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.quality import CheckedQuality
    from casedesk.words.catalog import Words


def quality_record(
    imprint: Imprint, case: CaseRecords, checked: CheckedQuality, words: Words
) -> SectionedPaper:
    """Compose the record of a day."""
    quality = checked.quality
    sections = [_missing(quality, words)]
    if quality.waived:
        sections.append(_waived(quality, words))
    sections += _there(quality, words)
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Quality record"),
        edition=imprint.edition(words),
        facts=tuple(_facts(case, words)),
        introduction=words(
            "By the ten core points of Netzwerk Case Management Schweiz. What is "
            "looked for beneath each point was chosen by CaseDesk from what the file "
            "can hold; the indicators of the standard itself are no part of it. It is "
            "a list, no mark. What was not due on that day is left out."
        ),
        sections=tuple(sections),
    )


def _facts(case: CaseRecords, words: Words) -> Iterator[Fact]:
    record = case.case
    yield Fact(label=words("Case number"), value=record.number)
    yield Fact(label=words("Area"), value=words.label(record.area))
    yield Fact(label=words("Opened on"), value=words.day(record.opened_on))
    if record.closed_on is not None:
        yield Fact(label=words("Closed on"), value=words.day(record.closed_on))
    if record.cycle > 1:
        yield Fact(label=words("Round"), value=str(record.cycle))
    yield Fact(label=words("Checked on"), value=words.day(case.today))
    yield Fact(label=words("Case manager"), value=case.practice.holder_name)


def _missing(quality: Quality, words: Words) -> Section:
    items = tuple(
        f"{words.label(each.point)}: {_sentence(each, words)}"
        for each in quality.missing
    )
    nothing = () if items else (words("Nothing is missing."),)
    return Section(heading=words("Missing"), bullets=items, paragraphs=nothing)


def _sentence(line: QualityLine, words: Words) -> str:
    """Say what is missing and in how many records, without naming them."""
    count = len(line.look.subject_ids)
    said = words(MISSING[line.check]).format(count=count)
    return f"{said} {count}" if said.endswith(":") else said


def _waived(quality: Quality, words: Words) -> Section:
    columns = (
        Column(title=words("Core point"), share=4, hyphenated=True),
        Column(title=words("What is looked for"), share=5, hyphenated=True),
        Column(title=words("Why it does not apply here"), share=7, hyphenated=True),
        Column(title=words("Noted on"), share=3),
    )
    rows = tuple(
        (
            words.label(line.point),
            words.label(line.check),
            f"{waiver.reason} ({waiver.noted_by})"
            if waiver.noted_by
            else waiver.reason,
            words.day(waiver.noted_on),
        )
        for line, waiver in quality.waived
    )
    table = Table(columns=columns, rows=rows)
    return Section(heading=words("Does not apply"), table=table)


def _there(quality: Quality, words: Words) -> list[Section]:
    """Return what is there, point by point; the days are those of the file."""
    columns = (
        Column(title=words("Core point"), share=6, hyphenated=True),
        Column(title=words("What is there"), share=9, hyphenated=True),
        Column(title=words("Day"), share=3),
    )
    rows = tuple(
        (words.label(each.point), words.label(each.check), words.day(each.look.on))
        for each in quality.there
    )
    table = Table(columns=columns, rows=rows)
    return [Section(heading=words("What is there"), table=table)]
