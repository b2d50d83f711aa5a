from __future__ import annotations

from datetime import date
from itertools import combinations

from casedesk.figures import lettering
from casedesk.figures.course import Band, Reading, Series, course
from casedesk.figures.figure import Figure, Line, Text

DAYS = [date(2026, 1, 3), date(2026, 1, 5), date(2026, 6, 3)]


def readings(*values: float) -> tuple[Reading, ...]:
    return tuple(
        Reading(id=str(n), day=day, value=value, words=f"{day}: {value}.")
        for n, (day, value) in enumerate(zip(DAYS, values, strict=False))
    )


def drawn(*series: Series, bands: tuple[Band, ...] = ()) -> Figure:
    words = {day: f"{day:%d.%m.%Y}" for day in DAYS}
    return course(
        series,
        title="Course",
        low=0,
        high=27,
        width=600,
        size=12,
        day_words=words,
        bands=bands,
    )


def texts(figure: Figure) -> list[Text]:
    return [shape for shape in figure.shapes if isinstance(shape, Text)]


def test_later_is_further_right_and_more_is_higher() -> None:
    figure = drawn(Series(name="PHQ-9", readings=readings(20, 10, 5)))

    places = [mark.box.centre for mark in figure.marks]

    assert places == sorted(places)
    assert [y for _x, y in places] == sorted(y for _x, y in places)


def test_days_that_find_no_room_are_left_out_but_never_the_last() -> None:
    figure = drawn(Series(name="", readings=readings(20, 10, 5)))

    days = [t for t in texts(figure) if t.text.count(".") == 2]

    assert "03.06.2026" in {t.text for t in days}
    for one, other in combinations(days, 2):
        apart = abs(one.at[0] - other.at[0])
        assert apart >= lettering.width(one.text, one.size)


def test_bands_are_named_and_values_outside_the_scale_stay_in_the_picture() -> None:
    bands = (Band(name="low", low=0, high=10), Band(name="high", low=10, high=27))

    figure = drawn(Series(name="", readings=readings(40)), bands=bands)

    assert {"low", "high"} <= {t.text for t in texts(figure)}
    [mark] = figure.marks
    assert 0 <= mark.box.top <= figure.height


def test_one_value_is_a_sign_and_nothing_at_all_an_empty_field() -> None:
    single = drawn(Series(name="", readings=readings(9)))
    empty = drawn()

    assert len(single.marks) == 1
    assert not empty.marks
    assert any(isinstance(shape, Line) for shape in empty.shapes)
