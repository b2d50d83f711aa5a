"""The minutes of a review: goals, measures, risks, satisfaction, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.paper_words.look_back_words import (
    facts_with_words,
    level_words,
    of_ten,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.review import GoalRating, MeasureCheck
    from casedesk.pdf.blocks import Cell
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.paper_words.review_records import ReviewRecords
    from casedesk.words.catalog import Words


def review_minutes(
    imprint: Imprint,
    case: CaseRecords,
    records: ReviewRecords,
    words: Words,
    next_on: date | None,
    *notes: str,
) -> SectionedPaper:
    """Compose the minutes of a confirmed review."""
    written = _Minutes(case, records, words, next_on)
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Review of {day}").format(day=words.day(records.review.held_on)),
        edition=imprint.edition(words, *notes),
        facts=tuple(written.facts()),
        sections=tuple(written.sections()),
    )


class _Minutes:
    """Writes one review in one language."""

    def __init__(
        self,
        case: CaseRecords,
        records: ReviewRecords,
        words: Words,
        next_on: date | None,
    ) -> None:
        self._case = case
        self._records = records
        self._review = records.review
        self._words = words
        self._next_on = next_on

    def facts(self) -> Iterator[Fact]:
        """Yield about whom, when, and who took part."""
        words, case, review = self._words, self._case, self._review
        yield Fact(label=words("Client"), value=case.client.full_name)
        yield Fact(label=words("Case number"), value=case.case.number)
        if review.cycle > 1:
            yield Fact(label=words("Round"), value=str(review.cycle))
        yield Fact(label=words("Held on"), value=words.day(review.held_on))
        if review.participants.strip():
            yield Fact(label=words("Who took part"), value=review.participants)
        yield Fact(label=words("Case manager"), value=case.practice.holder_name)
        yield Fact(label=words("Confirmed on"), value=words.day(review.confirmed_on))

    def sections(self) -> Iterator[Section]:
        """Yield the parts in the order in which a review goes through them."""
        words, review = self._words, self._review
        yield self._outcome()
        yield Section(heading=words("Goals"), table=self._goals())
        yield Section(heading=words("Measures"), table=self._measures())
        risks = ((words("New risks"), review.new_risks),)
        incidents = ((words("Incidents"), review.incidents),)
        facts = facts_with_words((*risks, *incidents))
        nothing = () if facts else (words("Nothing was noted."),)
        heading = words("Risks and incidents")
        yield Section(heading=heading, facts=facts, paragraphs=nothing)
        yield self._satisfaction()

    def _outcome(self) -> Section:
        words, review = self._words, self._review
        outcome = words.label(review.outcome) if review.outcome else ""
        fit = words.label(review.need_fit) if review.need_fit else ""
        pairs = (
            (words("Decision"), outcome),
            (words("Why"), review.outcome_reason),
            (words("The plan and the need"), _joined(fit, review.need_words)),
            (words("Next review"), words.day(self._next_on)),
        )
        heading = words("What follows from the review")
        return Section(heading=heading, facts=facts_with_words(pairs))

    def _satisfaction(self) -> Section:
        words, review = self._words, self._review
        pairs = (
            (
                words("The client"),
                self._satisfied(review.client_satisfaction, review.client_words),
            ),
            (
                words("Those who provide help"),
                self._satisfied(review.provider_satisfaction, review.provider_words),
            ),
        )
        facts = facts_with_words(pairs)
        nothing = () if facts else (words("Nothing was noted."),)
        heading = words("Satisfaction from 0 to 10")
        return Section(heading=heading, facts=facts, paragraphs=nothing)

    def _satisfied(self, value: int | None, said: str) -> str:
        return _joined("" if value is None else of_ten(value), said)

    def _goals(self) -> Table:
        words = self._words
        columns = (
            Column(title=words("Goal"), share=9, hyphenated=True),
            Column(title=words("Level from −2 to +2"), share=3),
            Column(title=words("Progress"), share=2.4),
            Column(title=words("How it stands"), share=8, hyphenated=True),
        )
        rows = tuple(map(self._goal, self._records.ratings))
        return Table(columns=columns, rows=rows)

    def _goal(self, rating: GoalRating) -> tuple[Cell, ...]:
        words = self._words
        named = rating.goal_words or words("(without words)")
        level = level_words(rating.level, rating.level_words, words)
        said = rating.words if rating.is_rated else words("not rated")
        return (
            named,
            signed(rating.level),
            of_ten(rating.progress),
            "\n".join(filter(None, (level, said))),
        )

    def _measures(self) -> Table:
        words, checks = self._words, self._records.checks
        columns = (
            Column(title=words("Measure"), share=9, hyphenated=True),
            Column(title=words("How it runs"), share=4, hyphenated=True),
            Column(title=words("Meets the need"), share=4, hyphenated=True),
            Column(title=words("Satisfaction"), share=3.4),
        )
        return Table(
            columns=columns,
            rows=tuple(map(self._measure, checks)),
            beneath=tuple(map(self._deviation, checks)),
        )

    def _measure(self, check: MeasureCheck) -> tuple[Cell, ...]:
        words = self._words
        standing = words.label(check.standing) if check.standing else ""
        return (
            check.measure_words or words("(without words)"),
            standing or words("not looked at"),
            words.label(check.fit) if check.fit else "–",
            of_ten(check.satisfaction),
        )

    def _deviation(self, check: MeasureCheck) -> tuple[Fact, ...]:
        words = self._words
        return (
            Fact(label=words("Why it deviates"), value=check.reason),
            Fact(label=words("What is done"), value=check.reaction),
        )


def _joined(first: str, second: str) -> str:
    return "\n".join(part for part in (first, second) if part.strip())
