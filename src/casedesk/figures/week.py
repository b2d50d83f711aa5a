"""The week of care: a column for each day, a block for each time somebody comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.figures import lettering
from casedesk.figures.figure import (
    Anchor,
    Box,
    Figure,
    Ink,
    Line,
    Mark,
    Polygon,
    Stroke,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedesk.figures.figure import Point, Shape

HOUR = 60
DAYS = 7
_EARLIEST, _LATEST = 6, 22
_LEAST_LINES = 1.25  # a block is so high at least, in sizes of the lettering
_HOUR_SIZES = 2.6
_LETTERS_AT_LEFT = 4.2
_STEP = 15
_LEGEND_SIZES = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBlock:
    """A time of care as it is drawn."""

    id: str
    day: int
    begins: int
    ends: int
    title: str
    note: str = ""
    words: str = ""
    is_timed: bool = True
    """Whether the time is known, and not only the part of the day."""
    is_half: bool = False
    """Whether it is in every second week alone."""
    is_clash: bool = False
    is_formal: bool = True
    """Whether somebody comes by profession; it is filled then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSign:
    """A kind of block in the legend."""

    words: str
    is_formal: bool = True
    is_timed: bool = True
    is_half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekWords:
    """The words around the blocks."""

    title: str
    days: Sequence[str]
    description: str = ""
    clash: str = ""
    """Written into blocks of two providers who meet."""
    legend: Sequence[WeekSign] = ()
    empty: Mapping[int, str]
    """What is missing on a day, written beneath its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFrame:
    """Where days and hours lie in the picture."""

    left: float
    top: float
    day_width: float
    hour_height: float
    first_hour: int
    last_hour: int

    @property
    def bottom(self) -> float:
        """Where the last hour ends."""
        return self.y((self.last_hour) * HOUR)

    def x(self, day: int) -> float:
        """Where a day begins."""
        return self.left + day * self.day_width

    def y(self, minute: float) -> float:
        """Where a minute of the day lies."""
        return self.top + (minute / HOUR - self.first_hour) * self.hour_height

    def day_at(self, x: float) -> int:
        """Return the day at a place, the nearest one outside."""
        return min(max(int((x - self.left) // self.day_width), 0), DAYS - 1)

    def minute_at(self, y: float) -> int:
        """Return the minute at a place, in whole steps."""
        minute = ((y - self.top) / self.hour_height + self.first_hour) * HOUR
        stepped = round(minute / _STEP) * _STEP
        return min(max(stepped, 0), 24 * HOUR)


def frame(
    blocks: Sequence[WeekBlock],
    words: WeekWords,
    *,
    width: float,
    size: float,
    height: float = 0,
) -> WeekFrame:
    """Return where days and hours lie; `height` is what there is, if it is bounded."""
    first = min([_EARLIEST, *(block.begins // HOUR for block in blocks)])
    last = max([_LATEST, *(-(-block.ends // HOUR) for block in blocks)])
    left = _LETTERS_AT_LEFT * size
    day_width = (width - left) / DAYS
    lines = max(
        (len(_empty_lines(text, day_width, size)) for text in words.empty.values()),
        default=0,
    )
    top = 2.4 * size + lines * 1.15 * size
    hour = _HOUR_SIZES * size
    if height:
        foot = size + (_LEGEND_SIZES * size if words.legend else 0)
        hour = (height - top - foot) / (last - first)
    return WeekFrame(
        left=left,
        top=top,
        day_width=day_width,
        hour_height=hour,
        first_hour=first,
        last_hour=last,
    )


def week(
    blocks: Sequence[WeekBlock],
    words: WeekWords,
    *,
    width: float,
    size: float,
    height: float = 0,
) -> Figure:
    """Draw the week; blocks at the same time stand beside each other."""
    plan = frame(blocks, words, width=width, size=size, height=height)
    boxes = _boxes(plan, blocks, size)
    shapes: list[Shape] = [*_grid(plan, words, width, size)]
    for block in blocks:
        shapes += _drawn(block, boxes[block.id], words, size)
    shapes += _legend(words.legend, plan, size)
    foot = size + (_LEGEND_SIZES * size if words.legend else 0)
    return Figure(
        width=width,
        height=plan.bottom + foot,
        shapes=tuple(shapes),
        marks=tuple(
            Mark(id=block.id, box=boxes[block.id], words=block.words)
            for block in sorted(blocks, key=lambda each: (each.day, each.begins))
        ),
        title=words.title,
        description=words.description,
    )


def _grid(
    plan: WeekFrame, words: WeekWords, width: float, size: float
) -> Iterator[Shape]:
    for hour in range(plan.first_hour, plan.last_hour + 1):
        y = plan.y(hour * HOUR)
        yield Line(points=((plan.left, y), (width, y)), ink=Ink.LINE, width=0.5)
        yield Text(
            at=(plan.left - 0.5 * size, y + 0.35 * size),
            text=f"{hour:02}:00",
            size=0.85 * size,
            anchor=Anchor.END,
            ink=Ink.MUTED,
            room=plan.left - 0.7 * size,
        )
    for day in range(DAYS + 1):
        x = plan.x(day)
        yield Line(points=((x, plan.top), (x, plan.bottom)), ink=Ink.LINE, width=0.8)
    for day, name in enumerate(words.days):
        x = plan.x(day) + plan.day_width / 2
        yield Text(
            at=(x, 1.3 * size),
            text=name,
            size=size,
            is_bold=True,
            room=plan.day_width - 4,
        )
        lines = _empty_lines(words.empty.get(day, ""), plan.day_width, size)
        for number, line in enumerate(lines):
            yield Text(
                at=(x, (2.5 + 1.15 * number) * size),
                text=line,
                size=0.85 * size,
                ink=Ink.DANGER,
                room=plan.day_width - 4,
            )


def _empty_lines(text: str, day_width: float, size: float) -> tuple[str, ...]:
    return lettering.wrapped(text, 0.85 * size, day_width - 6, 4) if text else ()


def _boxes(plan: WeekFrame, blocks: Sequence[WeekBlock], size: float) -> dict[str, Box]:
    """Return where each block lies; those at the same time share their day's width."""
    least = _LEAST_LINES * size / plan.hour_height * HOUR
    boxes: dict[str, Box] = {}
    for day in range(DAYS):
        mine = sorted(
            (b for b in blocks if b.day == day), key=lambda b: (b.begins, -b.ends)
        )
        for group in _groups(mine, least):
            lanes = _lanes(group, least)
            count = max(lanes.values()) + 1
            wide = (plan.day_width - 3) / count
            for block in group:
                left = plan.x(day) + 1.5 + lanes[block.id] * wide
                end = max(block.ends, block.begins + least)
                boxes[block.id] = Box(
                    left=left,
                    top=plan.y(block.begins) + 0.5,
                    right=left + wide - 1,
                    bottom=plan.y(end) - 0.5,
                )
    return boxes


def _groups(blocks: Sequence[WeekBlock], least: float) -> Iterator[list[WeekBlock]]:
    """Yield the blocks that touch each other in time, directly or through others."""
    group: list[WeekBlock] = []
    until = 0.0
    for block in blocks:
        if group and block.begins >= until:
            yield group
            group = []
        group.append(block)
        until = max(until if group[1:] else 0, block.ends, block.begins + least)
    if group:
        yield group


def _lanes(blocks: Sequence[WeekBlock], least: float) -> dict[str, int]:
    ends: list[float] = []
    lanes: dict[str, int] = {}
    for block in blocks:
        free = (n for n, until in enumerate(ends) if until <= block.begins)
        lane = next(free, len(ends))
        end = max(block.ends, block.begins + least)
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        lanes[block.id] = lane
    return lanes


def _drawn(
    block: WeekBlock, box: Box, words: WeekWords, size: float
) -> Iterator[Shape]:
    corners: tuple[Point, ...] = (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )
    ink = Ink.DANGER if block.is_clash else Ink.ACCENT
    yield Polygon(
        points=corners,
        ink=ink,
        fill=Ink.SOFT if block.is_formal else Ink.GROUND,
        width=2 if block.is_clash else 1,
        stroke=_stroke(block),
    )
    room = box.right - box.left - 0.6 * size
    titles = _title_lines(block, room, size, box)
    left = int((box.bottom - box.top) / (1.05 * size)) - len(titles)
    lines = [*titles, *_notes(block, words, room, size, left)]
    y = box.top + 0.95 * size
    for number, line in enumerate(lines):
        is_title = number < len(titles)
        yield Text(
            at=(box.left + 0.3 * size, y),
            text=lettering.elided(line, 0.85 * size, room),
            size=0.85 * size,
            anchor=Anchor.START,
            is_bold=is_title,
            ink=Ink.TEXT if is_title else Ink.MUTED,
            room=room,
        )
        y += 1.05 * size


def _legend(
    legend: Sequence[WeekSign], plan: WeekFrame, size: float
) -> Iterator[Shape]:
    """Yield what filling and lines of the blocks mean, in one row."""
    x, y = plan.left, plan.bottom + 0.7 * size
    for sign in legend:
        yield Polygon(
            points=(
                (x, y),
                (x + 1.6 * size, y),
                (x + 1.6 * size, y + size),
                (x, y + size),
            ),
            ink=Ink.ACCENT,
            fill=Ink.SOFT if sign.is_formal else Ink.GROUND,
            stroke=_stroke(sign),
        )
        wide = lettering.width(sign.words, 0.85 * size)
        yield Text(
            at=(x + 2 * size, y + 0.85 * size),
            text=sign.words,
            size=0.85 * size,
            anchor=Anchor.START,
            ink=Ink.MUTED,
            room=wide,
        )
        x += wide + 3.6 * size


def _stroke(block: WeekBlock | WeekSign) -> Stroke:
    if block.is_half:
        return Stroke.DASHED
    return Stroke.SOLID if block.is_timed else Stroke.DOTTED


def _title_lines(
    block: WeekBlock, room: float, size: float, box: Box
) -> tuple[str, ...]:
    most = max(int((box.bottom - box.top) / (1.05 * size)) - 1, 1)
    return lettering.wrapped(block.title, 0.85 * size, room, min(most, 3))


def _notes(
    block: WeekBlock, words: WeekWords, room: float, size: float, most: int
) -> list[str]:
    """Return what is said beneath the title, as many lines as find room."""
    notes = [words.clash] if block.is_clash else []
    notes += [block.note] if block.note else []
    lines = [
        line
        for note in notes
        for line in lettering.wrapped(note, 0.85 * size, room, max(most, 1))
    ]
    return lines[: max(most, 0)]
