"""Changes: what a record was before, when it was changed, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class ChangeKind(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a record, before and after, in stored form."""

    name: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one record. `number` orders all changes of a vault."""

    number: int
    record_id: str
    kind: ChangeKind
    changed_at: datetime
    fields: tuple[FieldChange, ...] = ()
