"""Issued minutes stay as they are; what is made of them is noted all the same."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from casedesk.domain.conference import (
    CARRIES_ON,
    STAYS_OPEN,
    AgendaItem,
    Conference,
    MinutesStay,
    Participant,
    Resolution,
)

if TYPE_CHECKING:
    from casedesk.store.tables import Tables

Record = TypeVar("Record", Conference, Resolution)


def guard_conference(
    _: Tables, before: Conference | None, after: Conference | None
) -> None:
    """Raise `MinutesStay` if a conference with issued minutes would change or go."""
    if before is None or not before.is_frozen:
        return
    if after is None or not _changed(before, after) <= STAYS_OPEN:
        raise MinutesStay


def guard_participant(
    tables: Tables, before: Participant | None, after: Participant | None
) -> None:
    """Raise `MinutesStay` if who was there would change after the minutes."""
    _refuse_if_frozen(tables, before or after)


def guard_agenda_item(
    tables: Tables, before: AgendaItem | None, after: AgendaItem | None
) -> None:
    """Raise `MinutesStay` if an item of issued minutes would change."""
    _refuse_if_frozen(tables, before or after)


def guard_resolution(
    tables: Tables, before: Resolution | None, after: Resolution | None
) -> None:
    """Raise `MinutesStay` if what was resolved would change after the minutes."""
    if before is None or after is None or not _changed(before, after) <= CARRIES_ON:
        _refuse_if_frozen(tables, before or after)


def _refuse_if_frozen(
    tables: Tables, record: Participant | AgendaItem | Resolution | None
) -> None:
    if record is None:
        return
    if tables.conferences.get(record.conference_id).is_frozen:
        raise MinutesStay


def _changed(before: Record, after: Record) -> set[str]:
    return {
        field.name
        for field in fields(before)
        if getattr(before, field.name) != getattr(after, field.name)
    }
