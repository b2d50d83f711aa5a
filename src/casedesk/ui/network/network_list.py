"""People and organisations of the network, found as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.network import Person
from casedesk.services.people import EVERYBODY, NETWORK_SHOWN
from casedesk.ui.colours import colours
from casedesk.ui.icons import icon
from casedesk.ui.language import gettext as _
from casedesk.ui.network.somebody import item_of
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from casedesk.domain.network import Organisation
    from casedesk.services.session import Session

PAUSE_MS = 150


class NetworkList(QWidget):
    """A search line over a list; Down goes into the list, Enter takes the first."""

    chosen = Signal(object)  # the person or organisation

    def __init__(
        self,
        session: Session,
        kinds: Sequence[type[Person] | type[Organisation]] = EVERYBODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kinds = kinds
        self._found: dict[str, Person | Organisation] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()

    def refresh(self) -> None:
        """Read again what fits what is typed."""
        self._pause.stop()
        people = self._session.people
        found = people.find_in_network(self.typed(), self._kinds)
        employers = self._session.organisations.among(
            each.organisation_id
            for each in found
            if isinstance(each, Person) and each.organisation_id
        )
        self._found = {each.id: each for each in found}
        self._list.show_items([item_of(each, employers) for each in found])
        self._say(len(found))

    def typed(self) -> str:
        """Return what is being looked for."""
        return self._line.text().strip()

    def found(self) -> list[Person | Organisation]:
        """Return who is shown."""
        return list(self._found.values())

    def choose(self, record_id: str) -> None:
        """Mark somebody without telling."""
        self._list.choose(record_id)

    def clear_search(self) -> None:
        """Look for nothing, and so show everybody."""
        self._line.clear()
        self.refresh()

    def _build(self) -> None:
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(_("Search the network"))
        self._line.setAccessibleName(_("Search the network"))
        self._line.setClearButtonEnabled(True)
        sign = icon("search", colours(self).muted)
        self._line.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._list = AvatarList(self)
        self._list.setAccessibleName(_("People and organisations"))
        self._words = plain_label("", "small", self, wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._line)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)

        self.setFocusProxy(self._line)
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self._on_typed)
        self._line.returnPressed.connect(self._on_return)
        self._pause.timeout.connect(self.refresh)
        self._list.chosen.connect(self._on_chosen)

    def _say(self, count: int) -> None:
        words = ""
        if count == 0 and self.typed():
            words = _("Nobody in the network fits this.")
        elif count == 0:
            words = _("There is nobody in the network yet.")
        elif count >= NETWORK_SHOWN:
            words = _("There are more. Type a few letters to find the others.")
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_return(self) -> None:
        self.refresh()
        if self._found:
            first = next(iter(self._found.values()))
            self._list.choose(first.id)
            self.chosen.emit(first)

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(self._found[key])

    # --- QWidget

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        self._pause.stop()  # the vault may be locked before the pause is over
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.refresh()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._list.model().index(0, 0))
            return True
        return super().eventFilter(watched, event)
