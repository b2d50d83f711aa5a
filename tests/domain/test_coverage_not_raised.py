"""What the coverage check must not raise: one line for each false alarm, with why."""

from __future__ import annotations

from typing import Any

import pytest
from domain.coverage_cases import (
    CARE,
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
from casedesk.domain.coverage_facts import Situation
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.rhythm import WEEK

HEALTH = LifeDomain.PHYSICAL_HEALTH
CARE_SERVICE = frozenset({PartyRole.CARE_SERVICE})
IN_HEALTH: dict[str, Any] = {"domains": (HEALTH,)}
BY_CLIENT: dict[str, Any] = {"giver": Giver.CLIENT, "who": "", "name": ""}

QUIET = {
    # --- needs that are answered
    "a need with a running measure": a_case(an_aim(), a_measure()),
    "a need with a service that came after the assessment": a_case(a_service()),
    "a need with help whose beginning is not known": a_case(a_service(starts_on=None)),
    "a need that was left without a goal on purpose": a_case(
        no_goal={CARE: "nicht gewünscht"}
    ),
    "a need whose goal was reached since": a_case(
        an_aim(is_pursued=False, is_reached=True, ended_on=day(-10))
    ),
    "a need whose goal waits on purpose": a_case(an_aim(is_resting=True)),
    "something that is only watched": a_case(a_need(level=NeedLevel.WATCH)),
    "a domain that was looked at and is well": a_case(a_need(level=NeedLevel.NONE)),
    "a need for money that money answers": a_case(
        a_need(LifeDomain.FINANCES), money(domains=(LifeDomain.FINANCES,))
    ),
    "a need that a goal of another domain answers as well": a_case(
        a_need(HEALTH),
        an_aim(domains=(CARE, HEALTH)),
        a_measure(domains=(CARE, HEALTH)),
    ),
    "a guiding goal whose goals of action carry the measures": a_case(
        an_aim("top", is_guiding=True), an_aim(), a_measure()
    ),
    "help planned for later, bridged until then by what is there": a_case(
        an_aim(),
        a_measure(stage=Stage.PLANNED, starts_on=day(60)),
        informal(starts_on=day(-300)),
    ),
    "help for what presses soon that begins next week": a_case(
        an_aim(), a_measure(stage=Stage.PLANNED, starts_on=day(9))
    ),
    "planned without a day": a_case(
        an_aim(), a_measure(stage=Stage.PLANNED, starts_on=None)
    ),
    # --- ended or refused without harm
    "a task done once, while another measure goes on": a_case(
        an_aim(),
        a_measure(),
        a_measure(
            "m2",
            what="Griff montieren",
            frequency="einmalig",
            stage=Stage.DONE,
            ends_on=day(-9),
        ),
    ),
    "a service that ended and was followed by another": a_case(
        a_service(ends_on=day(-5)),
        a_service("b2", who="pflege24", starts_on=day(-4)),
    ),
    "a service followed after a gap of ten days": a_case(
        an_aim(),
        a_service(ends_on=day(-2)),
        a_service("b2", who="pflege24", starts_on=day(8)),
        a_measure(what="Übt", **BY_CLIENT),
    ),
    "a service that ended where nothing is needed any more": a_case(
        a_need(level=NeedLevel.NONE), a_service(ends_on=day(-5))
    ),
    "a service that ended half a year ago, the need is answered": a_case(
        an_aim(), a_measure(), a_service("b2", who="alt", ends_on=day(-200))
    ),
    "an aid refused for which another payer gave it": a_case(
        an_aid(stage=Stage.REFUSED, off_on=day(-12)), an_aid("b2", who="stiftung")
    ),
    "a measure refused whose goal is served by another": a_case(
        an_aim(), a_measure(), a_measure("m2", stage=Stage.REFUSED, off_on=day(-9))
    ),
    "a measure dropped on purpose beside another": a_case(
        an_aim(), a_measure(), a_measure("m2", stage=Stage.DROPPED)
    ),
    # --- waiting within bounds
    "asked for last week": a_case(
        an_aim(), a_measure(stage=Stage.ASKED, asked_on=day(-7), starts_on=None)
    ),
    "asked for, and it was to begin three days ago": a_case(
        an_aim(), a_measure(stage=Stage.ASKED, starts_on=day(-3))
    ),
    "a review that is due today": a_case(an_aim(), a_measure(review_on=day(0))),
    "a review that has passed, but the measure is done": a_case(
        an_aim(),
        a_measure(),
        a_measure("m2", what="Anderes", stage=Stage.DONE, review_on=day(-9)),
    ),
    "a review of a measure whose goal was reached": a_case(
        an_aim(is_pursued=False, is_reached=True, ended_on=day(-2)),
        a_measure(review_on=day(-9), is_open=False),
    ),
    # --- not running out
    "an approval that ends together with the measure": a_case(
        an_aim(), a_measure(ends_on=day(14)), a_grant(until=day(14))
    ),
    "an approval that ends and was already renewed": a_case(
        an_aim(),
        a_measure(),
        a_grant(until=day(14), who="spitex"),
        a_grant("k2", until=day(300), who="spitex"),
    ),
    "an approval of which 79 % is used": a_case(
        an_aim(), a_measure(), a_grant(used_percent=79)
    ),
    "an approval used up for a measure that is done": a_case(
        an_aim(),
        a_measure(stage=Stage.DONE, ends_on=day(-1)),
        a_measure("m2", what="Nachsorge"),
        a_grant(used_percent=100),
    ),
    "a measure that ends ten days before the day of its goal": a_case(
        an_aim(target_on=day(60)), a_measure(ends_on=day(50))
    ),
    "a measure that ends early and is followed by the family": a_case(
        an_aim(target_on=day(120)),
        a_measure(ends_on=day(50)),
        a_measure("m2", what="Hilft weiter", giver=Giver.NETWORK, who="tochter"),
    ),
    "a task of one day before the day of its goal": a_case(
        an_aim(target_on=day(120)),
        a_measure(),
        a_measure("m2", what="Gespräch", starts_on=day(5), ends_on=day(5)),
    ),
    "what the client does alone ends before the goal": a_case(
        an_aim(target_on=day(120)),
        a_measure(),
        a_measure("m2", what="Übt", ends_on=day(50), **BY_CLIENT),
    ),
    # --- more than one bears it, or nobody can tell
    "one daughter helps, and a neighbour steps in": a_case(
        informal(), deputies=frozenset({"nachbarin"})
    ),
    "one daughter helps, and there is no network map": a_case(informal()),
    "daughter and neighbour help": a_case(
        informal(), informal("b2", who="nachbarin"), deputies=frozenset()
    ),
    "one organisation does it all": a_case(a_service(), deputies=frozenset()),
    "an hour by the son beside the care service": a_case(
        informal(weekly_minutes=60),
        a_service("b2", weekly_minutes=300),
        deputies=frozenset(),
    ),
    # --- not done twice
    "nurse and general practitioner in the domain health": a_case(
        a_need(HEALTH),
        an_aim(**IN_HEALTH),
        a_measure(what="Medikamente richten", **IN_HEALTH),
        a_measure("m2", what="Hausbesuch der Hausärztin", who="aerztin", **IN_HEALTH),
    ),
    "two therapists of one domain for different goals": a_case(
        a_need(HEALTH),
        an_aim(**IN_HEALTH),
        an_aim("g2", **IN_HEALTH),
        a_measure(what="Handtherapie", who="ergo", **IN_HEALTH),
        a_measure(
            "m2", what="Belastungstraining", who="klinik", goal_ids=("g2",), **IN_HEALTH
        ),
    ),
    "two care services of one domain whose work is of different kinds": a_case(
        a_service(what="Grundpflege", roles=CARE_SERVICE),
        a_service("b2", what="Mahlzeitendienst", who="menü", roles=CARE_SERVICE),
    ),
    "one service after the other": a_case(
        a_service(ends_on=day(30)),
        a_service("b2", who="pflege24", starts_on=day(31)),
    ),
    "two services together for a week while one takes over": a_case(
        a_service(ends_on=day(7)),
        a_service("b2", who="pflege24", starts_on=day(0)),
    ),
    "one on working days, the other at the weekend": a_case(
        a_service(frequency="Montag bis Freitag"),
        a_service("b2", who="pflege24", frequency="am Wochenende"),
    ),
    "two who come on other days in the week of care": a_case(
        a_service(days=frozenset(WEEK[:3])),
        a_service("b2", who="pflege24", days=frozenset(WEEK[3:])),
    ),
    "one in the morning, the other in the evening": a_case(
        a_service(what="Grundpflege morgens", frequency="jeden Morgen"),
        a_service("b2", who="pflege24", frequency="jeden Abend"),
    ),
    "a measure and a benefit that are the same service": a_case(
        an_aim(),
        a_measure(what="Grundpflege", payer="Krankenkasse"),
        a_service(payer="Krankenkasse Bergsicht, mit Verordnung"),
    ),
    "the client's own share beside the insurer": a_case(
        an_aim(),
        a_measure(payer="Selbstzahlung"),
        a_service(payer="Krankenkasse"),
    ),
    "the family's share beside the insurer": a_case(
        an_aim(), a_measure(payer="Familie"), a_service(payer="Pflegekasse")
    ),
    "two services of one provider, each with its own payer": a_case(
        a_service(what="Grundpflege", payer="Pflegekasse"),
        a_service("b2", what="Verbandwechsel", payer="Krankenkasse"),
    ),
    "a service and the aid of the same provider, with two payers": a_case(
        an_aim(), a_measure(payer="Krankenkasse"), an_aid(payer="Pflegekasse")
    ),
    "two payers one after the other": a_case(
        a_service(payer="Unfallversicherung", ends_on=day(5)),
        a_service("b2", payer="Krankenkasse", starts_on=day(6)),
    ),
    "the same money granted until a day and anew from the next": a_case(
        a_service("b3"), money(ends_on=day(10)), money("b2", starts_on=day(11))
    ),
    "money that is had, and its prolongation asked for": a_case(
        a_service("b3"),
        money(),
        money("b2", stage=Stage.ASKED, asked_on=day(-3), starts_on=None),
    ),
    "two kinds of money for one domain": a_case(
        a_service("b3"), money(), money("b2", what="Hilflosenentschädigung")
    ),
    "a task of two on different days": a_case(
        an_aim(),
        a_measure(what="Einkauf begleiten", frequency="dienstags"),
        informal(what="Einkauf begleiten", frequency="samstags"),
    ),
    "the daughter's walk and the therapist's": a_case(
        an_aim(),
        a_measure(what="Gehen üben auf der Treppe"),
        informal(what="Begleitet den Weg zum Laden"),
    ),
    "providers of whom nobody is named": a_case(
        an_aim(), a_measure(who=""), a_measure("m2", who="", what="Duschen mit Hilfe")
    ),
}


@pytest.mark.parametrize("name", QUIET)
def test_the_check_is_quiet_about(name: str) -> None:
    found = findings_of(QUIET[name], TODAY)

    assert [finding.kind for finding in found] == []


def test_an_empty_case_has_no_findings() -> None:
    assert findings_of(Situation(), TODAY) == []
