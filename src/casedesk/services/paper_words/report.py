"""The words of a report: for whom it is, its sections, and the line to sign on."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from casedesk.domain.report import DOCUMENT_KINDS
from casedesk.pdf.blocks import Fact, Signature
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.paper_words.report_reader import reader_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.report import Report, ReportSection
    from casedesk.pdf.blocks import Sheet
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.reports import ShownReport
    from casedesk.words.catalog import Words

REPORT_TEMPLATE = "2026-11"
SHORT_LETTERS = 1500
"""A section up to this length stays on one page with the signature."""
_EMPTY_LINE = re.compile(r"\n\s*\n")
_POINT = re.compile(r"^\s*[–•*-]\s+")


def report(
    imprint: Imprint, case: CaseRecords, shown: ShownReport, words: Words
) -> SectionedPaper:
    """Return everything that is printed; empty sections are not."""
    printed = [each for each in shown.written if each.is_printed]
    before, last = printed[:-1], printed[-1:]
    if last and len(last[0].text) > SHORT_LETTERS:
        before, last = printed, []
    return SectionedPaper(
        sheet=_marked(sheet(imprint, case, words), words),
        title=words.label(DOCUMENT_KINDS[shown.report.kind]),
        edition=imprint.edition(
            words, words("as of {day}").format(day=words.day(case.today))
        ),
        facts=tuple(_facts(case, shown, words)),
        introduction=words(
            "Confidential: please treat what stands here as such, and keep it where "
            "nobody else can read it."
        ),
        sections=tuple(_section(each, words) for each in before),
        # The signature does not stand alone on a page.
        consent=_with_signature(last, words),
        signatures=(
            Signature(
                name=case.practice.holder_name,
                role=one_line(words("Case manager"), case.practice.qualification),
                place_date=words("Place, date"),
            ),
        ),
    )


def _section(section: ReportSection, words: Words) -> Section:
    return Section(
        heading=words.label(section.part), parts=tuple(written(section.text))
    )


def _with_signature(last: list[ReportSection], words: Words) -> Section:
    """Return the last section if it is short, and who has signed it."""
    section = _section(last[0], words) if last else Section()
    signed = Section(paragraphs=(words("Written from the file of the case by:"),))
    return replace(section, parts=(*section.parts, signed))


def _marked(paper: Sheet, words: Words) -> Sheet:
    """Let the foot of every page say that it is confidential."""
    mark = words("confidential")
    return replace(paper, version=f"{paper.version} · {mark}")


def _facts(case: CaseRecords, shown: ShownReport, words: Words) -> Iterator[Fact]:
    client, told = case.client, shown.report
    yield Fact(label=words("For"), value=_recipient(case, told, words))
    yield Fact(label=words("About"), value=client.full_name)
    yield Fact(label=words("Born"), value=words.partial_day(client.born))
    reference = case.mandate.reference_number if case.mandate else ""
    if reference.strip() and reader_of(case, told).pays:
        yield Fact(label=words("Reference number"), value=reference)
    period = (words.day(told.starts_on), words.day(told.ends_on))
    yield Fact(label=words("Period"), value=" – ".join(period))
    author = one_line(case.practice.holder_name, case.practice.qualification)
    yield Fact(label=words("Written by"), value=author)
    if shown.replaces is not None:
        yield Fact(label=words("Replaces"), value=_replaced(shown.replaces, words))


def _recipient(case: CaseRecords, told: Report, words: Words) -> str:
    party = case.parties.get(told.party_id) if told.party_id else None
    if party is None:
        return one_line(case.client.full_name, words("Client"))
    return one_line(party.name, party.function(words), party.address)


def _replaced(earlier: Report, words: Words) -> str:
    said = words("the report {number} of {day}, which holds no longer")
    return said.format(number=earlier.number, day=words.day(earlier.issued_on))


def written(text: str) -> Iterator[Section]:
    """Yield the paragraphs of a text; lines with a dash are points of a list.

    A line right above points is their heading, as a goal above what is said of it.
    """
    for paragraph in _EMPTY_LINE.split(text.strip()):
        groups = [
            (is_points, tuple(lines))
            for is_points, lines in groupby(paragraph.splitlines(), _is_point)
        ]
        for place, (is_points, lines) in enumerate(groups):
            follows = place + 1 < len(groups)
            if is_points:
                points = tuple(_POINT.sub("", line, count=1).strip() for line in lines)
                head = groups[place - 1][1] if place else ()
                heading = head[-1] if len(head) == 1 else ""
                yield Section(heading=heading, bullets=points, in_order=True)
            elif len(lines) > 1 or not follows:
                yield Section(paragraphs=("\n".join(lines),))


def _is_point(line: str) -> bool:
    return _POINT.match(line) is not None
