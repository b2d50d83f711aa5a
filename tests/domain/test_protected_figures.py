"""What an export of the statistics shows, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import WEIGHTS, Area
from casedesk.domain.evaluation import Attainment
from casedesk.domain.protected_figures import protection, sums_of
from casedesk.domain.statistics import (
    NOBODY,
    Attained,
    By,
    CaseGroup,
    Cell,
    Flow,
    Key,
    Mean,
    Measure,
    Scope,
    Spread,
    Statistics,
    add_up,
    attained,
    case_cells,
    course_cells,
    weight_of,
)
from casedesk.domain.suppression import LEAST_CASES

SCOPE = Scope(since=date(2026, 1, 1), until=date(2026, 3, 31))


def a_group(area: Area, before: int, new: int, closed: int) -> CaseGroup:
    return CaseGroup(
        area=area,
        payer=NOBODY,
        weight=1,
        open_before=before,
        new=new,
        closed=closed,
        open=before + new - closed,
    )


def a_year(*groups: CaseGroup, months: tuple[tuple[int, int], ...]) -> Statistics:
    cells = case_cells(groups)
    flows = [
        Flow(month=f"2026-0{at}", new=new, closed=closed)
        for at, (new, closed) in enumerate(months, 1)
    ]
    before = sum(group.open_before for group in groups)
    cells.update(course_cells(SCOPE, flows, before))
    closed = sum(group.closed for group in groups)
    reason = Key(measure=Measure.CLOSED, by=By.REASON)
    cells[reason] = Cell(value=closed, cases=closed)
    return Statistics(
        scope=SCOPE,
        cells=cells,
        spreads={Key(measure=Measure.DURATION): Spread(counts=((10, closed),))},
        attained=Attained(score=Mean(value=55.0, count=4), change=Mean()),
        weight=weight_of(groups),
        payers=(NOBODY,),
    )


@pytest.fixture
def practice() -> Statistics:
    return a_year(
        a_group(Area.HEALTH_CARE, before=20, new=9, closed=8),
        a_group(Area.NURSING_CARE, before=15, new=8, closed=7),
        a_group(Area.SOCIAL_WORK, before=9, new=2, closed=6),
        months=((6, 7), (6, 7), (7, 7)),
    )


def test_large_figures_are_shown_and_small_ones_are_not(practice: Statistics) -> None:
    hidden = protection(practice)

    assert not hidden.hides(Key(measure=Measure.AT_WORK))
    assert hidden.hides(Key(measure=Measure.NEW, by=By.AREA, value=Area.SOCIAL_WORK))
    assert all(
        hidden.hides(key)
        for key, cell in practice.cells.items()
        if cell.cases < LEAST_CASES and key.measure is not Measure.OPEN_BEFORE
    )


def test_a_small_figure_cannot_be_told_from_sums(practice: Statistics) -> None:
    """No sum has exactly one figure that is left out."""
    hidden = protection(practice)
    shown_nowhere = {
        key
        for each in sums_of(practice)
        for key in each.left + each.right
        if key.value.startswith("earlier")
    }

    for each in sums_of(practice):
        keys = each.left + each.right
        out = [key for key in keys if hidden.hides(key) or key in shown_nowhere]
        assert len(out) != 1 or out[0] in shown_nowhere


def test_what_adds_up_with_nothing_is_left_out_by_its_own_count(
    practice: Statistics,
) -> None:
    hidden = protection(practice)

    assert not hidden.hides(Key(measure=Measure.DURATION))  # 21 closed cases
    assert hidden.hides(Key(measure=Measure.T_SCORE))  # 4 evaluations
    assert hidden.hides(Key(measure=Measure.T_CHANGE))


def test_the_sum_of_weights_does_not_tell_how_many_cases_have_which_weight() -> None:
    """Of 28 open cases 25 weigh 1; the sum would tell how the others are split."""
    groups = [
        replace(a_group(Area.SOCIAL_WORK, each, 0, 0), weight=weight)
        for weight, each in ((1, 25), (2, 1), (3, 2))
    ]

    hidden = protection(a_year(*groups, months=((0, 0), (0, 0), (0, 0))))

    assert not hidden.hides(Key(measure=Measure.OPEN))
    assert hidden.hides(Key(measure=Measure.OPEN, by=By.WEIGHT, value="3"))
    assert hidden.hides(Key(measure=Measure.WEIGHT))


def test_the_sum_of_weights_is_shown_where_every_weight_is() -> None:
    groups = [
        replace(a_group(Area.SOCIAL_WORK, 9, 0, 0), weight=weight) for weight in WEIGHTS
    ]

    hidden = protection(a_year(*groups, months=((0, 0), (0, 0), (0, 0))))

    assert not hidden.hides(Key(measure=Measure.WEIGHT))


@pytest.mark.parametrize(("cases", "is_hidden"), [(1, True), (5, False)])
def test_goals_without_a_level_are_left_out_by_their_own_count(
    practice: Statistics, cases: int, is_hidden: bool
) -> None:
    goals = Key(measure=Measure.GOALS)
    reached = Key(measure=Measure.GOALS, by=By.ATTAINMENT, value=Attainment.REACHED)
    cells = {
        **practice.cells,
        goals: Cell(value=40, cases=20),
        reached: Cell(value=20, cases=20),
        replace(reached, value=Attainment.PARTLY): Cell(value=20, cases=20),
    }
    told = replace(
        practice,
        cells=cells,
        attained=replace(practice.attained, unscored=Cell(value=cases, cases=cases)),
    )

    hidden = protection(told)

    assert not hidden.hides(goals)
    assert hidden.hides(Key(measure=Measure.UNSCORED)) is is_hidden


def test_the_sums_hold_in_what_was_counted(practice: Statistics) -> None:
    cells = practice.cells
    for each in sums_of(practice):
        if any(key.value.startswith("earlier") for key in each.left):
            continue
        if each.right[0].measure in (Measure.MINUTES, Measure.GOALS):
            continue  # there are none here
        left = sum(cells.get(key, Cell()).value for key in each.left)
        right = sum(cells.get(key, Cell()).value for key in each.right)
        assert left == right, each


def test_an_empty_practice_shows_nothing_and_leaves_all_out() -> None:
    empty = Statistics(scope=SCOPE, cells={}, spreads={}, attained=attained([]))

    hidden = protection(empty)

    assert hidden.hides(Key(measure=Measure.AT_WORK))
    assert hidden.hides(Key(measure=Measure.NEW, by=By.MONTH, value="2026-01"))


def test_parts_of_a_figure_add_up() -> None:
    key = Key(measure=Measure.MINUTES)
    cells = {key: Cell(value=10, cases=1)}

    add_up(cells, [(key, Cell(value=5, cases=2))])

    assert cells[key] == Cell(value=15, cases=3)
