from __future__ import annotations

from itertools import combinations

from casedesk.figures.figure import Polygon, Stroke, Text
from casedesk.figures.week import WeekBlock, WeekWords, frame, week

DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
WORDS = WeekWords(title="Woche", days=DAYS, clash="gleichzeitig", empty={})


def a_block(block_id: str, begins: int = 8, ends: int = 9, **said: object) -> WeekBlock:
    told: dict[str, object] = {"day": 0, "title": "Spitex", "words": block_id}
    return WeekBlock(
        id=block_id,
        begins=begins * 60,
        ends=ends * 60,
        **{**told, **said},  # type: ignore[arg-type]  # fields of a block
    )


def test_blocks_at_the_same_time_never_lie_on_each_other() -> None:
    blocks = [a_block(str(n), 8, 10 + n % 3) for n in range(5)]
    blocks += [a_block(f"later {n}", 11, 12) for n in range(3)]

    marks = week(blocks, WORDS, width=900, size=12).marks

    assert len(marks) == 8
    for one, other in combinations(marks, 2):
        assert not one.box.meets(other.box)


def test_every_block_lies_within_its_day() -> None:
    blocks = [a_block(str(n), 8, 9, day=n) for n in range(7)]
    plan = frame(blocks, WORDS, width=900, size=12)

    marks = week(blocks, WORDS, width=900, size=12).marks

    for day, mark in enumerate(marks):
        assert plan.x(day) <= mark.box.left < mark.box.right <= plan.x(day + 1)


def test_a_place_in_the_picture_is_a_day_and_a_time_in_steps() -> None:
    plan = frame([], WORDS, width=900, size=12)

    x, y = plan.x(3) + 4, plan.y(10 * 60 + 4)

    assert (plan.day_at(x), plan.minute_at(y)) == (3, 600)
    assert (plan.day_at(-5), plan.day_at(5000)) == (0, 6)


def test_the_picture_grows_with_early_and_late_hours() -> None:
    plan = frame([a_block("a", 4, 5), a_block("b", 22, 24)], WORDS, width=900, size=12)

    assert (plan.first_hour, plan.last_hour) == (4, 24)


def test_kinds_of_line_tell_how_sure_a_time_is() -> None:
    blocks = [
        a_block("sure"),
        a_block("about", day=1, is_timed=False),
        a_block("half", day=2, is_half=True),
    ]

    shapes = week(blocks, WORDS, width=900, size=12).shapes

    strokes = [shape.stroke for shape in shapes if isinstance(shape, Polygon)]
    assert strokes == [Stroke.SOLID, Stroke.DOTTED, Stroke.DASHED]


def test_a_clash_and_an_empty_day_are_written_in_words() -> None:
    words = WeekWords(
        title="Woche", days=DAYS, clash="gleichzeitig", empty={6: "niemand: Pflege"}
    )

    shapes = week(
        [a_block("a", 8, 11, is_clash=True)], words, width=1200, size=12
    ).shapes

    written = [shape.text for shape in shapes if isinstance(shape, Text)]
    assert "gleichzeitig" in written
    assert any("niemand" in text for text in written)


def test_a_bounded_height_is_kept() -> None:
    figure = week([a_block("a")], WORDS, width=728, size=9, height=466)

    assert figure.height <= 466 + 1
