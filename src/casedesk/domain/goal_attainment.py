"""Goal attainment scaling: how far goals were reached, as one figure.

Kiresuk and Sherman 1968. The formulas printed in a guide of 2009 had an erratum; this
is the original one, with a correlation of 0.3 between the goals.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CORRELATION = Fraction(3, 10)
T_MEAN = 50


def t_score(levels: Sequence[tuple[Fraction, Fraction]]) -> float | None:
    """Return the T-score of goals, each with its level (-2 to +2) and its weight.

    The mean of well-set goals is 50, a standard deviation 10. Without goals, or with
    weights that are all nothing, there is none.
    """
    weighted = sum((level * weight for level, weight in levels), Fraction(0))
    squares = sum((weight * weight for _level, weight in levels), Fraction(0))
    total = sum((weight for _level, weight in levels), Fraction(0))
    return t_of_sums(weighted, squares, total)


def t_of_sums(
    weighted: Fraction | int, squares: Fraction | int, total: Fraction | int
) -> float | None:
    """Return the T-score from sums: level × weight, weight squared, weight."""
    spread = (1 - CORRELATION) * squares + CORRELATION * total * total
    if not spread:
        return None
    return T_MEAN + 10 * float(weighted) / sqrt(spread)
