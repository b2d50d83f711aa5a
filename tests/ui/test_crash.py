from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from casedesk.domain.problems import VaultDamaged
from casedesk.ui.crash import CrashReporter, details_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[CrashReporter]:
    reporter = CrashReporter()
    yield reporter
    if (dialog := reporter.dialog()) is not None:
        dialog.close()


def a_failure() -> Exception:
    try:
        _fail("Özdemir")
    except KeyError as error:
        return error
    raise AssertionError


def _fail(name: str) -> None:
    try:
        int(name)
    except ValueError as error:
        raise KeyError(name) from error


def tell(reporter: CrashReporter, error: Exception) -> None:
    reporter.report(type(error), error, error.__traceback__)


def test_the_details_name_places_and_kinds_but_no_people() -> None:
    details = details_of(a_failure())

    assert "KeyError" in details
    assert "ValueError" in details
    assert "in a_failure" in details
    assert "Özdemir" not in details
    assert "/home" not in details


def test_many_failures_open_one_dialog(reporter: CrashReporter) -> None:
    tell(reporter, a_failure())
    first = reporter.dialog()

    tell(reporter, a_failure())

    assert first is not None
    assert reporter.dialog() is first


def test_a_failure_on_another_thread_is_shown_on_this_one(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    worker = threading.Thread(target=tell, args=(reporter, a_failure()))
    worker.start()
    worker.join()
    assert reporter.dialog() is None

    qtbot.waitUntil(lambda: reporter.dialog() is not None)


def test_the_details_can_be_copied_without_closing(reporter: CrashReporter) -> None:
    tell(reporter, a_failure())
    dialog = reporter.dialog()
    assert dialog is not None
    [copy] = [b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()]

    copy.click()

    assert "KeyError" in QApplication.clipboard().text()
    assert dialog.isVisible()


@pytest.mark.parametrize("is_taken_care_of", [True, False])
def test_a_damaged_vault_is_no_crash_where_something_can_be_done(
    qtbot: QtBot, *, is_taken_care_of: bool
) -> None:
    reporter = CrashReporter(meet_damage=lambda: is_taken_care_of)

    tell(reporter, VaultDamaged())

    dialog = reporter.dialog()
    assert (dialog is None) == is_taken_care_of
    if dialog is not None:
        dialog.close()


def test_other_failures_are_crashes_whatever_is_done_about_damage(
    qtbot: QtBot,
) -> None:
    reporter = CrashReporter(meet_damage=lambda: True)

    tell(reporter, a_failure())

    dialog = reporter.dialog()
    assert dialog is not None
    dialog.close()
