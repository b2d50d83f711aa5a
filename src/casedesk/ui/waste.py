"""Collects what nothing refers to any more, on the thread of the windows alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 1000


class WasteCollection(QObject):
    """Takes the place of Python's own collection, which runs on any thread.

    There it would take widgets apart while this thread walks over them to paint or
    to style them, and the program would end at once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=PAUSE_MS)
        timer.timeout.connect(collect_due)
        timer.start()


def collect_due() -> None:
    """Collect the oldest generation whose time has come by Python's own measure."""
    counts = gc.get_count()
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(counts, gc.get_threshold(), strict=True)
        )
        if count > threshold > 0
    ]
    if due:
        gc.collect(max(due))
