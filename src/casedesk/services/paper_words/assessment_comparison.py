"""Two assessments beside each other on paper: numbers first, then words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import RATINGS
from casedesk.domain.assessment_change import (
    SCALES,
    ChangeState,
    changed_head,
    compared,
)
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.entry_facts import rating_label, text_label
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.assessment import Assessment
    from casedesk.domain.assessment_change import DomainChange
    from casedesk.services.paper_words.assessment_records import AssessmentRecords
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words


def comparison(
    imprint: Imprint,
    case: CaseRecords,
    before: AssessmentRecords,
    after: AssessmentRecords,
    words: Words,
) -> SectionedPaper:
    """Compose what changed from one assessment to another."""
    return _Comparison(case, before, after, words).paper(imprint)


class _Comparison:
    """Writes the sections of one comparison in one language."""

    def __init__(
        self,
        case: CaseRecords,
        before: AssessmentRecords,
        after: AssessmentRecords,
        words: Words,
    ) -> None:
        self._case = case
        self._before = before
        self._after = after
        self._words = words
        self._changes = compared(before.entries, after.entries)

    def paper(self, imprint: Imprint) -> SectionedPaper:
        """Return the whole comparison."""
        words = self._words
        return SectionedPaper(
            sheet=sheet(imprint, self._case, words),
            title=words("Comparison of two assessments"),
            edition=imprint.edition(words),
            facts=(
                Fact(label=words("Client"), value=self._case.client.full_name),
                Fact(
                    label=words("Before"), value=self._titled(self._before.assessment)
                ),
                Fact(label=words("Now"), value=self._titled(self._after.assessment)),
            ),
            sections=(
                Section(heading=words("Ratings from 0 to 10"), table=self._scales()),
                *self._on_the_whole(),
                *self._changed(),
                Section(heading=words("Unchanged"), bullets=self._unchanged()),
            ),
        )

    def _titled(self, assessment: Assessment) -> str:
        words = self._words
        day = words.day(assessment.held_on)
        version = words("Version {version}").format(version=assessment.version)
        return one_line(words.label(assessment.kind), day, version)

    def _name(self, change: DomainChange) -> str:
        entry = change.after or change.before
        assert entry is not None  # noqa: S101 - a change has at least one side
        return self._after.name(entry, self._case, self._words)

    def _scales(self) -> Table:
        words = self._words
        return Table(
            columns=(
                Column(title=words("Life domain"), share=46, hyphenated=True),
                Column(title=words("State"), share=28, hyphenated=True),
                *(
                    Column(title=rating_label(name, words), share=26, hyphenated=True)
                    for name in SCALES
                ),
            ),
            rows=tuple(
                (
                    self._name(change),
                    words.label(change.state),
                    *(self._pair(change, name) for name in SCALES),
                )
                for change in self._changes
                if change.state is not ChangeState.EMPTY
            ),
        )

    def _pair(self, change: DomainChange, name: str) -> str:
        old, new = (
            getattr(side, name) if side is not None else None
            for side in (change.before, change.after)
        )
        if old is None and new is None:
            return ""
        if old == new:
            return f"{new}"
        shown = ("–" if each is None else f"{each}" for each in (old, new))
        return " → ".join(shown)

    def _on_the_whole(self) -> Iterator[Section]:
        words, before, after = self._words, self._before, self._after
        labels = {
            "wishes": words("Wishes and aims, in the client's own words"),
            "strengths": words("What the client is good at"),
            "life_values": words("What matters to the client"),
            "summary": words("Summary"),
            "open_questions": words("Open questions"),
            "recommendation": words("Recommendation"),
        }
        rows = [
            (
                labels[name],
                getattr(before.assessment, name),
                getattr(after.assessment, name),
            )
            for name in changed_head(before.assessment, after.assessment)
        ]
        if rows:
            yield Section(heading=words("On the whole"), table=self._table(rows))

    def _changed(self) -> Iterator[Section]:
        for change in self._changes:
            if change.state not in (ChangeState.CHANGED, ChangeState.NEW):
                continue
            rows = [self._row(change, name) for name in self._fields(change)]
            yield Section(heading=self._name(change), table=self._table(rows))

    def _fields(self, change: DomainChange) -> tuple[str, ...]:
        # The scales stand in the table above.
        return tuple(name for name in change.fields if name not in SCALES)

    def _row(self, change: DomainChange, name: str) -> tuple[str, str, str]:
        words = self._words
        is_rating = name in RATINGS
        label = rating_label(name, words) if is_rating else text_label(name, words)
        said = []
        for side in (change.before, change.after):
            value = getattr(side, name) if side is not None else None
            if is_rating and value is not None:
                value = words.label(value)
            said.append(value or "")
        return label, said[0], said[1]

    def _table(self, rows: list[tuple[str, str, str]]) -> Table:
        words = self._words
        return Table(
            columns=(
                Column(title="", share=34, hyphenated=True),
                Column(title=words("Before"), share=70),
                Column(title=words("Now"), share=70),
            ),
            rows=tuple(rows),
        )

    def _unchanged(self) -> tuple[str, ...]:
        return tuple(
            self._name(change)
            for change in self._changes
            if change.state is ChangeState.UNCHANGED
        )
