"""A thin line that moves while something is being done."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

HEIGHT = 4


class ProgressLine(QProgressBar):
    """Moves while busy, and takes its room always, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)
        self.set_busy("")

    def set_busy(self, words: str) -> None:
        """Move while something is being done, which `words` name; none end it."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        self.setRange(0, 0 if words else 1)
        self.setVisible(bool(words))
