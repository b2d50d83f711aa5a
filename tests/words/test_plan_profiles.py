from __future__ import annotations

import pytest

from casedesk.domain.practice import Country, PaperLanguage
from casedesk.words.plan_profiles import plan_profile, profiles

GERMAN, ENGLISH = PaperLanguage.DE_DE, PaperLanguage.EN


def test_germany_has_the_plans_of_its_laws_and_everybody_a_free_one() -> None:
    in_germany = [each.id for each in profiles(GERMAN, Country.DE)]

    assert in_germany[0] == "free"
    assert set(in_germany) == {
        "free",
        "gesamtplan",
        "hilfeplan",
        "kooperationsplan",
        "teilhabeplan",
        "versorgungsplan",
    }
    for country in (Country.CH, Country.AT):
        assert [each.id for each in profiles(GERMAN, country)] == ["free"]


@pytest.mark.parametrize("language", [GERMAN, ENGLISH])
def test_every_law_was_read_and_says_as_of_when(language: PaperLanguage) -> None:
    for each in profiles(language, Country.DE):
        if each.id != "free":
            assert each.is_verified
            assert each.as_of is not None
            assert each.contents
        assert len({c.key for c in each.contents}) == len(each.contents)


def test_an_overall_plan_also_has_the_contents_of_a_participation_plan() -> None:
    overall = plan_profile("gesamtplan", "", GERMAN)
    participation = plan_profile("teilhabeplan", "", GERMAN)

    assert overall is not None
    assert participation is not None
    assert len(participation.contents) == 12
    assert set(participation.contents) < set(overall.contents)
    assert overall.longest_months == 24


def test_a_profile_that_is_not_known_is_none() -> None:
    assert plan_profile("erfunden", "", GERMAN) is None
    assert plan_profile("free", "older", GERMAN) is not None
