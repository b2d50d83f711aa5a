"""The findings beside the picture, each with the sentence why it was raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from casedesk.ui import wording
from casedesk.ui.colours import colours
from casedesk.ui.coverage.cell_lines import Sign
from casedesk.ui.coverage.signs import paint_sign, sign_colour
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.painted_text import paint_text, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from casedesk.domain.finding import AcceptedFinding, Finding

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
PAD = 8
MOST_HEIGHTS = 2000
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingItem:
    """A finding with its sentence; one that was accepted says why it may stay."""

    finding: Finding
    said: str
    about: str = ""
    """What it is about, in a few words."""
    accepted: AcceptedFinding | None = None

    @property
    def sign(self) -> Sign:
        """The sign of its family."""
        return Sign.TWICE if self.finding.is_duplicate else Sign.GAP

    @property
    def title(self) -> str:
        """Its kind in words."""
        kind = wording.label(self.finding.kind)
        if self.accepted is not None:
            return _("Accepted: {kind}").format(kind=kind)
        if self.finding.is_duplicate:
            return _("Twice: {words}").format(words=kind)
        return _("Gap: {words}").format(words=kind)

    @property
    def note(self) -> str:
        """Why it was accepted, by whom and until when."""
        accepted = self.accepted
        if accepted is None:
            return ""
        by = f", {accepted.accepted_by}" if accepted.accepted_by else ""
        words = f"{wording.day(accepted.accepted_on)}{by}: {accepted.reason}"
        if accepted.accepted_until is None:
            return words
        until = wording.day(accepted.accepted_until)
        return f"{words} ({_('until {day}').format(day=until)})"


class FindingList(QListView):
    """Shows findings; arrows choose one, Enter goes where it is mended."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Findings(self)
        self.setModel(self._model)
        self.setItemDelegate(_Sheets(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Findings"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)

    def show_items(self, items: Sequence[FindingItem]) -> None:
        """Show findings; what was chosen stays so if it is still there."""
        chosen = self.item()
        self._model.show(items)
        keys = [item.finding.key for item in items]
        if chosen is not None and chosen.finding.key in keys:
            self.setCurrentIndex(self._model.index(keys.index(chosen.finding.key)))
        elif items:
            self.setCurrentIndex(self._model.index(0))

    def items(self) -> Sequence[FindingItem]:
        """Return what is shown."""
        return self._model.items

    def item(self) -> FindingItem | None:
        """Return the finding that is chosen."""
        index = self.currentIndex()
        return self._model.items[index.row()] if index.isValid() else None

    def choose(self, key: str) -> None:
        """Choose a finding by its key, if it is shown."""
        for row, item in enumerate(self._model.items):
            if item.finding.key == key:
                self.setCurrentIndex(self._model.index(row))
                return

    def choose_domain(self, domain: object) -> None:
        """Choose the first finding about a domain of life, without telling."""
        for row, item in enumerate(self._model.items):
            if item.finding.domain == domain and item.accepted is None:
                self.blockSignals(True)
                self.setCurrentIndex(self._model.index(row))
                self.blockSignals(False)
                self.viewport().update()
                return

    def _on_current(self) -> None:
        self.chosen.emit()

    def _on_opened(self) -> None:
        self.opened.emit()

    # --- QListView

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Findings(QAbstractListModel):
    """Feeds the findings to the list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[FindingItem] = ()

    def show(self, items: Sequence[FindingItem]) -> None:
        """Replace all findings."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    # --- QAbstractListModel

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # Qt asks for whatever the role stands for
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(
                part for part in (item.title, item.said, item.note) if part
            )
        return None


class _Sheets(QStyledItemDelegate):
    """Paints a finding: sign and kind, the sentence, and why it was accepted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int, str], int] = {}

    def _height(self, text: str, font: QFont, width: int) -> int:
        """Return how high a text is; the same is asked at each layout and painting."""
        key = (text, width, font.key())
        if len(self._heights) > MOST_HEIGHTS:
            self._heights.clear()
        if key not in self._heights:
            self._heights[key] = text_height(text, font, width)
        return self._heights[key]

    # --- QStyledItemDelegate

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        view = self.parent()
        assert isinstance(view, FindingList)  # noqa: S101 - it is made for that list
        width = view.viewport().width()
        tall = sum(
            self._height(text, font, width - 2 * PAD - indent) + 2
            for text, font, indent in _parts(index.data(ITEM_ROLE), view.font())
        )
        return QSize(width, tall + 2 * PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self.parent()
        assert isinstance(view, FindingList)  # noqa: S101 - it is made for that list
        hues, item = colours(view), index.data(ITEM_ROLE)
        room = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(hues.selected))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 6, 6)
            # A line as well: in high contrast the ground tells nothing.
            painter.fillRect(
                room.left(), room.top() + 6, 3, room.height() - 12, QColor(hues.accent)
            )
            if view.hasFocus():
                painter.setPen(QPen(QColor(hues.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 5, 5)
        muted = QColor(hues.muted)
        pens = [sign_colour(item.sign, hues), QColor(hues.text), muted]
        if item.accepted is not None:
            pens = [muted, muted, QColor(hues.text)]
        y = room.top() + PAD
        for (text, font, indent), pen in zip(
            _parts(item, view.font()), pens, strict=False
        ):
            painter.setFont(font)
            painter.setPen(pen)
            width = room.width() - 2 * PAD - indent
            if indent:
                side = QFontMetrics(font).ascent()
                box = QRectF(room.left() + PAD, y + 2, side, side)
                paint_sign(painter, box, item.sign, hues)
            paint_text(painter, text, room.left() + PAD + indent, y, width)
            y += self._height(text, font, width) + 2
        painter.restore()


def _parts(item: FindingItem, font: QFont) -> list[tuple[str, QFont, int]]:
    """Return the texts of a finding, each with its typeface and indent."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    indent = round(QFontMetrics(bold).ascent() * 1.4)
    parts = [(item.title, bold, indent), (item.said, font, 0)]
    return [*parts, (item.note, font, 0)] if item.note else parts
