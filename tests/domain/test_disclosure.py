from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from casedesk.domain.case import CaseId, PartyId
from casedesk.domain.consent import ConsentItemId, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import (
    Basis,
    DisclosureId,
    Facts,
    LogStays,
    NotConfirmed,
    NotCovered,
    Override,
    check_log_change,
    log_line,
)
from casedesk.domain.permission import Answer, Channel, Finding, Question, Verdict
from casedesk.domain.statute import ReasonMissing, Statute, StatuteNotNamed

DAY = date(2026, 3, 14)
HEALTH = DataCategory.HEALTH
QUESTION = Question(
    party_id=PartyId("doctor"),
    direction=Direction.PASS_ON,
    categories=(HEALTH,),
    day=DAY,
    channel=Channel.PHONE,
)
FACTS = Facts(
    happened_at=datetime(2026, 3, 14, 9, 30, tzinfo=UTC), purpose="Behandlung"
)
BY_LAW = Override(
    statute=Statute.DE_NECESSITY, reason="Gefahr für das Leben", is_confirmed=True
)


def an_answer(verdict: Verdict) -> Answer:
    rows = (ConsentItemId("row"),) if verdict is Verdict.ALLOWED else ()
    return Answer(
        question=QUESTION,
        findings=(Finding(category=HEALTH, verdict=verdict, item_ids=rows),),
    )


def test_what_a_row_allows_rests_on_that_row() -> None:
    line = log_line(DisclosureId("1"), CaseId("c"), an_answer(Verdict.ALLOWED), FACTS)

    assert line.basis is Basis.CONSENT
    assert line.item_ids == (ConsentItemId("row"),)
    assert line.channel is Channel.PHONE


@pytest.mark.parametrize(
    "verdict", [Verdict.NOT_ALLOWED, Verdict.WITHHELD, Verdict.ABOVE_PROFILE]
)
def test_what_is_blocked_does_not_go(verdict: Verdict) -> None:
    with pytest.raises(NotCovered) as refused:
        log_line(DisclosureId("1"), CaseId("c"), an_answer(verdict), FACTS)

    assert refused.value.answer is not None
    assert refused.value.answer.blocked


@pytest.mark.parametrize(
    ("override", "problem"),
    [
        pytest.param(replace(BY_LAW, reason=" "), ReasonMissing, id="no reason"),
        pytest.param(replace(BY_LAW, is_confirmed=False), NotConfirmed, id="once"),
        pytest.param(
            replace(BY_LAW, statute=Statute.OTHER), StatuteNotNamed, id="no name"
        ),
    ],
)
def test_without_consent_it_needs_law_reason_and_a_second_word(
    override: Override, problem: type[Exception]
) -> None:
    answer = an_answer(Verdict.NOT_ALLOWED)

    with pytest.raises(problem):
        log_line(DisclosureId("1"), CaseId("c"), answer, FACTS, override)


def test_what_goes_against_the_wish_of_the_client_is_marked() -> None:
    answer = an_answer(Verdict.WITHHELD)

    line = log_line(DisclosureId("1"), CaseId("c"), answer, FACTS, BY_LAW)

    assert line.basis is Basis.STATUTE
    assert line.is_against_wish
    assert line.statute is Statute.DE_NECESSITY


def test_a_rule_of_law_is_not_named_where_consent_covers_all() -> None:
    answer = an_answer(Verdict.ALLOWED)

    line = log_line(DisclosureId("1"), CaseId("c"), answer, FACTS, BY_LAW)

    assert line.basis is Basis.CONSENT
    assert line.statute is None


def test_to_a_line_of_the_log_only_what_comes_later_is_added() -> None:
    line = log_line(DisclosureId("1"), CaseId("c"), an_answer(Verdict.ALLOWED), FACTS)

    check_log_change(line, replace(line, client_informed_on=DAY, addendum="…"))
    with pytest.raises(LogStays):
        check_log_change(line, replace(line, content="anders"))
    with pytest.raises(LogStays):
        check_log_change(line, None)
