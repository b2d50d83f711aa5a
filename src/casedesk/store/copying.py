"""A copy of the open vault, written in small steps while the user goes on working."""

from __future__ import annotations

from threading import Semaphore, Thread
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.backup import BackupStopped, Holdings
from casedesk.store import vault_file

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.store.database import Database

# The file is thrown away if anything goes wrong, and flushed when it is whole.
_QUICKLY = ("PRAGMA synchronous = OFF", "PRAGMA cache_size = -2000")


class Copying:
    """Writes one step whenever it is asked to, on the thread that owns the vault.

    The engine copies in one call that cannot be left half way. So the call runs in a
    thread of its own, which takes turns with the owner of the vault: one of the two
    waits always, and the vault is never used by both.
    """

    def __init__(self, database: Database, path: Path, key: VaultKey) -> None:
        """Make an empty file at `path`, or raise the `Problem` that prevents it."""
        self.path = path
        self.share = 0.0
        self.holdings = Holdings()
        self._database = database
        self._target = vault_file.connected(path, key, journal="MEMORY")
        for pragma in _QUICKLY:
            self._target.execute(pragma)
        self._turn, self._answer = Semaphore(0), Semaphore(0)
        self._is_stopped = False
        self._is_over = False
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._copy, daemon=True)
        self._thread.start()

    def step(self) -> bool:
        """Copy some pages; tell whether there are more.

        Raises the `Problem` that prevents it. What the last step makes equals the
        vault as it is then; `holdings` says what is in it.
        """
        if not self._is_over:
            self._turn.release()
            self._answer.acquire()
        if self._fault is not None:
            raise self._fault
        if self._is_over:
            self.holdings = self._database.holdings()
        return not self._is_over

    def stop(self) -> None:
        """Give up and leave no file; after the last step it does nothing."""
        if not self._is_over:
            self._is_stopped = True
            self._turn.release()
            self._thread.join()
            self.discard()

    def discard(self) -> None:
        """Remove the file."""
        self._target.close()
        for ending in ("", "-journal", "-wal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        """Bring the whole file to the disk. Slow: any thread may do it."""
        self._target.execute("PRAGMA journal_mode = DELETE")
        self._target.close()
        vault_file.flush(self.path)

    def _copy(self) -> None:
        self._turn.acquire()
        try:
            self._raise_if_stopped()
            self._database.copy_in_steps(self._target, self._between)
        except sqlcipher3.OperationalError:
            # Whatever the engine stumbled over: the next backup begins anew.
            self._fault = BackupStopped()
        except BaseException as fault:
            self._fault = fault
        self._is_over = True
        self._answer.release()

    def _between(self, left: int, total: int) -> None:
        self.share = 1 - left / max(total, 1)
        if left:  # the last step ends it: nothing may come between
            self._answer.release()
            self._turn.acquire()
            self._raise_if_stopped()

    def _raise_if_stopped(self) -> None:
        if self._is_stopped:
            raise BackupStopped
