"""A task as it is typed in one line: "ask for the decision +14"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning, NotADay, parse_day
from casedesk.domain.task import TaskPriority

if TYPE_CHECKING:
    from datetime import date

# What `parse_day` reads in a field may be a number or a range within a sentence.
_LOOKS_LIKE_A_DAY = re.compile(
    r"[+-]\d{1,4}|\d{1,2}[.]\d{1,2}[.](?:\d{2}|\d{4})?|\d{4}-\d{1,2}-\d{1,2}"
    r"|[^\W\d_]{4,}"
)
_LITTLE_WORDS = frozenset({"am", "bis", "on", "by", "until", "ab"})
PRESSING = "!"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickTask:
    """What was typed, taken apart."""

    title: str
    due_on: date | None = None
    priority: TaskPriority = TaskPriority.NORMAL


def read_line(text: str, *, today: date) -> QuickTask:
    """Take the day from the end or the beginning of a line, and `!` as pressing.

    What names no day stays in the title, so that no typed word is lost.
    """
    words = text.split()
    priority = TaskPriority.NORMAL
    if PRESSING in words and words != [PRESSING]:
        words.remove(PRESSING)
        priority = TaskPriority.HIGH
    due_on = None
    for place in (-1, 0):
        if len(words) > 1 and (due_on := _day(words[place], today)) is not None:
            words.pop(place)
            if len(words) > 1 and words[place].casefold() in _LITTLE_WORDS:
                words.pop(place)
            break
    return QuickTask(title=" ".join(words), due_on=due_on, priority=priority)


def _day(word: str, today: date) -> date | None:
    if _LOOKS_LIKE_A_DAY.fullmatch(word) is None:
        return None
    try:
        day = parse_day(word, today=today, leaning=Leaning.FUTURE)
    except NotADay:
        return None
    return day if day >= today else None
