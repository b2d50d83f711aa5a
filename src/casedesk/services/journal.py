"""The journal of a case: its entries in stretches, and new ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.entry import Entry, EntryId, EntryKind
from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.case import CaseId
    from casedesk.domain.phase import PhaseRun
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some entries, newest first, and whether older ones follow."""

    entries: tuple[Entry, ...]
    has_older: bool


class JournalService:
    """Reads and begins entries; they are changed and removed as all records are."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def newest(
        self,
        case_id: CaseId,
        *,
        phase: Phase | None = None,
        kind: EntryKind | None = None,
        limit: int,
    ) -> Stretch:
        """Return the newest entries of a case, of one phase or kind if given."""
        wanted = {"case_id": case_id, "phase": phase, "kind": kind}
        parents = {name: str(value) for name, value in wanted.items() if value}
        with self._database.read() as tables:
            found = tables.entries.page(parents, limit=limit + 1)
        return Stretch(entries=tuple(found[:limit]), has_older=len(found) > limit)

    def add(
        self, case_id: CaseId, kind: EntryKind, phase: Phase | None = None
    ) -> Entry:
        """Begin an entry of today; without a phase, in the one that was begun last."""
        today = self._clock.today()
        entry_id = EntryId(self._clock.new_id())
        with self._database.write("entry.add", entry_id) as tables:
            entry = Entry(
                id=entry_id,
                case_id=case_id,
                phase=phase or _current(tables.phase_runs.of(case_id=case_id)),
                kind=kind,
                happened_on=today,
            )
            tables.entries.add(entry)
        self._announcer.announce("entry")
        return entry


def _current(runs: Iterable[PhaseRun]) -> Phase:
    """Return the phase begun last, first among those that are not finished."""
    latest = max(
        runs,
        key=lambda run: (run.finished_on is None, run.started_on, run.id),
        default=None,
    )
    return Phase.INTAKE if latest is None else latest.phase
