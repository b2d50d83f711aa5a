"""A hit: a record that the search found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that was found, and whose it is."""

    table_name: str
    record_id: str
    case_id: str | None
    client_id: str | None
