"""Waste is collected on the thread of the windows, and on no other."""

from __future__ import annotations

import gc
from threading import Thread, current_thread
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from casedesk.ui.waste import PAUSE_MS, WasteCollection, collect_due

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Ring(QWidget):
    """Refers to itself through what it holds, so that only a collection ends it."""

    def __init__(self, ended_on: list[str]) -> None:
        super().__init__()
        self.label = QLabel(self)
        self.label.ring = self  # type: ignore[attr-defined]
        self._ended_on = ended_on

    def __del__(self) -> None:
        self._ended_on.append(current_thread().name)


def litter() -> None:
    """Make so much waste that Python would collect by itself."""
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)


def test_work_on_another_thread_ends_no_widget(
    qtbot: QtBot, qapp: QApplication
) -> None:
    ended_on: list[str] = []
    thresholds = gc.get_threshold()
    gc.set_threshold(1, 1, 1)  # the oldest generation, too, is soon due
    collection = WasteCollection(qapp)
    Ring(ended_on)

    thread = Thread(target=litter, name="work")
    thread.start()
    thread.join()

    assert ended_on == []
    qtbot.waitUntil(lambda: ended_on != [], timeout=10 * PAUSE_MS)
    assert ended_on == [current_thread().name]
    collection.deleteLater()
    gc.set_threshold(*thresholds)


def test_only_what_is_due_is_collected() -> None:
    asked: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        asked.append(f"{phase} {info['generation']}")

    gc.collect()
    gc.callbacks.append(note)
    try:
        collect_due()
        nothing_yet = list(asked)
        litter()
        collect_due()
    finally:
        gc.callbacks.remove(note)

    assert nothing_yet == []
    assert asked[0] == "start 0"
