"""The journal of a case: its entries, and the stream of all that happens in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casedesk.domain.addendum import Addendum, AddendumId
from casedesk.domain.entry import Entry, EntryId, EntryKind, is_locked
from casedesk.domain.happening import Narrowing
from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.document import Document
    from casedesk.domain.happening import Happening, Mark
    from casedesk.domain.phase import PhaseRun
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

EVERYTHING = Narrowing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some entries, newest first, and whether older ones follow."""

    entries: tuple[Entry, ...]
    has_older: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry with all that is said beneath it."""

    entry: Entry
    addenda: tuple[Addendum, ...] = ()
    exchanges: tuple[Disclosure, ...] = ()
    papers: tuple[Document, ...] = ()
    """The issued papers on which it stands."""
    is_locked: bool = False


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

    def stream(
        self,
        case_id: CaseId,
        narrowing: Narrowing = EVERYTHING,
        *,
        after: Mark | None = None,
        down_to: date | None = None,
        limit: int,
    ) -> list[Happening]:
        """Return what comes after a place in the stream, newest first.

        With `down_to`, all back to that day, however much it is.
        """
        with self._database.read() as tables:
            return tables.happenings.page(
                case_id, narrowing, after=after, down_to=down_to, limit=limit
            )

    def told(self, entry_id: str) -> Told | None:
        """Return an entry with what is said beneath it, or nothing."""
        return self.told_of([entry_id]).get(entry_id)

    def told_of(self, entry_ids: Iterable[str]) -> dict[str, Told]:
        """Return those of the entries that exist, with what is said beneath each."""
        with self._database.read() as tables:
            entries = tables.entries.among(entry_ids)
            return read_told(tables, entries, self._clock.now())

    def add(
        self,
        case_id: CaseId,
        kind: EntryKind,
        phase: Phase | None = None,
    ) -> Entry:
        """Begin an entry of today; without a phase, in the one that was begun last."""
        entry_id = EntryId(self._clock.new_id())
        with self._database.write("entry.add", entry_id) as tables:
            entry = begun_entry(tables, self._clock, entry_id, case_id, kind, phase)
            tables.entries.add(entry)
        self._announcer.announce("entry")
        return entry

    def begin_addendum(self, entry_id: EntryId) -> Addendum:
        """Begin an addendum beneath an entry."""
        addendum_id = AddendumId(self._clock.new_id())
        with self._database.write("addendum.add", addendum_id) as tables:
            addendum = Addendum(
                id=addendum_id,
                case_id=tables.entries.get(entry_id).case_id,
                entry_id=entry_id,
                written_at=self._clock.now(),
            )
            tables.addenda.add(addendum)
        self._announcer.announce("addendum")
        return addendum

    def is_fixed(self, addendum: Addendum, papers: Iterable[Document]) -> bool:
        """Whether an addendum stays as it is; `papers` are those with its entry."""
        is_printed = any(paper.issued_at >= addendum.written_at for paper in papers)
        return is_locked(addendum.written_at, self._clock.now(), is_printed=is_printed)


def begun_entry(
    tables: Tables,
    clock: Clock,
    entry_id: EntryId,
    case_id: CaseId,
    kind: EntryKind,
    phase: Phase | None = None,
) -> Entry:
    """Return an entry of today that is begun now, in the phase begun last."""
    return Entry(
        id=entry_id,
        case_id=case_id,
        phase=phase or _current(tables.phase_runs.of(case_id=case_id)),
        kind=kind,
        happened_on=clock.today(),
        entered_at=clock.now(),
        with_client=kind is EntryKind.VISIT,
        was_reached=kind is not EntryKind.ATTEMPT,
    )


def read_told(
    tables: Tables, entries: Iterable[Entry], now: datetime
) -> dict[str, Told]:
    """Read what is said beneath entries, by their ids."""
    found = {entry.id: entry for entry in entries}
    addenda, exchanges, prints = (
        _by_entry(rows.of_any("entry_id", found))
        for rows in (tables.addenda, tables.disclosures, tables.entry_prints)
    )
    papers = tables.accounts.billed_in(found)
    for key in found:
        papers[key] += [each.document_id for each in prints[key]]
    return {
        key: Told(
            entry=entry,
            addenda=tuple(addenda[key]),
            exchanges=tuple(exchanges[key]),
            papers=tuple(tables.documents.get(paper) for paper in papers[key]),
            is_locked=is_locked(entry.entered_at, now, is_printed=bool(papers[key])),
        )
        for key, entry in found.items()
    }


# Any: records of every kind that belongs to an entry.
def _by_entry(records: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for record in records:
        found[record.entry_id].append(record)
    return found


def _current(runs: Iterable[PhaseRun]) -> Phase:
    """Return the phase begun last, first among those that are not finished."""
    latest = max(
        runs,
        key=lambda run: (run.finished_on is None, run.started_on, run.id),
        default=None,
    )
    return Phase.INTAKE if latest is None else latest.phase
