"""Every page and every dialog: with names for a screen reader, with room, quietly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from services.closed_case import close
from story import first_case as step
from story.closed_case import FREE, pressable

from casedesk.services import vaults
from casedesk.services.demo import create_demo
from casedesk.ui.consents.page import ConsentsPage
from casedesk.ui.consents.receipt_line import ReceiptsDialog
from casedesk.ui.consents.told_dialog import ToldDialog
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import WITHOUT_CASE, Page, Place
from casedesk.ui.preview.dialog import PreviewDialog
from casedesk.ui.record_list import RecordList
from casedesk.ui.scans.check_dialog import CheckDialog
from casedesk.ui.scans.received_dialog import ReceivedDialog
from casedesk.ui.scans.tray_dialog import TrayDialog
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.window.case_view import CaseView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from story.desk_worker import Worker

    from casedesk.domain.case import CaseId
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session
    from casedesk.ui.preferences import Preferences, Scheme

NARROW = 1024
LOW = 740
UNFOLDED = 2  # of each page; the others are of the same kind


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory, key: VaultKey) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.casedesk"
    create_demo(path, key, a_clock()).lock()
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, key: VaultKey) -> Session:
    path = tmp_path / demo_file.name
    path.write_bytes(demo_file.read_bytes())
    return vaults.unlock(path, key, a_clock())


def main_window(worker: Worker) -> MainWindow:
    window = worker.application.window()
    assert isinstance(window, MainWindow)
    return window


def busiest_case(session: Session) -> CaseId:
    lines = session.cases.lines()
    return max((line.case_id for line in lines), key=session.cases.minutes_spent)


def pages(worker: Worker, session: Session) -> Iterator[tuple[str, QWidget]]:
    """Open every page with its forms, and return its name and the window."""
    window, case_id = main_window(worker), busiest_case(session)
    for page in Page:
        window.go(Place(page=page, case_id=case_id))
        QApplication.processEvents()
        rows = [each for each in window.findChildren(Unfolding) if each.isVisible()]
        for row in rows[:UNFOLDED]:
            row.open()
        for records in window.findChildren(RecordList):
            if records.isVisible():
                records.add()
        yield page, worker.window()


def dialogs(worker: Worker, session: Session) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog over the window, and return its name and itself."""
    window, case_id = main_window(worker), busiest_case(session)
    for name, key in (
        ("new client", Qt.Key.Key_N),
        ("preferences", Qt.Key.Key_Comma),
    ):
        worker.shortcut(key)
        yield name, worker.window()
        worker.presses("Cancel")
    worker.presses_key(Qt.Key.Key_F1)
    yield "help", worker.window()
    worker.presses("Close")
    window.passphrase_wanted.emit()
    yield "change passphrase", worker.window()
    worker.presses("Cancel")
    window.go(Place(page=Page.CLIENT, case_id=case_id))
    worker.types("title", "Dr.")
    worker.presses("Changes: person")
    yield "changes", worker.window()
    worker.presses("Close")
    window.go(Place(page=Page.OVERVIEW, case_id=case_id))
    for kind in ("New person", "New organisation"):
        worker.presses("Add somebody")
        yield "pick", worker.window()
        worker.presses(kind)
        yield kind, worker.window()
        worker.presses("Back")
        worker.presses("Cancel")
    window.go(Place(page=Page.DISCLOSURES, case_id=case_id))
    worker.presses("Record something told …")
    yield "exchange", worker.window()
    worker.presses("Cancel")
    window.go(Place(page=Page.MATRIX, case_id=case_id))
    worker.presses("Rules of law …")
    yield "laws", worker.window()
    worker.presses("Close")
    for dialog in more_dialogs(window, session, case_id):
        dialog.open()
        QApplication.processEvents()
        yield type(dialog).__name__, dialog
        dialog.reject()
    window.go(Place(page=Page.DOCUMENTS, case_id=case_id))
    worker.presses("Print care plan")
    preview = worker.window()
    assert isinstance(preview, PreviewDialog)
    worker.waits_for(preview.is_shown)
    yield "preview", preview
    worker.presses("Close")


def more_dialogs(
    window: MainWindow, session: Session, case_id: CaseId
) -> Iterator[QDialog]:
    """Make the dialogs about declarations and scans."""
    signed = [c for c in session.consents.of(case_id=case_id) if c.signed_on]
    place = Place(page=Page.CONSENTS, case_id=case_id, subject_id=signed[0].id)
    window.go(place)
    [page] = window.findChildren(ConsentsPage)
    for made in (page.note_signature(), page.note_withdrawal(), page.sign_on_screen()):
        assert made is not None
        yield made
    for notice in session.withdrawal_notices.all()[:1]:
        yield ToldDialog(session, notice, "Dr. Ömer Şahin", window)
    yield ReceiptsDialog(window._desk, case_id, window)
    yield TrayDialog(window._desk, window)
    path = session.path.with_name("unknown.pdf")
    path.write_bytes(b"no paper of ours")
    yield CheckDialog(path, window._desk, window)
    for received in session.scans.of_case(case_id)[:1]:
        yield ReceivedDialog(received.id, window._desk, window)


def first_steps(worker: Worker, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Open all that is shown before a vault is open."""
    yield "welcome", worker.window()
    worker.presses("Preferences …")
    yield "preferences", worker.window()
    worker.presses("Cancel")
    worker.presses("Set up my practice")
    yield "practice", worker.window()
    worker.presses("Next")
    worker.types("folder", str(folder))
    worker.fills("New passphrase", step.PASSPHRASE)
    worker.fills("The same once more", step.PASSPHRASE)
    yield "vault", worker.window()
    worker.presses("Next")
    worker.waits_for(lambda: worker.sees("Step 3 of 3"))
    yield "letterhead", worker.window()
    worker.presses("Start")
    worker.waits_for(lambda: worker.application.session() is not None)
    yield "recovery sheet", worker.window()
    worker.presses("Later")
    worker.shortcut(Qt.Key.Key_L)
    yield "unlock", worker.window()
    worker.presses("Forgot the passphrase?")
    yield "recovery", worker.window()
    worker.presses("Cancel")


def nameless(window: QWidget) -> set[str]:
    """Return the controls that a screen reader could not name."""
    buddies = {label.buddy() for label in window.findChildren(QLabel)}
    return {
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not _has_words(each) and each not in buddies
    }


def _has_words(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    return any(letter.isalpha() for letter in widget.accessibleName() or text)


def test_every_control_of_every_page_has_a_name(worker: Worker, demo: Session) -> None:
    worker.application.open_session(demo)

    missing = {name: nameless(shown) for name, shown in pages(worker, demo)}

    assert {name: found for name, found in missing.items() if found} == {}


def test_every_control_of_every_dialog_has_a_name(
    worker: Worker, demo: Session
) -> None:
    worker.application.open_session(demo)

    missing = {name: nameless(shown) for name, shown in dialogs(worker, demo)}

    assert {name: found for name, found in missing.items() if found} == {}


def test_every_control_before_the_vault_is_open_has_a_name(
    worker: Worker, tmp_path: Path
) -> None:
    missing = {name: nameless(shown) for name, shown in first_steps(worker, tmp_path)}

    assert {name: found for name, found in missing.items() if found} == {}


# A warning of Qt fails the test by itself.
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_fits_a_narrow_display_with_text_of_twice_the_size(
    preferences: Preferences, worker: Worker, demo: Session, scheme: Scheme
) -> None:
    preferences.change(scheme=scheme, text_percent=200)
    worker.application.open_session(demo)
    main_window(worker).resize(NARROW, LOW)

    too_wide = {}
    for shown in (pages(worker, demo), dialogs(worker, demo)):
        for name, window in shown:
            assert not window.grab().isNull()
            if window.width() > NARROW or window.minimumSizeHint().width() > NARROW:
                too_wide[str(name)] = window.width(), window.minimumSizeHint().width()

    assert too_wide == {}


def test_the_first_windows_fit_a_narrow_display_with_text_of_twice_the_size(
    preferences: Preferences, worker: Worker, tmp_path: Path
) -> None:
    preferences.change(text_percent=200)
    worker.application._on_rebuild()
    main = worker.window()
    main.resize(NARROW, LOW)

    for name, window in first_steps(worker, tmp_path):
        assert not window.grab().isNull()
        assert window.minimumSizeHint().width() <= NARROW, name


def test_nothing_that_would_change_a_closed_case_can_be_pressed(
    worker: Worker, demo: Session
) -> None:
    lines = demo.cases.lines()
    case_id = next(x.case_id for x in lines if x.family_name == "Özdemir")
    demo.reviewing.begin(case_id)
    demo.evaluating.begin(case_id)
    close(demo, case_id)
    worker.application.open_session(demo)
    window = main_window(worker)

    found = {}
    for page in (each for each in Page if each not in WITHOUT_CASE):
        window.go(Place(page=page, case_id=case_id))
        QApplication.processEvents()
        [view] = window.findChildren(CaseView)
        shown = view.page()
        assert shown is not None
        found[page] = pressable(shown) - FREE

    assert {page: words for page, words in found.items() if words} == {}
