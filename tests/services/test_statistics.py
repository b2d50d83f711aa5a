"""Every figure of the statistics, against what was counted by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from services.a_practice_year import FUND, add_year

from casedesk.domain.capacity import CapacityOutOfRange
from casedesk.domain.case import Area, CaseId
from casedesk.domain.closure import ClosingReason
from casedesk.domain.entry import TimeCategory
from casedesk.domain.evaluation import Attainment
from casedesk.domain.goal_attainment import t_score
from casedesk.domain.protected_figures import values_of
from casedesk.domain.statistics import (
    NOBODY,
    PRIVATE,
    By,
    Cell,
    Key,
    Measure,
    Scope,
    Statistics,
    Step,
)

if TYPE_CHECKING:
    from casedesk.services.session import Session

THIS_YEAR = Scope(since=date(2026, 1, 1), until=date(2026, 12, 31))


@pytest.fixture
def filled(session: Session) -> Session:
    add_year(session)
    return session


def count(session: Session, **narrowed: object) -> Statistics:
    scope = Scope(**{"since": THIS_YEAR.since, "until": THIS_YEAR.until} | narrowed)  # type: ignore[arg-type]  # a few of its fields
    return session.statistics.count(scope)


def values(statistics: Statistics, measure: Measure, by: By) -> dict[str, int]:
    """Return the figures of a table that are not 0."""
    cells = {
        v: statistics.cell(measure, by, v).value for v in values_of(statistics, by)
    }
    return {value: number for value, number in cells.items() if number}


def test_the_caseload_of_this_year(filled: Session) -> None:
    statistics = count(filled)

    counted = {measure: statistics.cell(measure).value for measure in Measure}
    assert counted[Measure.OPEN_BEFORE] == 2  # a, b
    assert counted[Measure.NEW] == 3  # c, d, e
    assert counted[Measure.AT_WORK] == 5
    assert counted[Measure.CLOSED] == 3  # b, c, e
    assert counted[Measure.OPEN] == 2  # a, d
    assert statistics.weight == 3  # a 1, d 2
    assert values(statistics, Measure.OPEN, By.WEIGHT) == {"1": 1, "2": 1}
    assert statistics.scope.until == date(2026, 3, 14)  # today


def test_cases_over_the_months_and_years(filled: Session) -> None:
    statistics = count(filled, since=date(2024, 1, 1))

    assert values(statistics, Measure.NEW, By.YEAR) == {"2024": 1, "2025": 2, "2026": 3}
    assert values(statistics, Measure.CLOSED, By.YEAR) == {"2024": 1, "2026": 3}
    assert values(statistics, Measure.OPEN, By.YEAR) == {"2025": 2, "2026": 2}
    months = count(filled)
    assert values(months, Measure.NEW, By.MONTH) == {
        "2026-01": 1,
        "2026-02": 1,
        "2026-03": 1,
    }
    assert values(months, Measure.OPEN, By.MONTH) == {
        "2026-01": 2,
        "2026-02": 2,
        "2026-03": 2,
    }


def test_cases_and_hours_by_area_and_payer(filled: Session) -> None:
    statistics = count(filled)

    assert values(statistics, Measure.AT_WORK, By.AREA) == {
        Area.HEALTH_CARE: 2,
        Area.SOCIAL_WORK: 3,
    }
    assert values(statistics, Measure.AT_WORK, By.PAYER) == {
        FUND: 2,
        PRIVATE: 1,
        NOBODY: 2,
    }
    assert values(statistics, Measure.MINUTES, By.PAYER) == {
        FUND: 60 + 30 + 30 + 45,
        PRIVATE: 15 + 10 + 25,
        NOBODY: 20,
    }


def test_hours_by_category_and_what_is_billable(filled: Session) -> None:
    statistics = count(filled)

    assert values(statistics, Measure.MINUTES, By.CATEGORY) == {
        TimeCategory.CLIENT_CONTACT: 60 + 45,
        TimeCategory.SUPERVISION: 30,
        TimeCategory.TRAVEL: 30 + 10 + 20,
        "": 15 + 25,
    }
    assert statistics.cell(Measure.MINUTES).value == 235
    assert values(statistics, Measure.MINUTES, By.BILLABLE) == {"1": 205, "0": 30}
    assert statistics.cell(Measure.MINUTES).cases == 4


def test_hours_by_year(filled: Session) -> None:
    statistics = count(filled, since=date(2025, 1, 1))

    assert values(statistics, Measure.MINUTES, By.YEAR) == {"2025": 600, "2026": 235}


def test_how_long_closed_cases_took(filled: Session) -> None:
    spread = count(filled).spread(Measure.DURATION)

    assert sorted(spread.counts) == [(0, 1), (31, 1), (244, 1)]  # e, c, b
    assert spread.quartiles() == (Fraction(31, 2), Fraction(31), Fraction(275, 2))


def test_how_long_new_cases_waited(filled: Session) -> None:
    statistics = count(filled)

    waited = {
        step: statistics.spread(Measure.WAITING, By.STEP, step).counts for step in Step
    }
    assert waited == {
        Step.TO_CONTACT: ((10, 1),),  # c on the 12th: on the 11th nobody was reached
        Step.TO_MANDATE: ((18, 1),),  # c; that of d lies before its inquiry
        Step.CONTACT_TO_MANDATE: ((8, 1),),
        Step.TO_ASSESSMENT: ((10, 1),),  # d
        Step.TO_PLAN: (),
    }


def test_why_cases_were_closed(filled: Session) -> None:
    assert values(count(filled), Measure.CLOSED, By.REASON) == {
        ClosingReason.GOALS_REACHED: 1,
        ClosingReason.MOVED: 1,
        "": 1,  # e, without a closing
    }


def test_goals_of_the_last_confirmed_evaluation_of_each_case(filled: Session) -> None:
    statistics = count(filled)

    assert values(statistics, Measure.GOALS, By.ATTAINMENT) == {
        Attainment.REACHED: 2,
        Attainment.PARTLY: 1,
        Attainment.GIVEN_UP: 1,
    }
    assert statistics.cell(Measure.GOALS).value == 4


def test_t_scores_are_those_of_the_rule_for_goals(filled: Session) -> None:
    attained = count(filled).attained

    def score(*levels: tuple[int, int]) -> float:
        found = t_score(
            [(Fraction(level), Fraction(weight)) for level, weight in levels]
        )
        assert found is not None
        return found

    b, c = score((1, 1), (0, 1)), score((0, 4))
    assert attained.score.value == pytest.approx((b + c) / 2)
    assert attained.score.count == 2
    changes = score((1, 1)) - score((-1, 1)), score((0, 4)) - score((-2, 4))
    assert attained.change.value == pytest.approx(sum(changes) / 2)
    assert attained.change.count == 2
    assert attained.unscored == Cell(value=1, cases=1)


def test_figures_can_be_narrowed_to_an_area_and_a_payer(filled: Session) -> None:
    social = count(filled, area=Area.SOCIAL_WORK)
    fund = count(filled, payer=FUND)
    nobody = count(filled, payer=NOBODY)

    assert social.cell(Measure.AT_WORK).value == 3
    assert values(social, Measure.MINUTES, By.CATEGORY) == {"": 40, "travel": 30}
    assert fund.cell(Measure.AT_WORK).value == 2
    assert fund.cell(Measure.MINUTES).value == 165
    assert nobody.cell(Measure.AT_WORK).value == 2


def test_what_lies_in_the_bin_is_not_counted(filled: Session) -> None:
    with filled._database.note() as tables:
        tables._connection.execute("INSERT INTO bin VALUES ('a', 'a', '2026-03-14')")

    statistics = count(filled)

    assert statistics.cell(Measure.AT_WORK).value == 4
    assert statistics.cell(Measure.MINUTES).value == 115
    assert values(statistics, Measure.MINUTES, By.CATEGORY)["client_contact"] == 45


KEYS = [
    *(Key(measure=m) for m in Measure if m is not Measure.WAITING),
    *(
        Key(measure=Measure.WAITING, by=By.STEP, value=step)
        for step in (Step.TO_CONTACT, Step.TO_MANDATE, Step.TO_ASSESSMENT)
    ),
]


@pytest.mark.parametrize("by", [b for b in By if b not in (By.ALL, By.STEP)])
def test_every_figure_leads_to_as_many_cases_as_it_counts(
    filled: Session, by: By
) -> None:
    statistics = count(filled, since=date(2024, 1, 1))
    cells = [(k, cell) for k, cell in statistics.cells.items() if k.by is by]

    assert cells
    for key, cell in cells:
        traced = filled.statistics.cases_behind(statistics.scope, key)
        if key.measure in (Measure.MINUTES, Measure.GOALS):
            assert sum(case.value or 0 for case in traced) == cell.value, key
        else:
            assert len(traced) == cell.value, key


def test_figures_without_a_split_lead_to_their_cases(filled: Session) -> None:
    scope = THIS_YEAR.up_to(date(2026, 3, 14))

    behind = {
        key: {case.case_id for case in filled.statistics.cases_behind(scope, key)}
        for key in KEYS
    }

    named = {
        (key.measure, key.value): "".join(sorted(ids)) for key, ids in behind.items()
    }
    assert named == {
        (Measure.OPEN_BEFORE, ""): "ab",
        (Measure.NEW, ""): "cde",
        (Measure.AT_WORK, ""): "abcde",
        (Measure.CLOSED, ""): "bce",
        (Measure.OPEN, ""): "ad",
        (Measure.WEIGHT, ""): "ad",
        (Measure.MINUTES, ""): "abcd",
        (Measure.GOALS, ""): "bc",
        (Measure.DURATION, ""): "bce",
        (Measure.T_SCORE, ""): "bc",
        (Measure.T_CHANGE, ""): "bc",
        (Measure.UNSCORED, ""): "b",
        (Measure.WAITING, Step.TO_CONTACT): "c",
        (Measure.WAITING, Step.TO_MANDATE): "c",
        (Measure.WAITING, Step.TO_ASSESSMENT): "d",
    }


def test_a_case_behind_a_figure_says_what_it_adds(filled: Session) -> None:
    key = Key(measure=Measure.MINUTES, by=By.CATEGORY, value=TimeCategory.TRAVEL)

    traced = filled.statistics.cases_behind(THIS_YEAR, key)

    assert [(case.client_name, case.value) for case in traced] == [
        ("Muster a, ", 30),
        ("Muster c, ", 10),
        ("Muster d, ", 20),
    ]


def test_an_empty_practice_has_no_figures(session: Session) -> None:
    statistics = count(session)

    assert statistics.is_empty
    assert statistics.spread(Measure.DURATION).quartiles() is None
    assert statistics.attained.score.value is None
    assert session.statistics.first_day() is None


def test_what_cases_took_is_measured_over_twelve_months(filled: Session) -> None:
    measured = filled.statistics.measured()

    # Of a, b, c, d the work without the way and without the category of travel.
    assert measured.minutes == 60 + 30 + 600 + 45 + 15 + 25
    assert measured.cases == 5  # a to e
    # a 365, b 245, c 32, d 42, e 1 days, the first and the last included
    assert measured.case_days == 685


def test_what_is_said_about_working_time_is_kept_in_the_vault(session: Session) -> None:
    session.statistics.say("weekly_minutes", 2400)
    session.statistics.say("weeks", 46)
    session.statistics.say("weeks", None)

    capacity = session.statistics.capacity()

    assert (capacity.weekly_minutes, capacity.weeks) == (2400, 44)


def test_what_no_year_can_be_is_refused_and_not_kept(session: Session) -> None:
    with pytest.raises(CapacityOutOfRange):
        session.statistics.say("weeks", 53)

    assert session.statistics.capacity().weeks == 44


def test_a_reopened_case_is_as_complex_as_before(filled: Session) -> None:
    opened = filled.closing.open_again(CaseId("b"))

    assert opened.weight == 3
