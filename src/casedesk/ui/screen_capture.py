"""Keeps windows out of pictures of the screen, where the system can: on Windows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication

    # The handle of a window and how it is to be shown; tells whether it was done.
    SetAffinity = Callable[[int, int], bool]

SHOWN = 0x0  # WDA_NONE
EXCLUDED = 0x11  # WDA_EXCLUDEFROMCAPTURE; Windows 10 from version 2004 on


def hide_from_capture(
    handle: int,
    *,
    hides: bool,
    platform: str = sys.platform,
    set_affinity: SetAffinity | None = None,
) -> bool:
    """Hide a window in screenshots and shared screens; tell whether it is hidden.

    Other systems than Windows offer nothing of the kind here, and nothing is called.
    """
    if platform != "win32":
        return False
    done = (set_affinity or _of_windows())(handle, EXCLUDED if hides else SHOWN)
    return done and hides


def _of_windows() -> SetAffinity:
    import ctypes

    # By name, because it is there on Windows only.
    user32 = getattr(ctypes, "windll").user32  # noqa: B009
    return lambda handle, affinity: bool(
        user32.SetWindowDisplayAffinity(handle, affinity)
    )


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
    if sys.platform == "win32":
        guard = CaptureGuard(
            lambda handle: hide_from_capture(handle, hides=True), parent
        )
        app.installEventFilter(guard)
