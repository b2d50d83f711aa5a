"""A span of time in hours and minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CLOCK = re.compile(r"(\d{1,4}):([0-5]?\d)")
HOURS = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h|hours?|std|stunden?)\.?")
MINUTES = re.compile(r"(\d{1,5})\s*(?:m|min|minuten|minutes)?\.?")


class DurationField(ParsedLine):
    """Edits minutes, typed as "90", "1:30" or "1,5 h"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parse_minutes,
            show_minutes,
            _("Please type minutes or hours, such as 90, 1:30 or 1.5 h."),
            parent,
        )
        self.set_letters(10)


def parse_minutes(text: str) -> int:
    """Read a duration; raises `ValueError` if it is none."""
    typed = text.strip().lower()
    if clock := CLOCK.fullmatch(typed):
        return int(clock[1]) * 60 + int(clock[2])
    if hours := HOURS.fullmatch(typed):
        return round(float(hours[1].replace(",", ".")) * 60)
    if minutes := MINUTES.fullmatch(typed):
        return int(minutes[1])
    raise ValueError


def show_minutes(value: object) -> str:
    """Write minutes as hours and minutes, such as 1:30."""
    if not isinstance(value, int):
        raise TypeError
    return f"{value // 60}:{value % 60:02}"
