"""The trail of what was done: a chain in which every line seals the one before."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that was done, to which record, when. It holds no case text."""

    number: int
    at: datetime
    action: str
    subject_id: str | None
    sitting: str | None = None
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The newest line of a trail, kept outside the vault."""

    number: int
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailCheck:
    """What checking a trail showed: how many lines hold, and where it breaks."""

    lines: int
    broken_at: int | None = None

    @property
    def holds(self) -> bool:
        """Whether every line is as it was written."""
        return self.broken_at is None


def seal_of(key: bytes, deed: Deed, before: str) -> str:
    """Return the seal of a line: keyed over what it says and the seal before it."""
    said = [deed.number, deed.at.isoformat(), deed.action, deed.subject_id]
    line = json.dumps([*said, deed.sitting, before], ensure_ascii=True).encode()
    return hmac.digest(key, line, "sha256").hex()


def check(key: bytes, deeds: Iterable[Deed]) -> TrailCheck:
    """Find the first line that was changed, is missing or was put in.

    Lines from before there were seals stand at the beginning only; they count as they
    are.
    """
    before, lines = "", 0
    for number, deed in enumerate(deeds, start=1):
        is_old = not deed.seal and not before
        if deed.number != number:
            return TrailCheck(lines=lines, broken_at=number)
        if not is_old and not hmac.compare_digest(
            deed.seal, seal_of(key, deed, before)
        ):
            return TrailCheck(lines=lines, broken_at=number)
        before = deed.seal
        lines += 1
    return TrailCheck(lines=lines)


def is_older_copy(anchor: Anchor | None, deeds: Iterable[Deed]) -> bool:
    """Whether a vault lacks what was last known of it.

    `deeds` is the line with the anchor's number, or none. A vault without that line, or
    with another one in its place, is an older copy or another branch.
    """
    if anchor is None:
        return False
    return all(deed.seal != anchor.seal for deed in deeds)
