"""Tries a vault, papers, bills and a window, to tell whether all is installed."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from casedesk import __version__
from casedesk.domain.page_code import codes_among
from casedesk.services.clock import Clock
from casedesk.services.sample_bills import german_bill, swiss_bill
from casedesk.services.sample_case import consent_set_of, make_sample
from casedesk.services.scans import ScannedPage
from casedesk.ui import wording
from casedesk.ui.application import Application
from casedesk.ui.immortal import keep_constants_alive
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.preferences import Preferences
from casedesk.ui.scans.reading import Reading
from casedesk.ui.theme import FUSION

_OTHERS = ("sqlcipher3", "argon2-cffi", "reportlab")


def test_itself() -> None:
    """Go once through the program without a display; print one line at the end.

    What does not work raises.
    """
    keep_constants_alive()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([*sys.argv[:1], *FUSION])
    with TemporaryDirectory(prefix="casedesk-") as folder:
        picture = _tour(app, Path(folder))
    if picture.isNull():
        sentence = "The window was not painted."
        raise RuntimeError(sentence)
    words = " ".join(f"{name} {_version(name)}" for name in _OTHERS)
    if sys.stdout is None:  # a window program on Windows has no output
        return
    sys.stdout.write(
        f"OK: CaseDesk {__version__}, Python {platform.python_version()}, "
        f"Qt {qt_version}, {words}\n"
    )


def _tour(app: QApplication, folder: Path) -> QPixmap:
    clock = Clock()
    application = Application(app, Preferences(folder))
    application.start()
    session = make_sample(folder / "sample.casedesk", clock)
    pdf = consent_set_of(session)
    if not pdf.startswith(b"%PDF"):
        sentence = "The paper is no PDF."
        raise RuntimeError(sentence)
    _read_back(app, folder / "paper.pdf", pdf)
    german_bill(clock.today())
    swiss_bill()
    application.open_session(session)
    app.processEvents()
    window = application.window()
    picture = QPixmap() if window is None else window.grab()
    application.lock()
    app.processEvents()
    return picture


def _read_back(app: QApplication, path: Path, pdf: bytes) -> None:
    """Let another process render the paper and read the code on its first page."""
    path.write_bytes(pdf)
    owner, pages = QWidget(), list[ScannedPage]()
    reading = Reading(BackgroundJobs(wording.problem, app), owner)
    reading.page_read.connect(pages.append)
    reading.start([path])
    while reading.is_running():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    if not pages or not codes_among(pages[0].codes):
        sentence = "The code on the paper was not read."
        raise RuntimeError(sentence)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a bundle carries no such notes
        return "built in"
