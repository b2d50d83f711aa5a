"""The care plan as professionals read it: sections A to K."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    Banner,
    Column,
    Columns,
    Fact,
    Facts,
    Heading,
    Signatures,
    Stacked,
    Table,
    Text,
    Title,
    Together,
)
from casedesk.pdf.section import MISSING, Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Cell, Sheet, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeasure:
    """What is done for a goal, in the words to be printed."""

    number: str
    measure: str
    responsible: str = ""
    with_whom: str = ""
    period: str = ""
    frequency: str = ""
    payer: str = ""
    """Who pays, and how far the payer has agreed."""
    cost: str = ""
    review_on: str = ""
    state: str = ""
    result: str = ""
    further: tuple[Fact, ...] = ()
    """What else is known of it; empty facts are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGoal:
    """What is to be reached, with its measures."""

    number: str
    goal: str
    in_other_words: str = ""
    """The goal as professionals word it."""
    life_domain: str = ""
    starting_point: str = ""
    indicator: str = ""
    target_on: str = ""
    priority: str = ""
    attainment: str = ""
    """How far the goal is reached on the scale of goal attainment."""
    state: str = ""
    is_guiding: bool = False
    further: tuple[Fact, ...] = ()
    """What else is known of it; empty facts are left out."""
    levels: tuple[Fact, ...] = ()
    """The texts of goal attainment scaling."""
    measures: tuple[PlannedMeasure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLabels:
    """The labels of goals and measures."""

    goal: str
    guiding_goal: str
    life_domain: str
    starting_point: str
    indicator: str
    target_on: str
    priority: str
    attainment: str
    state: str
    number: str
    measure: str
    who: str
    """The head of the column with those who act."""
    with_whom: str
    when: str
    """The head of the column with period, frequency and review."""
    review_on: str
    payer: str
    """The label of payer and cost."""
    result: str
    no_measures: str
    """Printed beneath a goal that has none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlanPaper:
    """One version of a care plan with everything that is printed of it."""

    sheet: Sheet
    title: str
    edition: str
    client: tuple[Fact, ...] = ()
    case: tuple[Fact, ...] = ()
    """Case, valid from, next review; beside the client."""
    facts: tuple[Fact, ...]
    """Participants, standard."""
    situation: Section
    wishes: Section
    resources: Section
    needs: Section
    goals_heading: str
    labels: PlanLabels
    goals: tuple[PlannedGoal, ...]
    further_heading: str = ""
    further_measures: tuple[PlannedMeasure, ...] = ()
    """Measures that serve no goal of the plan."""
    crisis: Section
    uncovered: Section
    agreements: Section
    review: Section
    by_law: Section | None = None
    """Contents that a law asks for and that stand nowhere else."""
    consent: Section
    signatures: tuple[Signature, ...] = ()
    distribution: Section | None = None


def render(paper: CarePlanPaper) -> bytes:
    """Return the plan as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, care_plan_blocks(paper))


def care_plan_blocks(paper: CarePlanPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Columns(((Facts(paper.client),), (Facts(paper.case),)))
    yield Facts(paper.facts)
    for section in (paper.situation, paper.wishes, paper.resources, paper.needs):
        yield from section_blocks(section)
    yield Heading(paper.goals_heading)
    if not paper.goals:
        yield Text(MISSING)
    for goal in paper.goals:
        yield from _goal(goal, paper.labels)
    if paper.further_measures:
        yield Heading(paper.further_heading, 2)
        yield _measures(paper.further_measures, paper.labels)
    for section in (paper.crisis, paper.uncovered, paper.agreements, paper.review):
        yield from section_blocks(section)
    if paper.by_law is not None:
        yield from section_blocks(paper.by_law)
    yield Together((*_last_page(paper),))


def _last_page(paper: CarePlanPaper) -> Iterator[Block]:
    yield from section_blocks(paper.consent)
    yield Signatures(paper.signatures)
    if paper.distribution:
        yield from section_blocks(paper.distribution, 2)


def _goal(goal: PlannedGoal, labels: PlanLabels) -> Iterator[Block]:
    name = labels.guiding_goal if goal.is_guiding else labels.goal
    mark = f"{name} {goal.number}"
    yield Banner(mark, goal.goal, goal.life_domain, goal.in_other_words)
    yield Facts(
        (
            Fact(label=labels.starting_point, value=goal.starting_point),
            Fact(label=labels.indicator, value=goal.indicator),
        ),
        columns=2,
        opens=True,
    )
    yield Facts(
        (
            Fact(label=labels.target_on, value=goal.target_on),
            Fact(label=labels.priority, value=goal.priority),
            Fact(label=labels.attainment, value=goal.attainment),
            Fact(label=labels.state, value=goal.state),
        ),
        columns=4,
        opens=True,
    )
    filled = tuple(fact for fact in goal.further if fact.value.strip())
    if filled or goal.levels:
        yield Facts((*filled, *goal.levels), opens=bool(goal.measures))
    if goal.measures:
        yield _measures(goal.measures, labels)
    elif not goal.is_guiding:
        yield Text(labels.no_measures)


def _measures(measures: tuple[PlannedMeasure, ...], labels: PlanLabels) -> Table:
    return Table(
        columns=(
            Column(title=labels.number, share=9),
            Column(title=labels.measure, share=56, hyphenated=True),
            Column(title=labels.who, share=42),
            Column(title=labels.when, share=39, hyphenated=True),
            Column(title=labels.state, share=24, hyphenated=True),
        ),
        rows=tuple(_row(measure, labels) for measure in measures),
        beneath=tuple(_beneath(measure, labels) for measure in measures),
    )


def _beneath(measure: PlannedMeasure, labels: PlanLabels) -> tuple[Fact, ...]:
    paid = (measure.payer.strip(), measure.cost.strip())
    return (
        Fact(label=labels.payer, value=", ".join(filter(None, paid))),
        *measure.further,
        Fact(label=labels.result, value=measure.result),
    )


def _row(measure: PlannedMeasure, labels: PlanLabels) -> tuple[Cell, ...]:
    return (
        measure.number,
        measure.measure,
        Stacked(
            "",
            (
                Fact(label="", value=measure.responsible),
                Fact(label=labels.with_whom, value=measure.with_whom),
            ),
        ),
        Stacked(
            "",
            (
                Fact(label="", value=measure.period),
                Fact(label="", value=measure.frequency),
                Fact(label=labels.review_on, value=measure.review_on),
            ),
        ),
        measure.state,
    )
