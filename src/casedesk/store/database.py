"""An open vault: reads and deeds, each one whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from threading import get_ident
from typing import TYPE_CHECKING, Any

import sqlcipher3

from casedesk.domain.backup import room_needed
from casedesk.domain.problems import DiskFull, Problem, VaultDamaged, VaultOpenToRead
from casedesk.store import history
from casedesk.store.faults import faults_explained
from casedesk.store.migrations import STEPS, Step, migrate
from casedesk.store.reserve import RESERVE_BYTES, Reserve
from casedesk.store.restoring import Restoring
from casedesk.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.backup import Holdings
    from casedesk.store.noting import Noted, NotingConnection
    from casedesk.store.restoring import Look
    from casedesk.store.rows import Rows

PAGES_AT_ONCE = 256  # one megabyte
PAGES_IN_A_STEP = 128  # some milliseconds: the window stays alive


class Database:
    """An open vault. Belongs to the thread that opened it."""

    def __init__(
        self,
        connection: NotingConnection,
        now: Callable[[], datetime],
        steps: tuple[Step, ...] = STEPS,
        *,
        reserve: Reserve | None = None,
    ) -> None:
        """Take over a connection that is keyed, and bring its schema up to date.

        The `reserve` is given up for a deed that finds no room on the disk.
        """
        self._connection = connection
        self._now = now
        self.reserve = reserve
        self.is_read_only = False
        self.met_damage = False  # somewhere, while it was used
        self._owner = get_ident()
        self._look_at_deed: Callable[[Tables, str], None] = _nothing_to_see
        self._looks: list[tuple[Callable[[Tables], Rows[Any]], Look]] = []
        with faults_explained():
            migrate(
                connection, steps
            )  # with foreign keys still off: it rebuilds tables
            history.watch(connection)
            connection.execute("PRAGMA foreign_keys = ON")
        self._tables = Tables(connection)
        with faults_explained():
            self._tables.search.keep_removed_words()
        self._changes_mended = connection.total_changes

    @contextmanager
    def read(self) -> Iterator[Tables]:
        """Read from one unchanging view of the vault."""
        with self._transaction("BEGIN"):
            yield self._tables

    @contextmanager
    def write(
        self, action: str, subject_id: str | None = None, *, sitting: str | None = None
    ) -> Iterator[Tables]:
        """Do one deed: everything in the block is kept, or nothing is.

        `action` names the deed in the trail. Deeds of one `sitting` that change the
        same record count as one change in its history.
        """
        with self._change() as tables:
            tables.deeds.record(self._now(), action, subject_id, sitting)
            yield tables
            self._look_at_deed(tables, action)

    def look_at_deeds(self, look: Callable[[Tables, str], None]) -> None:
        """Let something look at each deed by its end, and refuse it by raising."""
        self._look_at_deed = look

    # Any: tables of different records.
    def look_at_restored(self, rows: Callable[[Tables], Rows[Any]], look: Look) -> None:
        """Let something look at each record of a kind that is taken back."""
        self._looks.append((rows, look))

    def take_back(self, action: str, subject_id: str | None, deed: int) -> None:
        """Bring back, in a deed of its own, everything that a deed removed."""
        with self.write(action, subject_id) as tables:
            looks = {rows(tables).table: look for rows, look in self._looks}
            Restoring(tables, looks).restore_removed(deed)

    @contextmanager
    def note(self) -> Iterator[Tables]:
        """Keep what is no deed: drafts and settings."""
        with self._change() as tables:
            yield tables

    def take_over(self) -> None:
        """Let the thread that calls this be the one that the vault belongs to."""
        self._owner = get_ident()

    def let_read_only(self) -> None:
        """Refuse every deed from now on; the engine refuses it, too."""
        self._connection.execute("PRAGMA query_only = ON")
        self.is_read_only = True

    @contextmanager
    def _change(self) -> Iterator[Tables]:
        """Keep all of the block or nothing; on a full disk, with the reserve's room."""
        self._check_may_change()
        is_done = False
        with self._connection.noting() as noted:
            try:
                with self._transaction("BEGIN IMMEDIATE"):
                    yield self._tables
                    is_done = True  # only to be written yet
            except DiskFull:
                has_room = self.reserve is not None and self.reserve.give_up()
                if not (has_room and is_done):
                    raise DiskFull(self.room_needed()) from None
                self._do_again(tuple(noted))

    def _check_may_change(self) -> None:
        """Raise `VaultOpenToRead` if this is what was left of a damaged vault."""
        if self.is_read_only:
            raise VaultOpenToRead

    def _do_again(self, noted: tuple[Noted, ...]) -> None:
        try:
            with self._transaction("BEGIN IMMEDIATE"):
                self._connection.repeat(noted)
        except DiskFull:
            raise DiskFull(self.room_needed()) from None

    def room_needed(self) -> int:
        """Return how many bytes must be free: for the reserve and for a backup."""
        return RESERVE_BYTES + room_needed(self.size())

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        if get_ident() != self._owner:
            message = "a vault is used by another thread than the one that opened it"
            raise RuntimeError(message)
        try:
            with faults_explained():
                self._connection.execute(begin)
                try:
                    yield
                    self._connection.execute("COMMIT")
                except BaseException:
                    # A full disk has ended the transaction already.
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
        except VaultDamaged:
            self.met_damage = True
            raise

    def header(self) -> bytes:
        """Return the header salt, which must not be read from the open file."""
        (salt,) = self._connection.execute("PRAGMA cipher_salt").fetchone()
        return bytes.fromhex(salt)

    def mend_search(self) -> None:
        """Bring the search index in order, if something was written."""
        if self._connection.total_changes == self._changes_mended:
            return
        with self._transaction("BEGIN IMMEDIATE"):
            self._tables.search.mend()
        self._changes_mended = self._connection.total_changes

    def copy_to(self, target: Connection, tick: Callable[[], None]) -> None:
        """Write the whole vault into another connection, which has its own key.

        `tick` is called between the steps; nothing may be written meanwhile.
        """
        self._check_may_change()
        self.mend_search()
        with faults_explained():
            self._connection.backup(
                target, pages=PAGES_AT_ONCE, progress=lambda *_: tick()
            )

    def copy_in_steps(
        self, target: Connection, between: Callable[[int, int], None]
    ) -> None:
        """Write the whole vault into another connection, while deeds go on.

        `between` is called between the steps with how many pages are left and there
        are. Only then may the vault be used; what is written meanwhile is copied, too.
        """
        self._check_may_change()
        with faults_explained():
            self._connection.backup(
                target,
                pages=PAGES_IN_A_STEP,
                progress=lambda _, left, total: between(left, total),
            )

    def holdings(self) -> Holdings:
        """Count what the vault holds."""
        from casedesk.store.holdings import holdings_of

        with self._transaction("BEGIN"):
            return holdings_of(self._connection)

    def size(self) -> int:
        """Return how many bytes a copy of the vault takes."""
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        (bytes_each,) = self._connection.execute("PRAGMA page_size").fetchone()
        return int(pages) * int(bytes_each)

    def changes(self) -> int:
        """Return how many rows were stored since the vault was opened."""
        return int(self._connection.total_changes)

    def settle(self) -> bool:
        """Bring the journal into the file, if that can be done now.

        Not while a backup is copied, and not on a full disk: the journal keeps it all.
        """
        try:
            self.checkpoint()
        except sqlcipher3.DatabaseError:
            return False
        return True

    def checkpoint(self) -> None:
        """Bring everything from the journal into the file itself."""
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Close the vault; nothing can be read from it afterwards."""
        try:
            if not self.is_read_only:
                self.mend_search()
                self.checkpoint()
        except (sqlcipher3.DatabaseError, Problem):
            pass  # a full disk must not keep the vault open; the journal stays
        finally:
            self._connection.close()


def _nothing_to_see(_tables: Tables, _action: str) -> None:
    """Let every deed pass."""
