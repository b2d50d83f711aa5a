"""Times of care in the week: who comes when, where two meet, and where nobody comes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, NewType

from casedesk.domain.measure import Responsible
from casedesk.domain.problems import RuleBroken
from casedesk.domain.rhythm import WEEK, DayPart, Weekday, rhythm_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from casedesk.domain.benefit import BenefitId
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import MeasureId

CareSlotId = NewType("CareSlotId", str)

DAY_MINUTES = 24 * 60
STEP_MINUTES = 15
# What a part of the day stands for where it is drawn; nobody promised these times.
PART_TIMES = {
    DayPart.MORNING: (6 * 60, 9 * 60),
    DayPart.FORENOON: (9 * 60, 12 * 60),
    DayPart.NOON: (12 * 60, 14 * 60),
    DayPart.AFTERNOON: (14 * 60, 18 * 60),
    DayPart.EVENING: (18 * 60, 22 * 60),
    DayPart.NIGHT: (22 * 60, DAY_MINUTES),
}


class Weeks(StrEnum):
    """In which weeks a time of care falls; odd and even as the calendar counts."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"


class SlotEndsBeforeItBegins(RuleBroken):
    """A time of care ends before it begins, or lies outside the day."""


class NothingToPropose(RuleBroken):
    """No measure tells when in the week it is, or all its times are there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareSlot:
    """A time in the week at which somebody does something."""

    id: CareSlotId
    case_id: CaseId
    weekday: Weekday = Weekday.MONDAY
    begins: int | None = None
    """In minutes since midnight; without a time the part of the day counts."""
    ends: int | None = None
    part: DayPart = DayPart.MORNING
    weeks: Weeks = Weeks.EVERY
    responsible: Responsible = Responsible.PROVIDER
    party_id: PartyId | None = None
    name: str = ""
    """Who comes, where that is no party of the case."""
    what: str = ""
    life_domain: DomainKey | None = None
    measure_id: MeasureId | None = None
    benefit_id: BenefitId | None = None
    note: str = ""

    @property
    def has_time(self) -> bool:
        """Whether the time is known, and not only the part of the day."""
        return self.begins is not None and self.ends is not None

    @property
    def span(self) -> tuple[int, int]:
        """From when until when it is drawn, in minutes since midnight."""
        if self.begins is None or self.ends is None:
            return PART_TIMES[self.part]
        return self.begins, self.ends

    @property
    def minutes(self) -> int:
        """How long it takes; nothing where the time is not known."""
        return self.span[1] - self.span[0] if self.has_time else 0

    @property
    def is_formal(self) -> bool:
        """Whether somebody comes by profession."""
        return self.responsible in (Responsible.PROVIDER, Responsible.CASE_MANAGER)

    @property
    def who(self) -> str:
        """By what the one who comes is known."""
        return self.party_id or self.name.strip().casefold() or self.responsible.value


def check_slot(slot: CareSlot) -> None:
    """Raise `SlotEndsBeforeItBegins` if its times contradict each other."""
    begins, ends = slot.span
    if not 0 <= begins < ends <= DAY_MINUTES:
        raise SlotEndsBeforeItBegins


def meet(one: CareSlot, other: CareSlot) -> bool:
    """Whether two are on the same day at the same time in some week."""
    if one.weekday is not other.weekday:
        return False
    if {one.weeks, other.weeks} == {Weeks.ODD, Weeks.EVEN}:
        return False
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def clashes(slots: Sequence[CareSlot]) -> list[tuple[CareSlot, CareSlot]]:
    """Return the pairs of providers who come for the same domain at the same time."""
    provided = [s for s in slots if s.responsible is Responsible.PROVIDER]
    return [
        (one, other)
        for one, other in combinations(provided, 2)
        if one.who != other.who
        and one.life_domain is not None
        and one.life_domain == other.life_domain
        and one.has_time
        and other.has_time
        and meet(one, other)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyDays:
    """The days on which nobody comes although a domain needs somebody every day."""

    life_domain: DomainKey
    days: tuple[Weekday, ...]
    every_second_week: tuple[Weekday, ...] = ()
    """Days on which somebody comes in every second week alone."""


def empty_days(
    slots: Sequence[CareSlot], daily: Iterable[DomainKey]
) -> list[EmptyDays]:
    """Return where nobody comes, for each domain that needs somebody every day.

    A domain without any time in the week is left out: nobody has begun to plan it.
    """
    found = []
    for key in daily:
        mine = [slot for slot in slots if slot.life_domain == key]
        missing = tuple(day for day in WEEK if not _weeks_on(mine, day))
        halved = tuple(day for day in WEEK if len(_weeks_on(mine, day)) == 1)
        if mine and (missing or halved):
            found.append(
                EmptyDays(life_domain=key, days=missing, every_second_week=halved)
            )
    return found


def _weeks_on(slots: Iterable[CareSlot], day: Weekday) -> set[Weeks]:
    weeks = {slot.weeks for slot in slots if slot.weekday is day}
    return {Weeks.ODD, Weeks.EVEN} if Weeks.EVERY in weeks else weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMinutes:
    """Minutes of care in a usual week, by who gives them; odd weeks count half."""

    formal: int = 0
    near: int = 0


def week_minutes(slots: Iterable[CareSlot]) -> WeekMinutes:
    """Add up the times that are known."""
    formal = near = 0
    for slot in slots:
        minutes = slot.minutes if slot.weeks is Weeks.EVERY else slot.minutes // 2
        if slot.is_formal:
            formal += minutes
        else:
            near += minutes
    return WeekMinutes(formal=formal, near=near)


def daily_domains(said: Mapping[DomainKey, Iterable[str]]) -> list[DomainKey]:
    """Return the domains whose need or help is said to be there every day."""
    return [
        key
        for key, words in said.items()
        if any(rhythm_of(each).is_daily for each in words)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotTimes:
    """When a proposed time of care is: its day, part of the day, and weeks."""

    weekday: Weekday
    part: DayPart
    weeks: Weeks = Weeks.EVERY


def proposed_times(frequency: str) -> Iterator[SlotTimes]:
    """Yield the times in the week that the words of a measure tell.

    Where they tell how many times, but no days, the days are spread over the week.
    """
    rhythm = rhythm_of(frequency)
    days = tuple(day for day in WEEK if day in rhythm.days)
    if not days and rhythm.times_a_week:
        days = _spread(min(rhythm.times_a_week, len(WEEK)))
    parts = tuple(part for part in DayPart if part in rhythm.parts)
    weeks = Weeks.ODD if rhythm.is_fortnightly else Weeks.EVERY
    for day in days:
        for part in parts or (DayPart.FORENOON,):
            yield SlotTimes(weekday=day, part=part, weeks=weeks)


def _spread(times: int) -> tuple[Weekday, ...]:
    patterns = {1: (1,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
    places = patterns.get(times, tuple(range(times)))
    return tuple(WEEK[place] for place in places)
