from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from casedesk.ui.screen_capture import EXCLUDED, SHOWN, CaptureGuard, hide_from_capture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def called() -> list[tuple[int, int]]:
    return []


@pytest.mark.parametrize(("hides", "affinity"), [(True, EXCLUDED), (False, SHOWN)])
def test_windows_is_asked_to_leave_the_window_out(
    called: list[tuple[int, int]], *, hides: bool, affinity: int
) -> None:
    def note(handle: int, wanted: int) -> bool:
        called.append((handle, wanted))
        return True

    is_hidden = hide_from_capture(7, hides=hides, platform="win32", set_affinity=note)

    assert is_hidden is hides
    assert called == [(7, affinity)]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_no_other_system_is_asked(platform: str) -> None:
    def fail(_handle: int, _wanted: int) -> bool:
        raise AssertionError

    assert not hide_from_capture(7, hides=True, platform=platform, set_affinity=fail)


def test_each_window_that_is_shown_is_hidden(qapp: QApplication, qtbot: QtBot) -> None:
    hidden: list[int] = []
    guard = CaptureGuard(hidden.append, qapp)
    qapp.installEventFilter(guard)
    dialog = QDialog()
    qtbot.addWidget(dialog)

    dialog.show()
    qapp.removeEventFilter(guard)

    assert hidden == [int(dialog.winId())]
