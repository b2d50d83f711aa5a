"""Instruments: questions, answers and rules of scoring, all of them read as data."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import CaseId

InstrumentId = NewType("InstrumentId", str)
"""The name of a pack, such as `phq9`: the same for all its languages and versions."""
SheetId = NewType("SheetId", str)

PER_DAY = {"day": Fraction(1), "week": Fraction(1, 7), "month": Fraction(1, 30)}


class ItemKind(StrEnum):
    """How an item is answered."""

    CHOICE = "choice"
    RATE = "rate"  # how often in a day, week or month
    NUMBER = "number"
    FLAG = "flag"


class Rule(StrEnum):
    """How a score is computed from answers or from other scores."""

    SUM = "sum"  # of the points of items
    ADD = "add"  # of other scores
    LARGEST = "largest"  # of other scores
    PRODUCT = "product"  # of other scores
    TABLE = "table"  # what a table says for another score
    T_SCORE = "t_score"  # of levels, each weighted by the item of its name and "w"


class UnknownAnswer(RuleBroken):
    """An item knows no such answer."""


class ResultOutOfRange(RuleBroken):
    """The instrument has no such result."""


class SheetStays(RuleBroken):
    """A sheet that was confirmed keeps its answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose, with the points that it counts."""

    code: str
    text: str
    points: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """An item counts only where another was answered in one of these ways."""

    item: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. `per` says how many points a rate of one counts, by its span."""

    id: str
    text: str
    kind: ItemKind = ItemKind.CHOICE
    choices: tuple[Choice, ...] = ()
    help: str = ""
    is_optional: bool = False
    per: Mapping[str, Fraction] = field(default_factory=dict)
    flat: tuple[str, ...] = ()
    """Spans for which how often does not matter."""
    needs: Needs | None = None
    low: int = 0
    high: int = 0

    @property
    def number(self) -> str:
        """How the question is numbered for readers; some have a name alone."""
        return self.id if self.id[:1].isdigit() else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items under one heading."""

    id: str
    heading: str
    items: tuple[Item, ...]
    intro: str = ""
    when: str = ""
    """The variant in which the section is asked; every one if it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of a table: from this value on, what it counts and how it is called."""

    since: Fraction
    value: Fraction
    label: str = ""
    is_above: bool = False
    """Whether the row begins above the value, not at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure, and how it is computed. Shown if it has a heading."""

    id: str
    rule: Rule
    of: tuple[str, ...]
    heading: str = ""
    table: tuple[Step, ...] = ()
    at_least: Fraction | None = None
    """The figure is raised to this where the flag `raised_by` is set."""
    raised_by: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A hint that stands beside the sheet when an item reaches some points."""

    item: str
    at_least: Fraction
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A form of the instrument for clients up to an age, in completed months."""

    id: str
    up_to_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A pack: everything about one instrument, in one language and version."""

    id: InstrumentId
    version: str
    language: str
    as_of: date
    name: str
    short_name: str
    source: str
    licence: str
    notice: str = ""
    intro: str = ""
    orientation: str = ""
    countries: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    scores: tuple[Score, ...] = ()
    alerts: tuple[Alert, ...] = ()
    variants: tuple[Variant, ...] = ()
    result_low: Fraction | None = None
    result_high: Fraction | None = None
    result_choices: tuple[str, ...] = ()

    @property
    def is_result_only(self) -> bool:
        """Whether its items may not be shipped, so that only a result is entered."""
        return not self.sections

    def variant_at(self, months: int | None) -> str:
        """Return the variant for a client of this age; the usual one is empty."""
        if months is not None:
            for variant in sorted(self.variants, key=lambda each: each.up_to_months):
                if months <= variant.up_to_months:
                    return variant.id
        return ""

    def sections_in(self, variant: str) -> tuple[Section, ...]:
        """Return the sections that are asked in a variant."""
        return tuple(each for each in self.sections if _is_in(each.when, variant))

    def items_in(self, variant: str) -> tuple[Item, ...]:
        """Return the items that are asked in a variant, in their order."""
        return tuple(item for s in self.sections_in(variant) for item in s.items)

    def scores_in(self, variant: str) -> tuple[Score, ...]:
        """Return the scores of a variant, in the order in which they follow."""
        return tuple(each for each in self.scores if _is_in(each.when, variant))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One time that an instrument was used. Answers are kept raw; scores follow.

    `answers` holds one line for each answered item: `item=answer`. A rate is
    answered `3/week`, a flag `yes` or `no`.
    """

    id: SheetId
    case_id: CaseId
    instrument: InstrumentId
    version: str
    taken_on: date
    variant: str = ""
    answered_by: str = ""
    answers: str = ""
    result: str = ""
    source: str = ""
    note: str = ""
    confirmed_on: date | None = None


def read_answers(answers: str) -> dict[str, str]:
    """Return the answers of a sheet by their items."""
    lines = (line.partition("=") for line in answers.splitlines() if "=" in line)
    return {item: answer for item, _, answer in lines}


def written_answers(answers: Mapping[str, str]) -> str:
    """Return answers as a sheet keeps them."""
    return "\n".join(f"{item}={answer}" for item, answer in answers.items() if answer)


_AFTER_CONFIRMING = frozenset({"note", "confirmed_on"})


def check_sheet_change(before: Sheet, after: Sheet | None) -> None:
    """Raise `SheetStays` if a confirmed sheet would lose what it says."""
    if before.confirmed_on is None:
        return
    if after is None:
        raise SheetStays
    for each in fields(before):
        changed = getattr(before, each.name) != getattr(after, each.name)
        if changed and each.name not in _AFTER_CONFIRMING:
            raise SheetStays


def check_result(pack: Instrument, result: str) -> None:
    """Raise `ResultOutOfRange` if a result that was entered cannot be one."""
    if not result or result in pack.result_choices:
        return
    low, high = pack.result_low, pack.result_high
    if low is None or high is None:
        raise ResultOutOfRange
    try:
        number = Fraction(result.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        raise ResultOutOfRange from None
    if not low <= number <= high:
        raise ResultOutOfRange


def _is_in(when: str, variant: str) -> bool:
    """Whether something that names a variant, `!` for all but it, belongs to one."""
    if when.startswith("!"):
        return when[1:] != variant
    return not when or when == variant
