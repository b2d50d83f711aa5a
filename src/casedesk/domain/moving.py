"""What is compared when a vault has moved to another computer."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

# Digits and letters that cannot be mistaken for one another.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LETTERS = 8
_BITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingList:
    """Counts of a vault; the same on both computers, or something is missing."""

    mark: str
    clients: int
    open_cases: int
    closed_cases: int
    entries: int
    papers: int
    last_deed: int
    last_deed_at: datetime | None

    @property
    def code(self) -> str:
        """A code of all this in eight letters, to be compared at one glance."""
        at = "" if self.last_deed_at is None else self.last_deed_at.isoformat()
        counts = (self.clients, self.open_cases, self.closed_cases, self.entries)
        said = f"{self.mark}|{counts}|{self.papers}|{self.last_deed}|{at}"
        number = int.from_bytes(sha256(said.encode()).digest()[:_BITS], "big")
        letters = [
            LETTERS[number >> _BITS * place & 31]
            for place in reversed(range(CODE_LETTERS))
        ]
        return f"{''.join(letters[:4])} {''.join(letters[4:])}"

    def matches(self, typed: str) -> bool:
        """Whether a code that was typed, however spelled, is that of this list."""
        return as_typed(typed) == as_typed(self.code)


def as_typed(code: str) -> str:
    """Return a code without what does not matter in it."""
    letters = "".join(each for each in code.upper() if each.isalnum())
    return letters.replace("O", "0").replace("I", "1").replace("L", "1")
