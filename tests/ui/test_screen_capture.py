from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from casedesk.ui.screen_capture import EXCLUDED, SHOWN, CaptureGuard, hide_from_capture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("platform", ["win32", "darwin"])
@pytest.mark.parametrize("hides", [True, False])
@pytest.mark.parametrize("is_done", [True, False])
def test_a_system_that_can_is_asked_to_leave_the_window_out(
    platform: str, *, hides: bool, is_done: bool
) -> None:
    called: list[tuple[int, bool]] = []

    def note(handle: int, hides: bool) -> bool:
        called.append((handle, hides))
        return is_done

    is_hidden = hide_from_capture(7, hides=hides, platform=platform, hide=note)

    assert is_hidden is (hides and is_done)
    assert called == [(7, hides)]


@pytest.mark.parametrize(("hides", "affinity"), [(True, EXCLUDED), (False, SHOWN)])
def test_windows_is_asked_by_its_own_number(
    monkeypatch: pytest.MonkeyPatch, *, hides: bool, affinity: int
) -> None:
    asked: list[int] = []

    def set_affinity(_window: object, wanted: int) -> int:
        asked.append(wanted)
        return 1

    user32 = SimpleNamespace(SetWindowDisplayAffinity=set_affinity)
    windows = SimpleNamespace(user32=user32)
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)

    assert hide_from_capture(7, hides=hides, platform="win32") is hides
    assert asked == [affinity]


def test_linux_is_not_asked() -> None:
    def fail(_handle: int, _hides: bool) -> bool:
        raise AssertionError

    assert not hide_from_capture(7, hides=True, platform="linux", hide=fail)


def test_each_window_that_is_shown_is_hidden(qapp: QApplication, qtbot: QtBot) -> None:
    hidden: list[int] = []
    guard = CaptureGuard(hidden.append, qapp)
    qapp.installEventFilter(guard)
    dialog = QDialog()
    qtbot.addWidget(dialog)

    dialog.show()
    qapp.removeEventFilter(guard)

    assert hidden == [int(dialog.winId())]
