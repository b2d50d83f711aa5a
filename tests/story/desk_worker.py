"""Works at the desk as a person does: looks at what is shown, clicks and types."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from ui.keys import type_text

from casedesk.domain.handing import Whom
from casedesk.ui.preview.dialog import PreviewDialog
from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.lazy_column import LazyColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from casedesk.ui.application import Application

Kind = TypeVar("Kind", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 30
MOMENT_MS = 50


class Worker:
    """Finds what is wanted near the cursor first, as the eye does."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application = application
        self._qtbot = qtbot

    # What is seen

    def window(self) -> QWidget:
        """Return the dialog in front, else the window, as it is when all is drawn."""
        QApplication.processEvents()
        window = QApplication.activeModalWidget() or self.application.window()
        assert window is not None
        if not window.isActiveWindow():  # there is no window manager to do it
            window.activateWindow()
            QApplication.processEvents()
        return window

    def sees(self, words: str) -> bool:
        """Tell whether words stand on the window in front."""
        return any(words in text for text in self.texts())

    def texts(self) -> list[str]:
        """Return the words of all labels and buttons that are shown."""
        window = self.window()
        labels, buttons = (
            window.findChildren(QLabel),
            window.findChildren(QAbstractButton),
        )
        texts = [each.text() for each in labels if each.isVisible()]
        texts += [e.text() or e.accessibleName() for e in buttons if e.isVisible()]
        return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]

    def reads(self, field: str) -> str:
        """Return what stands in a field."""
        return self.cell(field).editor.raw()

    def trouble(self, field: str) -> str:
        """Return the words beneath a field."""
        return self.cell(field).trouble()

    def entries(self, name: str) -> list[str]:
        """Return the entries of a list, each as a screen reader says it."""
        model = self._named(QAbstractItemView, name).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]

    def rows(self, name: str) -> list[list[str]]:
        """Return the cells of a table."""
        model = self._named(QAbstractItemView, name).model()
        return [
            [str(model.index(at, column).data()) for column in range(5)]
            for at in range(model.rowCount())
        ]

    def may_press(self, words: str) -> bool:
        """Tell whether a button that is shown can be pressed."""
        return self._button(words).isEnabled()

    def tab(self) -> str:
        """Return the words of the tab in front."""
        bar = self._nearest(QTabBar, lambda _: True, "the tabs")
        return bar.tabText(bar.currentIndex())

    # What is done

    def types(self, field: str, text: str) -> None:
        """Go to a field, put `text` into the place of what is there, and go on."""
        self.begins_to_type(field, text)
        self.leaves()

    def begins_to_type(self, field: str, text: str) -> None:
        """Type into a field and stay in it."""
        self.goes_to(field)
        self.presses_key(Qt.Key.Key_A, CONTROL)
        self.keys(text)

    def fills(self, line: str, text: str) -> None:
        """Type into a line that stands alone, such as that of a passphrase."""
        QTest.mouseClick(self._named(QLineEdit, line), LEFT)
        self.keys(text)

    def keys(self, text: str) -> None:
        """Type where the cursor is."""
        type_text(self._focused(), text)

    def goes_to(self, field: str) -> None:
        """Click into a field."""
        widget = self.cell(field).widget
        self._brings_into_sight(widget)
        inner = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
        if isinstance(widget, (QLineEdit, QPlainTextEdit)):
            QTest.mouseClick(inner, LEFT)
        else:  # a click would already change it
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert self.cell(field).has_focus()

    def leaves(self) -> None:
        """Go on to the next field."""
        self.presses_key(Qt.Key.Key_Tab)

    def presses_key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self._focused(), key, modifier or CONTROL & ~CONTROL)

    def shortcut(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.presses_key(key, CONTROL)

    def chooses(self, field: str, words: str) -> None:
        """Choose one of the words of a box with the arrow keys."""
        self.goes_to(field)
        box = self.cell(field).widget
        assert isinstance(box, ChoiceBox)
        offered = [box.itemText(at) for at in range(box.count())]
        steps = offered.index(words) - max(box.currentIndex(), 0)
        for _ in range(abs(steps)):
            self.presses_key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert box.currentText() == words
        self.leaves()

    def rates(self, field: str, value: int) -> None:
        """Type the number of a rating."""
        self.goes_to(field)
        QTest.keyClicks(self._focused(), str(value))
        self.leaves()

    def ticks(self, *words: str) -> None:
        """Click chips or boxes that bear these words."""
        for each in words:
            box = self._button(each)
            assert box.isCheckable()
            self._clicks(box, QPoint(12, box.height() // 2))

    def presses(self, words: str) -> None:
        """Click a button that bears these words, or is called by them."""
        self._clicks(self._button(words))

    def picks(self, words: str, entry: str) -> None:
        """Open the menu of a button and pick an entry with the arrow keys."""
        button = self._button(words)
        QTimer.singleShot(0, button, lambda: _pick(entry))
        self._clicks(button)

    def opens_tab(self, words: str) -> None:
        """Click a tab."""
        bar = self._nearest(QTabBar, lambda _: True, "the tabs")
        texts = [bar.tabText(at).strip() for at in range(bar.count())]
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(texts.index(words)).center())

    def picks_entry(self, name: str, words: str) -> None:
        """Click an entry of a list."""
        view = self._named(QAbstractItemView, name)
        index = next(
            view.model().index(at, 0)
            for at, entry in enumerate(self.entries(name))
            if words in entry
        )
        view.scrollTo(index)
        place = view.visualRect(index).center()
        self._brings_into_sight(view)
        QTest.mouseClick(view.viewport(), LEFT, pos=place)

    def searches(self, words: str) -> list[str]:
        """Search and return what is found."""
        self.shortcut(Qt.Key.Key_K)
        self.keys(words)
        entries = self._named(AvatarList, "Clients and results")
        before = self.entries("Clients and results")
        self.waits_for(lambda: self.entries("Clients and results") != before)
        assert entries.isVisible()
        return self.entries("Clients and results")

    def saves_paper(self) -> None:
        """Wait for the paper in the preview, save it as PDF, and close."""
        dialog = self.window()
        assert isinstance(dialog, PreviewDialog)
        self.waits_for(dialog.is_shown)
        if dialog.whom.handing() is None:
            dialog.whom.choose(Whom.CLIENT)
        self.presses("Save as PDF …")
        assert self.sees("Filed in the case on")
        self.presses("Close")

    def waits_for(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened."""
        self._qtbot.waitUntil(happened)

    def cell(self, field: str) -> FieldCell:
        """Return a field by its name."""
        return self._nearest(FieldCell, lambda c: c.field.name == field, field)

    def _button(self, words: str) -> QAbstractButton:
        return self._nearest(QAbstractButton, lambda b: _bears(b, words), words)

    def _named(self, kind: type[Kind], name: str) -> Kind:
        return self._nearest(kind, lambda each: each.accessibleName() == name, name)

    def _nearest(
        self, kind: type[Kind], fits: Callable[[Kind], bool], what: str
    ) -> Kind:
        """Return what stands nearest to the cursor; it may take a moment to appear."""
        for _moment in range(PATIENCE):
            found = self._found(kind, fits)
            if found is not None:
                return found
            self._qtbot.wait(MOMENT_MS)
        sentence = f"{what} is not to be seen among {self.texts()}"
        raise AssertionError(sentence)

    def _found(self, kind: type[Kind], fits: Callable[[Kind], bool]) -> Kind | None:
        window = self.window()
        focused: QWidget | None = window.focusWidget()
        around: QWidget | None = window if focused is None else focused
        while around is not None:
            found = [
                each
                for each in around.findChildren(kind)
                if each.isVisible() and fits(each)
            ]
            if found:
                return min(found, key=_place)
            around = None if around is window else around.parentWidget()
        return None

    def _focused(self) -> QWidget:
        window = self.window()
        focused: QWidget | None = QApplication.focusWidget()
        return window if focused is None else focused

    def _clicks(self, button: QAbstractButton, place: QPoint | None = None) -> None:
        assert button.isEnabled(), button.text()
        self._brings_into_sight(button)
        QTest.mouseClick(button, LEFT, pos=place or button.rect().center())

    def _brings_into_sight(self, widget: QWidget) -> None:
        inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget

        def is_seen() -> bool:
            page = widget.parentWidget()
            while page is not None:
                if isinstance(page, QScrollArea):
                    page.ensureWidgetVisible(widget)
                if isinstance(page, LazyColumn):
                    page.bring_into_sight(widget)
                page = page.parentWidget()
            return not inner.visibleRegion().isEmpty()

        self.waits_for(is_seen)  # something new has its place only after some events


def _bears(button: QAbstractButton, words: str) -> bool:
    # A dot behind the words says that something is due.
    text = button.text().replace("&", "").removesuffix(" ●")
    return words in (text, button.accessibleName())


def _place(widget: QWidget) -> tuple[int, int]:
    place = widget.mapTo(widget.window(), QPoint())
    return place.y(), place.x()


def _pick(entry: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if entry in menu.activeAction().text():
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
