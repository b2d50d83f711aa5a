"""Turns the records of a case into what the coverage check looks at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from casedesk.domain.benefit import Application, BenefitKind
from casedesk.domain.case import PartyRole
from casedesk.domain.coverage_facts import Aim, Grant, Need, Situation
from casedesk.domain.coverage_provision import Provision, arranged, grants_of
from casedesk.domain.goal import GoalKind
from casedesk.domain.help import Giver, Help, HelpSource, Stage
from casedesk.domain.measure import Approval, MeasureState, Responsible, approval_on
from casedesk.domain.need import by_priority

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.benefit import Benefit
    from casedesk.domain.care_slot import CareSlot
    from casedesk.domain.case import Party, PartyId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.no_goal import NoGoal
    from casedesk.domain.rhythm import Weekday
    from casedesk.domain.tie import Tie

_GIVERS = {
    Responsible.CLIENT: Giver.CLIENT,
    Responsible.FAMILY: Giver.NETWORK,
    Responsible.VOLUNTEER: Giver.VOLUNTEER,
    Responsible.PROVIDER: Giver.PROVIDER,
    Responsible.CASE_MANAGER: Giver.CASE_MANAGER,
}
_STAGES = {
    MeasureState.PLANNED: Stage.PLANNED,
    MeasureState.REQUESTED: Stage.ASKED,
    MeasureState.RUNNING: Stage.RUNNING,
    MeasureState.DONE: Stage.DONE,
    MeasureState.REFUSED: Stage.REFUSED,
    MeasureState.DROPPED: Stage.DROPPED,
}
_APPLICATIONS = {
    Application.NONE: Stage.RUNNING,
    Application.ASKED: Stage.ASKED,
    Application.GRANTED: Stage.RUNNING,
    Application.REFUSED: Stage.REFUSED,
    Application.APPEAL: Stage.ASKED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRecords:
    """The records of one case, as the vault keeps them."""

    entries: Sequence[DomainEntry] = ()
    """Those of the assessment that counts."""
    assessed_on: date | None = None
    goals: Sequence[Goal] = ()
    measures: Sequence[Measure] = ()
    benefits: Sequence[Benefit] = ()
    no_goals: Sequence[NoGoal] = ()
    parties: Sequence[Party] = ()
    names: Mapping[PartyId, str] = field(default_factory=dict)
    ties: Sequence[Tie] | None = None
    """Those of the newest network map, if one was drawn."""
    slots: Sequence[CareSlot] = ()
    provision: Provision = field(default_factory=Provision)


def situation_of(records: CoverageRecords, day: date) -> Situation:
    """Return what the check looks at on a day."""
    goals: dict[str, Goal] = {goal.id: goal for goal in records.goals}
    parties = {party.id: party for party in records.parties}
    helps = [
        *(_of_measure(m, goals, records, parties) for m in records.measures),
        *(_of_benefit(b, records, parties) for b in records.benefits),
    ]
    helps = [replace(h, days=_days(h, records)) for h in helps]
    helps = arranged(helps, records.provision, day)
    granted = grants_of(records.provision, helps, records.names, day)
    elsewhere = {grant.help_id for grant in granted}
    own = (_grant_of(m, goals, day) for m in records.measures)
    return Situation(
        needs=tuple(_needs(records)),
        aims=tuple(_aim(goal) for goal in records.goals),
        helps=tuple(helps),
        grants=(*(g for g in own if g and g.help_id not in elsewhere), *granted),
        no_goal={n.life_domain: n.reason or " " for n in records.no_goals if n.stands},
        deputies=_deputies(records),
    )


def _days(piece: Help, records: CoverageRecords) -> frozenset[Weekday]:
    """Return on which days help stands in the week: by link, or by giver and domain."""
    keys = {party.id: giver_key(party) for party in records.parties}
    return frozenset(
        slot.weekday
        for slot in records.slots
        if piece.id in (slot.measure_id, slot.benefit_id)
        or (
            slot.measure_id is None
            and slot.benefit_id is None
            and slot.party_id is not None
            and keys.get(slot.party_id) == piece.who
            and slot.life_domain in piece.domains
        )
    )


def _needs(records: CoverageRecords) -> list[Need]:
    listed = by_priority(records.entries)
    pressing = [entry for entry in listed if entry.is_need]
    known = {entry.id for entry in pressing}
    others = [entry for entry in records.entries if entry.id not in known]
    return [_need(each, records.assessed_on) for each in (*pressing, *others)]


def _need(entry: DomainEntry, assessed_on: date | None) -> Need:
    return Need(
        domain=entry.life_domain,
        entry_id=entry.id,
        words=entry.need,
        level=entry.need_level,
        is_pressing=entry.is_need,
        assessed_on=assessed_on,
    )


def _aim(goal: Goal) -> Aim:
    return Aim(
        id=goal.id,
        title=goal.wording or goal.professional_wording,
        domains=goal.domains,
        target_on=goal.target_on,
        is_pursued=goal.is_pursued,
        is_reached=goal.is_reached,
        ended_on=goal.ended_on,
        is_resting=goal.on_hold_since is not None,
        is_guiding=goal.kind is GoalKind.GUIDING,
    )


def _of_measure(
    measure: Measure,
    goals: Mapping[str, Goal],
    records: CoverageRecords,
    parties: Mapping[PartyId, Party],
) -> Help:
    served = [goals[key] for key in measure.goal_ids if key in goals]
    party = parties.get(measure.party_id) if measure.party_id else None
    giver = _GIVERS[measure.responsible]
    # Whom a client or case manager turns to is not who does it.
    does = party if giver not in (Giver.CLIENT, Giver.CASE_MANAGER) else None
    return Help(
        id=measure.id,
        source=HelpSource.MEASURE,
        what=measure.what,
        giver=giver,
        who=giver_key(does) if does else "",
        name=records.names.get(does.id, "") if does else "",
        roles=frozenset(does.roles) if does else frozenset(),
        is_person=does is not None and does.organisation_id is None,
        domains=tuple(dict.fromkeys(key for goal in served for key in goal.domains)),
        goal_ids=tuple(goal.id for goal in served),
        stage=_STAGES[measure.state],
        starts_on=measure.starts_on,
        ends_on=measure.ends_on,
        asked_on=measure.appealed_on or measure.asked_on,
        off_on=measure.refused_on,
        granted_until=measure.granted_until,
        review_on=measure.review_on,
        frequency=measure.frequency,
        payer=measure.payer,
        is_open=any(goal.is_pursued for goal in served),
    )


def _of_benefit(
    benefit: Benefit, records: CoverageRecords, parties: Mapping[PartyId, Party]
) -> Help:
    party = parties.get(benefit.party_id) if benefit.party_id else None
    return Help(
        id=benefit.id,
        source=HelpSource.BENEFIT,
        what=benefit.what,
        giver=_giver(benefit, party),
        who=giver_key(party) if party else _by_name(benefit.provider, records),
        name=records.names.get(party.id, "") if party else benefit.provider,
        roles=frozenset(party.roles) if party else frozenset(),
        is_person=_is_person(benefit, party),
        domains=() if benefit.life_domain is None else (benefit.life_domain,),
        stage=_stage(benefit),
        starts_on=benefit.starts_on,
        ends_on=benefit.ends_on,
        asked_on=benefit.applied_on,
        off_on=benefit.decided_on,
        frequency=benefit.note,
        payer=benefit.payer,
        kind=benefit.kind,
        weekly_minutes=benefit.weekly_minutes,
    )


def giver_key(party: Party) -> str:
    """Return by what a giver is known: two who act for one organisation are one."""
    return party.organisation_id or party.person_id or party.id


def _by_name(name: str, records: CoverageRecords) -> str:
    """Return by what somebody is known who is only named, perhaps as a party is."""
    wanted = name.strip().casefold()
    for party in records.parties:
        if wanted and wanted in records.names.get(party.id, "").casefold().split(", "):
            return giver_key(party)
    return wanted


def _is_person(benefit: Benefit, party: Party | None) -> bool:
    if party is not None:
        return party.organisation_id is None
    return benefit.kind is BenefitKind.INFORMAL_HELP and bool(benefit.provider.strip())


def _giver(benefit: Benefit, party: Party | None) -> Giver:
    roles = frozenset(party.roles) if party else frozenset()
    if benefit.kind is BenefitKind.MONEY:
        return Giver.MONEY
    if PartyRole.VOLUNTEER in roles:
        return Giver.VOLUNTEER
    if benefit.kind is BenefitKind.INFORMAL_HELP:
        return Giver.NETWORK
    return Giver.PROVIDER


def _stage(benefit: Benefit) -> Stage:
    """Return how far a benefit has come; money of which nothing is known is planned."""
    is_blank = benefit.starts_on is None and benefit.amount_cents is None
    is_money = benefit.kind is BenefitKind.MONEY
    if benefit.application is Application.NONE and is_money and is_blank:
        return Stage.PLANNED
    return _APPLICATIONS[benefit.application]


def _grant_of(measure: Measure, goals: Mapping[str, Goal], day: date) -> Grant | None:
    """Return the approval that a measure notes by itself."""
    if approval_on(measure, day) not in (Approval.GRANTED, Approval.RUN_OUT):
        return None
    if measure.granted_until is None:
        return None
    goal = goals.get(measure.goal_id)
    return Grant(
        id=measure.id,
        source=HelpSource.MEASURE,
        what=measure.what,
        payer=measure.payer,
        help_id=measure.id,
        domains=goal.domains if goal else (),
        starts_on=measure.granted_on,
        until=measure.granted_until,
    )


def _deputies(records: CoverageRecords) -> frozenset[str] | None:
    """Return who steps in, as the newest network map says; nothing without a map."""
    if records.ties is None:
        return None
    keys = {party.id: giver_key(party) for party in records.parties}
    return frozenset(
        keys.get(tie.party_id, tie.party_id)
        if tie.party_id
        else _by_name(tie.name, records)
        for tie in records.ties
        if tie.deputises
    )
