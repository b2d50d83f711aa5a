"""Ids of records: UUIDs of version 7, which sort by the time they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

RANDOM_BYTES = 10
_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


def new_id(now: datetime, random: bytes) -> str:
    """Return a UUID of version 7 (RFC 9562) as text.

    `now` must be aware; `random` has `RANDOM_BYTES` bytes.
    """
    milliseconds = int(now.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    bits = int.from_bytes(random[:RANDOM_BYTES], "big")
    random_a = (bits >> 62) & 0xFFF
    random_b = bits & ((1 << 62) - 1)
    value = milliseconds << 80 | _VERSION_7 | random_a << 64 | _VARIANT | random_b
    return str(UUID(int=value))
