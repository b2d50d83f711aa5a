"""The named colours of the window: light, dark, or those of the system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours, each named after what it is for."""

    ground: str
    card: str
    sidebar: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_text: str
    selected: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    ok: str
    track: str

    def palette(self) -> QPalette:
        """Return these colours as Qt's own roles."""
        palette = QPalette()
        for role, colour in self._roles().items():
            palette.setColor(role, QColor(colour))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(
                QPalette.ColorGroup.Disabled, role, QColor(self.muted).lighter(115)
            )
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, str]:
        role = QPalette.ColorRole
        return {
            role.Window: self.ground,
            role.WindowText: self.text,
            role.Base: self.card,
            role.AlternateBase: self.ground,
            role.Text: self.text,
            role.PlaceholderText: self.muted,
            role.Button: self.card,
            role.ButtonText: self.text,
            role.BrightText: self.danger,
            role.ToolTipBase: self.card,
            role.ToolTipText: self.text,
            role.Highlight: self.accent,
            role.HighlightedText: self.accent_text,
            role.Accent: self.accent,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Mid: self.line,
        }


LIGHT = Colours(
    ground="#f5f7f9",
    card="#ffffff",
    sidebar="#ffffff",
    line="#e1e5ea",
    edge="#8a96a3",
    text="#1f2933",
    muted="#616e7c",
    accent="#1d6f6b",
    accent_soft="#e3f1f0",
    accent_text="#ffffff",
    selected="#dcecea",
    warning="#b45309",
    warning_soft="#fef3e2",
    danger="#b3261e",
    danger_soft="#fdecea",
    ok="#2f7d4f",
    track="#e1e5ea",
)
DARK = Colours(
    ground="#1b2127",
    card="#232a31",
    sidebar="#232a31",
    line="#3a444f",
    edge="#6b7885",
    text="#e4e7eb",
    muted="#9aa5b1",
    accent="#5cc4bd",
    accent_soft="#1f3f3d",
    accent_text="#10201f",
    selected="#29403f",
    warning="#f0b357",
    warning_soft="#3d3120",
    danger="#ff8a80",
    danger_soft="#452523",
    ok="#7bc796",
    track="#3a444f",
)


def colours(source: QWidget | QPalette) -> Colours:
    """Return the colours in force for a widget, asked anew at each painting."""
    palette = source if isinstance(source, QPalette) else source.palette()
    # Style sheets change most roles of a widget's palette, never its links.
    link = palette.color(QPalette.ColorRole.Link).name()
    for known in (LIGHT, DARK):
        if link == known.accent:
            return known
    return system_colours(palette)


def system_colours(palette: QPalette) -> Colours:
    """Name the colours of a system's own palette, such as one of high contrast."""
    role = QPalette.ColorRole
    window = palette.color(role.Window).name()
    text = palette.color(role.WindowText).name()
    accent = palette.color(role.Highlight).name()
    return Colours(
        ground=window,
        card=palette.color(role.Base).name(),
        sidebar=palette.color(role.Base).name(),
        line=text,
        edge=text,
        text=text,
        muted=text,
        accent=accent,
        accent_soft=palette.color(role.Base).name(),
        accent_text=palette.color(role.HighlightedText).name(),
        selected=palette.color(role.Base).name(),
        warning=text,
        warning_soft=palette.color(role.Base).name(),
        danger=text,
        danger_soft=palette.color(role.Base).name(),
        ok=text,
        track=window,
    )
