"""The stream of a case: entries and all that came by itself, read in one go."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from casedesk.domain.entry import EntryKind
from casedesk.domain.happening import Event, Happening
from casedesk.store.happening_parts import ENTRY, EVENTS, WITHIN, Part
from casedesk.store.search import matching_words

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection, Row

    from casedesk.domain.case import CaseId
    from casedesk.domain.happening import Kind, Mark, Narrowing

EVER = 1_000_000
NEVER, ALWAYS = "0001-01-03", "9999-12-29"
DAY_LETTERS = 10


class Happenings:
    """Reads the stream, newest first, from any place in it. Nothing is kept twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self,
        case_id: CaseId,
        narrowing: Narrowing,
        *,
        after: Mark | None = None,
        down_to: date | None = None,
        limit: int,
    ) -> list[Happening]:
        """Return what comes after a place, newest first.

        With `down_to`, all back to that day, however much it is. Days are read in
        windows about as large as is asked for, by the indexes of the parts.
        """
        most, step = EVER if down_to else limit, limit
        found: list[Happening] = []
        starts = (after.moment[:DAY_LETTERS] if after else ALWAYS, narrowing.until)
        ceiling = min(str(day) for day in starts if day)
        least = max(str(day) for day in (narrowing.since, down_to, NEVER) if day)
        while len(found) < most and ceiling >= least:
            floor = max(self._floor(case_id, ceiling, step), least)
            place = found[-1].mark if found else after
            found += self._window(case_id, narrowing, place, (floor, ceiling))
            ceiling, step = _shifted(floor, -1), 2 * step
        return found[:most]

    def _floor(self, case_id: CaseId, ceiling: str, count: int) -> str:
        """Return the day down to which there is about as much as is asked for."""
        row = self._connection.execute(
            _FLOOR, {"case": case_id, "ceiling": ceiling + "U", "count": count}
        ).fetchone()
        return str(row["floor"] or NEVER)

    def _window(
        self,
        case_id: CaseId,
        narrowing: Narrowing,
        after: Mark | None,
        days: tuple[str, str],
    ) -> list[Happening]:
        """Return what is of these days and comes after a place, newest first."""
        # Instants are noted as in UTC: a day at this place may begin the day before.
        floor, ceiling = _shifted(days[0], -1), _shifted(days[1], 2)
        values = {
            "case": case_id,
            "party": narrowing.party_id,
            "domain": narrowing.life_domain,
            "phase": narrowing.phase,
            "words": matching_words(narrowing.words),
            "floor": floor,
            "ceiling": ceiling,
            "number": self._first_change(floor),
        }
        asked = {name for name, value in values.items() if value}
        rows = self._connection.execute(
            (_HOLDING if "words" in asked else "")
            + " UNION ALL ".join(_parts(narrowing.kinds, asked)),
            values,
        )
        first, last = map(date.fromisoformat, days)
        found = [h for row in rows if first <= (h := _happening(row)).day <= last]
        if after is not None:
            found = [each for each in found if each.mark < after]
        found.sort(key=attrgetter("mark"), reverse=True)
        return found

    def _first_change(self, day: str) -> int:
        """Return the number of the first change that was kept since a day.

        Deeds are numbered as they were done, so few of them have to be looked at.
        """
        low, high = 1, self._number("SELECT max(number) FROM deed") + 1
        while low < high:
            middle = (low + high) // 2
            statement = "SELECT at < ? FROM deed WHERE number = ?"
            if self._number(statement, day, middle):
                low = middle + 1
            else:
                high = middle
        statement = "SELECT number FROM history WHERE deed >= ? ORDER BY deed LIMIT 1"
        return self._number(statement, low) or EVER**2

    def _number(self, statement: str, *values: str | int) -> int:
        row = self._connection.execute(statement, values).fetchone()
        return 0 if row is None else int(row[0] or 0)


# Entries and lines of the log are what there is most of; both have an index by day.
_FLOOR = """
    SELECT max(floor) AS floor FROM (
        SELECT (SELECT happened_on FROM entry
                 WHERE case_id = :case AND happened_on < :ceiling
                 ORDER BY happened_on DESC LIMIT 1 OFFSET :count) AS floor
        UNION ALL
        SELECT (SELECT substr(happened_at, 1, 10) FROM disclosure
                 WHERE case_id = :case AND happened_at < :ceiling
                 ORDER BY happened_at DESC LIMIT 1 OFFSET :count))
"""
_HOLDING = """
    WITH holding AS MATERIALIZED (
        SELECT record_id
          FROM search_text JOIN search_entry ON number = search_text.rowid
         WHERE search_text MATCH :words AND case_id = :case)
"""
_NOTHING = (
    "SELECT NULL kind, NULL, NULL, NULL, NULL, NULL, NULL, NULL letters, NULL WHERE 0"
)


def _parts(wanted: frozenset[Kind], asked: set[str]) -> list[str]:
    """Return the statements of the parts in which something may be found."""
    parts = [
        _selected(part, asked, event)
        for event, part in EVENTS.items()
        if (not wanted or event in wanted) and _knows(part, asked)
    ]
    entries = sorted(str(kind) for kind in wanted if isinstance(kind, EntryKind))
    if entries or not wanted:
        named = ", ".join(f"'{kind}'" for kind in entries)
        only = f"kind IN ({named})" if named else "1"
        parts.append(_selected(ENTRY, asked, only=only))
    return parts or [_NOTHING]


def _knows(part: Part, asked: set[str]) -> bool:
    known = {"party": part.party, "domain": part.domain, "phase": part.phase}
    return all(known[name] for name in asked & {*known})


def _selected(
    part: Part, asked: set[str], event: Event | None = None, only: str = "1"
) -> str:
    """Return the statement of one part; without an event, that of the entries."""
    within = WITHIN.format(stamp=part.stamp)
    conditions = [f"{part.of_case} = :case", within, f"({part.where})", only]
    conditions += [
        condition
        for name, condition in (
            ("party", part.party),
            ("domain", part.domain),
            ("phase", f"{part.phase} = :phase"),
            ("words", _holds_words(part)),
        )
        if name in asked
    ]
    kind, letters = (f"'{event}'", "0") if event else ("kind", "length(text)")
    # S608: constants of the parts; all values are bound.
    return f"""
        SELECT {kind} AS kind, {part.stamp}, {part.subject}, {part.code},
               {part.became}, {part.words}, {part.more}, {letters}, {part.number}
          FROM {part.source}
         WHERE {" AND ".join(conditions)}
    """  # noqa: S608


def _holds_words(part: Part) -> str:
    """Say that a record, or an addendum to it, holds all words that are looked for."""
    found = f"{part.subject} IN (SELECT record_id FROM holding)"  # noqa: S608 - constants
    if part is ENTRY:
        found += """ OR id IN (SELECT entry_id FROM addendum
                                WHERE addendum.id IN (SELECT record_id FROM holding))"""
    return f"({found})"


def _happening(row: Row) -> Happening:
    named, stamp, subject_id, code, became, words, more, letters, number = row
    kind = _KINDS[named]
    if isinstance(kind, EntryKind):
        day, at = _moment_of_entry(stamp, code, became)
        return Happening(
            kind=kind,
            day=day,
            at=at,
            noun=ENTRY.noun,
            subject_id=subject_id,
            letters=letters,
            key=subject_id,
        )
    day, at = _moment(stamp)
    return Happening(
        kind=kind,
        day=day,
        at=at,
        noun=EVENTS[kind].noun,
        subject_id=subject_id,
        code="" if code is None else str(code),
        became="" if became is None else str(became),
        words="\n".join(filter(None, (words, more))),
        key=f"{subject_id}.{kind}.{number}",
    )


def _moment(stamp: str) -> tuple[date, time | None]:
    """Return when something was at this place; of a day alone no time is known."""
    if len(stamp) == DAY_LETTERS:
        return date.fromisoformat(stamp), None
    moment = datetime.fromisoformat(stamp).astimezone()
    return moment.date(), moment.time()


def _moment_of_entry(
    day: str, from_time: str | None, entered_at: str | None
) -> tuple[date, time | None]:
    """Return when it happened, or was written down if that was on the same day."""
    happened_on = date.fromisoformat(day)
    if from_time:
        return happened_on, time.fromisoformat(from_time)
    if entered_at:
        entered_on, at = _moment(entered_at)
        if entered_on == happened_on:
            return happened_on, at
    return happened_on, None


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


_KINDS: dict[str, Kind] = {
    **{str(event): event for event in Event},
    **{str(kind): kind for kind in EntryKind},
}
