"""The words of the window: choices, days and problems in the user's language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from casedesk.domain import assessment as a
from casedesk.domain import backup as b
from casedesk.domain import problems as p
from casedesk.domain.benefit import BenefitEndsBeforeItBegins
from casedesk.domain.binned import CaseStillOpen
from casedesk.domain.care_allowance import NotSevenAmounts
from casedesk.domain.case import MandateEndsBeforeItBegins, PartyOfNobody
from casedesk.domain.client_snapshot import SnapshotStays
from casedesk.domain.document import NumberTaken
from casedesk.domain.instrument import (
    ResultOutOfRange,
    SheetStays,
    UnknownAnswer,
)
from casedesk.domain.phase import EndsBeforeItBegins
from casedesk.domain.plan import MeasureEndsBeforeItBegins, VersionNotAgreed
from casedesk.domain.received import ChangedSincePrinted, NothingToFileUnder
from casedesk.domain.representation import RepresentationEndsBeforeItBegins
from casedesk.domain.salvage import SalvageStopped, StructureLost
from casedesk.ui.assessment.figure_problems import figure_problems
from casedesk.ui.consents.problem_words import consent_problems
from casedesk.ui.language import gettext as _
from casedesk.ui.tasks.problem_words import task_problems
from casedesk.words import phrases

if TYPE_CHECKING:
    from datetime import date, datetime
    from enum import StrEnum

    from casedesk.domain.dates import PartialDate
    from casedesk.domain.phase import Phase
    from casedesk.domain.practice import Standard


def label(value: StrEnum) -> str:
    """Name a stored choice."""
    return phrases.label(value, _)


def phase(value: Phase, standard: Standard) -> str:
    """Name a phase as the chosen standard calls it."""
    return phrases.phase(value, standard, _)


def day(value: date | None) -> str:
    """Write a day, or nothing."""
    return phrases.day(value, _)


def partial_day(value: PartialDate | None) -> str:
    """Write as much of a day as is known."""
    return phrases.partial_day(value, _)


def moment(value: datetime) -> str:
    """Write a day and the time of day."""
    return phrases.moment(value, _)


def hours(minutes: int | None) -> str:
    """Write minutes as hours."""
    return phrases.hours(minutes, _)


def hours_of(spent: int, approved: int) -> str:
    """Write how many of the approved minutes are spent, as hours."""
    return phrases.hours_of(spent, approved, _)


def keys(names: str) -> str:
    """Write keys such as "Ctrl+K" as they are printed on the user's keyboard."""
    if sys.platform == "darwin":
        native = QKeySequence.SequenceFormat.NativeText
        return QKeySequence(names).toString(native)
    printed = {"Ctrl": _("Ctrl"), "Shift": _("Shift")}
    return "+".join(printed.get(name, name) for name in names.split("+"))


def choices(kind: type[StrEnum]) -> list[tuple[object, str]]:
    """Return every value of a choice with its words, for a box to choose from."""
    return [(value, label(value)) for value in kind]


def problem(value: p.Problem) -> str:
    """Say what went wrong and what the user can do."""
    return {
        **consent_problems(),
        **figure_problems(),
        **task_problems(),
        **_assessment_problems(),
        p.NotFound: _("This record no longer exists. Go back and look again."),
        p.StillUsed: _(
            "This is still used elsewhere, such as in a case, and was not removed. "
            "Take it out there first."
        ),
        p.FileNotWritten: _(
            "The file could not be written there. Is the disk full, or the folder "
            "protected? Choose another place; the paper itself is safe in the case."
        ),
        p.FileNotRemoved: _(
            "A scan file could not be removed. Is it open in another program, or "
            "protected? Its pages are kept in the vault."
        ),
        p.LinkGone: _(
            "This names somebody or something that was removed. Bring that back first."
        ),
        p.NotStored: _(
            "What you typed could not be stored yet; it is still on the screen. Is the "
            "disk full? Free some space, then go on."
        ),
        p.WrongPassphrase: _(
            "This passphrase does not open the vault. Check the keyboard language and "
            "the Caps Lock key, then type it again."
        ),
        p.NotAVault: _(
            "This file is not a CaseDesk vault. Choose a file that ends in .casedesk."
        ),
        p.VaultDamaged: _(
            "The passphrase is right, but the vault is damaged. Lock it and unlock it "
            "again: a backup and the saving of what can be read are offered then."
        ),
        p.LookStopped: _(
            "The check was stopped. The vault opens once it was checked; nothing in it "
            "was changed."
        ),
        p.VaultTooNew: _(
            "This vault was last used with a newer CaseDesk. Install the newest "
            "version, then open it again."
        ),
        p.VaultInUse: _(
            "The vault is open in another CaseDesk. Close it there, then try again."
        ),
        p.VaultLeftOpen: _(
            "This file was not closed in order; what was entered last lies in a "
            "journal beside it. Open it once as a vault and lock it, then try again."
        ),
        p.VaultHeldElsewhere: _held_elsewhere(value),
        p.VaultReadOnly: _(
            "The vault or its folder may not be changed. Move it to a folder of your "
            "own, or ask for the permission to write there."
        ),
        p.VaultMissing: _(
            "There is no vault at this place. Is the drive connected? Choose the file "
            "again."
        ),
        p.VaultExists: _(
            "There is already a file with this name. Choose another name; nothing is "
            "overwritten."
        ),
        p.DiskFull: _disk_full(value),
        p.VaultOpenToRead: _(
            "The vault is damaged and open to be read only. Nothing in it can be "
            "changed: restore a backup, or save what can be read into a new vault."
        ),
        p.EngineTooOld: _(
            "The database engine is older than is safe. Install CaseDesk anew."
        ),
        p.PassphraseTooWeak: _(
            "This passphrase could be guessed. Take a longer one, such as five words "
            "that do not belong together."
        ),
        p.PassphrasesDiffer: _(
            "The two passphrases differ. Type the second one again."
        ),
        p.WrongRecoveryLine: _(
            "Line {line} is not as it is printed. Compare it letter by letter."
        ).format(line=getattr(value, "line", "")),
        p.RecoverySheetIncomplete: _(
            "The sheet is not typed completely: each of its seven lines has 14 letters."
        ),
        p.RecoverySheetWrong: _(
            "Each line fits, but together they are no sheet. Do all lines come from "
            "the same sheet?"
        ),
        p.SheetOfAnotherVault: _(
            "This sheet does not open the vault: it belongs to another vault or to an "
            "earlier passphrase. With an earlier one it opens the backups from then."
        ),
        SalvageStopped: _(
            "Saving was stopped; nothing was made, and the damaged vault is unchanged."
        ),
        StructureLost: _(
            "Not even the structure of this vault can be read, so nothing can be saved "
            "from it. Only a backup helps; also look on the drive outside."
        ),
        b.NoRoomForBackup: _(
            "There is too little room for a backup: {megabytes} MB must be free in its "
            "folder. Nothing half is left there."
        ).format(megabytes=_megabytes(value)),
        b.BackupNotWritten: _(
            "The folder of the backups cannot be written. Choose another one, or ask "
            "for the permission to write there."
        ),
        b.ExternalMissing: _(
            "The folder outside this computer cannot be found. Connect the drive, then "
            "back up again."
        ),
        b.BackupDamaged: _(
            "This backup is damaged and was not used. Choose an earlier one."
        ),
        b.BackupStopped: _("The backup was given up; nothing of it is left."),
        NotSevenAmounts: _("Each of the seven stages needs its amount."),
        UnknownAnswer: _("There is no such answer. Choose one of those offered."),
        ResultOutOfRange: _(
            "The instrument has no such result. Compare it with the paper you have."
        ),
        SheetStays: _(
            "A confirmed sheet keeps its answers. Begin a new one with them to put "
            "something right."
        ),
        NumberTaken: _(
            "Another paper of this kind was issued meanwhile, so this one would bear a "
            "number that is taken. Close the preview and open it again."
        ),
        NothingToFileUnder: _(
            "The document has no such page, or the title is missing. Choose again."
        ),
        ChangedSincePrinted: _(
            "The declaration says something else now than the paper that came back. "
            "Put the printed words back first, or print it anew and have that signed."
        ),
        CaseStillOpen: _(
            "Only a closed case can be deleted. Close it first, in its overview."
        ),
        PartyOfNobody: _(
            "Somebody must have this part: leave the person or the organisation in."
        ),
        MandateEndsBeforeItBegins: _("The mandate would end before it begins."),
        RepresentationEndsBeforeItBegins: _(
            "The representation would end before it begins."
        ),
        EndsBeforeItBegins: _("The phase would end before it begins."),
        MeasureEndsBeforeItBegins: _("The measure would end before it begins."),
        VersionNotAgreed: _(
            "This version of the plan has not been agreed yet. Go on writing in it."
        ),
    }[type(value)]


def _assessment_problems() -> dict[type[p.Problem], str]:
    return {
        a.ConfirmedStays: _(
            "This assessment is confirmed and stays as it is. Begin a correction or a "
            "new assessment to write something else."
        ),
        a.DraftStillOpen: _(
            "The latest assessment is still being written. Confirm it first, or remove "
            "it; then begin the next one."
        ),
        a.DissentMissing: _(
            "Note in what the client does not agree, in the client's words if possible."
        ),
        a.ConfirmedBeforeHeld: _(
            "It cannot be confirmed before the day on which it was held."
        ),
        a.OnlyAssessment: _("This is the only assessment of the case and stays."),
        SnapshotStays: _(
            "What was noted about the client with a confirmed assessment stays."
        ),
        BenefitEndsBeforeItBegins: _("The benefit would end before it begins."),
    }


def _held_elsewhere(value: p.Problem) -> str:
    held = value if isinstance(value, p.VaultHeldElsewhere) else p.VaultHeldElsewhere()
    return _(
        "The vault is open on the computer “{host}” since {moment}. Close it there "
        "first. If CaseDesk no longer runs there, remove the file that ends in "
        "“.casedesk.lock” beside the vault, then try again."
    ).format(host=held.host, moment="–" if held.since is None else moment(held.since))


def _disk_full(value: p.Problem) -> str:
    needed = value.needed_bytes if isinstance(value, p.DiskFull) else 0
    if not needed:
        return _(
            "The disk is full or cannot be written. Your text is still on the screen: "
            "free some space, then go on."
        )
    return _(
        "The disk is full or cannot be written. Your text is still on the screen: "
        "free the disk until {megabytes} MB are free, then go on."
    ).format(megabytes=b.megabytes(needed))


def _megabytes(value: p.Problem) -> int:
    return b.megabytes(
        value.needed_bytes if isinstance(value, b.NoRoomForBackup) else 0
    )
