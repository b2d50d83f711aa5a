"""Acts that change a case: while it is closed, they are disabled and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import set_first_look

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_CLOSED = "caseIsClosed"


class CaseAct(QPushButton):
    """A button that is disabled as long as a view around it shows a closed case."""

    def __init__(
        self, text: str, look: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._is_wanted = True
        self._is_closed = False
        self._tip = ""
        self.setAutoDefault(False)
        if look:
            set_first_look(self, look)

    def look_around(self) -> None:
        """Find out whether the case is closed, and be enabled or not."""
        is_closed = _is_closed_around(self)
        if is_closed == self._is_closed:
            return
        self._is_closed = is_closed
        if is_closed:
            self._tip = self.toolTip()
        why = _("This case is closed and is only read.")
        self.setToolTip(why if is_closed else self._tip)
        self.setAccessibleDescription(why if is_closed else "")
        super().setEnabled(self._is_wanted and not is_closed)

    # --- QPushButton

    def setEnabled(self, enabled: bool) -> None:  # noqa: D102 - as Qt has it
        self._is_wanted = enabled
        super().setEnabled(enabled and not self._is_closed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        self.look_around()
        super().showEvent(event)


def show_closed(view: QWidget, *, is_closed: bool) -> None:
    """Note whether a view shows a closed case, and tell the acts in it."""
    if bool(view.property(_CLOSED)) == is_closed:
        return
    view.setProperty(_CLOSED, is_closed)
    for act in view.findChildren(CaseAct):
        act.look_around()


def _is_closed_around(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.property(_CLOSED):
            return True
        parent = parent.parentWidget()
    return False
