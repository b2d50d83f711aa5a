"""Excerpts of a care plan: what a recipient may read of it, and nothing beside that."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import Assessment, DomainEntry
from casedesk.domain.content import (
    PlanPart,
    kinds_in_domain,
    kinds_in_goal,
    kinds_in_part,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.goal import LEVEL_TEXTS
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.permission import recipients_on
from casedesk.pdf.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.pdf.care_plan import CarePlanPaper
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.words.catalog import Words

_PLAN_TEXTS = {
    "participants": PlanPart.PARTICIPANTS,
    "situation": PlanPart.SITUATION,
    "crisis_plan": PlanPart.CRISIS,
    "not_covered": PlanPart.NOT_COVERED,
    "client_tasks": PlanPart.CLIENT_TASKS,
    "dissent": PlanPart.AGREEMENT,
    "agreement_note": PlanPart.AGREEMENT,
    "oral_reason": PlanPart.AGREEMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What somebody may read, and in what words.

    `is_neutral` leaves out what was told in confidence, whatever it is about.
    """

    allowed: frozenset[CategoryId]
    is_neutral: bool = False
    reader: str = ""

    def title(self, words: Words) -> str:
        """Say for whom it is."""
        return words("Excerpt for {reader}").format(reader=self.reader)

    def shows(self, kinds: Iterable[CategoryId]) -> bool:
        """Whether what tells these kinds of information may be read."""
        return self.allowed.issuperset(kinds)

    def shows_part(self, part: PlanPart) -> bool:
        """Whether a part of the plan may be read."""
        personal = (PlanPart.CLIENT, PlanPart.REPRESENTATION)
        if self.is_neutral and part not in personal:
            return False
        return self.shows(kinds_in_part(part))

    def shows_domain(self, life_domain: DomainKey | None) -> bool:
        """Whether what was assessed in a domain of life may be read."""
        return self.shows(kinds_in_domain(life_domain))

    def shows_goal(self, goal: Goal) -> bool:
        """Whether a goal may be read, with what is done for it."""
        return self.shows(kinds_in_goal(*goal.domains))


def kinds_in_plan(
    case: CaseRecords, records: PlanRecords, excerpt: Excerpt | None = None
) -> tuple[CategoryId, ...]:
    """Return which kinds of information stand in a plan or an excerpt of it."""
    parts = [
        part
        for part in _parts(case, records)
        if excerpt is None or part is PlanPart.CLIENT or excerpt.shows_part(part)
    ]
    told = {kind for part in parts for kind in kinds_in_part(part)}
    groups = [kinds_in_goal(*goal.domains) for goal in records.goals]
    groups += [
        kinds_in_domain(e.life_domain) for e in records.entries if _is_printed(e)
    ]
    groups += [kinds_in_domain(n.life_domain) for n in records.no_goals if n.stands]
    for kinds in groups:
        if excerpt is None or excerpt.shows(kinds):
            told.update(kinds)
    return tuple(kind for kind in DataCategory if kind in told)


def kinds_in_goals(case: CaseRecords, records: PlanRecords) -> tuple[CategoryId, ...]:
    """Return which kinds of information a list of goals with what is done tells."""
    told = {DataCategory.IDENTITY}
    told.update(*(kinds_in_goal(*goal.domains) for goal in records.goals))
    said = (records.plan.dissent, *(each.text for each in records.dissents))
    if any(map(str.strip, said)):
        told.update(kinds_in_part(PlanPart.AGREEMENT))
    if any(each.is_valid_on(case.today) for each in case.representations):
        told.update(kinds_in_part(PlanPart.REPRESENTATION))
    return tuple(kind for kind in DataCategory if kind in told)


def _parts(case: CaseRecords, records: PlanRecords) -> Iterator[PlanPart]:
    """Yield the parts of a plan in which something stands."""
    yield PlanPart.CLIENT
    for name, part in _PLAN_TEXTS.items():
        if getattr(records.plan, name).strip():
            yield part
    told = (
        (PlanPart.BY_LAW, (each.text for each in records.sections)),
        (PlanPart.AGREEMENT, (each.text for each in records.dissents)),
        (PlanPart.SITUATION, (records.assessment.summary,)),
        (PlanPart.WISHES, (records.assessment.wishes,)),
    )
    yield from (part for part, texts in told if any(map(str.strip, texts)))
    if any(each.is_valid_on(case.today) for each in case.representations):
        yield PlanPart.REPRESENTATION
    if case.client.emergency_phone or any(p.phone for p in case.parties.values()):
        yield PlanPart.CRISIS
    if recipients_on(case.today, case.permissions):
        yield PlanPart.DISTRIBUTION


def _is_printed(entry: DomainEntry) -> bool:
    texts = (entry.need, entry.resources, entry.situation)
    is_wish = entry.life_domain is LifeDomain.WISHES and bool(entry.client_view.strip())
    return is_wish or entry.need_level is not None or any(map(str.strip, texts))


def cut_case(case: CaseRecords, excerpt: Excerpt) -> CaseRecords:
    """Leave out who represents the client, unless it may be read."""
    if excerpt.shows_part(PlanPart.REPRESENTATION):
        return case
    return replace(case, representations=())


def cut_records(
    case: CaseRecords, records: PlanRecords, excerpt: Excerpt, words: Words
) -> PlanRecords:
    """Leave out of the records of a plan what must not be read."""
    goals = [goal for goal in records.goals if excerpt.shows_goal(goal)]
    kept = {goal.id for goal in goals}
    entries = [e for e in records.entries if excerpt.shows_domain(e.life_domain)]
    measures = [
        replace(each, further_goal_ids=_kept(each.further_goal_ids, kept))
        for each in records.measures
        if each.goal_id in kept
    ]
    if excerpt.is_neutral:
        goals = [_neutral_goal(goal, case, words) for goal in goals]
        entries = [_neutral_entry(entry) for entry in entries]
        measures = [_neutral_measure(measure) for measure in measures]
    return replace(
        records,
        plan=_cut_plan(records.plan, excerpt),
        assessment=_cut_assessment(records.assessment, excerpt),
        entries=tuple(entries),
        goals=tuple(goals),
        measures=tuple(measures),
        **_cut_further(records, excerpt, kept),  # type: ignore[arg-type]  # its fields
    )


def _cut_further(
    records: PlanRecords, excerpt: Excerpt, kept: set[GoalId]
) -> dict[str, object]:
    """Leave out contents by law, dissent and decisions that must not be read."""
    shows = excerpt.shows_part
    return {
        "sections": records.sections if shows(PlanPart.BY_LAW) else (),
        "dissents": tuple(
            each
            for each in records.dissents
            if shows(PlanPart.AGREEMENT)
            and (each.goal_id is None or each.goal_id in kept)
        ),
        "no_goals": tuple(
            each
            for each in records.no_goals
            if not excerpt.is_neutral and excerpt.shows_domain(each.life_domain)
        ),
    }


def _cut_plan(plan: Plan, excerpt: Excerpt) -> Plan:
    hidden = {n: "" for n, part in _PLAN_TEXTS.items() if not excerpt.shows_part(part)}
    return replace(plan, **hidden)  # type: ignore[arg-type]  # these fields are texts


def _cut_assessment(assessment: Assessment, excerpt: Excerpt) -> Assessment:
    shows = excerpt.shows_part
    return replace(
        assessment,
        summary=assessment.summary if shows(PlanPart.SITUATION) else "",
        wishes=assessment.wishes if shows(PlanPart.WISHES) else "",
    )


def _neutral_goal(goal: Goal, case: CaseRecords, words: Words) -> Goal:
    """Word a goal as professionals do, or only name what it is about."""
    key = goal.life_domain
    domain = words.life_domain(key, case.own_domains) if key else ""
    neutral = goal.professional_wording.strip() or domain
    told = ("professional_wording", "baseline", "indicator", "conflicts", "reason")
    hidden = dict.fromkeys((*told, *LEVEL_TEXTS.values()), "")
    return replace(goal, wording=neutral, **hidden)  # type: ignore[arg-type]  # these fields are texts


def _neutral_entry(entry: DomainEntry) -> DomainEntry:
    """Leave only what presses, not why."""
    return DomainEntry(
        id=entry.id,
        case_id=entry.case_id,
        assessment_id=entry.assessment_id,
        life_domain=entry.life_domain,
        need_level=entry.need_level,
    )


def _neutral_measure(measure: Measure) -> Measure:
    return replace(
        measure,
        result="",
        success_criterion="",
        near_help="",
        alternatives="",
        choice_reason="",
        plan_b="",
    )


def _kept(goal_ids: tuple[GoalId, ...], kept: set[GoalId]) -> tuple[GoalId, ...]:
    return tuple(goal_id for goal_id in goal_ids if goal_id in kept)


def cut_paper(paper: CarePlanPaper, excerpt: Excerpt) -> CarePlanPaper:
    """Leave out the headings of parts of which nothing may be read."""
    shows = excerpt.shows_part
    is_agreement_shown = shows(PlanPart.AGREEMENT)
    emptied = {
        field.name: Section()
        for field in fields(paper)
        if isinstance(part := getattr(paper, field.name), Section) and _is_empty(part)
    }
    cut = replace(paper, **emptied)  # type: ignore[arg-type]  # these are sections
    return replace(
        cut,
        facts=tuple(fact for fact in cut.facts if fact.value.strip()),
        crisis=cut.crisis if shows(PlanPart.CRISIS) else Section(),
        consent=cut.consent if is_agreement_shown else Section(),
        signatures=cut.signatures if is_agreement_shown else (),
        distribution=cut.distribution if shows(PlanPart.DISTRIBUTION) else None,
    )


def _is_empty(section: Section) -> bool:
    texts = (*section.paragraphs, *(fact.value for fact in section.facts))
    has_rows = section.table is not None and bool(section.table.rows)
    return not (any(map(str.strip, texts)) or section.bullets or has_rows)
