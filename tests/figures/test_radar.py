from __future__ import annotations

from itertools import combinations

from casedesk.domain.life_domain import LifeDomain
from casedesk.figures.figure import Circle, Ink, Line, Polygon, Text
from casedesk.figures.radar import Axis, radar

LABEL = "Familie, Partnerschaft und Beziehungen"


def axes(*values: tuple[int | None, ...]) -> list[Axis]:
    return [
        Axis(id=str(number), label=LABEL, values=each, words=f"Axis {number}: {each}.")
        for number, each in enumerate(values)
    ]


def test_sixteen_long_labels_do_not_cover_each_other() -> None:
    each_domain = axes(*[(3, 7)] * len(LifeDomain))

    figure = radar(each_domain, ["self", "others"], title="", width=520, size=13)

    boxes = [mark.box for mark in figure.marks]
    assert len(boxes) == len(LifeDomain)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert all(box.top >= 0 and box.bottom <= figure.height for box in boxes)
    assert all(box.left >= 0 and box.right <= figure.width for box in boxes)


def test_what_is_not_rated_breaks_the_line_and_has_no_sign() -> None:
    rated, gap = axes((4,), (5,), (6,), (7,)), axes((4,), (None,), (6,), (7,))

    whole = radar(rated, ["self"], title="", width=400, size=12)
    broken = radar(gap, ["self"], title="", width=400, size=12)

    def lines(figure_shapes: tuple[object, ...]) -> int:
        return sum(isinstance(s, Line) and s.width == 2 for s in figure_shapes)

    def signs(figure_shapes: tuple[object, ...]) -> int:
        return sum(isinstance(s, Circle) for s in figure_shapes)

    assert lines(whole.shapes) - lines(broken.shapes) == 2
    assert signs(whole.shapes) - signs(broken.shapes) == 1


def test_two_series_differ_by_line_and_sign_not_by_colour_alone() -> None:
    figure = radar(
        axes((4, 6), (5, 7), (6, 8)), ["a", "b"], title="", width=400, size=9
    )

    strokes = {shape.stroke for shape in figure.shapes if isinstance(shape, Line)}
    discs = [s for s in figure.shapes if isinstance(s, Circle)]
    squares = [s for s in figure.shapes if isinstance(s, Polygon) and s.fill]
    assert len(strokes) == 2
    assert len(discs) == len(squares) == 4  # three values and the legend
    assert {s.fill for s in squares} == {Ink.GROUND}


def test_the_picture_says_in_words_what_it_shows() -> None:
    figure = radar(axes((4,), (None,), (6,)), ["self"], title="", width=400, size=9)

    assert "Axis 1: (None,)." in figure.description
    assert [mark.words for mark in figure.marks][2] == "Axis 2: (6,)."
    assert "self" in {s.text for s in figure.shapes if isinstance(s, Text)}
