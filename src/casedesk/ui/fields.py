"""The fields of forms, by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.amount import parse_cents
from casedesk.domain.dates import Leaning, PartialDate, parse_day, parse_time
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.amount_field import AmountField
from casedesk.ui.widgets.answer_chips import AnswerChips
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.duration_field import (
    DurationField,
    parse_minutes,
    show_minutes,
)
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.needed_date_field import NeededDateField
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.scale_field import ScaleField
from casedesk.ui.widgets.text_line import TextLine
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from enum import StrEnum

    Today = Callable[[], date]


def line(
    name: str, label: str, *, hint: str = "", wide: bool = False, placeholder: str = ""
) -> Field:
    """A line of text."""
    return Field(name, label, TextLine(placeholder=placeholder), hint, wide)


def text(
    name: str, label: str, *, lines: int = 2, hint: str = "", placeholder: str = ""
) -> Field:
    """A text that grows, over the whole width."""
    editor = GrowingText(min_lines=lines, placeholder=placeholder)
    return Field(name, label, editor, hint, wide=True)


def day(
    name: str,
    label: str,
    today: Today,
    *,
    leaning: Leaning = Leaning.NEAR,
    hint: str = "",
) -> Field:
    """A day, typed freely."""
    editor = DateField(
        lambda typed: parse_day(typed, today=today(), leaning=leaning), _shown_day
    )
    return Field(name, label, editor, hint)


def needed_day(
    name: str, label: str, today: Today, *, leaning: Leaning = Leaning.PAST
) -> Field:
    """A day that the record cannot be without."""
    editor = NeededDateField(
        lambda typed: parse_day(typed, today=today(), leaning=leaning), _shown_day
    )
    return Field(name, label, editor)


def partial_day(name: str, label: str, today: Today, *, hint: str = "") -> Field:
    """A past day of which perhaps only the year or month is known."""
    editor = DateField(
        lambda typed: PartialDate.parse(typed, today=today()),
        _shown_day,
        complaint=_("This is no date. Try 4.7.1951, or only 1951."),
    )
    return Field(name, label, editor, hint)


def days(name: str, label: str, today: Today, *, hint: str = "") -> Field:
    """Several days on one line, separated by commas."""

    def parse(typed: str) -> tuple[date, ...]:
        parts = [part for part in typed.replace(";", ",").split(",") if part.strip()]
        found = {
            parse_day(part, today=today(), leaning=Leaning.FUTURE) for part in parts
        }
        return tuple(sorted(found))

    editor = ParsedLine(parse, _shown_days, _("Days separated by commas, please."))
    return Field(name, label, editor, hint)


def choice(
    name: str,
    label: str,
    kind: type[StrEnum],
    *,
    may_be_empty: bool = False,
    hint: str = "",
) -> Field:
    """One of the values of a choice."""
    box = ChoiceBox(wording.choices(kind), may_be_empty=may_be_empty)
    return Field(name, label, box, hint)


def pick(
    name: str, label: str, items: Sequence[tuple[object, str]], *, hint: str = ""
) -> Field:
    """One of the given values, or none."""
    return Field(name, label, ChoiceBox(items), hint)


def needed_pick(name: str, label: str, items: Sequence[tuple[object, str]]) -> Field:
    """One of the given values; the record cannot be without."""
    return Field(name, label, ChoiceBox(items, may_be_empty=False))


def chips(name: str, label: str, kind: type[StrEnum], *, hint: str = "") -> Field:
    """Any number of the values of a choice."""
    return Field(name, label, ChoiceChips(wording.choices(kind)), hint, wide=True)


def answer(name: str, label: str, kind: type[StrEnum], *, wide: bool = False) -> Field:
    """One of the values of a choice, all in sight; a digit chooses and goes on."""
    return Field(name, label, AnswerChips(wording.choices(kind)), wide=wide)


def tick(name: str, label: str, *, hint: str = "") -> Field:
    """Yes or no."""
    return Field(name, "", TickBox(label), hint)


def scale(
    name: str,
    label: str,
    low: str = "",
    high: str = "",
    *,
    anchors: Sequence[str] = (),
    wide: bool = False,
) -> Field:
    """A rating from 0 to 10, or none; `anchors` say what each step means."""
    editor = ScaleField(low_anchor=low, high_anchor=high, anchors=anchors)
    return Field(name, label, editor, wide=wide)


def duration(name: str, label: str, *, hint: str = "") -> Field:
    """A time in minutes."""
    return Field(name, label, DurationField(), hint)


def hours(name: str, label: str, *, hint: str = "") -> Field:
    """A time in minutes, typed in hours: "42" are hours here."""
    editor = ParsedLine(
        _hours, show_minutes, _("Please type hours, such as 42, 8.5 or 8:30.")
    )
    editor.set_letters(10)
    return Field(name, label, editor, hint)


def amount(name: str, label: str, *, hint: str = "") -> Field:
    """An amount of money in cents."""
    return Field(name, label, AmountField(parse_cents, _shown_cents), hint)


def clock_time(name: str, label: str, *, hint: str = "") -> Field:
    """A time of day, typed freely."""
    editor = ParsedLine(
        parse_time,
        lambda value: f"{value:%H:%M}",
        _("This is no time. Try 14:30 or 1430."),
    )
    editor.set_letters(10)
    return Field(name, label, editor, hint)


def whole_number(name: str, label: str, *, hint: str = "") -> Field:
    """A number of things, or none."""
    editor = ParsedLine(_whole, str, _("A whole number, please."))
    editor.set_letters(10)
    return Field(name, label, editor, hint)


def _hours(typed: str) -> int:
    is_number = typed.replace(",", "").replace(".", "").strip().isdecimal()
    return parse_minutes(f"{typed} h" if is_number else typed)


def _whole(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal()):
        raise ValueError
    return int(typed)


def _shown_day(value: object) -> str:
    if isinstance(value, PartialDate):
        return wording.partial_day(value)
    return wording.day(value)  # type: ignore[arg-type]  # the field holds days


def _shown_days(value: object) -> str:
    return ", ".join(wording.day(each) for each in value)  # type: ignore[attr-defined]  # the field holds tuples of days


def _shown_cents(value: object) -> str:
    return "" if value is None else f"{int(str(value)) / 100:.2f}"
