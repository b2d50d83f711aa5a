"""Keeps windows out of pictures of the screen, where the system can do it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication

    # The handle of a window and whether it is to be hidden; tells whether it was done.
    Hide = Callable[[int, bool], bool]

SHOWN = 0x0  # WDA_NONE
EXCLUDED = 0x11  # WDA_EXCLUDEFROMCAPTURE; Windows 10 from version 2004 on
SYSTEMS = ("win32", "darwin")


def hide_from_capture(
    handle: int,
    *,
    hides: bool,
    platform: str = sys.platform,
    hide: Hide | None = None,
) -> bool:
    """Hide a window in screenshots and shared screens; tell whether it is hidden.

    Linux offers nothing of the kind, and nothing is called there.
    """
    if platform not in SYSTEMS:
        return False
    by_system = _by_windows if platform == "win32" else _by_mac
    return (hide or by_system)(handle, hides) and hides


def _by_windows(handle: int, hides: bool) -> bool:
    import ctypes

    # By name, because it is there on Windows only.
    user32 = getattr(ctypes, "windll").user32  # noqa: B009
    affinity = EXCLUDED if hides else SHOWN
    return bool(user32.SetWindowDisplayAffinity(ctypes.c_void_p(handle), affinity))


def _by_mac(handle: int, hides: bool) -> bool:
    from casedesk.ui.objective_c import share_window

    return share_window(handle, is_shared=not hides)


class CaptureGuard(QObject):
    """Hides every window of the program from capture as soon as it is shown."""

    def __init__(self, hide: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._hide = hide

    # --- QObject

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self._hide(int(watched.winId()))
        return False


def guard_windows(app: QCoreApplication, parent: QObject) -> None:
    """Hide all windows that are shown from now on, for as long as `parent` lives."""
    if sys.platform in SYSTEMS:
        guard = CaptureGuard(
            lambda handle: hide_from_capture(handle, hides=True), parent
        )
        app.installEventFilter(guard)
