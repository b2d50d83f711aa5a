"""Records that are gone or in use, and what could not be stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import problems as p
from casedesk.domain.backup import megabytes
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def record_problems(value: Problem) -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        p.NotFound: _("This record no longer exists. Go back and look again."),
        p.StillUsed: _(
            "This is still used elsewhere, such as in a case, and was not removed. "
            "Take it out there first."
        ),
        p.LinkGone: _(
            "This names somebody or something that was removed. Bring that back first."
        ),
        p.ChangedSince: _(
            "Something was written there since, so nothing was taken back. Remove by "
            "hand what is not wanted."
        ),
        p.NotStored: _(
            "What you typed could not be stored yet; it is still on the screen. Is the "
            "disk full? Free some space, then go on."
        ),
        p.DiskFull: _disk_full(value),
    }


def _disk_full(value: Problem) -> str:
    needed = value.needed_bytes if isinstance(value, p.DiskFull) else 0
    if not needed:
        return _(
            "The disk is full or cannot be written. Your text is still on the screen: "
            "free some space, then go on."
        )
    return _(
        "The disk is full or cannot be written. Your text is still on the screen: "
        "free the disk until {megabytes} MB are free, then go on."
    ).format(megabytes=megabytes(needed))
