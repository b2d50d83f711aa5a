"""The stopwatch: takes the time of one contact, and fills it into the entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.entry import EntryId, EntryKind, is_locked
from casedesk.domain.stopwatch import (
    THE_STOPWATCH,
    Stopwatch,
    StopwatchRuns,
    rounded_minutes,
)
from casedesk.services.closed_cases import is_closed
from casedesk.services.guards import is_on_paper
from casedesk.services.journal import begun_entry

if TYPE_CHECKING:
    from datetime import datetime, time

    from casedesk.domain.case import CaseId
    from casedesk.domain.entry import Entry
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class StopwatchService:
    """Starts and stops the one watch. The start lies in the vault, not in memory."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def running(self) -> Stopwatch | None:
        """Return the running watch, or nothing."""
        with self._database.read() as tables:
            return tables.stopwatches.find(THE_STOPWATCH)

    def start(self, case_id: CaseId, kind: EntryKind = EntryKind.PHONE) -> Entry:
        """Begin an entry of now and take its time; raise `StopwatchRuns` if one is."""
        entry_id = EntryId(self._clock.new_id())
        with self._database.write("stopwatch.start", entry_id) as tables:
            _check_free(tables)
            now = self._clock.now()
            begun = begun_entry(tables, self._clock, entry_id, case_id, kind)
            entry = replace(begun, from_time=_clock_time(now))
            tables.entries.add(entry)
            tables.stopwatches.add(
                Stopwatch(case_id=case_id, entry_id=entry_id, started_at=now)
            )
        self._announce()
        return entry

    def stop(self) -> Entry | None:
        """Stop the watch and fill in the time, rounded as the practice does.

        An entry that was locked meanwhile, or whose case was closed, stays as it is.
        """
        watch = self.running()
        if watch is None:
            return None
        with self._database.write("stopwatch.stop", watch.entry_id) as tables:
            entry = _stopped(tables, watch, self._clock.now())
        self._announce()
        return entry

    def discard(self) -> None:
        """Forget the watch; an entry into which nothing was typed goes with it."""
        watch = self.running()
        if watch is None:
            return
        with self._database.write("stopwatch.discard", watch.entry_id) as tables:
            tables.stopwatches.remove(watch.id)
            entry = tables.entries.get(watch.entry_id)
            if entry.is_empty and not _stays(tables, entry, self._clock.now()):
                tables.entries.remove(entry.id)
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce("stopwatch")
        self._announcer.announce("entry")


def _check_free(tables: Tables) -> None:
    if tables.stopwatches.find(THE_STOPWATCH) is not None:
        raise StopwatchRuns


def stop_in(tables: Tables, case_id: CaseId, now: datetime) -> None:
    """Stop the watch within a deed, if it runs in a case, and fill in the time."""
    watch = tables.stopwatches.find(THE_STOPWATCH)
    if watch is not None and watch.case_id == case_id:
        _stopped(tables, watch, now)


def _stopped(tables: Tables, watch: Stopwatch, now: datetime) -> Entry:
    """Remove the watch, and return its entry with the time unless it has to stay."""
    tables.stopwatches.remove(watch.id)
    entry = tables.entries.get(watch.entry_id)
    if not _stays(tables, entry, now):
        entry = _timed(tables, entry, watch, now)
        tables.entries.update(entry)
    return entry


def _stays(tables: Tables, entry: Entry, now: datetime) -> bool:
    """Whether an entry is neither changed nor removed any more."""
    is_printed = is_on_paper(tables, entry.id)
    is_fixed = is_locked(entry.entered_at, now, is_printed=is_printed)
    return is_fixed or is_closed(tables, entry.case_id)


def _timed(tables: Tables, entry: Entry, watch: Stopwatch, now: datetime) -> Entry:
    """Return an entry with the time that was taken."""
    [practice] = tables.practice.all()
    minutes = rounded_minutes(watch.seconds(now), practice.rounding_minutes)
    ended = now.astimezone()
    days = (entry.happened_on, ended.date())
    return replace(
        entry,
        minutes=minutes,
        until_time=_clock_time(now),
        until_on=None if days[0] == days[1] else days[1],
    )


def _clock_time(moment: datetime) -> time:
    """Return the time of day at this place, to the minute."""
    return moment.astimezone().time().replace(second=0, microsecond=0)
