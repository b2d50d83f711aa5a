"""The words of the minutes of a case conference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.conference import Attendance, ResolutionKind
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.pdf.conference_minutes import MinutesItem, MinutesPaper
from casedesk.pdf.section import Section
from casedesk.services.paper_words.conference_records import (
    called,
    responsible,
    title_of,
    when,
    where,
)
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.conference import AgendaItem, Resolution
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.conference_records import ConferenceRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words


def minutes(
    imprint: Imprint, case: CaseRecords, records: ConferenceRecords, words: Words
) -> MinutesPaper:
    """Compose the minutes. The client's private preparation is not part of them."""
    conference = records.conference
    composed = _Composition(case, records, words)
    return MinutesPaper(
        sheet=sheet(imprint, case, words),
        title=words("Minutes: {meeting}").format(meeting=title_of(conference, words)),
        edition=imprint.edition(words, *composed.version()),
        facts=tuple(composed.facts()),
        people=tuple(composed.people()),
        items=tuple(composed.items()),
        overview=composed.overview(),
        closing=tuple(composed.closing()),
    )


class _Composition:
    """Writes a conference in one language."""

    def __init__(
        self, case: CaseRecords, records: ConferenceRecords, words: Words
    ) -> None:
        self._case = case
        self._records = records
        self._words = words

    def version(self) -> Iterator[str]:
        """Say that it is a correction, if it is one."""
        conference = self._records.conference
        if conference.corrects_id is not None:
            yield self._words("Corrected version {version}").format(
                version=conference.version
            )

    def facts(self) -> Iterator[Fact]:
        """Yield about whom, when, where and by whom."""
        words, conference = self._words, self._records.conference
        yield Fact(label=words("About"), value=self._case.client.full_name)
        yield Fact(label=words("Case number"), value=self._case.case.number)
        yield Fact(label=words("When"), value=when(conference, words))
        yield Fact(label=words("Where"), value=where(conference, words))
        yield Fact(label=words("In the chair"), value=conference.chair)
        yield Fact(label=words("Minutes taken by"), value=conference.minute_taker)

    def people(self) -> Iterator[Section]:
        """Yield who was there, who was excused, and what it was for."""
        words = self._words
        headings = {
            Attendance.PRESENT: words("Present"),
            Attendance.EXCUSED: words("Excused"),
            Attendance.ABSENT: words("Not there"),
        }
        for attendance, heading in headings.items():
            came = self._records.came(attendance)
            if came:
                names = tuple(called(each, self._case, words) for each in came)
                yield Section(heading=heading, bullets=names)
        aims = self._records.conference.aims
        if aims.strip():
            yield Section(
                heading=words("Aims of the meeting"),
                paragraphs=tuple(aims.splitlines()),
            )

    def items(self) -> Iterator[MinutesItem]:
        """Yield each item with what was said and what came of it."""
        for number, item in enumerate(self._records.items, start=1):
            yield MinutesItem(
                number=str(number),
                title=item.title,
                discussion=tuple(item.discussion.splitlines()),
                results=self._results(item),
            )

    def overview(self) -> Section | None:
        """Return everything that somebody has to do, by day."""
        words = self._words
        found = [
            each
            for each in self._records.resolutions
            if each.due_on and each.kind is not ResolutionKind.INFORMATION
        ]
        if not found:
            return None
        found.sort(key=lambda each: (str(each.due_on), each.position))
        columns = (
            Column(title=words("By when"), share=3),
            Column(title=words("Who"), share=5),
            Column(title=words("What"), share=9, hyphenated=True),
        )
        rows = tuple(
            (words.day(each.due_on), self._who(each), each.words) for each in found
        )
        return Section(
            heading=words("Who does what by when"),
            table=Table(columns=columns, rows=rows),
        )

    def closing(self) -> Iterator[Section]:
        """Yield where views differ, how it goes on, and who gets these minutes."""
        words, conference = self._words, self._records.conference
        nothing = words("No differing views were noted.")
        yield Section(
            heading=words("Where views differ"),
            paragraphs=tuple(conference.dissent.splitlines()) or (nothing,),
        )
        if conference.client_feedback.strip():
            yield Section(
                heading=words("What the client says about the meeting"),
                paragraphs=tuple(conference.client_feedback.splitlines()),
                own_words=True,
            )
        if conference.next_on is not None:
            yield Section(
                heading=words("Next meeting"),
                paragraphs=(words.day(conference.next_on),),
            )
        getting = [
            called(each, self._case, words)
            for each in self._records.invitees
            if each.may_come and each.participant.gets_minutes
        ]
        yield Section(heading=words("These minutes go to"), bullets=tuple(getting))
        yield Section(heading=words("Approved"), paragraphs=(self._approved(),))

    def _approved(self) -> str:
        words, conference = self._words, self._records.conference
        if conference.approved_on is None:
            return words("Not approved yet.")
        return words("On {day} by {name}").format(
            day=words.day(conference.approved_on), name=conference.approved_by
        )

    def _results(self, item: AgendaItem) -> Table | None:
        words = self._words
        found = self._records.resolved(item.id)
        if not found:
            return None
        columns = (
            Column(title=words("Result"), share=3),
            Column(title=words("What"), share=9, hyphenated=True),
            Column(title=words("Who"), share=5),
            Column(title=words("By when"), share=3),
        )
        rows = tuple(
            (
                words.label(each.kind),
                Stacked(each.words),
                self._who(each),
                words.day(each.due_on),
            )
            for each in found
        )
        return Table(columns=columns, rows=rows)

    def _who(self, resolution: Resolution) -> str:
        return responsible(resolution, self._case, self._words)
