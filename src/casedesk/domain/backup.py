"""Backups of the vault: their names, when one is due, and which ones are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.problems import FileNotWritten, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SUFFIX = ".cdkbak"
DUE_AFTER = timedelta(hours=24)
REMIND_AFTER = timedelta(days=7)
WARN_AFTER = timedelta(days=14)
DRILL_AFTER = timedelta(days=30)
CHECK_AFTER = timedelta(days=7)
OLDEST = timedelta(days=365)
KEPT_LAST, KEPT_DAILY, KEPT_WEEKLY, KEPT_MONTHLY = 10, 14, 8, 12
MEGABYTE = 1_000_000
SPARE_BYTES = 50 * MEGABYTE

_NAME = re.compile(r"CaseDesk_([0-9a-f-]{36})_(\d{8}T\d{6}Z)" + re.escape(SUFFIX))
_STAMP = "%Y%m%dT%H%M%SZ"


class BackupPlace(StrEnum):
    """Where a backup lies."""

    LOCAL = "local"
    EXTERNAL = "external"


class Verdict(StrEnum):
    """What is known about a backup."""

    SOUND = "sound"
    DAMAGED = "damaged"
    OLD_PASSPHRASE = "old_passphrase"  # noqa: S105 - a word
    UNCHECKED = "unchecked"


class Freshness(StrEnum):
    """How the age of the last backup outside this computer is to be taken."""

    FINE = "fine"
    REMINDER = "reminder"
    WARNING = "warning"


class NoRoomForBackup(Problem):
    """The disk has less room than a backup needs; nothing was written."""

    def __init__(self, needed_bytes: int = 0) -> None:
        super().__init__()
        self.needed_bytes = needed_bytes


class BackupNotWritten(FileNotWritten):
    """The folder of the backups cannot be written; nothing half is left there."""


class ExternalMissing(Problem):
    """The place outside this computer is not connected."""


class BackupDamaged(Problem):
    """A backup cannot be read, or does not hold what it should."""


class BackupStopped(Problem):
    """The vault was locked before its backup was finished; nothing is left of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a vault holds: its rows by table, and the number of its newest deed."""

    rows: Mapping[str, int] = field(default_factory=dict)
    newest_deed: int = 0

    @property
    def clients(self) -> int:
        """How many clients."""
        return self.rows.get("client", 0)

    @property
    def cases(self) -> int:
        """How many cases."""
        return self.rows.get("case_record", 0)

    @property
    def entries(self) -> int:
        """How many entries in the records of all cases."""
        return self.rows.get("entry", 0)

    @property
    def documents(self) -> int:
        """How many papers that were issued."""
        return self.rows.get("document", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found when a backup was looked at: it lies at a place under a name."""

    place: BackupPlace
    name: str
    made_at: datetime
    checked_at: datetime
    verdict: Verdict
    size: int
    # The salt in its header, which is another one after a change of the passphrase.
    header: bytes
    # The file as the disk dates it: another date means it was touched since.
    written_ns: int
    holdings: Holdings = field(default_factory=Holdings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A backup was restored on trial: whether all that it holds came back."""

    at: datetime
    name: str
    is_sound: bool
    holdings: Holdings = field(default_factory=Holdings)
    papers_read: int = 0


def backup_name(vault_id: str, made_at: datetime) -> str:
    """Name the file of a backup; the name tells of no person."""
    return f"CaseDesk_{vault_id}_{made_at.astimezone(UTC):{_STAMP}}{SUFFIX}"


def made_at(name: str, vault_id: str) -> datetime | None:
    """Return when a backup of a vault was made by its name, or nothing."""
    match = _NAME.fullmatch(name)
    if match is None or match[1] != vault_id:
        return None
    try:
        return datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backups stay: fewer the older they are, none after a year.

    The last ones stay; then the last one of each day, week and month, as far back as
    each reaches. The newest stays whatever its age.
    """
    newest_first = sorted(set(times), reverse=True)
    young = [each for each in newest_first if now - each <= OLDEST]
    return {
        *newest_first[:1],
        *young[:KEPT_LAST],
        *_last_of_each(young, _day, KEPT_DAILY),
        *_last_of_each(young, _week, KEPT_WEEKLY),
        *_last_of_each(young, _month, KEPT_MONTHLY),
    }


def _last_of_each(
    newest_first: list[datetime], span: Callable[[datetime], object], count: int
) -> list[datetime]:
    lasts: dict[object, datetime] = {}
    for each in newest_first:
        lasts.setdefault(span(each), each)
    return list(lasts.values())[:count]


def _day(value: datetime) -> object:
    return value.date()


def _week(value: datetime) -> object:
    return value.isocalendar()[:2]


def _month(value: datetime) -> object:
    return value.year, value.month


def is_changed(last: Check | None, newest_deed: int) -> bool:
    """Whether anything was done since the last sound backup."""
    return newest_deed > 0 and (last is None or last.holdings.newest_deed < newest_deed)


def is_due(last: Check | None, newest_deed: int, now: datetime) -> bool:
    """Whether a backup is due while work goes on: a day has passed, with changes."""
    if not is_changed(last, newest_deed):
        return False
    # A clock that was set back must not put the next backup off for years.
    return last is None or not timedelta() <= now - last.made_at <= DUE_AFTER


def freshness(since: datetime | None, now: datetime) -> Freshness:
    """Judge how long ago the last backup outside this computer was made."""
    if since is None or now - since <= REMIND_AFTER:
        return Freshness.FINE
    return Freshness.REMINDER if now - since <= WARN_AFTER else Freshness.WARNING


def is_drill_due(last: Drill | None, now: datetime) -> bool:
    """Whether a month has passed since a backup was restored on trial."""
    return last is None or not timedelta() <= now - last.at <= DRILL_AFTER


def room_needed(vault_bytes: int) -> int:
    """Return how many bytes must be free before a backup is begun."""
    return vault_bytes * 6 // 5 + SPARE_BYTES


def megabytes(count: int) -> int:
    """Return bytes as whole megabytes, rather more than less."""
    return -(-count // MEGABYTE)


def is_check_due(checked_at: datetime | None, now: datetime) -> bool:
    """Whether every page of a vault is to be looked at before it is opened."""
    return checked_at is None or not timedelta() <= now - checked_at <= CHECK_AFTER


def vault_of(name: str) -> str:
    """Return the id of the vault whose backup a file is by its name, or nothing."""
    match = _NAME.fullmatch(name)
    return "" if match is None else match[1]
