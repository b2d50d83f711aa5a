"""Takes back what was copied out of CaseDesk, when the vault is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard

if TYPE_CHECKING:
    from collections.abc import Callable


def clear_own(
    clipboard: QClipboard,
    *,
    owns: Callable[[QClipboard], bool] = QClipboard.ownsClipboard,
) -> None:
    """Empty the clipboard if its content comes from CaseDesk; others' stays.

    A history of the clipboard, which some systems keep, is not reached.
    """
    if owns(clipboard):
        clipboard.clear()
