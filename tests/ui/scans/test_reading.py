from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from ui.scans.scans import an_empty_page, an_issued_release, scan_files

from casedesk.domain.page_code import codes_among
from casedesk.domain.scan_file import ScanFault
from casedesk.ui.scans.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.scans import ScannedPage
    from casedesk.ui.desk import Desk
    from casedesk.ui.scans.scan_files import ScanFile

PATIENCE_MS = 60_000


class Heard:
    """What a reading told."""

    def __init__(self, reading: Reading) -> None:
        self.pages: list[ScannedPage] = []
        self.files: list[tuple[str, ScanFault | None]] = []
        reading.page_read.connect(self.pages.append)
        reading.file_done.connect(self._on_file)

    def _on_file(self, file: ScanFile, fault: ScanFault | None) -> None:
        self.files.append((file.path.name, fault))


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def read(reading: Reading, paths: list[Path], qtbot: QtBot) -> Heard:
    heard = Heard(reading)
    with qtbot.waitSignal(reading.finished, timeout=PATIENCE_MS):
        reading.start(paths)
    return heard


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_are_read_however_they_lay(
    qtbot: QtBot, desk: Desk, owner: QWidget, tmp_path: Path, turn: int
) -> None:
    _, document = an_issued_release(desk.session)
    pdf = desk.session.documents.pdf(document.id)
    paths = scan_files(tmp_path, pdf, turn=turn)

    heard = read(Reading(desk.jobs, owner), paths, qtbot)

    codes = [codes_among(page.codes) for page in heard.pages]
    assert [(c.document_id, c.page) for [c] in codes] == [
        (document.id, number) for number in range(1, len(paths) + 1)
    ]
    assert {page.turn for page in heard.pages} == {turn}
    assert heard.files == [(path.name, None) for path in paths]


def test_a_pdf_gives_all_its_pages_upright_and_in_grey(
    qtbot: QtBot, desk: Desk, owner: QWidget, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session)
    path = tmp_path / "all.pdf"
    path.write_bytes(desk.session.documents.pdf(document.id))

    heard = read(Reading(desk.jobs, owner), [path], qtbot)

    assert [p.number for p in heard.pages] == [*range(1, heard.pages[0].pages + 1)]
    picture = Image.open(BytesIO(heard.pages[0].picture))
    assert (picture.mode, picture.height) == ("L", 2400)


def test_files_that_cannot_be_read_are_named_and_the_rest_goes_on(
    qtbot: QtBot, desk: Desk, owner: QWidget, tmp_path: Path
) -> None:
    contents = {
        "text.pdf": b"no pdf at all",
        "broken.pdf": b"%PDF-1.7 and nothing more",
        "half.jpg": an_empty_page()[:200],
        "good.jpg": an_empty_page(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in (*contents, "gone.pdf")]

    heard = read(Reading(desk.jobs, owner), paths, qtbot)

    assert heard.files == [
        ("text.pdf", ScanFault.UNKNOWN_KIND),
        ("broken.pdf", ScanFault.DAMAGED),
        ("half.jpg", ScanFault.DAMAGED),
        ("good.jpg", None),
        ("gone.pdf", ScanFault.NOT_OPENED),
    ]
    assert len(heard.pages) == 1


def test_a_picture_with_too_many_points_is_refused(
    qtbot: QtBot, desk: Desk, owner: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (10_000, 6_000)).save(path)

    heard = read(Reading(desk.jobs, owner), [path], qtbot)

    assert heard.files == [("bomb.png", ScanFault.TOO_LARGE)]


@pytest.mark.parametrize(
    ("program", "fault"),
    [
        pytest.param("import sys; sys.exit(3)", ScanFault.NOT_READ, id="it ends"),
        pytest.param("import time; time.sleep(60)", ScanFault.TOO_SLOW, id="it hangs"),
        pytest.param(
            "import os; os.write(1, b'x' * 64); os.read(0, 99999999)",
            ScanFault.NOT_READ,
            id="it talks nonsense",
        ),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
            ScanFault.NOT_READ,
            id="it crashes",
        ),
    ],
)
def test_a_reader_that_fails_costs_its_file_alone(
    qtbot: QtBot,
    desk: Desk,
    owner: QWidget,
    tmp_path: Path,
    program: str,
    fault: ScanFault,
) -> None:
    paths = [tmp_path / "one.jpg", tmp_path / "two.jpg"]
    for path in paths:
        path.write_bytes(an_empty_page())
    reading = Reading(
        desk.jobs, owner, command=[sys.executable, "-c", program], page_seconds=1
    )

    heard = read(reading, paths, qtbot)

    assert heard.files == [("one.jpg", fault), ("two.jpg", fault)]
    assert heard.pages == []


def test_cancelling_ends_the_process_at_once(
    qtbot: QtBot, desk: Desk, owner: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "one.jpg"
    path.write_bytes(an_empty_page())
    program = "import time; time.sleep(60)"
    reading = Reading(desk.jobs, owner, command=[sys.executable, "-c", program])
    reading.start([path])
    qtbot.waitUntil(lambda: reading._process is not None, timeout=PATIENCE_MS)
    process = reading._process
    assert process is not None

    with qtbot.waitSignal(reading.finished, timeout=PATIENCE_MS):
        reading.cancel()

    assert process.state() is process.ProcessState.NotRunning
    assert not reading.is_running()


def test_the_reader_knows_neither_vault_nor_key() -> None:
    import subprocess

    program = (
        "import sys; import casedesk.ui.scans.reader.process, "
        "casedesk.ui.scans.reader.codes, casedesk.ui.scans.reader.pages; "
        "print(*[m for m in sys.modules if m.startswith(('casedesk.store', "
        "'casedesk.services', 'casedesk.security', 'sqlcipher3', 'argon2'))])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_reader_can_write_no_file(tmp_path: Path) -> None:
    import subprocess

    program = (
        "from casedesk.ui.scans.reader.process import _forbid_files; "
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "import os; _forbid_files(); "
        f"os.write(os.open({str(tmp_path / 'x')!r}, os.O_CREAT | os.O_WRONLY), b'x')"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert "OSError" in done.stderr
