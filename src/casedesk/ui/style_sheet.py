"""The one style sheet, made of the named colours and the size of the text."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from casedesk.words.resources import resource

if TYPE_CHECKING:
    from casedesk.ui.colours import Colours

RULES = Template("""
QFrame[look="card"], QDialog[look="card"] {
    background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[look="card"][beneath="yes"] { margin-left: 28px; }
QFrame[look="sidebar"] {
    background: $sidebar; border: none; border-right: 1px solid $line; }
QFrame[look="banner"] {
    background: $warning_soft; border: 1px solid $warning_soft; border-radius: 6px; }
QFrame[look="toast"] { background: $text; border: none; border-radius: 8px; }
QFrame[look="toast"] QLabel { color: $card; }
QFrame[look="line"] { background: $line; border: none; }
QScrollArea { border: none; background: transparent; }
QWidget[look="page"], QScrollArea > QWidget#qt_scrollarea_viewport {
    background: transparent; }

QLabel[look="title"] { font-size: $title; font-weight: 600; }
QLabel[look="brand"] { font-size: $heading; font-weight: 700; color: $accent; }
QLabel[look="heading"] { font-size: $heading; font-weight: 600; }
QLabel[look="subheading"] { font-size: $subheading; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: $small; }
QLabel[look="field"] { color: $muted; font-size: $label; padding-top: 2px; }
QLabel[look="accent"] { color: $accent; font-weight: 600; }
QLabel[look="ok"] { color: $ok; font-size: $small; }
QLabel[look="warning"] { color: $warning; }
QLabel[look$$="-small"] { font-size: $small; font-weight: 600; }
QLabel[look="accent-small"] { color: $accent; }
QLabel[look="ok-small"] { color: $ok; }
QLabel[look="warning-small"] { color: $warning; }
QLabel[look="demo"] { color: $accent; background: $accent_soft; padding: 3px; }
QLabel[look="danger-small"] { color: $danger; }
QLabel[look="danger"] { color: $danger; }
QLabel[look="problem"] { color: $danger; font-size: $label; }
QLabel[look^="badge-"] {
    font-size: $small; border-radius: ${pill}px; padding: 1px 8px; }
QLabel[look="badge-neutral"] { color: $muted; background: $track; }
QLabel[look="badge-accent"] { color: $accent; background: $accent_soft; }
QLabel[look="badge-ok"] { color: $ok; background: $accent_soft; }
QLabel[look="badge-warning"] { color: $warning; background: $warning_soft; }
QLabel[look="badge-danger"] { color: $danger; background: $danger_soft; }

QPushButton {
    background: $card; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 5px 12px; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $muted; background: $ground; }
QPushButton[look="primary"] {
    background: $accent; color: $accent_text; border-color: $accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {
    border-color: $text; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled {
    background: $track; color: $muted; border-color: $track; }
QPushButton[look="danger"] { color: $danger; }
QPushButton[look="link"], QPushButton[look="banner"], QPushButton[look="toast"],
QPushButton[look="nav"] {
    background: transparent; border: 1px solid transparent; border-radius: 4px;
    font-weight: 600; padding: 2px 4px; }
QPushButton[look="link"] { color: $accent; }
QPushButton[look="banner"] { color: $warning; }
QPushButton[look="toast"] { color: $accent_soft; text-decoration: underline; }
QPushButton[look="nav"] {
    color: $text; font-weight: 400; text-align: left; padding: 3px 8px; }
QPushButton[look="nav"]:checked { background: $selected; font-weight: 600; }
QPushButton[look="link"]:hover, QPushButton[look="banner"]:hover,
QPushButton[look="nav"]:hover { background: $selected; }
QPushButton[look="link"]:focus, QPushButton[look="banner"]:focus {
    border: 1px solid $accent; padding: 2px 4px; }
QPushButton[look="nav"]:focus { border: 1px solid $accent; padding: 3px 8px; }
QPushButton[look="toast"]:focus { border: 1px solid $card; padding: 2px 4px; }
QPushButton[look="chip"] {
    border-color: $edge; border-radius: 10px; padding: 3px 10px; }
QPushButton[look="chip"]:focus { padding: 2px 9px; }
QPushButton[look="chip"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 3px; }
QToolButton:hover { background: $selected; }
QToolButton:focus { border-color: $accent; }

QTabBar::scroller { width: ${scroller}px; }
QTabBar QToolButton { background: $card; border: 1px solid $line; }
QCheckBox, QRadioButton {
    border: 1px solid transparent; border-radius: 4px; padding: 2px; spacing: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${box}px; height: ${box}px; background: $card;
    border: 1px solid $edge; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${half_box}px; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/$check.svg"); }
QRadioButton::indicator:checked {
    border: ${dot}px solid $accent; width: ${hole}px; height: ${hole}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $ground; border-color: $line; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: $card; color: $text; border: 1px solid $edge; border-radius: 6px;
    selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit, QComboBox, QSpinBox { padding: 4px 7px; }
QPlainTextEdit, QTextEdit { padding: 2px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
QSpinBox:focus { border: 2px solid $accent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { padding: 3px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 1px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QLineEdit:read-only, QPlainTextEdit:read-only {
    background: $ground; color: $muted; border-color: $line; }
QLineEdit[troubled="true"], QPlainTextEdit[troubled="true"],
QComboBox[troubled="true"] { border: 2px solid $danger; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${scroller}px; }
QComboBox::down-arrow {
    image: url("$icons/chevron-down-grey.svg"); width: ${box}px; height: ${box}px; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; outline: none;
    selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: 4px 7px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }

QListView, QTableView, QTreeView {
    background: $card; border: none; outline: none; gridline-color: $line;
    selection-background-color: $selected; selection-color: $text; }
QListView[look="entries"] { background: $sidebar; }
QHeaderView { background: $card; border: none; }
QHeaderView::section {
    background: $card; color: $muted; border: none; padding: 6px 4px;
    border-bottom: 1px solid $line; }
QTableCornerButton::section { background: $card; border: none; }
QTableView:focus { border: 1px solid $accent; border-radius: 4px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $sidebar; color: $muted; }
QSplitter::handle { background: $line; }
""")


def style_sheet(colours: Colours, points: float) -> str:
    """Write the style sheet for colours and a size of ordinary text in points."""
    sizes = {
        "title": 1.7,
        "heading": 1.15,
        "subheading": 1.07,
        "label": 0.92,
        "small": 0.85,
    }
    words = {name: f"{points * factor:.1f}pt" for name, factor in sizes.items()}
    words |= {name: getattr(colours, name) for name in colours.__dataclass_fields__}
    box = round(points * 1.4)
    words |= {
        "box": str(box),
        "half_box": str(box // 2),
        "dot": str(box // 3),
        "hole": str(box + 2 - 2 * (box // 3)),  # as large as one that is not chosen
        "scroller": str(round(points * 2.4)),
        "check": "check-dark"
        if QColor(colours.accent).lightness() > 127
        else "check-white",
    }
    words["pill"] = str(int(points * 0.6))  # rounder, and Qt draws none
    words["icons"] = resource("icons").as_posix()
    return RULES.substitute(words)
