"""The field in which the user typed when the vault was locked, and where in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from casedesk.domain.problems import Problem
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session

LAST_FIELD = "last_field"


def remember_field(session: Session, window: QWidget) -> None:
    """Remember in which field of which form the user is, or that it is none."""
    used = window.focusWidget()
    found = ""
    for place, form in enumerate(_forms(window)):
        name = form.field_of(used)
        if name:
            found = f"{place}|{name}|{_cursor_in(used)}"
    try:
        session.practice.remember(LAST_FIELD, found)
    except Problem:  # on a full disk; a lock must not fail by it
        return


def focus_last_field(session: Session, window: QWidget) -> None:
    """Go to the remembered field, if the page still has it."""
    remembered = session.practice.remembered(LAST_FIELD)
    place, _bar, rest = remembered.partition("|")
    name, _bar, cursor = rest.partition("|")
    forms = _forms(window)
    if place.isdecimal() and int(place) < len(forms):
        form = forms[int(place)]
        if form.has_field(name):
            form.focus_field(name)
            if cursor.isdecimal():
                _put_cursor(window.focusWidget(), int(cursor))


def _cursor_in(widget: QWidget | None) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().position()
    return 0


def _put_cursor(widget: QWidget | None, place: int) -> None:
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(place)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        last = len(widget.toPlainText())  # what stands there may be shorter now
        cursor.setPosition(min(place, last))
        widget.setTextCursor(cursor)


def _forms(window: QWidget) -> list[RecordForm]:
    return [
        form for form in window.findChildren(RecordForm) if form.isVisibleTo(window)
    ]
