"""Words on the screen that are shown to the letter, whatever is in them."""

from __future__ import annotations

from enum import StrEnum
from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from casedesk.ui.theme import set_first_look


class Tone(StrEnum):
    """What a badge or a note means, beside its words."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"


def plain_label(
    text: str = "",
    look: str = "",
    parent: QWidget | None = None,
    *,
    wraps: bool = False,
) -> QLabel:
    """Make a label that never takes its text for markup."""
    label = QLabel(parent)
    # By its name, because `Qt.TextFormat` takes all that `Qt` names with it: 13 ms.
    label.setProperty("textFormat", "PlainText")
    label.setText(text)
    label.setWordWrap(wraps)
    if look:
        set_first_look(label, look)
    return label


def plain_tip(*lines: str) -> str:
    """Make a tip that shows its lines to the letter: a tip obeys markup."""
    shown = "<br>".join(escape(line) for line in lines if line)
    return f"<qt>{shown}</qt>" if shown else ""


def named(text: str, widget: QWidget, parent: QWidget | None = None) -> QWidget:
    """Lay a widget out beside its label, by which it is also called."""
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    label = plain_label(text, "field", row)
    label.setBuddy(widget)
    widget.setAccessibleName(text)
    layout.addWidget(label)
    layout.addWidget(widget)
    return row


def badge(text: str, tone: Tone, parent: QWidget | None = None) -> QLabel:
    """Make a short word on a coloured ground."""
    label = plain_label(text, f"badge-{tone}", parent)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def button(text: str, look: str = "", parent: QWidget | None = None) -> QPushButton:
    """Make a push button; looks are "primary", "link", "danger", "nav" or none.

    An ampersand in `text` marks the letter for Alt; double it in users' words.
    """
    made = QPushButton(parent)  # a text beside it would be taken for an icon: 2 ms
    made.setText(text)
    made.setAutoDefault(False)
    if look:
        set_first_look(made, look)
    return made
