from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casedesk.domain.assessment import (
    AssessmentId,
    DomainEntry,
    DomainEntryId,
    NeedLevel,
)
from casedesk.domain.benefit import Application, Benefit, BenefitId, BenefitKind
from casedesk.domain.care_slot import CareSlot, CareSlotId
from casedesk.domain.case import CaseId, Party, PartyId, PartyRole
from casedesk.domain.coverage_sources import CoverageRecords, situation_of
from casedesk.domain.goal import Achievement, Goal, GoalEnding, GoalId
from casedesk.domain.help import Giver, Stage
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.domain.network import OrganisationId, PersonId
from casedesk.domain.no_goal import NoGoal, NoGoalId
from casedesk.domain.rhythm import Weekday
from casedesk.domain.tie import NetworkMapId, Tie, TieId

if TYPE_CHECKING:
    from casedesk.domain.help import Help

CASE = CaseId("case")
TODAY = date(2026, 3, 16)
CARE, HEALTH = LifeDomain.SELF_CARE, LifeDomain.PHYSICAL_HEALTH
SPITEX = Party(id=PartyId("spitex"), case_id=CASE, organisation_id=OrganisationId("o"))
FRIEND = Party(
    id=PartyId("rosa"),
    case_id=CASE,
    person_id=PersonId("p"),
    roles=(PartyRole.VOLUNTEER,),
)
NAMES = {SPITEX.id: "Spitex Muster", FRIEND.id: "Rosa Feller"}
GOAL = Goal(id=GoalId("g"), case_id=CASE, life_domain=CARE, further_domains=(HEALTH,))
MEASURE = Measure(
    id=MeasureId("m"),
    case_id=CASE,
    goal_id=GOAL.id,
    what="Duschen",
    responsible=Responsible.PROVIDER,
    party_id=SPITEX.id,
    state=MeasureState.RUNNING,
)
BENEFIT = Benefit(id=BenefitId("b"), case_id=CASE, life_domain=CARE, what="Pflege")


def records(**said: Any) -> CoverageRecords:
    told: dict[str, Any] = {"parties": (SPITEX, FRIEND), "names": NAMES}
    return CoverageRecords(**{**told, "goals": (GOAL,), **said})


def the_help(**said: Any) -> Help:
    [piece] = situation_of(records(**said), TODAY).helps
    return piece


def test_a_measure_serves_all_domains_of_its_goals() -> None:
    piece = the_help(measures=[MEASURE])

    assert piece.domains == (CARE, HEALTH)
    assert (piece.who, piece.name, piece.is_person) == (
        "o",
        "Spitex Muster",
        False,
    )


def test_whom_the_client_turns_to_is_not_who_does_it() -> None:
    piece = the_help(measures=[replace(MEASURE, responsible=Responsible.CLIENT)])

    assert (piece.giver, piece.who, piece.name) == (Giver.CLIENT, "", "")


def test_a_measure_of_a_goal_that_has_ended_is_not_open() -> None:
    reached = replace(
        GOAL, ending=GoalEnding.COMPLETED, achievement=Achievement.ACHIEVED
    )

    situation = situation_of(records(goals=[reached], measures=[MEASURE]), TODAY)

    assert not situation.helps[0].is_open
    assert situation.aims[0].is_reached


@pytest.mark.parametrize(
    ("benefit", "giver", "stage"),
    [
        pytest.param(BENEFIT, Giver.PROVIDER, Stage.RUNNING, id="a service"),
        pytest.param(
            replace(BENEFIT, kind=BenefitKind.INFORMAL_HELP),
            Giver.NETWORK,
            Stage.RUNNING,
            id="help of somebody close",
        ),
        pytest.param(
            replace(BENEFIT, kind=BenefitKind.INFORMAL_HELP, party_id=FRIEND.id),
            Giver.VOLUNTEER,
            Stage.RUNNING,
            id="help of a volunteer",
        ),
        pytest.param(
            replace(BENEFIT, kind=BenefitKind.MONEY, amount_cents=100),
            Giver.MONEY,
            Stage.RUNNING,
            id="money",
        ),
        pytest.param(
            replace(BENEFIT, kind=BenefitKind.MONEY),
            Giver.MONEY,
            Stage.PLANNED,
            id="money of which nothing is known yet",
        ),
        pytest.param(
            replace(BENEFIT, application=Application.APPEAL),
            Giver.PROVIDER,
            Stage.ASKED,
            id="an appeal waits for its answer",
        ),
        pytest.param(
            replace(BENEFIT, application=Application.REFUSED),
            Giver.PROVIDER,
            Stage.REFUSED,
            id="refused",
        ),
    ],
)
def test_a_benefit_is_help_of_its_kind(
    benefit: Benefit, giver: Giver, stage: Stage
) -> None:
    piece = the_help(benefits=[benefit])

    assert (piece.giver, piece.stage) == (giver, stage)


def test_the_approval_of_a_measure_is_a_grant_as_long_as_it_has_an_end() -> None:
    granted = replace(
        MEASURE, granted_on=date(2026, 1, 1), granted_until=date(2026, 3, 30)
    )

    [grant] = situation_of(records(measures=[granted, MEASURE]), TODAY).grants

    assert (grant.help_id, grant.until) == (MEASURE.id, date(2026, 3, 30))


def test_pressing_needs_come_first_whatever_the_order_of_the_domains() -> None:
    entries = [
        DomainEntry(
            id=DomainEntryId(key),
            case_id=CASE,
            assessment_id=AssessmentId("a"),
            life_domain=key,
            need_level=level,
        )
        for key, level in (
            (LifeDomain.HOUSING, NeedLevel.WATCH),
            (HEALTH, NeedLevel.SOON),
            (CARE, NeedLevel.AT_ONCE),
        )
    ]

    needs = situation_of(records(entries=entries), TODAY).needs

    assert [need.domain for need in needs] == [CARE, HEALTH, LifeDomain.HOUSING]
    assert [need.is_pressing for need in needs] == [True, True, False]


def test_a_decision_without_a_goal_counts_until_it_is_taken_back() -> None:
    decided = NoGoal(
        id=NoGoalId("n"), case_id=CASE, life_domain=CARE, decided_on=TODAY, reason="x"
    )
    back = replace(decided, life_domain=HEALTH, taken_back_on=TODAY)

    assert situation_of(records(no_goals=[decided, back]), TODAY).no_goal == {CARE: "x"}


def test_two_people_of_one_service_are_one_provider() -> None:
    other = replace(SPITEX, id=PartyId("nurse"), person_id=PersonId("nurse"))
    named = replace(BENEFIT, id=BenefitId("n"), provider="Spitex Muster")
    by_nurse = replace(BENEFIT, party_id=other.id)
    names = {**NAMES, other.id: "Mirjam Graber, Spitex Muster"}

    helps = situation_of(
        records(
            measures=[MEASURE],
            benefits=[by_nurse, named],
            parties=(SPITEX, other),
            names=names,
        ),
        TODAY,
    ).helps

    assert {piece.who for piece in helps} == {"o"}
    assert not any(piece.is_person for piece in helps)


def test_without_a_map_nobody_knows_who_steps_in() -> None:
    tie = Tie(
        id=TieId("t"), case_id=CASE, map_id=NetworkMapId("k"), name="Rosa Feller "
    )

    steps_in = situation_of(records(ties=[replace(tie, deputises=True)]), TODAY)

    assert situation_of(records(), TODAY).deputies is None
    assert situation_of(records(ties=[tie]), TODAY).deputies == frozenset()
    assert steps_in.deputies == frozenset({"p"})


def test_the_week_of_care_says_on_which_days_help_is_given() -> None:
    slot = CareSlot(
        id=CareSlotId("s"),
        case_id=CASE,
        weekday=Weekday.FRIDAY,
        party_id=SPITEX.id,
        life_domain=CARE,
    )
    elsewhere = replace(slot, weekday=Weekday.MONDAY, life_domain=LifeDomain.HOUSING)
    linked = replace(elsewhere, weekday=Weekday.SUNDAY, measure_id=MEASURE.id)

    piece = the_help(measures=[MEASURE], slots=[slot, elsewhere, linked])

    assert piece.days == {Weekday.FRIDAY, Weekday.SUNDAY}
