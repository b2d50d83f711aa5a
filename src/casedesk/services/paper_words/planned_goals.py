"""Goals and measures in the words in which professionals read them in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.benefit import Per
from casedesk.domain.goal import LEVEL_TEXTS, GoalKind, GoalOwner, standing_on
from casedesk.domain.measure import Approval, approval_on
from casedesk.pdf.blocks import Fact
from casedesk.pdf.care_plan import PlanLabels, PlannedGoal, PlannedMeasure
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.words.catalog import Words


def planned_goals(
    case: CaseRecords, records: PlanRecords, words: Words
) -> tuple[PlannedGoal, ...]:
    """Return every goal with its measures, numbered in the order of the records."""
    numbers: dict[str, int] = {
        goal.id: number for number, goal in enumerate(records.goals, start=1)
    }
    writer = _Writer(case, records, words, numbers)
    return tuple(writer.goal(goal) for goal in records.goals)


class _Writer:
    """Writes goals and measures in one language."""

    def __init__(
        self,
        case: CaseRecords,
        records: PlanRecords,
        words: Words,
        numbers: dict[str, int],
    ) -> None:
        self._case = case
        self._records = records
        self._words = words
        self._numbers = numbers

    def goal(self, goal: Goal) -> PlannedGoal:
        """Return a goal; what nobody wrote is left out."""
        words = self._words
        wording = [
            text
            for text in dict.fromkeys((goal.wording, goal.professional_wording))
            if text.strip()
        ]
        number = self._numbers[goal.id]
        measures = plan_words.measures_of(goal, self._records)
        return PlannedGoal(
            number=str(number),
            is_guiding=goal.kind is GoalKind.GUIDING,
            goal="".join(wording[:1]),
            in_other_words="".join(wording[1:]),
            life_domain=", ".join(
                words.life_domain(key, self._case.own_domains) for key in goal.domains
            ),
            starting_point=goal.baseline,
            indicator=goal.indicator,
            target_on=words.day(goal.target_on),
            priority=_weights(goal, words),
            attainment=_attainment(goal, words),
            state=words.label(standing_on(goal, measures, self._case.today)),
            further=tuple(self._further(goal)),
            levels=tuple(_levels(goal)),
            measures=tuple(
                self._measure(f"{number}.{place}", measure)
                for place, measure in enumerate(measures, start=1)
            ),
        )

    def _further(self, goal: Goal) -> Iterator[Fact]:
        words = self._words
        if goal.owner is not GoalOwner.CLIENT:
            label = words("Whose goal it is")
            yield Fact(label=label, value=words.label(goal.owner))
        if goal.guiding_id in self._numbers:
            served = words("Goal {number}").format(
                number=self._numbers[goal.guiding_id]
            )
            yield Fact(label=words("Serves"), value=served)
        yield Fact(label=words("Conflicts"), value=goal.conflicts)
        dissent = plan_words.dissent_about(goal.id, self._records)
        yield Fact(label=words("Seen differently"), value=dissent)
        yield Fact(label=words("Reason"), value=goal.reason)

    def _measure(self, number: str, measure: Measure) -> PlannedMeasure:
        words = self._words
        responsible, with_whom = plan_words.who(
            measure, self._case, words, self._records.names
        )
        return PlannedMeasure(
            number=number,
            measure=measure.what,
            responsible=responsible,
            with_whom=with_whom,
            period=plan_words.period(measure.starts_on, measure.ends_on, words),
            frequency=measure.frequency,
            payer=one_line(measure.payer, self._approval(measure)),
            cost=one_line(_cost(measure, words), measure.cost),
            review_on=words.day(measure.review_on),
            state=words.label(measure.state),
            result=measure.result,
            further=tuple(self._beside(measure)),
        )

    def _approval(self, measure: Measure) -> str:
        words = self._words
        state = approval_on(measure, self._case.today)
        if state is Approval.NOT_ASKED:
            return ""
        said = words.label(state)
        if state is Approval.GRANTED and measure.granted_until is not None:
            until = words("until {last}").format(last=words.day(measure.granted_until))
            return f"{said} {until}"
        if state is Approval.REFUSED and measure.appeal_until is not None:
            day = words.day(measure.appeal_until)
            return one_line(said, words("appeal until {day}").format(day=day))
        return said

    def _beside(self, measure: Measure) -> Iterator[Fact]:
        words = self._words
        served = [
            str(self._numbers[key])
            for key in measure.further_goal_ids
            if key in self._numbers
        ]
        yield Fact(label=words("Serves also the goals"), value=", ".join(served))
        yield Fact(label=words("Done by those close"), value=measure.near_help)
        label = words("It has worked when")
        yield Fact(label=label, value=measure.success_criterion)
        yield Fact(label=words("Alternatives offered"), value=measure.alternatives)
        chosen = words.label(measure.chosen_by) if measure.chosen_by else ""
        label = words("Chosen by")
        yield Fact(label=label, value=one_line(chosen, measure.choice_reason))
        yield Fact(label=words("Plan B"), value=measure.plan_b)


def _weights(goal: Goal, words: Words) -> str:
    """Return importance, and difficulty if it was rated, both of three."""
    if goal.importance is None and goal.difficulty is None:
        return ""
    importance = "–" if goal.importance is None else f"{goal.importance} / 3"
    if goal.difficulty is None:
        return importance
    difficulty = words("difficulty {value} / 3").format(value=goal.difficulty)
    return f"{importance}, {difficulty}"


def _attainment(goal: Goal, words: Words) -> str:
    """Return the level reached, from which one, else how far the goal is of ten."""
    if goal.level is not None:
        start = goal.baseline_level
        level = f"GAS {goal.level:+d}" if goal.level else "GAS 0"
        if start is None:
            return level
        began = words("began at {level}").format(level=f"{start:+d}" if start else "0")
        return f"{level} ({began})"
    return "" if goal.progress is None else f"{goal.progress} / 10"


def _levels(goal: Goal) -> Iterator[Fact]:
    """Yield the texts of goal attainment scaling, from far below to far above."""
    for level, name in LEVEL_TEXTS.items():
        text = getattr(goal, name)
        if text.strip():
            yield Fact(label=f"GAS {level:+d}" if level else "GAS 0", value=text)


def _cost(measure: Measure, words: Words) -> str:
    if measure.cost_cents is None:
        return ""
    amount = f"{measure.cost_cents / 100:.2f}"
    if measure.cost_per is Per.ONCE:
        return amount
    return f"{amount} {words.label(measure.cost_per)}"


def plan_labels(words: Words) -> PlanLabels:
    """Return the labels of goals and measures."""
    return PlanLabels(
        goal=words("Goal"),
        guiding_goal=words("Guiding goal"),
        life_domain=words("Life domain"),
        starting_point=words("Starting point"),
        indicator=words("How we notice it"),
        target_on=words("By when"),
        priority=words("Importance"),
        attainment=words("Attainment"),
        state=words("State"),
        number=words("No."),
        measure=words("Measure"),
        who=words("Who"),
        with_whom=words("with"),
        when=words("When, how often"),
        review_on=words("Review"),
        payer=words("Payer, cost"),
        result=words("Result"),
        no_measures=words("No measures yet."),
    )
