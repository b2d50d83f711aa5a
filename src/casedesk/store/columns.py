"""Between the fields of a record and the columns of its row."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    NewType,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from casedesk.domain import (
    addendum,
    assessment,
    benefit,
    billing_terms,
    care_slot,
    case,
    claim,
    client,
    closure,
    conference,
    consent,
    cost_approval,
    data_category,
    deadline,
    disclosure,
    document,
    entry,
    evaluation,
    finding,
    flat_fee,
    form,
    goal,
    instrument,
    intake,
    invoice,
    kinship,
    life_domain,
    measure,
    measure_template,
    network,
    no_goal,
    own_form,
    permission,
    phase,
    plan,
    plan_version,
    provider,
    received,
    referral,
    reminder,
    report,
    representation,
    retention,
    review,
    review_rhythm,
    rhythm,
    risk,
    signing,
    statute,
    tariff,
    task,
    tie,
    time_sheet,
    working_time,
)
from casedesk.domain.dates import PartialDate
from casedesk.domain.practice import AddressWindow, Country, Language, PaperLanguage

Stored = str | int | None
# Any: a field's value has the field's type, which only the hint knows.
Write = Callable[[Any], Stored]
Read = Callable[[Any], Any]

_MODULES = (
    cost_approval,
    addendum,
    assessment,
    benefit,
    billing_terms,
    care_slot,
    case,
    claim,
    client,
    closure,
    conference,
    consent,
    data_category,
    deadline,
    disclosure,
    document,
    entry,
    evaluation,
    finding,
    flat_fee,
    form,
    goal,
    life_domain,
    measure,
    measure_template,
    no_goal,
    instrument,
    invoice,
    intake,
    kinship,
    network,
    own_form,
    permission,
    phase,
    plan,
    provider,
    plan_version,
    received,
    referral,
    reminder,
    report,
    representation,
    retention,
    review,
    review_rhythm,
    risk,
    rhythm,
    signing,
    statute,
    tariff,
    task,
    tie,
    time_sheet,
    working_time,
)
# Records import the types of their fields for the type checker only.
_NAMES: dict[str, object] = {
    name: value for module in _MODULES for name, value in vars(module).items()
} | {
    "date": date,
    "datetime": datetime,
    "time": time,
    "PartialDate": PartialDate,
    "AddressWindow": AddressWindow,
    "Country": Country,
    "Language": Language,
    "PaperLanguage": PaperLanguage,
}


class Column:
    """One column: its name, and how its value is written and read."""

    __slots__ = ("name", "read", "write")

    def __init__(self, name: str, hint: object) -> None:
        self.name = name
        self.write, self.read = _conversions(hint)


@cache
def columns_of(record_class: type) -> tuple[Column, ...]:
    """Return the columns of a record class, in the order of its fields."""
    # A choice of the record's own module wins over one elsewhere with the same name.
    own = vars(sys.modules[record_class.__module__])
    hints = get_type_hints(record_class, None, {**_NAMES, **own})
    return tuple(Column(f.name, hints[f.name]) for f in fields(record_class))


# The first kind that fits counts: bool is an int, datetime a date, StrEnum a str.
# Any: a field's value has the field's type, which only the hint knows.
_SIMPLE: tuple[tuple[type, Callable[[Any], tuple[Write, Read]]], ...] = (
    (bool, lambda _: (int, bool)),
    (int, lambda _: (_same, _same)),
    (StrEnum, lambda choice: (str, choice)),
    (str, lambda _: (_same, _same)),
    (PartialDate, lambda _: (PartialDate.iso, PartialDate.from_iso)),
    (datetime, lambda _: (datetime.isoformat, datetime.fromisoformat)),
    (date, lambda _: (date.isoformat, date.fromisoformat)),
    (time, lambda _: (time.isoformat, time.fromisoformat)),
)


def _conversions(
    hint: object,
) -> tuple[Write, Read]:
    if isinstance(hint, NewType):
        return _conversions(hint.__supertype__)
    if get_origin(hint) in (Union, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        write, read = _choice_or_id(*inner) if inner[1:] else _conversions(inner[0])
        if NoneType not in get_args(hint):
            return write, read
        return _unless_none(write), _unless_none(read)
    if get_origin(hint) is tuple:
        return _list_conversions(get_args(hint)[0])
    for kind, conversions in _SIMPLE:
        if isinstance(hint, type) and issubclass(hint, kind):
            return conversions(hint)
    message = f"no column for {hint}"
    raise TypeError(message)


def _list_conversions(
    hint: object,
) -> tuple[Write, Read]:
    write, read = _conversions(hint)
    return (
        lambda values: json.dumps([write(value) for value in values]),
        lambda text: tuple(read(value) for value in json.loads(text)),
    )


def _choice_or_id(choice: type[StrEnum], own: NewType) -> tuple[Write, Read]:
    """A value of the choice where it is one, else the id of what a practice added."""
    known = {each.value: each for each in choice}
    return str, lambda text: known.get(text) or own(text)


def _unless_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value
