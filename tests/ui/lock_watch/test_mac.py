"""What macOS tells the program, handed to the functions it would call."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pytest

from casedesk.ui.lock_watch.mac import (
    ANNOUNCED,
    OBSERVER,
    OF_WORKSPACE,
    MacWatch,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Workspace:
    """Stands for the messenger; notes who listens to what."""

    def __init__(self) -> None:
        self.texts: dict[int, bytes] = {}
        self.heard: list[bytes] = []
        self.observers: list[bytes] = []

    def named(self, _name: bytes) -> int:
        return 1

    def selector(self, _name: bytes) -> int:
        return 2

    def text(self, words: bytes) -> int:
        self.texts[100 + len(self.texts)] = words
        return 99 + len(self.texts)

    def observer(self, name: bytes, _method: object) -> int:
        self.observers.append(name)
        return 3

    def send(
        self, _receiver: int, message: bytes, *values: int, kinds: object = ()
    ) -> int:
        if message == b"addObserver:selector:name:object:":
            self.heard.append(self.texts[values[2]])
        if message == b"removeObserver:":
            assert values == (3,)
            self.heard.clear()
        return 4


@pytest.fixture
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture
def watch(qapp: QApplication, workspace: Workspace) -> MacWatch:
    return MacWatch(qapp, lambda: workspace)  # type: ignore[arg-type,return-value]  # stands for it


def test_sleep_and_a_change_of_users_are_heard_until_it_stops(
    watch: MacWatch, workspace: Workspace
) -> None:
    watch.start()

    assert workspace.observers == [OBSERVER]
    assert workspace.heard == list(OF_WORKSPACE)
    assert b"NSWorkspaceWillSleepNotification" in OF_WORKSPACE
    assert b"NSWorkspaceSessionDidResignActiveNotification" in OF_WORKSPACE
    watch.stop()
    assert workspace.heard == []


def test_what_the_workspace_announces_locks(watch: MacWatch) -> None:
    asked: list[None] = []
    watch.lock_wanted.connect(lambda: asked.append(None))
    # As the system calls it: by the address alone.
    address = ctypes.cast(watch._method, ctypes.c_void_p).value
    assert address is not None
    called = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3)(address)

    called(1, 2, 3)

    assert len(asked) == 1


def test_what_is_announced_to_all_locks(watch: MacWatch) -> None:
    asked: list[None] = []
    watch.lock_wanted.connect(lambda: asked.append(None))
    address = ctypes.cast(watch._heard, ctypes.c_void_p).value
    assert address is not None
    called = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)(address)

    called(1, 2, 3, 4, 5)

    assert len(asked) == 1
    assert b"com.apple.screenIsLocked" in ANNOUNCED
