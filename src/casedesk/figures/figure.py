"""A picture: its marks in drawing order, what can be chosen in it, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


class Ink(StrEnum):
    """What a colour is for. Paper prints all of them in black and grey."""

    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    ACCENT = "accent"
    WARNING = "warning"
    DANGER = "danger"
    GROUND = "ground"
    SOFT = "soft"
    """A light ground for areas."""


class Stroke(StrEnum):
    """How a line is drawn; it tells apart what colour alone must not."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Anchor(StrEnum):
    """Which part of a text stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line through points, with or without heads of arrows."""

    points: tuple[Point, ...]
    ink: Ink = Ink.TEXT
    width: float = 1
    stroke: Stroke = Stroke.SOLID
    starts_with_arrow: bool = False
    ends_with_arrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A circle, empty or filled."""

    centre: Point
    radius: float
    ink: Ink = Ink.TEXT
    fill: Ink | None = None
    width: float = 1
    stroke: Stroke = Stroke.SOLID


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """A closed line, empty or filled; with no width its edge is not drawn."""

    points: tuple[Point, ...]
    ink: Ink = Ink.TEXT
    fill: Ink | None = None
    width: float = 1
    stroke: Stroke = Stroke.SOLID


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of words. `at` is on its baseline."""

    at: Point
    text: str
    size: float
    anchor: Anchor = Anchor.MIDDLE
    ink: Ink = Ink.TEXT
    is_bold: bool = False
    room: float = 0
    """The most width it may take; a wider typeface is drawn narrower. 0 is no bound."""


Shape: TypeAlias = Line | Circle | Polygon | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        """Return the box with more room on every side."""
        return Box(
            left=self.left - by,
            top=self.top - by,
            right=self.right + by,
            bottom=self.bottom + by,
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        x, y = point
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two have some area in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that can be chosen: where it is, and what it says in words."""

    id: str
    box: Box
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A whole picture. Its description says what the picture shows, without it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...] = ()
    title: str = ""
    description: str = ""

    def mark(self, mark_id: str) -> Mark | None:
        """Return a mark by its id, if the picture has it."""
        return next((mark for mark in self.marks if mark.id == mark_id), None)

    def mark_at(self, point: Point) -> Mark | None:
        """Return the mark under a point; the one drawn last lies on top."""
        return next((m for m in reversed(self.marks) if m.box.holds(point)), None)
