from __future__ import annotations

from math import hypot

import pytest

from casedesk.figures import shapes
from casedesk.figures.figure import Box, Circle, Figure, Ink, Mark, Polygon


def test_a_zigzag_begins_and_ends_where_the_line_does_and_swings_to_both_sides() -> (
    None
):
    points = shapes.zigzag((0, 0), (100, 0), step=10, swing=4)

    assert (points[0], points[-1]) == ((0, 0), (100, 0))
    assert {round(y) for _x, y in points[1:-1]} == {4, -4}


def test_an_oval_is_as_wide_and_high_as_said() -> None:
    oval = shapes.oval((50, 20), 100, 40)

    xs, ys = zip(*oval.points, strict=True)
    assert (min(xs), max(xs)) == pytest.approx((0, 100))
    assert (min(ys), max(ys)) == pytest.approx((0, 40))


def test_a_line_moved_aside_keeps_its_length() -> None:
    one, other = shapes.aside((0, 0), (30, 40), 5)

    assert hypot(one[0] - other[0], one[1] - other[1]) == pytest.approx(50)
    assert hypot(*one) == pytest.approx(5)


def test_four_series_have_four_signs() -> None:
    signs = [shapes.sign(kind, (0, 0), 5, Ink.TEXT) for kind in range(4)]

    assert [type(sign) for sign in signs] == [Circle, Polygon, Polygon, Polygon]
    assert len({str(sign) for sign in signs}) == 4


def test_of_marks_on_each_other_the_one_drawn_last_is_met() -> None:
    box = Box(left=0, top=0, right=10, bottom=10)
    marks = (Mark(id="a", box=box, words=""), Mark(id="b", box=box, words=""))
    figure = Figure(width=20, height=20, shapes=(), marks=marks)

    found = figure.mark_at((5, 5))

    assert found is marks[1]
    assert figure.mark_at((15, 15)) is None
