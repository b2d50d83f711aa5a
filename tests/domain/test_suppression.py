"""What is left out of an exported table cannot be worked out from what is shown."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.statistics import Cell
from casedesk.domain.suppression import LEAST_CASES, Sum, left_out


def cells(values: dict[str, int]) -> dict[str, Cell]:
    return {key: Cell(value=value, cases=value) for key, value in values.items()}


def line(*values: int) -> tuple[dict[str, Cell], list[Sum[str]]]:
    """Return figures a, b, c … and their total."""
    named = {chr(ord("a") + place): value for place, value in enumerate(values)}
    parts = tuple(named)
    return cells(named | {"total": sum(values)}), [Sum(parts, ("total",))]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((9, 6, 5), set(), id="five and more are shown"),
        pytest.param((9, 6, 4), {"c", "b"}, id="the smallest other one goes with it"),
        pytest.param((9, 6, 0), {"c", "b"}, id="nobody is fewer than five, too"),
        pytest.param((9, 3, 2), {"b", "c"}, id="two small ones protect each other"),
        pytest.param((9, 0, 0), {"a", "b", "c"}, id="nothing is left to vary"),
        pytest.param((2, 1, 0), {"a", "b", "c", "total"}, id="the total is small"),
        pytest.param((4,), {"a", "total"}, id="one alone goes with its total"),
    ],
)
def test_a_line_with_its_total(values: tuple[int, ...], expected: set[str]) -> None:
    figures, sums = line(*values)

    assert left_out(figures, sums) == expected


def test_in_a_square_a_small_figure_takes_three_others_with_it() -> None:
    values = {"aa": 2, "ab": 9, "ba": 8, "bb": 7, "a": 11, "b": 15, "ta": 10, "tb": 16}
    sums = [
        Sum(("aa", "ab"), ("a",)),
        Sum(("ba", "bb"), ("b",)),
        Sum(("aa", "ba"), ("ta",)),
        Sum(("ab", "bb"), ("tb",)),
    ]

    out = left_out(cells(values), sums)

    assert out == {"aa", "ab", "ba", "bb"}


def test_what_stands_on_both_sides_protects_itself() -> None:
    """What came in and what went out of a month may both be higher."""
    values = {"before": 10, "new": 2, "closed": 3, "open": 9}
    sums = [Sum(("before", "new"), ("closed", "open"))]

    assert left_out(cells(values), sums) == {"new", "closed"}


def test_what_is_in_no_table_is_not_named_but_varies_with_the_others() -> None:
    values = {"earlier": 6, "new": 3, "at work": 9}
    sums = [Sum(("earlier", "new"), ("at work",))]

    assert left_out(cells(values), sums, ["earlier"]) == {"new"}


def test_hours_are_left_out_by_the_cases_behind_them() -> None:
    figures = {
        "visits": Cell(value=600, cases=9),
        "calls": Cell(value=90, cases=2),
        "travel": Cell(value=300, cases=8),
        "all": Cell(value=990, cases=9),
    }
    sums = [Sum(("visits", "calls", "travel"), ("all",))]

    assert left_out(figures, sums) == {"calls", "travel"}


def possible(
    figures: dict[str, Cell], sums: list[Sum[str]], out: frozenset[str]
) -> dict[str, set[int]]:
    """Return numbers that each figure left out could be: all near the true ones."""
    names = sorted(out)
    found: dict[str, set[int]] = {name: set() for name in names}
    known = {key: cell.value for key, cell in figures.items()}
    near = [range(max(known[name] - 1, 0), known[name] + 2) for name in names]
    for guess in product(*near):
        all_of = known | dict(zip(names, guess, strict=True))
        if all(
            sum(all_of[key] for key in each.left)
            == sum(all_of[key] for key in each.right)
            for each in sums
        ):
            for name, value in zip(names, guess, strict=True):
                found[name].add(value)
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_every_figure_left_out_could_be_two_numbers_at_least(values: list[int]) -> None:
    """Two rows and two columns with all their sums; every guess is tried."""
    aa, ab, ba, bb = values
    figures = cells(
        {"aa": aa, "ab": ab, "ba": ba, "bb": bb}
        | {"a": aa + ab, "b": ba + bb, "ta": aa + ba, "tb": ab + bb, "t": sum(values)}
    )
    sums = [
        Sum(("aa", "ab"), ("a",)),
        Sum(("ba", "bb"), ("b",)),
        Sum(("aa", "ba"), ("ta",)),
        Sum(("ab", "bb"), ("tb",)),
        Sum(("a", "b"), ("t",)),
        Sum(("ta", "tb"), ("t",)),
    ]

    out = left_out(figures, sums)

    assert all(key in out for key, cell in figures.items() if cell.cases < LEAST_CASES)
    assert all(len(each) > 1 for each in possible(figures, sums, out).values())
