"""How the window looks: style, colours and text size for the whole application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPalette

from casedesk.ui.colours import DARK, LIGHT, Colours, colours, system_colours
from casedesk.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

__all__ = [
    "GRID",
    "Scheme",
    "apply",
    "colours",
    "set_first_look",
    "set_look",
    "set_mark",
]

Scheme = Literal["system", "light", "dark"]
GRID = 8  # pixels; every gap is a multiple or a half of it
LEAST_POINTS = 10.0
# Said when the application is made: asking it for a style later costs 5 ms.
FUSION = ("-style", "Fusion")
SETTLED_MS = 150  # long enough for the first window to be painted
DARKER = 128  # the lightness under which a ground is dark
_THEME = "casedesk_theme"


def apply(app: QApplication, scheme: Scheme, text_percent: int = 100) -> None:
    """Dress the application; may be called again when a setting changes.

    It was made with `FUSION` among its arguments. With "system" it goes on following
    the system's light, dark or high contrast.
    """
    theme = app.property(_THEME)
    if not isinstance(theme, _Theme):
        theme = _Theme(app)
        # Not looked for among the children: that takes Python through all of Qt.
        app.setProperty(_THEME, theme)
    theme.dress(scheme, text_percent)


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks that the style sheet names, such as "muted"."""
    set_mark(widget, "look", look)


def set_first_look(widget: QWidget, look: str) -> None:
    """Give a look to a widget just made, which is dressed when it is shown."""
    widget.setProperty("look", look)


def set_mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and dress the widget anew."""
    if widget.property(name) == value:
        return
    from PySide6.QtCore import Qt

    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class _Theme(QObject):
    """Remembers what the system gave, so that dressing twice changes nothing.

    What `Qt` itself names takes 13 ms to load, an eighth of what a bare window takes.
    So the first window goes by the palette alone, and the system is asked for more,
    such as high contrast, when that window stands.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._text_percent = 100
        self._base_points = max(app.font().pointSizeF(), LEAST_POINTS)
        self._worn: Colours | None = None
        self._is_settled = False
        QTimer.singleShot(SETTLED_MS, self, self._settle)

    def dress(self, scheme: Scheme, text_percent: int) -> None:
        """Put on a scheme and a text size."""
        self._scheme = scheme
        self._text_percent = text_percent
        if self._worn is not None:
            self._ask_system()
        self._put_on()

    def _settle(self) -> None:
        self._ask_system()
        if self._scheme == "system" and (
            self._wants_contrast() or self._told() not in (None, self._worn)
        ):
            self._put_on()

    def _ask_system(self) -> None:
        if not self._is_settled:
            self._is_settled = True
            hints = self._app.styleHints()
            hints.colorSchemeChanged.connect(self._on_system_changed)
        self._tell_system()

    def _tell_system(self) -> None:
        """Let title bars and file dialogs follow, where the platform knows schemes."""
        from PySide6.QtCore import Qt

        hints = self._app.styleHints()
        hints.blockSignals(True)
        hints.setColorScheme(
            {
                "system": Qt.ColorScheme.Unknown,
                "light": Qt.ColorScheme.Light,
                "dark": Qt.ColorScheme.Dark,
            }[self._scheme]
        )
        hints.blockSignals(False)

    def _on_system_changed(self) -> None:
        if self._scheme == "system":
            self._put_on()

    def _put_on(self) -> None:
        font = self._app.font()
        font.setPointSizeF(self._base_points * self._text_percent / 100)
        self._app.setFont(font)
        self._app.setPalette(QPalette())  # what the system says now
        self._worn = self._colours()
        if self._worn in (LIGHT, DARK):
            self._app.setPalette(self._worn.palette())
        self._app.setStyleSheet(style_sheet(self._worn, font.pointSizeF()))

    def _colours(self) -> Colours:
        if self._scheme != "system":
            return {"light": LIGHT, "dark": DARK}[self._scheme]
        system = self._app.palette()
        if self._is_settled and self._wants_contrast():
            return system_colours(system)
        window = system.color(QPalette.ColorRole.Window)
        seen = DARK if window.lightness() < DARKER else LIGHT
        return self._told() or seen if self._is_settled else seen

    def _wants_contrast(self) -> bool:
        from PySide6.QtCore import Qt

        hints = self._app.styleHints()  # by a name: what it hands out ends with it
        return (
            hints.accessibility().contrastPreference()
            == Qt.ContrastPreference.HighContrast
        )

    def _told(self) -> Colours | None:
        """Return what the system's scheme asks for, if it has a name."""
        from PySide6.QtCore import Qt

        known = {Qt.ColorScheme.Light: LIGHT, Qt.ColorScheme.Dark: DARK}
        return known.get(self._app.styleHints().colorScheme())
