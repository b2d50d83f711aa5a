"""A list of two-line entries with initials at their left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from casedesk.ui.theme import set_look
from casedesk.ui.widgets.avatar_delegate import ITEM_ROLE, AvatarDelegate
from casedesk.ui.widgets.labels import Tone, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class AvatarItem:
    """One entry; the badge is shown only where it has words.

    `badge_words` say to a screen reader what a badge such as "!" means. If one entry
    of a list has a `middle` line, all have room for it.
    """

    key: str
    initials: str
    title: str
    subtitle: str = ""
    middle: str = ""
    badge: str = ""
    badge_tone: Tone = Tone.WARNING
    badge_words: str = ""


class AvatarList(QListView):
    """Shows entries; a click, Enter or Space chooses one, arrows move among them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "entries")
        self._model = _AvatarModel(self)
        self._chosen_key = ""
        self.setModel(self._model)
        self._delegate = AvatarDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)  # without it, every row would be measured
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_picked)

    def show_items(self, items: Sequence[AvatarItem]) -> None:
        """Replace the entries; place and choice stay if the entry is still there."""
        place = self.verticalScrollBar().value()
        self._model.show(items)
        self._delegate.lines = 3 if any(item.middle for item in items) else 2
        self._mark(self._chosen_key)
        self.verticalScrollBar().setValue(place)

    def chosen_key(self) -> str:
        """Return the key of the chosen entry, empty if there is none."""
        return self._chosen_key

    def choose(self, key: str) -> None:
        """Mark an entry as chosen without telling; an unknown key marks none."""
        self._chosen_key = key
        self._mark(key)
        self.scrollTo(self.currentIndex())

    def _mark(self, key: str) -> None:
        self.setCurrentIndex(self._model.index_of(key))

    def _on_picked(self, index: QModelIndex) -> None:
        if index.isValid():
            self._chosen_key = self._model.item_at(index).key
            self.chosen.emit(self._chosen_key)

    # --- QListView

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_picked(self.currentIndex())
            return
        super().keyPressEvent(event)


class _AvatarModel(QAbstractListModel):
    """Feeds the entries to the view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: Sequence[AvatarItem] = ()
        self._rows: dict[str, int] = {}

    def show(self, items: Sequence[AvatarItem]) -> None:
        """Replace all entries."""
        self.beginResetModel()
        self._items = items
        self._rows = {item.key: row for row, item in enumerate(items)}
        self.endResetModel()

    def item_at(self, index: QModelIndex) -> AvatarItem:
        """Return the entry of a row."""
        return self._items[index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """Return where an entry is, an invalid index if nowhere."""
        return self.index(self._rows[key]) if key in self._rows else QModelIndex()

    # --- QAbstractListModel

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # Qt asks for whatever the role stands for
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return _whole(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(item)
        return None


def _spoken(item: AvatarItem) -> str:
    words = (item.title, item.middle, item.subtitle, item.badge_words or item.badge)
    return ", ".join(word for word in words if word)


def _whole(item: AvatarItem) -> str:
    """Say what the lines may have no room for."""
    return plain_tip(item.title, item.middle, item.subtitle, item.badge_words)
