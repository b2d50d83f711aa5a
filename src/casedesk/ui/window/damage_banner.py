"""Says that the vault is damaged and open to be read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session


class DamageBanner(Banner):
    """Hidden in a sound vault; its act closes the vault and leads to mending it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if session.is_read_only:
            self.show_message(
                _(
                    "This vault is damaged. You see what can still be read of it; "
                    "nothing can be changed. To go on working, close it: when you "
                    "unlock it again, a backup and the saving of what can be read are "
                    "offered."
                ),
                _("Close"),
            )
