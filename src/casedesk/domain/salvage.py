"""What could be read of a damaged vault, counted by kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casedesk.domain.problems import Problem

KEPT_FOR = timedelta(days=90)


class SalvageStopped(Problem):
    """Saving what can be read was given up; the damaged vault is as it was."""


class StructureLost(Problem):
    """Not even what tables there are can be read; only a backup helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSaved:
    """What became of the records of one table."""

    table: str
    saved: int = 0
    in_parts: int = 0  # of these: some fields could not be read and are empty
    earlier: int = 0  # of these: as they were before their last change
    lost: int = 0
    is_lost_counted: bool = True  # else there may be more that nobody knows of
    made_up: int = 0  # of these: empty, only so that others have whom to belong to

    @property
    def is_whole(self) -> bool:
        """Whether everything of the kind was read as it was."""
        changed = self.in_parts or self.earlier or self.lost or self.made_up
        return self.is_lost_counted and not changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvage:
    """The whole report: one line for each table that held anything."""

    kinds: tuple[KindSaved, ...] = ()
    links_emptied: int = 0

    def of(self, table: str) -> KindSaved:
        """Return what became of the records of a table."""
        found = (each for each in self.kinds if each.table == table)
        return next(found, KindSaved(table=table))

    @property
    def saved(self) -> int:
        """How many records there are in the new vault."""
        return sum(each.saved for each in self.kinds)

    @property
    def lost(self) -> int:
        """How many records are known to be lost."""
        return sum(each.lost for each in self.kinds)

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all was lost."""
        return not self.links_emptied and all(each.is_whole for each in self.kinds)


def is_to_go(kept_since: date, today: date) -> bool:
    """Whether a damaged vault was kept long enough."""
    return today - kept_since > KEPT_FOR
