"""Who gets a report, what they may know, and what is gathered for them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.consent import Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.minimisation import gets_neutral_texts
from casedesk.domain.permission import MAY_GO, Channel, Question, Verdict, check
from casedesk.domain.report import Assembled, LeftOut, LeftOutWhy, ReportSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.permission import Finding
    from casedesk.domain.report import Report, ReportPart
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.words.catalog import Words

PAYING = frozenset(
    {
        PartyRole.PAYER,
        PartyRole.COMMISSIONER,
        PartyRole.INVOICE_RECIPIENT,
        PartyRole.INSURER,
    }
)
_BETWEEN = "\n\n"
_BLANKS = re.compile(r"[ \t\r\n]+")  # but no space that holds a number and its unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReader:
    """What the recipient of a report may know. The client may know all of it."""

    is_client: bool = True
    is_neutral: bool = False
    """Whether nothing told in confidence is for them, whatever it is about."""
    pays: bool = False
    """Whether the recipient pays, or decides what is paid."""
    refused: Mapping[CategoryId, LeftOutWhy] = field(default_factory=dict)

    def against(self, kinds: Iterable[CategoryId]) -> tuple[CategoryId, ...]:
        """Return those of the kinds that the recipient may not know."""
        return tuple(dict.fromkeys(kind for kind in kinds if kind in self.refused))

    @property
    def gets_work(self) -> bool:
        """Whether the work itself is their matter: not that of an employer."""
        return self.pays or not self.is_neutral

    def may_know(self, kinds: Iterable[CategoryId]) -> bool:
        """Whether what tells these kinds of information may be told."""
        return not self.against(kinds)


def reader_of(case: CaseRecords, report: Report) -> ReportReader:
    """Return what consent, law and profile let the recipient of a report know."""
    party = case.parties.get(report.party_id) if report.party_id else None
    if party is None:
        return ReportReader()
    question = Question(
        party_id=party.party.id,
        direction=Direction.PASS_ON,
        categories=(*DataCategory, *case.own_categories),
        day=case.today,
        channel=Channel.HANDED_OVER,
    )
    answer = check(question, case.permissions)
    return ReportReader(
        is_client=False,
        is_neutral=gets_neutral_texts(party.party.roles),
        pays=bool(PAYING.intersection(party.party.roles)),
        refused={
            each.category: _why(each)
            for each in answer.findings
            if each.verdict not in MAY_GO
        },
    )


def _why(finding: Finding) -> LeftOutWhy:
    if finding.is_above_profile:
        return LeftOutWhy.ABOVE_PROFILE
    if finding.verdict is Verdict.WITHHELD:
        return LeftOutWhy.WITHHELD
    return LeftOutWhy.NOT_ALLOWED


class Gathering:
    """Gathers one section: what may be told, and what is left out for what reason."""

    def __init__(self, reader: ReportReader) -> None:
        self.reader = reader
        self._blocks: list[str] = []
        self._kinds: dict[CategoryId, None] = {}
        self._sources: dict[ReportSource, None] = {}
        self._left_out: dict[tuple[ReportSource, LeftOutWhy], list[CategoryId]] = {}
        self._counts: Counter[tuple[ReportSource, LeftOutWhy]] = Counter()

    def may_tell(
        self,
        source: ReportSource,
        kinds: Iterable[CategoryId] = (),
        *,
        is_confidential: bool = False,
    ) -> bool:
        """Whether something may stand in the report; if not, why is noted.

        What tells of no kind of information tells of the work.
        """
        told = tuple(kinds)
        against = self.reader.against(told)
        if not told and not self.reader.gets_work:
            self.leave_out(source, LeftOutWhy.ABOVE_PROFILE)
            return False
        if is_confidential and self.reader.is_neutral:
            self.leave_out(source, LeftOutWhy.CONFIDENTIAL)
            return False
        if against:
            self.leave_out(source, self.reader.refused[against[0]], against)
            return False
        return True

    def leave_out(
        self,
        source: ReportSource,
        why: LeftOutWhy,
        kinds: tuple[CategoryId, ...] = (),
    ) -> None:
        """Note that one record of a kind is left out."""
        self._left_out.setdefault((source, why), []).extend(kinds)
        self._counts[source, why] += 1

    def tell(
        self,
        source: ReportSource,
        text: str,
        kinds: Iterable[CategoryId] = (),
        *,
        is_confidential: bool = False,
    ) -> None:
        """Put words into the section if they may stand there. Nothing is no words."""
        if text.strip() and self.may_tell(
            source, kinds, is_confidential=is_confidential
        ):
            self.put(source, text, kinds)

    def note(self, source: ReportSource) -> None:
        """Note that a record stands in the section beneath another one."""
        self._sources[source] = None

    def add_kinds(self, kinds: Iterable[CategoryId]) -> None:
        """Note what kinds of information are told beside."""
        self._kinds.update(dict.fromkeys(kinds))

    def put(
        self, source: ReportSource, text: str, kinds: Iterable[CategoryId] = ()
    ) -> None:
        """Put words into the section of which it is known that they may stand there."""
        self._blocks.append(text.strip())
        self._kinds.update(dict.fromkeys(kinds))
        self._sources[source] = None

    def assembled(self, part: ReportPart) -> Assembled:
        """Return the section."""
        return Assembled(
            part=part,
            text=_BETWEEN.join(_joined(self._blocks)),
            kinds=tuple(self._kinds),
            sources=tuple(self._sources),
            left_out=tuple(
                LeftOut(
                    source=source,
                    why=why,
                    kinds=tuple(dict.fromkeys(kinds)),
                    count=self._counts[source, why],
                )
                for (source, why), kinds in self._left_out.items()
            ),
        )


POINT = "– "


def point(text: str) -> str:
    """Return words as a point of a list."""
    return POINT + _BLANKS.sub(" ", text.strip())


def labelled(label: str, said: str) -> str:
    """Return words with what they are about before them."""
    return f"{label}: {said.strip()}"


def quoted(text: str, words: Words) -> str:
    """Return somebody's own words between quotation marks, unless they stand there."""
    said = text.strip()
    if not said or said[0] in '«»„“"‹':
        return said
    return words("“{words}”").format(words=said)


def _joined(blocks: Iterable[str]) -> list[str]:
    """Return blocks with points that follow each other in one list."""
    found: list[str] = []
    for block in blocks:
        if found and block.startswith(POINT) and found[-1].startswith(POINT):
            found[-1] += f"\n{block}"
        else:
            found.append(block)
    return found
