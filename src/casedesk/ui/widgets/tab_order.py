"""The way of the Tab key: as things are laid out, whenever they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def stops(inside: QWidget) -> Iterator[QWidget]:
    """Give the widgets at which Tab stops, from the first laid out to the last."""
    for child in _children(inside):
        if child.isHidden() or child.isWindow():
            continue
        if is_stop(child):
            yield child
        yield from stops(child)


def is_stop(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget as it is now."""
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(
        takes_tab
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
    )


def stop_of(focused: QWidget | None) -> QWidget | None:
    """Return the stop for a focused widget; one chip of several stands for them."""
    if focused is None or is_stop(focused):
        return focused
    around = focused.parentWidget()
    return around.focusProxy() if around is not None else None


def neighbour(widget: QWidget, *, is_next: bool) -> QWidget | None:
    """Return the stop after or before a widget and all that is in it, if any."""
    step = QWidget.nextInFocusChain if is_next else QWidget.previousInFocusChain
    here: QWidget | None = step(widget)
    while here is not None and here is not widget:
        if is_stop(here) and not widget.isAncestorOf(here):
            return here
        here = step(here)
    return None


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid = list(_laid_in(layout)) if layout is not None else []
    others = [each for each in widget.children() if isinstance(each, QWidget)]
    return laid + [each for each in others if each not in laid]


def _laid_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        within = item.layout() if item is not None else None
        found = item.widget() if item is not None else None
        if found is not None:
            yield found
        elif within is not None:
            yield from _laid_in(within)
