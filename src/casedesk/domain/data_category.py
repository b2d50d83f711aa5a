"""Kinds of information: those CaseDesk knows, and those a practice adds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

CategoryId: TypeAlias = str
"""The value of a `DataCategory`, or the id of an `OwnCategory`."""


class DataCategory(StrEnum):
    """A kind of information that every practice has."""

    IDENTITY = "identity"
    HEALTH = "health"
    MEDICATION = "medication"
    CARE_NEEDS = "care_needs"
    WORK_CAPACITY = "work_capacity"
    REPORTS = "reports"
    FINANCES = "finances"
    HOUSING_FAMILY = "housing_family"
    EDUCATION_WORK = "education_work"
    BENEFITS = "benefits"
    ADDICTION = "addiction"
    LEGAL_PROCEEDINGS = "legal_proceedings"


# GDPR Art. 9(1); Swiss DSG Art. 5 lit. c also names social help and proceedings.
SPECIAL_CATEGORIES = (
    DataCategory.HEALTH,
    DataCategory.MEDICATION,
    DataCategory.CARE_NEEDS,
    DataCategory.WORK_CAPACITY,
    DataCategory.REPORTS,
    DataCategory.BENEFITS,
    DataCategory.ADDICTION,
    DataCategory.LEGAL_PROCEEDINGS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCategory:
    """A kind of information that a practice has added to the list."""

    id: CategoryId
    name: str = ""
    is_special: bool = False
    position: int = 0
    retired_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCategory:
    """That a practice does not want one of the known kinds offered."""

    id: CategoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A kind of information as it is offered and named: `name` only if it is own."""

    id: CategoryId
    name: str = ""
    is_special: bool = False
    is_offered: bool = True


def all_categories(
    own: Iterable[OwnCategory],
    today: date,
    hidden: Iterable[HiddenCategory] = (),
) -> list[Category]:
    """Return every kind of information, those of the practice last."""
    unwanted = {each.id for each in hidden}
    known = [
        Category(
            id=each.value,
            is_special=each in SPECIAL_CATEGORIES,
            is_offered=each.value not in unwanted,
        )
        for each in DataCategory
    ]
    added = [
        Category(
            id=each.id,
            name=each.name,
            is_special=each.is_special,
            is_offered=each.retired_on is None or each.retired_on > today,
        )
        for each in sorted(own, key=lambda each: (each.position, each.id))
    ]
    return known + added
