"""What is said about backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.backup import (
    BackupPlace,
    Check,
    Drill,
    Freshness,
    Holdings,
    Verdict,
)
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.cloud import CloudService
    from casedesk.services.backups import Backup, BackupState, Outcome

TONES = {
    Freshness.FINE: Tone.NEUTRAL,
    Freshness.REMINDER: Tone.WARNING,
    Freshness.WARNING: Tone.DANGER,
}

# The looks of a button without frame.
LOOKS = {
    Freshness.FINE: "link",
    Freshness.REMINDER: "banner",
    Freshness.WARNING: "danger",
}


def age(made_at: datetime, now: datetime) -> str:
    """Say how many days ago something was, or that it was today."""
    days = (now.astimezone().date() - made_at.astimezone().date()).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{count} day ago", "{count} days ago", days).format(count=days)


def foot(state: BackupState) -> str:
    """Say in a line how old the last backup outside this computer is."""
    if state.external is not None:
        words = age(state.external.made_at, state.now)
        return _("External backup: {age}").format(age=words)
    if state.external_place is not None:
        return _("External backup: none yet")
    return _("No backup outside yet")


def place(value: BackupPlace) -> str:
    """Name a place."""
    return {
        BackupPlace.LOCAL: _("this computer"),
        BackupPlace.EXTERNAL: _("outside"),
    }[value]


def verdict(backup: Backup) -> str:
    """Say what is known about a backup."""
    if backup.verdict is Verdict.SOUND and backup.check is not None:
        return _("sound, checked {moment}").format(
            moment=wording.moment(backup.check.checked_at)
        )
    return {
        Verdict.SOUND: _("sound"),
        Verdict.DAMAGED: _("damaged: do not rely on it"),
        Verdict.OLD_PASSPHRASE: _("under an earlier passphrase"),
        Verdict.UNCHECKED: _("not checked yet"),
    }[backup.verdict]


def contents(holdings: Holdings) -> str:
    """Say what a vault or a backup holds."""
    return ", ".join(
        (
            ngettext("{count} client", "{count} clients", holdings.clients).format(
                count=holdings.clients
            ),
            ngettext("{count} case", "{count} cases", holdings.cases).format(
                count=holdings.cases
            ),
            ngettext("{count} entry", "{count} entries", holdings.entries).format(
                count=holdings.entries
            ),
            ngettext("{count} paper", "{count} papers", holdings.documents).format(
                count=holdings.documents
            ),
        )
    )


def last(check: Check | None, now: datetime) -> str:
    """Say when the last sound backup at a place was made, and what it holds."""
    if check is None:
        return _("There is no backup here yet.")
    return _("Last backup {age}, {moment}: checked and sound. {contents}.").format(
        age=age(check.made_at, now),
        moment=wording.moment(check.made_at),
        contents=contents(check.holdings),
    )


def outside_advice(state: BackupState) -> str:
    """Say what is to be thought of at the place outside, or nothing."""
    if state.external_place is None:
        return _(
            "If the computer is lost or breaks, only a backup outside of it helps. "
            "Choose a folder on a USB drive or on a network drive. Backups are "
            "encrypted like the vault itself."
        )
    if state.external_cloud is not None:
        return _(
            "This folder is copied by {cloud}. That is fine for backups, for they are "
            "encrypted; do not keep the vault itself there."
        ).format(cloud=state.external_cloud)
    if state.external_place.is_same_disk:
        return _(
            "This folder lies on the same disk as the vault: both would be lost "
            "together. Better choose a USB drive."
        )
    return ""


def vault_advice(cloud: CloudService | None) -> str:
    """Warn of a vault that a cloud service copies while it is open."""
    if cloud is None:
        return ""
    return _(
        "The vault lies in a folder that {cloud} copies while you work. Two computers "
        "can make two different vaults of it. Close CaseDesk, move the vault to "
        "another folder, and choose the folder of {cloud} for backups instead."
    ).format(cloud=cloud)


def new_vault_advice(cloud: CloudService | None) -> str:
    """Warn of making a vault where a cloud service would copy it."""
    if cloud is None:
        return ""
    return _(
        "This folder is copied by {cloud}. Choose another folder for the vault: two "
        "computers could make two different vaults of it, and half of it could be "
        "copied while you work. For backups a folder of {cloud} is fine."
    ).format(cloud=cloud)


def trial(drill: Drill | None) -> str:
    """Say how the last restoring on trial went."""
    if drill is None:
        return _(
            "Once a month CaseDesk restores the newest backup on trial by itself. It "
            "has not done so yet."
        )
    if not drill.is_sound:
        return _(
            "{moment}: the backup could not be restored. Make a new one now, and "
            "check the disk on which it lies."
        ).format(moment=wording.moment(drill.at))
    return _(
        "{moment}: the newest backup was restored on trial, opened and read without a "
        "fault: {contents}. {papers}"
    ).format(
        moment=wording.moment(drill.at),
        contents=contents(drill.holdings),
        papers=ngettext(
            "{count} paper was compared with its seal.",
            "{count} papers were compared with their seals.",
            drill.papers_read,
        ).format(count=drill.papers_read),
    )


def outcome(value: Outcome) -> str:
    """Say what a backup came to."""
    if value.external_problem is not None:
        return _("Backed up on this computer. Not outside: {problem}").format(
            problem=wording.problem(value.external_problem)
        )
    if value.check_at(BackupPlace.EXTERNAL) is not None:
        return _("Backed up on this computer and outside, both checked.")
    return _("Backed up on this computer, and checked.")
