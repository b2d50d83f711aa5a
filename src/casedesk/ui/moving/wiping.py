"""Deletes a vault that has moved away, with all that this computer knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.services.moving import Traces, wipe
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import confirm

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.ui.start.entrance import Entrance


class Wiping:
    """Made while the vault is open; `wipe` is called when it is closed."""

    def __init__(self, session: Session, entrance: Entrance) -> None:
        self._traces = Traces.of(session)
        self._entrance = entrance

    def wipe(self) -> None:
        """Delete it, and say what could not be deleted."""
        vault, vault_id = self._traces.vault, self._traces.vault_id
        left = wipe(self._traces)
        self._entrance.anchors().forget(vault, vault_id)
        self._entrance.places().forget(vault_id)
        self._entrance.preferences.forget_vault(vault)
        if left:
            names = ", ".join(str(each) for each in left)
            said = _("These files could not be deleted: {names}. Delete them yourself.")
            confirm(None, said.format(names=names))
        else:
            confirm(
                None,
                _(
                    "The vault and its backups are deleted on this computer. Those on "
                    "drives outside are still there."
                ),
            )
