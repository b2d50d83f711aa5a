"""The window of a damaged vault shows all and lets nothing be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from store.damage import root_of, spoil

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.services import mending
from casedesk.ui import wording
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import Preferences
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session


@pytest.fixture
def looked_at(session: Session, key: VaultKey) -> Iterator[Session]:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    session.lock()
    spoil(session.path, root_of(session.path, key, "mandate"))
    looked_at = mending.look_into(session.path, key, a_clock()).session()
    yield looked_at
    looked_at.lock()


def test_every_page_is_shown_locked_beneath_a_clear_sentence(
    looked_at: Session,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
    told: list[str],
) -> None:
    jobs = BackgroundJobs(wording.problem, qapp)
    window = MainWindow(looked_at, jobs, Preferences(tmp_path / "preferences"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    [case] = looked_at.case_records.all()

    for page in Page:
        window.go(Place(page=page, case_id=case.id))
        qtbot.wait(5)
        forms = [each for each in window.findChildren(RecordForm) if each.isVisible()]
        for form in forms:
            assert all(_is_locked(each) for each in form.findChildren(QLineEdit)), page
            assert all(
                _is_locked(each) for each in form.findChildren(QPlainTextEdit)
            ), page

    assert told == []
    assert not window.strips.damage.isHidden()
    assert "damaged" in window.strips.damage._words.text()
    closing: list[None] = []
    window.lock_wanted.connect(lambda: closing.append(None))
    window.strips.damage._act.click()
    assert closing == [None]
    assert window.flush()
    window.close()


def _is_locked(editor: QLineEdit | QPlainTextEdit) -> bool:
    return editor.isReadOnly() or not editor.isEnabled()
