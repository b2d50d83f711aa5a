from __future__ import annotations

import subprocess
import sys

import pytest

SIGNALS = """
from PySide6.QtCore import QObject, Signal
from casedesk.ui.immortal import keep_constants_alive

class Sender(QObject):
    told = Signal()

keep_constants_alive()
sender = Sender()
for _ in range(20_000):
    sender.told.emit()
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="constants are immortal")
def test_a_program_lives_through_any_number_of_signals() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{SIGNALS}"],
        check=False,
        capture_output=True,
    )

    assert done.returncode == 0, done.stderr
