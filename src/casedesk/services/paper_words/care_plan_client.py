"""The care plan for the client: goals, who does what when, and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import GoalKind, GoalOwner, in_order
from casedesk.domain.measure import NO_LONGER_SERVES
from casedesk.pdf.blocks import Fact
from casedesk.pdf.care_plan_client import (
    ClientGoal,
    ClientPlanLabels,
    ClientPlanPaper,
    ClientStep,
)
from casedesk.pdf.section import Section
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.imprint import plan_signatures, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.services.paper_words.signing_lines import Drawing
    from casedesk.words.catalog import Words


def care_plan_client(
    imprint: Imprint,
    case: CaseRecords,
    records: PlanRecords,
    words: Words,
    drawing: Drawing | None = None,
) -> ClientPlanPaper:
    """Compose the plan in plain words; `drawing` is what was drawn on the screen."""
    pursued = [g for g in in_order(records.goals) if not g.is_given_up]
    tasks = plan_words.client_tasks(case, records)
    return ClientPlanPaper(
        sheet=sheet(imprint, case, words),
        title=words("My plan"),
        edition=imprint.edition(words),
        facts=_facts(case, records.plan, words),
        introduction=words(
            "We made this plan together. It says what you want to reach and who helps. "
            "Keep it where you can find it."
        ),
        goals_heading=words("What I want to reach"),
        labels=ClientPlanLabels(
            goal=words("Goal"),
            guiding_goal=words("My direction"),
            what=words("What is done"),
            who=words("Who does it"),
            when=words("When"),
            no_steps=words("We have not planned any steps for this yet."),
        ),
        goals=tuple(
            _goal(str(number), goal, case, records, words)
            for number, goal in enumerate(pursued, start=1)
        ),
        tasks=Section(heading=words("What I do myself"), bullets=tasks)
        if tasks
        else None,
        phone_numbers=Section(
            heading=words("Whom I can call"),
            paragraphs=(records.plan.crisis_plan,),
            table=plan_words.numbers_to_call(case, words),
        ),
        review=_review(records.plan, words),
        consent=_consent(case, records, words),
        signatures=plan_signatures(case, words, drawing),
    )


def _facts(case: CaseRecords, plan: Plan, words: Words) -> tuple[Fact, ...]:
    return (
        Fact(label=words("Name"), value=case.client.full_name),
        Fact(label=words("Version of the plan"), value=str(plan.version)),
        Fact(label=words("My case manager"), value=case.practice.holder_name),
        Fact(label=words("Valid from"), value=words.day(plan.valid_from)),
    )


def _goal(
    number: str, goal: Goal, case: CaseRecords, records: PlanRecords, words: Words
) -> ClientGoal:
    steps = (
        _step(measure, case, records, words)
        for measure in plan_words.measures_of(goal, records)
        if measure.state not in NO_LONGER_SERVES
    )
    return ClientGoal(
        number=number,
        is_guiding=goal.kind is GoalKind.GUIDING,
        goal=goal.wording or goal.professional_wording,
        facts=tuple(_noticed(goal, words)),
        steps=tuple(steps),
    )


def _noticed(goal: Goal, words: Words) -> Iterator[Fact]:
    """Yield how the client notices that a goal is reached, and whose goal it is."""
    facts = (
        (words("How I notice it"), goal.indicator or goal.expected),
        (words("By when"), words.day(goal.target_on)),
    )
    for label, value in facts:
        if value.strip():
            yield Fact(label=label, value=value)
    if goal.owner is GoalOwner.PAYER:
        yield Fact(label=words("Whose goal it is"), value=words.label(goal.owner))


def _step(
    measure: Measure, case: CaseRecords, records: PlanRecords, words: Words
) -> ClientStep:
    responsible, with_whom = plan_words.who(measure, case, words, records.names)
    when = (
        plan_words.period(measure.starts_on, measure.ends_on, words),
        measure.frequency,
    )
    return ClientStep(
        what=measure.what,
        who=one_line(responsible, with_whom),
        when="\n".join(text for text in when if text),
    )


def _review(plan: Plan, words: Words) -> Section:
    day = words.day(plan.next_review_on)
    if day:
        said = words("On {day} we look together at what has worked.").format(day=day)
    else:
        said = words("We agree on a day on which we look at what has worked.")
    changed = words("If something changes before, call me. We can change the plan.")
    return Section(
        heading=words("When we look at it again"), paragraphs=(f"{said} {changed}",)
    )


def _consent(case: CaseRecords, records: PlanRecords, words: Words) -> Section:
    agreed = plan_words.agreement(records.plan, words)
    dissent = Fact(
        label=words("What I see differently"),
        value=plan_words.all_dissent(records, words),
        lines=2,
    )
    return Section(
        heading=words("Is this right for you?"),
        paragraphs=(agreed,),
        choices=()
        if agreed
        else (
            words("Yes, I agree with this plan."),
            words("No, or not with all of it."),
        ),
        facts=(dissent,),
        by_hand=True,
        parts=(
            Section(
                heading=words("Who gets a copy of the plan"),
                bullets=plan_words.distribution(case, words),
            ),
        ),
    )
