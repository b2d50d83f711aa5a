"""Bars are as long as their numbers, and say them."""

from __future__ import annotations

from casedesk.figures.bars import Bar, bars
from casedesk.figures.figure import Figure, Polygon, Text


def drawn(*values: float | None) -> Figure:
    named = [
        Bar(id=str(at), label=f"group {at}", value=value, text=str(value))
        for at, value in enumerate(values)
    ]
    return bars(named, title="Hours", width=400, size=10)


def lengths(figure: Figure) -> list[float]:
    return [
        shape.points[1][0] - shape.points[0][0]
        for shape in figure.shapes
        if isinstance(shape, Polygon)
    ]


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    long, short = lengths(drawn(8, 2))

    assert short / long == 0.25


def test_what_is_left_out_or_nothing_has_no_bar_but_its_words() -> None:
    figure = drawn(4, None, 0)

    assert len(lengths(figure)) == 1
    assert figure.description == "group 0: 4. group 1: None. group 2: 0."
    assert [mark.words for mark in figure.marks][1] == "group 1: None."


def test_all_of_it_stays_within_the_picture() -> None:
    figure = bars(
        [Bar(id="a", label="very long words " * 9, value=1, text="1 of many")],
        title="",
        width=300,
        size=10,
    )

    [length] = lengths(figure)
    texts = [shape for shape in figure.shapes if isinstance(shape, Text)]
    assert all(0 <= text.at[0] <= 300 for text in texts)
    assert length <= 300


def test_without_groups_there_is_an_empty_picture() -> None:
    assert lengths(drawn()) == []
