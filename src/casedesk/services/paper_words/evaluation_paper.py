"""The evaluation on paper: goals by outcome, scores, change, views, hours and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment_change import SCALES, ChangeState, compared
from casedesk.domain.evaluation import Attainment
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.entry_facts import rating_label
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.paper_words.look_back_words import (
    facts_with_words,
    level_words,
    score,
    signed,
)
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.assessment import Assessment
    from casedesk.domain.assessment_change import DomainChange
    from casedesk.domain.evaluation import GoalResult
    from casedesk.pdf.blocks import Cell
    from casedesk.services.paper_words.assessment_records import AssessmentRecords
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.evaluation_records import EvaluationRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

NONE = "–"


def evaluation_paper(
    imprint: Imprint,
    case: CaseRecords,
    records: EvaluationRecords,
    answers: tuple[Fact, ...],
    words: Words,
    *notes: str,
) -> SectionedPaper:
    """Compose a confirmed evaluation; `answers` are those to the six questions."""
    written = _Evaluation(case, records, answers, words)
    held_on = words.day(records.evaluation.held_on)
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Evaluation of {day}").format(day=held_on),
        edition=imprint.edition(words, *notes),
        facts=tuple(written.facts()),
        sections=tuple(written.sections()),
    )


class _Evaluation:
    """Writes one evaluation in one language."""

    def __init__(
        self,
        case: CaseRecords,
        records: EvaluationRecords,
        answers: tuple[Fact, ...],
        words: Words,
    ) -> None:
        self._case = case
        self._records = records
        self._evaluation = records.evaluation
        self._answers = answers
        self._words = words

    def facts(self) -> Iterator[Fact]:
        """Yield about whom, when and by whom."""
        words, case, evaluation = self._words, self._case, self._evaluation
        yield Fact(label=words("Client"), value=case.client.full_name)
        yield Fact(label=words("Case number"), value=case.case.number)
        if evaluation.cycle > 1:
            yield Fact(label=words("Round"), value=str(evaluation.cycle))
        yield Fact(label=words("Held on"), value=words.day(evaluation.held_on))
        yield Fact(label=words("Case manager"), value=case.practice.holder_name)
        confirmed = words.day(evaluation.confirmed_on)
        yield Fact(label=words("Confirmed on"), value=confirmed)

    def sections(self) -> Iterator[Section]:
        """Yield the parts, results first."""
        words, evaluation = self._words, self._evaluation
        yield Section(heading=words("Goals by outcome"), parts=tuple(self._outcomes()))
        yield self._attainment()
        effects = facts_with_words(self._effects())
        if effects:
            yield Section(heading=words("What the work has changed"), facts=effects)
        yield from self._side_by_side()
        yield from self._views()
        yield Section(heading=words("Hours and cost"), facts=tuple(self._cost()))
        learned = facts_with_words(
            (
                (words("What worked"), evaluation.worked_well),
                (words("What the care system can learn from it"), evaluation.lessons),
            )
        )
        if learned:
            yield Section(heading=words("What can be learned"), facts=learned)

    def _outcomes(self) -> Iterator[Section]:
        words = self._words
        for outcome in (*Attainment, None):
            own = [each for each in self._records.results if each.attainment is outcome]
            if own:
                name = words.label(outcome) if outcome else words("not rated")
                yield Section(heading=name.capitalize(), table=self._table(own))

    def _table(self, results: list[GoalResult]) -> Table:
        words = self._words
        columns = (
            Column(title=words("Goal"), share=9, hyphenated=True),
            Column(title=words("Level: start → end"), share=3.4),
            Column(title=words("Weight"), share=2),
            Column(title=words("What was reached"), share=8, hyphenated=True),
        )
        return Table(
            columns=columns,
            rows=tuple(map(self._row, results)),
            beneath=tuple(
                (Fact(label=words("Reason"), value=each.reason),) for each in results
            ),
        )

    def _row(self, result: GoalResult) -> tuple[Cell, ...]:
        words = self._words
        return (
            result.goal_words or words("(without words)"),
            f"{signed(result.baseline_level)} → {signed(result.level)}",
            str(result.weight),
            level_words(result.level, result.level_words, words) or NONE,
        )

    def _attainment(self) -> Section:
        words, found = self._words, self._records.sheet.scores
        facts = (
            Fact(
                label=words("T-score at the start"), value=score(found.baseline, words)
            ),
            Fact(label=words("T-score attained"), value=score(found.attained, words)),
            Fact(
                label=words("Change"),
                value=score(found.change, words, is_change=True),
            ),
        )
        said = [
            words(
                "By Kiresuk and Sherman, weighted. Goals that are set well reach 50 on "
                "average, with a deviation of 10. The change compares only goals with "
                "a level at the start and in the end."
            )
        ]
        if found.unscored:
            left = words("Left out, because they have no level: {count}")
            said.append(left.format(count=found.unscored))
        if found.without_baseline:
            left = words(
                "Left out of the change, because they have no level at the start: "
                "{count}"
            )
            said.append(left.format(count=found.without_baseline))
        heading = words("Goal attainment")
        return Section(heading=heading, paragraphs=tuple(said), facts=facts)

    def _effects(self) -> Iterator[tuple[str, str]]:
        words, evaluation = self._words, self._evaluation
        names = (
            words("Independence"),
            words("Quality of life"),
            words("Care and support"),
            words("Capacity for work or school"),
        )
        for name, effect in zip(names, evaluation.effects, strict=True):
            yield name, words.label(effect) if effect else ""
        yield words("What has changed"), evaluation.effect_words

    def _side_by_side(self) -> Iterator[Section]:
        words, before, after = self._words, self._records.before, self._records.after
        if before is None or after is None:
            return
        changes = [
            each
            for each in compared(before.entries, after.entries)
            if each.state is not ChangeState.EMPTY
        ]
        columns = (
            Column(title=words("Life domain"), share=46, hyphenated=True),
            *(
                Column(title=rating_label(name, words), share=26, hyphenated=True)
                for name in SCALES
            ),
        )
        rows = tuple(
            (
                self._domain(after, change),
                *(self._pair(change, name) for name in SCALES),
            )
            for change in changes
        )
        said = words("Ratings from 0 to 10: {first} → {last}").format(
            first=self._named(before.assessment), last=self._named(after.assessment)
        )
        heading = words("First and last assessment side by side")
        table = Table(columns=columns, rows=rows)
        yield Section(heading=heading, paragraphs=(said,), table=table)

    def _named(self, assessment: Assessment) -> str:
        day = self._words.day(assessment.held_on)
        return f"{self._words.label(assessment.kind)} {day}".strip()

    def _domain(self, side: AssessmentRecords, change: DomainChange) -> str:
        entry = change.after or change.before
        assert entry is not None  # noqa: S101 - a change has at least one side
        return side.name(entry, self._case, self._words)

    def _pair(self, change: DomainChange, name: str) -> str:
        values = [
            getattr(side, name) if side is not None else None
            for side in (change.before, change.after)
        ]
        if values == [None, None]:
            return ""
        return " → ".join(NONE if each is None else str(each) for each in values)

    def _views(self) -> Iterator[Section]:
        words, evaluation = self._words, self._evaluation
        own = tuple(evaluation.client_words.splitlines())
        if own or self._answers:
            yield Section(
                heading=words("The client's own view"),
                paragraphs=own,
                own_words=True,
                facts=self._answers,
            )
        others = facts_with_words(
            (
                (words("View of the network"), evaluation.network_view),
                (words("View of the payer"), evaluation.payer_view),
            )
        )
        if others:
            yield Section(heading=words("Views of others"), facts=others)

    def _cost(self) -> Iterator[Fact]:
        words, evaluation, looked = self._words, self._evaluation, self._records.sheet
        if evaluation.planned_minutes:
            planned = words.hours(evaluation.planned_minutes)
            yield Fact(label=words("Hours planned"), value=planned)
        if looked.counted_minutes is not None:
            yield Fact(
                label=words("Hours that count for the mandate"),
                value=words("{hours} (as in the time account)").format(
                    hours=words.hours(looked.counted_minutes)
                ),
            )
        yield Fact(
            label=words("Hours worked in all"),
            value=words(
                "{hours} (also what is not billed; without travel, not rounded)"
            ).format(hours=words.hours(looked.spent_minutes)),
        )
        country = self._case.practice.country
        pairs = (
            (words("Cost planned"), phrases.amount(evaluation.planned_cents, country)),
            (words("Cost in fact"), phrases.amount(evaluation.actual_cents, country)),
            (
                words("Cost avoided, estimated by the case manager"),
                phrases.amount(evaluation.avoided_cents, country),
            ),
            (
                words("Assumptions behind the estimate"),
                evaluation.avoided_assumptions,
            ),
        )
        yield from facts_with_words(pairs)
