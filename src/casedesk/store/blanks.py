"""Empty records of every kind, to stand where one was lost."""

from __future__ import annotations

from dataclasses import MISSING, fields
from enum import EnumType
from typing import TYPE_CHECKING, Any

from casedesk.store.columns import columns_of
from casedesk.store.tables import Tables

if TYPE_CHECKING:
    from casedesk.store.columns import Stored
    from casedesk.store.noting import NotingConnection

_UNKNOWN = "?"
# Shown in lists: an empty name would be overlooked.
_NAMES = ("family_name", "name", "title", "wording")


def blank_of(connection: NotingConnection, table: str) -> dict[str, Stored] | None:
    """Return the columns of an empty record of a table, or nothing for other tables."""
    try:
        # Any: a class of whatever records.
        record_class: Any = Tables(connection).record_table(table).record_class
    except StopIteration:
        return None
    values: dict[str, Stored] = {}
    for field, column in zip(
        fields(record_class), columns_of(record_class), strict=True
    ):
        values[column.name] = _written(field, column.write, column.read)
        if column.name in _NAMES and not values[column.name]:
            values[column.name] = _UNKNOWN
    return values


# Any: the default of a field has the field's type.
def _written(field: Any, write: Any, read: Any) -> Stored:
    if field.default is not MISSING:
        return _stored(write(field.default))
    if field.default_factory is not MISSING:
        return _stored(write(field.default_factory()))
    choices = tuple(map(str, read)) if isinstance(read, EnumType) else ()
    guesses: tuple[Stored, ...] = (_UNKNOWN, "1900-01-01", 0, *choices)
    for guess in guesses:
        try:
            read(guess)
        except (ValueError, TypeError, AttributeError):
            continue
        return guess
    return _UNKNOWN


# Any: what a column writes is stored as it is.
def _stored(value: Any) -> Stored:
    stored: Stored = value
    return stored
