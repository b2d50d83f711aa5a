"""The client's preparation sheet, in plain words with lines to write on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Fact
from casedesk.pdf.conference_preparation import PreparationPaper
from casedesk.pdf.section import Section
from casedesk.services.paper_words.conference_records import title_of, when, where
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.conference_records import ConferenceRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words


def preparation(
    imprint: Imprint, case: CaseRecords, records: ConferenceRecords, words: Words
) -> PreparationPaper:
    """Compose the sheet; what was said already is printed, with room for more."""
    conference = records.conference
    return PreparationPaper(
        sheet=replace(sheet(imprint, case, words), large_print=True),
        title=words("My preparation"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("For"), value=case.client.full_name),
            Fact(label=words("The meeting"), value=title_of(conference, words)),
            Fact(label=words("When"), value=when(conference, words)),
            Fact(label=words("Where"), value=where(conference, words)),
        ),
        introduction=words(
            "This meeting is about you. You decide what is talked about. Write down "
            "what matters to you. You need not write anything. We can also fill this "
            "in together."
        ),
        parts=(
            _part(words("What do I want from this meeting?"), conference.wishes, 5),
            _part(words("What is going well? What helps me?"), "", 3),
            _part(words("What must not be talked about?"), conference.taboo, 4),
            _part(words("Whom do I bring along?"), conference.brings, 2),
            _part(words("What do I need so that I feel well there?"), "", 2),
        ),
        agenda=Section(
            heading=words("This is planned"),
            bullets=tuple(item.title for item in records.items if item.title.strip()),
        ),
        closing=words(
            "You may leave the room or ask for a break at any time. You may change "
            "your mind about anything that stands here."
        ),
    )


def _part(heading: str, said: str, lines: int) -> Section:
    paragraphs = tuple(said.splitlines())
    room = max(lines - len(paragraphs), 2)
    return Section(heading=heading, paragraphs=paragraphs, own_words=True, lines=room)
