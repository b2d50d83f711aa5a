"""How much of the approved time of a case is used, and what remains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SCARCE_PERCENT = 90
ALL_PERCENT = 100


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
        used = self.used_minutes * ALL_PERCENT
        if used > self.approved_minutes * ALL_PERCENT:
            return UseState.OVERDRAWN
        is_scarce = used >= self.approved_minutes * SCARCE_PERCENT
        return UseState.SCARCE if is_scarce else UseState.ENOUGH


NOTHING_APPROVED = AccountUse()
