from __future__ import annotations

from fractions import Fraction

import pytest

from casedesk.domain.goal_attainment import t_score
from casedesk.domain.scoring import outcome
from casedesk.words.instruments import instrument


# Recomputed vectors of reference 3.5.
@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        ([0], [1], 50.00),
        ([2], [1], 70.00),
        ([-2], [1], 30.00),
        ([1, 1, 1], [1, 1, 1], 63.69),
        ([-1, -1, -1], [1, 1, 1], 36.31),
        ([2, 2, 2], [1, 1, 1], 77.39),
        ([2] * 5, [1] * 5, 80.15),
        ([-2] * 5, [1] * 5, 19.85),
        ([1, 0, -1], [3, 2, 1], 54.41),
        ([1, 2, 0], [6, 9, 2], 68.33),
    ],
)
def test_the_figure_is_that_of_the_formula(
    levels: list[int], weights: list[int], expected: float
) -> None:
    goals = [
        (Fraction(level), Fraction(weight))
        for level, weight in zip(levels, weights, strict=True)
    ]
    pack = instrument("gas", "2026.1", "de")
    assert pack is not None
    answers = {str(n): str(level) for n, level in enumerate(levels, 1)}
    answers |= {f"{n}w": str(weight) for n, weight in enumerate(weights, 1)}

    assert t_score(goals) == pytest.approx(expected, abs=0.005)
    assert float(outcome(pack, answers).value("t") or 0) == pytest.approx(
        expected, abs=0.005
    )


@pytest.mark.parametrize("goals", [[], [(Fraction(1), Fraction(0))]])
def test_without_goals_or_weights_there_is_no_figure(
    goals: list[tuple[Fraction, Fraction]],
) -> None:
    assert t_score(goals) is None


def test_goals_that_are_not_rated_are_left_out() -> None:
    pack = instrument("gas", "2026.1", "en")
    assert pack is not None

    found = outcome(pack, {"3": "1", "5w": "9"})

    assert found.value("t") == Fraction(60)
    assert outcome(pack, {}).value("t") is None
