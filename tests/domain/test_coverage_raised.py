"""What the coverage check has to find: one line for each case, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from domain.coverage_cases import (
    TODAY,
    Giver,
    NeedLevel,
    Stage,
    a_case,
    a_grant,
    a_measure,
    a_need,
    a_service,
    an_aid,
    an_aim,
    day,
    findings_of,
    informal,
    money,
)

from casedesk.domain.case import PartyRole
from casedesk.domain.finding import FindingKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.rhythm import WEEK

if TYPE_CHECKING:
    from casedesk.domain.coverage_facts import Situation

K = FindingKind
AT_ONCE = a_need(level=NeedLevel.AT_ONCE)
CARE_SERVICE = frozenset({PartyRole.CARE_SERVICE})

RAISED = {
    # --- needs that nobody answers
    "a need without goal, measure or service": (K.NEED_OPEN, a_case()),
    "a need that was written but not rated": (
        K.NEED_OPEN,
        a_case(a_need(level=None, is_pressing=True)),
    ),
    "a need whose only measure was dropped": (
        K.NEED_OPEN,
        a_case(an_aim(), a_measure(stage=Stage.DROPPED)),
    ),
    "a need for which there is money, but nobody who does it": (
        K.NEED_OPEN,
        a_case(money()),
    ),
    "a need whose goal was reached before it was found again": (
        K.NEED_OPEN,
        a_case(an_aim(is_pursued=False, is_reached=True, ended_on=day(-90))),
    ),
    "a need with help that was there before, and no plan": (
        K.ONLY_OLDER_HELP,
        a_case(a_service(starts_on=day(-200))),
    ),
    "a need with a goal, but no measure for it": (
        K.GOAL_WITHOUT_MEASURE,
        a_case(an_aim()),
    ),
    "a second goal for a need that has a measure for the first alone": (
        K.GOAL_WITHOUT_MEASURE,
        a_case(an_aim(), a_measure(), an_aim("g2", title="Kennt die Dusche")),
    ),
    "a need for another domain than the one that is served": (
        K.NEED_OPEN,
        a_case(a_need(LifeDomain.HOUSING), an_aim(), a_measure()),
    ),
    # --- ended or refused
    "a measure done, the goal still open, and nothing after it": (
        K.ENDED,
        a_case(an_aim(), a_measure(stage=Stage.DONE, ends_on=day(-5))),
    ),
    "a service that ended last week and has no successor": (
        K.ENDED,
        a_case(an_aim(), a_service(ends_on=day(-6))),
    ),
    "a measure whose last day has passed although it is said to run": (
        K.ENDED,
        a_case(
            an_aim(),
            a_measure(ends_on=day(-3)),
            a_measure("m2", what="Übt das Aufstehen", giver=Giver.CLIENT, who=""),
        ),
    ),
    "a service that ended, followed two months later only": (
        K.ENDED,
        a_case(
            an_aim(),
            a_service(ends_on=day(-3)),
            a_service("b2", who="andere", starts_on=day(60)),
            a_measure(what="Übt", giver=Giver.CLIENT, who=""),
        ),
    ),
    "a measure refused, and nothing in its place": (
        K.REFUSED,
        a_case(an_aim(), a_measure(stage=Stage.REFUSED, off_on=day(-4))),
    ),
    "an aid refused, while other help in the domain goes on": (
        K.REFUSED,
        a_case(an_aid(stage=Stage.REFUSED, off_on=day(-12)), informal()),
    ),
    "a service refused after another one had ended": (
        K.REFUSED,
        a_case(
            an_aim(),
            a_measure(stage=Stage.DONE, ends_on=day(-40)),
            a_measure("m2", stage=Stage.REFUSED, off_on=day(-4)),
        ),
    ),
    "an aid refused in a domain that is watched": (
        K.REFUSED,
        a_case(
            a_need(level=NeedLevel.WATCH), an_aid(stage=Stage.REFUSED, off_on=day(-9))
        ),
    ),
    # --- waiting
    "help that begins in two months, and nobody until then": (
        K.NOTHING_UNTIL,
        a_case(an_aim(), a_measure(stage=Stage.PLANNED, starts_on=day(60))),
    ),
    "help for what presses at once that begins in ten days": (
        K.NOTHING_UNTIL,
        a_case(AT_ONCE, an_aim(), a_measure(stage=Stage.PLANNED, starts_on=day(10))),
    ),
    "asked for five weeks ago, the need is soon": (
        K.WAITING,
        a_case(an_aim(), a_measure(stage=Stage.ASKED, asked_on=day(-35))),
    ),
    "asked for three weeks ago, the need presses at once": (
        K.WAITING,
        a_case(AT_ONCE, an_aim(), a_measure(stage=Stage.ASKED, asked_on=day(-21))),
    ),
    "an application for money, unanswered for two months": (
        K.WAITING,
        a_case(money(stage=Stage.ASKED, asked_on=day(-60), starts_on=None)),
    ),
    "planned for last month and not begun": (
        K.NOT_BEGUN,
        a_case(an_aim(), a_measure(stage=Stage.PLANNED, starts_on=day(-30))),
    ),
    "asked for, without a day of asking, and its first day has passed": (
        K.NOT_BEGUN,
        a_case(an_aim(), a_measure(stage=Stage.ASKED, starts_on=day(-20))),
    ),
    "a review that was due yesterday": (
        K.REVIEW_OVERDUE,
        a_case(an_aim(), a_measure(review_on=day(-1))),
    ),
    # --- running out
    "an approval that ends in two weeks, the measure goes on": (
        K.GRANT_ENDS,
        a_case(an_aim(), a_measure(), a_grant(until=day(14))),
    ),
    "an approval that ran out, the measure still runs": (
        K.GRANT_ENDS,
        a_case(an_aim(), a_measure(), a_grant(until=day(-2))),
    ),
    "an approval of which 85 % is used": (
        K.GRANT_USED,
        a_case(an_aim(), a_measure(), a_grant(used_percent=85, until=day(200))),
    ),
    "an approval used up to exactly 80 %": (
        K.GRANT_USED,
        a_case(an_aim(), a_measure(), a_grant(used_percent=80)),
    ),
    "granted treatments end in three weeks, the measure behind goes on": (
        K.GRANT_ENDS,
        a_case(
            an_aim(target_on=day(90)),
            a_measure(ends_on=day(90)),
            a_service(ends_on=day(20), payer="Kasse"),
        ),
    ),
    "a measure that ends two months before the day of its goal": (
        K.ENDS_BEFORE_TARGET,
        a_case(an_aim(target_on=day(120)), a_measure(ends_on=day(50))),
    ),
    "a measure that ends early, while the client goes on alone": (
        K.ENDS_BEFORE_TARGET,
        a_case(
            an_aim(target_on=day(120)),
            a_measure(ends_on=day(50)),
            a_measure("m2", what="Übt täglich", giver=Giver.CLIENT, who=""),
        ),
    ),
    # --- hangs on one
    "all help for a need by one daughter, and nobody steps in": (
        K.HANGS_ON_ONE,
        a_case(informal(), deputies=frozenset()),
    ),
    "the only one who steps in is the one on whom it hangs": (
        K.HANGS_ON_ONE,
        a_case(informal(), deputies=frozenset({"tochter"})),
    ),
    "a husband who gives five hours a day beside a care service": (
        K.HANGS_ON_ONE,
        a_case(
            informal(who="ehemann", weekly_minutes=2100),
            a_service("b2", weekly_minutes=420),
            deputies=frozenset(),
        ),
    ),
    # --- done twice
    "two care services for the same care at the same time": (
        K.TWO_PROVIDERS,
        a_case(
            an_aim(),
            a_measure(what="Grundpflege am Morgen"),
            a_service(who="pflege24", what="Körperpflege"),
        ),
    ),
    "two measures of one goal for the same therapy": (
        K.TWO_PROVIDERS,
        a_case(
            an_aim(),
            a_measure(what="Physiotherapie", who="praxis"),
            a_measure("m2", what="Krankengymnastik zu Hause", who="mobil"),
        ),
    ),
    "two care services in one domain, of whose work nothing more is said": (
        K.TWO_PROVIDERS,
        a_case(
            a_service(what="Pflege", roles=CARE_SERVICE),
            a_service("b2", what="Betreuung", who="pflege24", roles=CARE_SERVICE),
        ),
    ),
    "two advice centres for debts": (
        K.TWO_PROVIDERS,
        a_case(
            a_service(what="Schuldnerberatung", who="caritas"),
            a_service("b2", what="Schuldenberatung der Stadt", who="stadt"),
        ),
    ),
    "two providers together for five weeks while one is to take over": (
        K.TWO_PROVIDERS,
        a_case(
            a_service(ends_on=day(35)),
            a_service("b2", who="pflege24", starts_on=day(0)),
        ),
    ),
    "two who wash on the same days": (
        K.TWO_PROVIDERS,
        a_case(
            a_service(frequency="Mo, Mi, Fr"),
            a_service("b2", who="pflege24", frequency="mittwochs"),
        ),
    ),
    "two who come on one and the same day in the week of care": (
        K.TWO_PROVIDERS,
        a_case(
            a_service(days=frozenset(WEEK[:3])),
            a_service("b2", who="pflege24", days=frozenset(WEEK[2:])),
        ),
    ),
    "one service paid by two insurers": (
        K.TWO_PAYERS,
        a_case(
            an_aim(),
            a_measure(payer="Unfallversicherung"),
            a_service(payer="Krankenkasse Bergsicht"),
        ),
    ),
    "one therapy entered twice with two payers": (
        K.TWO_PAYERS,
        a_case(
            a_service(payer="Krankenkasse", what="Physiotherapie"),
            a_service("b2", payer="Unfallversicherung", what="Physiotherapie"),
        ),
    ),
    "the same task for the daughter and the care service": (
        K.TWO_RESPONSIBLE,
        a_case(
            an_aim(),
            a_measure(what="Wochendosett richten"),
            informal(what="Wochendosett richten"),
        ),
    ),
    "the same task for client and case manager": (
        K.TWO_RESPONSIBLE,
        a_case(
            an_aim(),
            a_measure(what="Unterlagen zusammenstellen", giver=Giver.CLIENT, who=""),
            a_measure(
                "m2",
                what="Unterlagen zusammenstellen",
                giver=Giver.CASE_MANAGER,
                who="",
            ),
        ),
    ),
    "one kind of money had twice": (
        K.TWO_BENEFITS,
        a_case(money(), money("b2", who="andere Stelle")),
    ),
    "one aid had twice": (K.TWO_BENEFITS, a_case(an_aid(), an_aid("b2", who="shop"))),
}


@pytest.mark.parametrize(("kind", "situation"), RAISED.values(), ids=list(RAISED))
def test_the_check_finds(kind: FindingKind, situation: Situation) -> None:
    kinds = [finding.kind for finding in findings_of(situation, TODAY)]

    assert kind in kinds


def test_there_are_enough_cases_of_either_family() -> None:
    kinds = {kind for kind, _situation in RAISED.values()}

    assert kinds == set(FindingKind)
