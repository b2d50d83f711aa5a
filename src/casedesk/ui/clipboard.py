"""Takes back what was copied out of CaseDesk, when the vault is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard

if TYPE_CHECKING:
    from collections.abc import Iterator


def clear_own(clipboard: QClipboard) -> None:
    """Empty the clipboard if its content comes from CaseDesk; others' stays.

    A history of the clipboard, which some systems keep, is not reached.
    """
    for mode in [*_own(clipboard)]:
        clipboard.clear(mode)


def _own(clipboard: QClipboard) -> Iterator[QClipboard.Mode]:
    if clipboard.ownsClipboard():
        yield QClipboard.Mode.Clipboard
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        yield QClipboard.Mode.Selection
