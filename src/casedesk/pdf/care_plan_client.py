"""The care plan as the client reads it: goals, who does what when, whom to call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    Banner,
    Column,
    Facts,
    Heading,
    Look,
    Signatures,
    Table,
    Text,
    Title,
    Together,
)
from casedesk.pdf.section import MISSING, Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientStep:
    """What somebody does for a goal, in plain words."""

    what: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientGoal:
    """A goal as the client said it."""

    number: str
    goal: str
    is_guiding: bool = False
    facts: tuple[Fact, ...] = ()
    """How it is noticed, and by when."""
    steps: tuple[ClientStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientPlanLabels:
    """The labels of goals and steps."""

    goal: str
    guiding_goal: str
    what: str
    who: str
    when: str
    no_steps: str
    """Printed beneath a goal that has none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientPlanPaper:
    """One version of a care plan in large print and plain words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    introduction: str = ""
    goals_heading: str
    labels: ClientPlanLabels
    goals: tuple[ClientGoal, ...]
    tasks: Section | None = None
    """What the client has taken on."""
    phone_numbers: Section
    review: Section
    consent: Section
    signatures: tuple[Signature, ...] = ()


def render(paper: ClientPlanPaper) -> bytes:
    """Return the plan as PDF, always in large print."""
    from casedesk.pdf.page import printed

    sheet = replace(paper.sheet, large_print=True)
    return printed(sheet, client_plan_blocks(paper))


def client_plan_blocks(paper: ClientPlanPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts)
    if paper.introduction:
        yield Text(paper.introduction, Look.LEAD)
    yield Heading(paper.goals_heading)
    if not paper.goals:
        yield Text(MISSING)
    for goal in paper.goals:
        yield from _goal(goal, paper.labels)
    if paper.tasks:
        yield from section_blocks(paper.tasks)
    # Numbers to be called in need stand on one page, if one page can hold them.
    said = replace(paper.phone_numbers, table=None)
    if paper.phone_numbers.table and any(text.strip() for text in said.paragraphs):
        yield Together((*section_blocks(said),))
        yield Together((paper.phone_numbers.table,))
    else:
        yield Together((*section_blocks(paper.phone_numbers),))
    yield from section_blocks(paper.review)
    yield Together((*section_blocks(paper.consent), Signatures(paper.signatures)))


def _goal(goal: ClientGoal, labels: ClientPlanLabels) -> Iterator[Block]:
    name = labels.guiding_goal if goal.is_guiding else labels.goal
    yield Banner(f"{name} {goal.number}", goal.goal)
    if goal.facts:
        yield Facts(goal.facts, opens=bool(goal.steps))
    if not goal.steps:
        if not goal.is_guiding:
            yield Text(labels.no_steps)
        return
    yield Table(
        columns=(
            Column(title=labels.what, share=5, hyphenated=True),
            Column(title=labels.who, share=3),
            Column(title=labels.when, share=3),
        ),
        rows=tuple((step.what, step.who, step.when) for step in goal.steps),
    )
