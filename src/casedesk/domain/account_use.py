"""How much of the approved time of a case is used, and what remains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

SCARCE = Fraction(4, 5)
"""From which share on what was approved is nearly used up."""


class UseState(StrEnum):
    """Whether the approved time still suffices."""

    OPEN = "open"
    ENOUGH = "enough"
    SCARCE = "scarce"
    OVERDRAWN = "overdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountUse:
    """Approved and used minutes; nothing is approved where no number stands."""

    approved_minutes: int | None = None
    used_minutes: int = 0

    @property
    def remaining_minutes(self) -> int | None:
        """Return what remains, below 0 if too much was used."""
        if self.approved_minutes is None:
            return None
        return self.approved_minutes - self.used_minutes

    @property
    def state(self) -> UseState:
        """Return whether it still suffices."""
        if not self.approved_minutes:
            return UseState.OPEN
        if self.used_minutes > self.approved_minutes:
            return UseState.OVERDRAWN
        is_scarce = self.used_minutes >= self.approved_minutes * SCARCE
        return UseState.SCARCE if is_scarce else UseState.ENOUGH


NOTHING_APPROVED = AccountUse()
