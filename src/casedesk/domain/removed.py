"""Removed records: gone from the pages, kept by the history, to be brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A record that was removed, the deed that removed it, and words to know it by."""

    deed: int
    table_name: str
    record_id: str
    removed_at: datetime
    excerpt: str
