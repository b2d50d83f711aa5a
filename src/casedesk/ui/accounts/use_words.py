"""How much of the approved time is used, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.account_use import UseState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.account_use import AccountUse


def left_words(use: AccountUse) -> str:
    """Say in short what is left of the approved time, or nothing."""
    left = use.remaining_minutes
    if use.state is UseState.OPEN or left is None:
        return ""
    if left < 0:
        return _("{over} too many").format(over=wording.hours(-left))
    return _("{left} left").format(left=wording.hours(left))


def use_words(use: AccountUse, noted: int) -> str:
    """Say how much of the approved time is used and left; `noted` is all that is."""
    if use.state is UseState.OPEN or use.approved_minutes is None:
        return _("{used} noted so far, no hours approved yet").format(
            used=wording.hours(noted)
        )
    of = wording.hours_of(use.used_minutes, use.approved_minutes)
    return _("{used_of_approved} used, {left}").format(
        used_of_approved=of, left=left_words(use)
    )


def share_of(use: AccountUse) -> float:
    """Return how much of the approved time is used, as a part of 1."""
    return use.used_minutes / use.approved_minutes if use.approved_minutes else 0.0
