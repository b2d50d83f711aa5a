"""The time and the chance that services use, handed in so that both can be fixed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from casedesk.domain.identity import RANDOM_BYTES, new_id

if TYPE_CHECKING:
    from collections.abc import Callable


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, in UTC, and where new ids come from."""

    now: Callable[[], datetime] = _now
    random: Callable[[int], bytes] = os.urandom

    def today(self) -> date:
        """Return the day at this place."""
        return self.now().astimezone().date()

    def moment_on(self, day: date) -> datetime:
        """Return now, or noon of another day at this place."""
        now = self.now()
        if now.astimezone().date() == day:
            return now
        return datetime.combine(day, time(12)).astimezone(UTC)

    def new_id(self) -> str:
        """Return the id of a record that is made now."""
        return new_id(self.now(), self.random(RANDOM_BYTES))
