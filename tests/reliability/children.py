"""Processes made by forking, which may be killed or crash without harm to the suite."""

from __future__ import annotations

import os
import select
import signal
import sys
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HAS_FORK = hasattr(os, "fork")
NO_FORK = "this system cannot fork a process"


class Child:
    """Does some work in a process of its own and says things through a pipe."""

    def __init__(self, work: Callable[[Callable[[bytes], None]], None]) -> None:
        self._pipe, write = os.pipe()
        sys.stdout.flush()
        self._pid = os.fork()
        if self._pid == 0:
            _work_and_leave(work, write)
        os.close(write)

    def speaks_within(self, seconds: float) -> bool:
        """Whether it says something, or ends, before so many seconds are over."""
        return bool(select.select([self._pipe], [], [], seconds)[0])

    def wait_for_word(self) -> bytes:
        """Return the next thing it says; nothing if it has ended."""
        return os.read(self._pipe, 1 << 16)

    def kill(self) -> bytes:
        """End it at once and return all that it had said and nobody had read."""
        os.kill(self._pid, signal.SIGKILL)
        said, _ = self.wait()
        return said

    def wait(self) -> tuple[bytes, int]:
        """Wait for its end; return what it said and its exit code, as `subprocess`."""
        said = b""
        while piece := os.read(self._pipe, 1 << 16):
            said += piece
        os.close(self._pipe)
        _, status = os.waitpid(self._pid, 0)
        return said, os.waitstatus_to_exitcode(status)


def _work_and_leave(work: Callable[[Callable[[bytes], None]], None], pipe: int) -> None:
    try:
        work(lambda said: (os.write(pipe, said), None)[1])
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
