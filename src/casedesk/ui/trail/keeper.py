"""Compares a vault with what was last known of it, and remembers it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _
from casedesk.ui.problems import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.anchors import AnchorFile
    from casedesk.services.session import Session


class TrailKeeper:
    """Knows the newest line of each vault's trail from outside."""

    def __init__(self, anchors: AnchorFile) -> None:
        self._anchors = anchors

    def opened(self, session: Session) -> bool:
        """Note the opening and failures before it; tell if it is an older copy."""
        if session.is_read_only:
            return False
        anchor = self._anchors.anchor_of(session.backups.vault_id())
        is_older = session.trail.is_older_than(anchor)
        for _failure in range(self._anchors.take_failures(session.path)):
            session.trail.note("vault.refuse")
        session.trail.note("vault.unlock")
        self.keep_head(session)
        return is_older

    def keep_head(self, session: Session) -> None:
        """Remember the mark of the present passphrase."""
        self._anchors.note_head(session.path, session.recovery.mark())

    def closing(self, session: Session) -> None:
        """Note the closing and remember the newest line."""
        if session.is_read_only:
            return
        session.trail.note("vault.lock")
        anchor = session.trail.anchor()
        if anchor is not None:
            self._anchors.keep(session.backups.vault_id(), anchor)


def tell_older_copy(window: QWidget | None) -> None:
    """Say that the vault is not the one that was last open here."""
    if window is not None:
        tell(
            window,
            _(
                "This vault is older than the one that was last open on this "
                "computer, or another branch of it. If you did not put a backup in "
                "its place, look for the newer file before you go on."
            ),
        )
