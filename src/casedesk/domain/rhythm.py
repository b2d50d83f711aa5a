"""How often something happens, read from words such as "Mo, Mi und Fr morgens"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from casedesk.domain.spelling import folded


class Weekday(StrEnum):
    """A day of the week, the first one Monday."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class DayPart(StrEnum):
    """A part of the day, where no time is known."""

    MORNING = "morning"
    FORENOON = "forenoon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What words tell about how often; what they do not tell stays empty."""

    days: frozenset[Weekday] = frozenset()
    """The days that are named; all of them where it happens every day."""
    parts: frozenset[DayPart] = frozenset()
    is_once: bool = False
    is_fortnightly: bool = False
    times_a_week: int | None = None

    @property
    def is_daily(self) -> bool:
        """Whether it happens every day."""
        return len(self.days) == len(WEEK)


WEEK = tuple(Weekday)
WORKING_DAYS = WEEK[:5]
WEEKEND = WEEK[5:]

# Spelt as `folded` spells: small letters, umlauts written out.
_NAMES = {
    Weekday.MONDAY: "montag(?:s|abend|morgen)?|mondays?|lundis?|lunedi",
    Weekday.TUESDAY: "dienstag(?:s|abend|morgen)?|tuesdays?|mardis?|martedi",
    Weekday.WEDNESDAY: "mittwoch(?:s|abend|morgen)?|wednesdays?|mercredis?|mercoledi",
    Weekday.THURSDAY: "donnerstag(?:s|abend|morgen)?|thursdays?|jeudis?|giovedi",
    Weekday.FRIDAY: "freitag(?:s|abend|morgen)?|fridays?|vendredis?|venerdi",
    Weekday.SATURDAY: "(?:samstag|sonnabend)(?:s|abend|morgen)?|saturdays?|samedis?"
    "|sabato",
    Weekday.SUNDAY: "sonntag(?:s|abend|morgen)?|sundays?|dimanches?|domenica",
}
_DAYS = {day: re.compile(rf"\b(?:{names})\b") for day, names in _NAMES.items()}
_SHORT = dict(zip(("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"), WEEK, strict=True))
_SHORT_WORD = re.compile(r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\b")
_RANGE = re.compile(
    r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\.?\s*(?:-|–|bis)\s*(Mo|Di|Mi|Do|Fr|Sa|So)\b"
)
_LONG_RANGE = re.compile(
    r"\b([a-z]+tag|mittwoch)\s*(?:-|–|bis)\s*([a-z]+tag|mittwoch)\b"
)
_FORTNIGHTLY = re.compile(
    r"\b(?:14|vierzehn)[ -]?taegig|\b(?:14|vierzehn)[ -]?taeglich|"
    r"\ball(?:e|er) (?:zwei|2) wochen|\bjede[sn]? zweite[nsr]?\b|\bjede[sn]? 2\.|"
    r"\bzweiwoechentlich|\bevery (?:second|other)\b|\bfortnightly|\bevery two weeks|"
    r"\btoutes les deux semaines|\bogni due settimane"
)
_DAILY = re.compile(
    r"\btaeglich|\balltaeglich|\bjede[nrs]? (?:tag|morgen|abend|nacht|mittag|"
    r"vormittag|nachmittag)\b|\bdaily\b|\bevery (?:day|morning|evening|night)\b|"
    r"\b(?:pro|am|je) tag\b|"
    r"\b(?:7|sieben)\s*(?:x|×|mal)?\s*(?:pro|die|in der|/)\s*woche|"
    r"\brund um die uhr|\bchaque jour|\btous les jours|\bogni giorno"
)
_ONCE = re.compile(
    r"\beinmalig|\beinmal(?!\s*(?:pro|in|die|im|je|woech|/))|\bonce\b(?! a)"
)
_ON_WORKING_DAYS = re.compile(r"\bwerktags|\bwochentags|\ban werktagen|\bweekdays\b")
_AT_WEEKENDS = re.compile(r"\bwochenende[ns]?\b|\bweekends?\b")
_NUMBERS = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6}
_TIMES = re.compile(
    r"\b(?:(\d)\s*(?:x|×|mal)|(ein|zwei|drei|vier|fuenf|sechs)mal)\s*"
    r"(?:pro woche|in der woche|die woche|woechentlich|/\s*woche|a week|weekly)"
)
_WEEKLY = re.compile(r"\bwoechentlich|\bjede woche|\bweekly\b|\bevery week")
_PARTS = {
    DayPart.MORNING: re.compile(
        r"\bmorgens\b|\b(?:am|jeden) morgen\b|morning|\bfrueh\b"
    ),
    DayPart.FORENOON: re.compile(r"vormittag"),
    DayPart.NOON: re.compile(r"(?<!vor)(?<!nach)mittags?\b(?!stisch)|\bnoon\b"),
    DayPart.AFTERNOON: re.compile(r"nachmittag|afternoon"),
    DayPart.EVENING: re.compile(r"abends?\b|\bevening"),
    DayPart.NIGHT: re.compile(r"\bnachts?\b|\bnaechtlich|\bnight"),
}


@lru_cache(maxsize=2000)
def rhythm_of(words: str) -> Rhythm:
    """Read how often something happens; what is not understood stays empty."""
    text = folded(words)
    is_fortnightly = _FORTNIGHTLY.search(text) is not None
    plain = _FORTNIGHTLY.sub(" ", text)
    days = _days(words, plain)
    return Rhythm(
        days=days,
        parts=frozenset(part for part, way in _PARTS.items() if way.search(plain)),
        is_once=not days and _ONCE.search(plain) is not None,
        is_fortnightly=is_fortnightly,
        times_a_week=_times(plain),
    )


def apart(one: Rhythm, other: Rhythm) -> bool:
    """Whether two are known to happen on other days, or at other times of the day."""
    by_day = one.days and other.days and not one.days & other.days
    by_part = one.parts and other.parts and not one.parts & other.parts
    return bool(by_day or by_part)


def _days(words: str, text: str) -> frozenset[Weekday]:
    if _DAILY.search(text):
        return frozenset(WEEK)
    found = {day for day, name in _DAYS.items() if name.search(text)}
    found |= _between_long(text) | _named_short(words)
    found |= set(WORKING_DAYS) if _ON_WORKING_DAYS.search(text) else set()
    found |= set(WEEKEND) if _AT_WEEKENDS.search(text) else set()
    return frozenset(found)


def _named_short(words: str) -> set[Weekday]:
    found = {_SHORT[each] for each in _SHORT_WORD.findall(words)}
    for first, last in _RANGE.findall(words):
        found |= set(_span(_SHORT[first], _SHORT[last]))
    # "So" is mostly another word; it is a day where other days are named beside it.
    return set() if found == {Weekday.SUNDAY} and words.strip() != "So" else found


def _between_long(text: str) -> set[Weekday]:
    found: set[Weekday] = set()
    for names in _LONG_RANGE.findall(text):
        ends = [
            day for name in names for day, way in _DAYS.items() if way.fullmatch(name)
        ]
        if ends[1:]:
            found |= set(_span(ends[0], ends[1]))
    return found


def _span(first: Weekday, last: Weekday) -> tuple[Weekday, ...]:
    start, end = WEEK.index(first), WEEK.index(last)
    if start <= end:
        return WEEK[start : end + 1]
    return (*WEEK[start:], *WEEK[: end + 1])


def _times(text: str) -> int | None:
    match = _TIMES.search(text)
    if match is None:
        return 1 if _WEEKLY.search(text) else None
    return int(match[1]) if match[1] else _NUMBERS[match[2]]
