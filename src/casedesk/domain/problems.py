"""Problems a user can meet and understand. Everything else that goes wrong is a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Problem(Exception):  # noqa: N818 - the user reads "problem", never "error"
    """Base of every failure that is shown to the user in words, not as a crash."""


class RuleBroken(Problem):
    """The user asked for something the rules forbid."""


class NotFound(Problem):
    """The record was deleted, or never existed."""


class StillUsed(Problem):
    """Other records need this one; it cannot be removed before them."""


class FileNotWritten(Problem):
    """A file could not be written at the place the user chose."""


class FileNotRemoved(Problem):
    """A file could not be overwritten and removed."""


class LinkGone(RuleBroken):
    """What is to be stored names a record that was removed."""


class ChangedSince(RuleBroken):
    """What would go again was changed since, or has got something of its own."""


class NotStored(Problem):
    """What was typed can be stored neither as a value nor as a draft."""


class VaultProblem(Problem):
    """The vault file cannot be used as it is."""


class WrongPassphrase(VaultProblem):
    """The file is a vault, but this passphrase does not belong to it."""


class NotAVault(VaultProblem):
    """The file is something else than a CaseDesk vault."""


class HeadChanged(VaultProblem):
    """The file begins otherwise than when it was last open on this computer."""


class VaultDamaged(VaultProblem):
    """The passphrase is right, but the content cannot be read."""


class LookStopped(VaultProblem):
    """The user did not wait until every page was looked at; nothing is opened."""


class VaultTooNew(VaultProblem):
    """A newer CaseDesk has already upgraded this vault."""


class VaultInUse(VaultProblem):
    """Another program holds the vault."""


class VaultHeldElsewhere(VaultProblem):
    """Another computer has noted beside the vault that it is open there."""

    def __init__(self, host: str = "", since: datetime | None = None) -> None:
        super().__init__(host, since)
        self.host = host
        self.since = since


class VaultLeftOpen(VaultProblem):
    """A file to be read only was not closed in order: its journal is needed, too."""


class VaultReadOnly(VaultProblem):
    """The file or its folder may not be written."""


class VaultMissing(VaultProblem):
    """There is no file at this place, or its folder is gone."""


class VaultExists(VaultProblem):
    """There is already a file where a new vault should be made."""


class DiskFull(VaultProblem):
    """There is no room left on the disk; so much must be free, where that is known."""

    def __init__(self, needed_bytes: int = 0) -> None:
        super().__init__()
        self.needed_bytes = needed_bytes


class VaultOpenToRead(VaultProblem):
    """The vault is damaged and open to be read only: nothing in it is changed."""


class EngineTooOld(VaultProblem):
    """The database engine is older than the oldest one known to be sound."""


class PassphraseTooWeak(RuleBroken):
    """The passphrase could be guessed in too short a time."""


class PassphrasesDiffer(RuleBroken):
    """The passphrase was not typed the same way twice."""


class RecoveryProblem(Problem):
    """What was typed from a recovery sheet does not open the vault."""


class WrongRecoveryLine(RecoveryProblem):
    """A line of the sheet is not typed as it was printed."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(line)
        self.line = line


class RecoverySheetIncomplete(RecoveryProblem):
    """Lines or letters of the sheet are missing."""


class RecoverySheetWrong(RecoveryProblem):
    """Each line fits by itself, but together they are no sheet."""


class SheetOfAnotherVault(RecoveryProblem):
    """The sheet is right, but belongs to another vault or an earlier passphrase."""
