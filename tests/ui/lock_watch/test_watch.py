"""Each system is heard in its own way, behind the same interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.ui.lock_watch.watch import LockWatch, watch_of_this_system

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("platform", "kind"),
    [
        ("linux", "BusWatch"),
        ("win32", "WindowsWatch"),
        ("darwin", "MacWatch"),
        ("freebsd14", "LockWatch"),
    ],
)
def test_each_system_has_its_own(qapp: QApplication, platform: str, kind: str) -> None:
    watch = watch_of_this_system(qapp, platform)

    assert isinstance(watch, LockWatch)
    assert type(watch).__name__ == kind


@pytest.mark.parametrize("platform", ["win32", "darwin", "freebsd14"])
def test_what_the_system_does_not_have_is_no_fault(
    qapp: QApplication, platform: str
) -> None:
    watch = watch_of_this_system(qapp, platform)

    watch.start()
    watch.stop()
