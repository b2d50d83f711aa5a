"""Names and notes that are meant as an attack are shown and printed as letters."""

from __future__ import annotations

import os
import sys
from dataclasses import fields
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock, a_practice
from pypdf import PdfReader
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QTextEdit,
    QWidget,
)
from services.paper_case import a_paper_case, a_plan, a_recipient

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.phase import Phase
from casedesk.domain.problems import Problem
from casedesk.services import vaults
from casedesk.services.records import Records
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from casedesk.domain.case import Case
    from casedesk.security.keys import VaultKey
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session
    from casedesk.ui.application import Application

# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

CANARY = "CANARY"  # stands for a file that is there to be opened
BOLD = "<b>fett</b>"
PAYLOADS = (
    BOLD,
    f'<img src="{CANARY}">',
    f'<img src="file://{CANARY}">',
    r'<img src="\\192.0.2.7\share\x.png">',
    '<img src="http://127.0.0.1:9/x.png" onerror="alert(1)">',
    f'<a href="file://{CANARY}">hier</a>',
    f'<link rel="stylesheet" href="{CANARY}">',
    f"<style>@import url({CANARY});</style>",
    f"<body background='{CANARY}'>",
    "<script>alert(1)</script>",
    "<h1>Titel</h1><table><tr><td>x</td></tr></table>",
    "<!DOCTYPE html><html><head><meta charset='utf-8'></head>",
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{CANARY}">]><x>&e;</x>',
    "<svg onload=alert(1)>",
    f'<para><img src="{CANARY}" width="9" height="9"/></para>',
    '<font size="40" color="red">groß</font>',
    "</para></b></font>",
    "&lt;b&gt; &amp; &#60;i&#62; &nbsp;",
    "<![CDATA[ x ]]>",
    "<seq id='x'/><pageBreak/><onDraw name='x'/>",
    "Anna\u202eadnA\u202c \u2066versteckt\u2069",
    "\u200bnull\u200d \ufeffBreite\u2028Zeile\u2029Absatz",
    "Steuer\x01\x07\x08\x1b[31mzeichen\x7f\x85",
    "'; DROP TABLE client; --",
    '" OR 1=1 --',
    "=cmd|' /C calc'!A0",
    "%s%n%x {0} {name} ${jndi:ldap://127.0.0.1/x}",
    f"$(cat {CANARY}) `cat {CANARY}`",
    "../../../../etc/passwd",
    "W" * 900,
)


class Watch:
    """Notes what Python opens and starts while it is on."""

    def __init__(self) -> None:
        self.word = ""
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.word:
            return
        is_file = event == "open" and self.word in str(arguments[0])
        starts = (
            "socket.",
            "urllib.",
            "http.",
            "subprocess.",
            "os.system",
            "ctypes.dl",
        )
        if is_file or event.startswith(starts):
            self.seen.append(f"{event} {arguments[:1]}")


WATCH = Watch()
sys.addaudithook(WATCH)  # stays for good, but is off between the tests


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file that anybody would see was read."""
    path = tmp_path / "canary-7193.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    # Longer ago than the last change: so a reading is noted by every file system.
    os.utime(path, (1_000_000_000, 1_100_000_000))
    return path


@pytest.fixture
def watch() -> Iterator[Watch]:
    WATCH.seen.clear()
    WATCH.word = "canary-7193"
    yield WATCH
    WATCH.word = ""


@pytest.fixture
def session(tmp_path: Path, key: VaultKey) -> Session:
    return vaults.create(tmp_path / "v.casedesk", key, a_practice(), a_clock())


def a_whole_case(session: Session) -> Case:
    """Store a case with something of everything."""
    made = a_paper_case(session)
    a_plan(session, made.case)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, made.doctor, Direction.BOTH)
    session.entries.add(
        Entry(
            id=EntryId(session.clock.new_id()),
            case_id=made.case.id,
            phase=Phase.INTAKE,
            happened_on=session.clock.today(),
        )
    )
    return made.case


def inject(session: Session, canary: Path, turn: int, most: int) -> int:
    """Put so many payloads into every text field, another one first each time."""
    kinds = [each for each in vars(session).values() if isinstance(each, Records)]
    count = turn
    for records in (*kinds, session.practice.records):
        for record in records.all():
            for name in texts_of(record):
                begin = count % len(PAYLOADS)
                words = " ".join((*PAYLOADS[begin:], *PAYLOADS[:begin])[:most])
                count += is_stored(
                    records, record.id, name, words.replace(CANARY, str(canary))
                )
    return count - turn


# Any: a record of whatever kind.
def texts_of(record: Any) -> list[str]:
    """Return the fields that hold what a user types freely."""
    return [
        field.name
        for field in fields(record)
        if type(getattr(record, field.name)) is str
        and field.name != "id"
        and not field.name.endswith(("_id", "number"))
    ]


def is_stored(records: Records[Any], record_id: str, name: str, words: str) -> bool:
    """Store words; a field that has a form of its own may refuse them."""
    try:
        records.change(record_id, **{name: words})
    except (Problem, ValueError):
        return False
    return True


def papers(session: Session, case: Case) -> Iterator[Paper]:
    yield session.papers.consent_set(
        [each.id for each in session.consents.of(case_id=case.id)]
    )
    yield session.papers.care_plan(case.id)
    yield session.papers.care_plan_client(case.id)


def interpreted(window: QWidget) -> list[str]:
    """Return what would obey the markup in a text that it shows."""
    found = [
        f"label: {each.text()[:40]}"
        for each in window.findChildren(QLabel)
        if each.textFormat() != Qt.TextFormat.PlainText and "<" in each.text()
    ]
    found += [
        f"tip of {type(each).__name__}: {each.toolTip()[:40]}"
        for each in window.findChildren(QWidget)
        if is_obeyed(each.toolTip())
    ]
    found += [f"a rich text: {each}" for each in window.findChildren(QTextEdit)]
    models = [view.model() for view in window.findChildren(QAbstractItemView)]
    models += [box.model() for box in window.findChildren(QComboBox)]
    for model in models:
        for row in range(min(model.rowCount(QModelIndex()), 30)):
            # A list has one column, and does not like to be asked.
            is_list = isinstance(model, QAbstractListModel)
            for column in range(1 if is_list else model.columnCount(QModelIndex())):
                tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                if is_obeyed(str(tip or "")):
                    found.append(f"tip in a list: {str(tip)[:40]}")
    return found


def is_obeyed(tip: str) -> bool:
    """Whether a tip holds markup of a user: the system obeys it in tips."""
    return "<img" in tip or BOLD in tip


@pytest.mark.parametrize("turn", [0, 10, 20])
def test_no_page_obeys_what_is_written_in_a_case(
    application: Application,
    session: Session,
    canary: Path,
    watch: Watch,
    qtbot: QtBot,
    turn: int,
) -> None:
    case = a_whole_case(session)
    assert inject(session, canary, turn, len(PAYLOADS)) > 60
    before = canary.stat().st_atime_ns
    application.start()
    application.open_session(session)
    window = application.window()
    assert isinstance(window, MainWindow)

    obeyed: list[str] = []
    for page in Page:
        window.go(Place(page=page, case_id=case.id))
        QApplication.processEvents()
        assert not window.grab().isNull()
        obeyed += [f"{page}: {each}" for each in interpreted(window)]

    assert obeyed == []
    assert watch.seen == []
    assert canary.stat().st_atime_ns == before
    assert window.windowTitle() == "CaseDesk"


@pytest.mark.parametrize("turn", [0, 15])
def test_no_paper_obeys_what_is_written_in_a_case(
    session: Session, canary: Path, watch: Watch, turn: int
) -> None:
    case = a_whole_case(session)
    assert inject(session, canary, turn, 3) > 60  # more would fill books
    before = canary.stat().st_atime_ns

    for paper in papers(session, case):
        pdf = paper.render()
        printed = PdfReader(BytesIO(pdf))
        words = "".join(page.extract_text() for page in printed.pages)
        assert "<" in words, paper.kind
        assert b"/URI" not in pdf
        assert b"/JavaScript" not in pdf
        assert paper.file_name.startswith(f"CD-{case.number}")
        assert paper.file_name.replace("-", "").replace(".", "").isalnum()
        assert not any(page.get("/Annots") for page in printed.pages)

    session.lock()
    assert watch.seen == []
    assert canary.stat().st_atime_ns == before


def test_there_are_thirty_payloads_and_the_watch_sees(
    canary: Path, watch: Watch
) -> None:
    before = canary.stat().st_atime_ns

    canary.read_bytes()

    assert len(set(PAYLOADS)) == 30
    assert len(watch.seen) == 1
    if canary.stat().st_atime_ns == before:
        pytest.skip("this file system does not note who reads")
