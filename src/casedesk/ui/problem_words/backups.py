"""Backups that were not made or cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import backup as b
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def backup_problems(value: Problem) -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
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
    }


def _megabytes(value: Problem) -> int:
    return b.megabytes(
        value.needed_bytes if isinstance(value, b.NoRoomForBackup) else 0
    )
