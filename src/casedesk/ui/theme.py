"""How the window looks: style, colours and text size for the whole application."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from casedesk.ui.colours import DARK, LIGHT, Colours, colours, system_colours
from casedesk.ui.style_sheet import style_sheet

__all__ = ["GRID", "Scheme", "apply", "colours", "set_look", "set_mark"]

Scheme = Literal["system", "light", "dark"]
GRID = 8  # pixels; every gap is a multiple or a half of it
LEAST_POINTS = 10.0


def apply(app: QApplication, scheme: Scheme, text_percent: int = 100) -> None:
    """Dress the application; may be called again when a setting changes.

    With "system" it goes on following the system's light, dark or high contrast.
    """
    known = [child for child in app.children() if isinstance(child, _Theme)]
    theme = known[0] if known else _Theme(app)
    theme.dress(scheme, text_percent)


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks that the style sheet names, such as "muted"."""
    set_mark(widget, "look", look)


def set_mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and dress the widget anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is dressed for the first time when it is shown
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class _Theme(QObject):
    """Remembers what the system gave, so that dressing twice changes nothing."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._text_percent = 100
        self._base_points = max(app.font().pointSizeF(), LEAST_POINTS)
        fusion = QStyleFactory.create("Fusion")
        app.setStyle(fusion)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def dress(self, scheme: Scheme, text_percent: int) -> None:
        """Put on a scheme and a text size."""
        self._scheme = scheme
        self._text_percent = text_percent
        # Where the platform knows schemes, title bars and file dialogs follow.
        hints = self._app.styleHints()
        hints.blockSignals(True)
        hints.setColorScheme(
            {
                "system": Qt.ColorScheme.Unknown,
                "light": Qt.ColorScheme.Light,
                "dark": Qt.ColorScheme.Dark,
            }[scheme]
        )
        hints.blockSignals(False)
        self._put_on()

    def _on_system_changed(self) -> None:
        if self._scheme == "system":
            self._put_on()

    def _put_on(self) -> None:
        font = self._app.font()
        font.setPointSizeF(self._base_points * self._text_percent / 100)
        self._app.setFont(font)
        self._app.setPalette(QPalette())  # what the system says now
        chosen = self._colours(self._app.palette())
        if chosen in (LIGHT, DARK):
            self._app.setPalette(chosen.palette())
        self._app.setStyleSheet(style_sheet(chosen, font.pointSizeF()))

    def _colours(self, system: QPalette) -> Colours:
        if self._scheme != "system":
            return {"light": LIGHT, "dark": DARK}[self._scheme]
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        if contrast == Qt.ContrastPreference.HighContrast:
            return system_colours(system)
        if hints.colorScheme() == Qt.ColorScheme.Unknown:
            window = system.color(QPalette.ColorRole.Window)
            return DARK if window.lightness() < 128 else LIGHT
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
