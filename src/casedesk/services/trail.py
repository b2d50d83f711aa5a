"""The trail of the vault: checked, shown, exported, anchored outside."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from casedesk.domain.trail import Anchor, Deed, TrailCheck, check, is_older_copy

if TYPE_CHECKING:
    from casedesk.store.database import Database


class TrailService:
    """Says what was done and whether the trail still holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self) -> TrailCheck:
        """Look at every line. About ten microseconds for each."""
        with self._database.read() as tables:
            return check(tables.deeds.key(), tables.deeds.all())

    def last(self, count: int) -> list[Deed]:
        """Return the newest lines, newest first."""
        with self._database.read() as tables:
            return tables.deeds.last(count)

    def anchor(self) -> Anchor | None:
        """Return the newest line, to be kept outside the vault."""
        with self._database.read() as tables:
            newest = tables.deeds.newest()
        if newest is None:
            return None
        return Anchor(number=newest.number, seal=newest.seal)

    def is_older_than(self, anchor: Anchor | None) -> bool:
        """Whether the vault lacks what was last known of it: an older copy."""
        with self._database.read() as tables:
            there = [] if anchor is None else tables.deeds.numbered(anchor.number)
        return is_older_copy(anchor, there)

    def note(self, action: str, subject_id: str | None = None) -> None:
        """Note something that changed no record, such as reading or printing."""
        with self._database.write(action, subject_id):
            pass

    def exported(self) -> bytes:
        """Return the whole trail as a table for other programs; it is noted."""
        self.note("trail.export")
        lines = StringIO(newline="")
        table = csv.writer(lines, delimiter=";")
        table.writerow(["number", "at", "action", "subject", "seal"])
        with self._database.read() as tables:
            for deed in tables.deeds.all():
                at = deed.at.isoformat()
                table.writerow(
                    [deed.number, at, deed.action, deed.subject_id or "", deed.seal]
                )
        return b"\xef\xbb\xbf" + lines.getvalue().encode()
