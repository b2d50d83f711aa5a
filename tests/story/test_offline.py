"""A day at the desk reaches for no network."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import pytest
from story.test_no_traces import looks_at_everything, works_for_a_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from story.desk_worker import Worker

# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


class Watch:
    """Notes what Python does with sockets and foreign programs while it is on."""

    def __init__(self) -> None:
        self.is_on = False
        self.seen: list[str] = []

    def __call__(self, event: str, _arguments: tuple[object, ...]) -> None:
        if self.is_on and event.startswith(("socket.", "urllib.", "http.", "ssl.")):
            self.seen.append(event)


WATCH = Watch()
sys.addaudithook(WATCH)  # stays for good, but is off between the tests


@pytest.fixture
def watch() -> Iterator[Watch]:
    WATCH.seen.clear()
    WATCH.is_on = True
    yield WATCH
    WATCH.is_on = False


def test_no_socket_is_opened_on_a_whole_day(
    watch: Watch, worker: Worker, tmp_path: Path
) -> None:
    works_for_a_day(worker, tmp_path)
    looks_at_everything(worker)

    assert watch.seen == []


def test_a_socket_would_be_seen(watch: Watch) -> None:
    socket.socket().close()

    assert watch.seen == ["socket.__new__"]
