from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.dates import PartialDate
from casedesk.domain.practice import Country, Profession
from casedesk.domain.retention import (
    RETENTIONS,
    Certainty,
    RetentionRule,
    keep_until,
    offered,
    proposed,
)

DAY = date(2026, 3, 14)
BORN = PartialDate(year=2010, month=5)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (RetentionRule.DE_TREATMENT, date(2036, 3, 14)),
        (RetentionRule.DE_NO_STATUTE, date(2036, 12, 31)),
        (RetentionRule.DE_YOUTH, date(2110, 5, 31)),
        (RetentionRule.CH_CONTRACT, date(2036, 3, 14)),
        (RetentionRule.CH_INJURY, date(2046, 3, 14)),
        (RetentionRule.CH_PHYSICIAN, date(2046, 3, 14)),
        (RetentionRule.CH_HEALTH, date(2046, 3, 14)),
        (RetentionRule.AT_NURSING, date(2036, 3, 14)),
        (RetentionRule.AT_NO_STATUTE, date(2056, 3, 14)),
    ],
)
def test_a_rule_yields_a_day(rule: RetentionRule, expected: date) -> None:
    assert keep_until(rule, DAY, BORN) == expected


def test_without_a_day_of_birth_youth_files_have_no_day() -> None:
    assert keep_until(RetentionRule.DE_YOUTH, DAY, None) is None


@pytest.mark.parametrize(
    ("country", "profession", "expected"),
    [
        (Country.DE, Profession.NURSE, RetentionRule.DE_TREATMENT),
        (Country.DE, Profession.SOCIAL_WORKER, RetentionRule.DE_NO_STATUTE),
        (Country.CH, Profession.SOCIAL_WORKER, RetentionRule.CH_CONTRACT),
        (Country.CH, Profession.NURSE, RetentionRule.CH_HEALTH),
        (Country.CH, Profession.THERAPIST, RetentionRule.CH_HEALTH),
        (Country.CH, Profession.PHYSICIAN, RetentionRule.CH_PHYSICIAN),
        (Country.AT, Profession.NURSE, RetentionRule.AT_NURSING),
        (Country.AT, Profession.OTHER, RetentionRule.AT_NO_STATUTE),
    ],
)
def test_a_rule_is_proposed(
    country: Country, profession: Profession, expected: RetentionRule
) -> None:
    assert proposed(country, profession).rule is expected


def test_each_rule_stands_once_and_what_is_not_verified_says_so() -> None:
    assert sorted(each.rule for each in RETENTIONS) == sorted(RetentionRule)
    assert {each.certainty for each in offered(Country.AT)} == {Certainty.UNVERIFIED}


def test_a_period_to_claim_or_an_agreement_is_no_duty_to_keep() -> None:
    certain = {each.rule: each.certainty for each in RETENTIONS}

    assert certain[RetentionRule.CH_CONTRACT] is Certainty.LIMITATION
    assert certain[RetentionRule.CH_INJURY] is Certainty.LIMITATION
    assert certain[RetentionRule.DE_YOUTH] is Certainty.AGREEMENT
    assert certain[RetentionRule.CH_HEALTH] is Certainty.UNVERIFIED
    assert [e.rule for e in RETENTIONS if e.certainty is Certainty.LAW] == [
        RetentionRule.DE_TREATMENT
    ]
