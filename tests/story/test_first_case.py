"""The first day of a new practice, and what must hold on every day after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from story import first_case as step

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

LONGER_THAN_ANY_PAUSE_MS = 250
# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def at_work(worker: Worker, tmp_path: Path) -> Worker:
    """A vault with one client, whose personal data are shown."""
    step.sets_up_a_practice(worker, tmp_path)
    step.takes_in(worker, "Özdemir", "Ayşe", "3.5.1951")
    return worker


def test_a_whole_first_day_is_there_again_after_locking(
    at_work: Worker, saved: list[Path]
) -> None:
    step.writes_down_who_the_client_is(at_work)
    step.notes_mandate_and_people(at_work)
    step.holds_the_first_talk(at_work)
    step.assesses_a_domain(at_work)
    step.plans_an_answer(at_work)
    step.gets_the_consents(at_work)
    step.gives_out_the_papers(at_work, saved)

    step.locks_and_unlocks(at_work)

    assert at_work.sees("All pages are as they were issued.")  # the same place
    step.finds_everything_again(at_work)


def test_somebody_of_a_similar_name_is_shown_before_a_second_one_is_made(
    at_work: Worker,
) -> None:
    at_work.opens_tab("Intake")

    at_work.shortcut(Qt.Key.Key_N)
    at_work.types("family_name", "Oezdemir")
    at_work.types("given_name", "Ayse")
    at_work.waits_for(lambda: at_work.sees("Already in your vault?"))
    at_work.presses("Open")

    assert at_work.sees("CLIENTS · 1 active")
    assert at_work.tab().strip() == "Overview"


def test_what_is_inside_a_long_word_is_found_and_opened(at_work: Worker) -> None:
    step.holds_the_first_talk(at_work)
    at_work.opens_tab("Planning")

    [found] = at_work.searches("versicherung")
    at_work.presses_key(Qt.Key.Key_Return)

    assert "Krankenversicherungsprämie" in found
    assert at_work.tab().strip() == "Intake"
    assert at_work.reads("concern") == step.CONCERN


@pytest.mark.parametrize("typed", ["oezdemir", "ozdemir", "ÖZDEMIR", "ayse"])
def test_a_name_is_found_however_its_umlauts_are_typed(
    at_work: Worker, typed: str
) -> None:
    step.takes_in(at_work, "Weber", "Claudia", "1960")

    found = at_work.searches(typed)

    assert found
    assert all("Özdemir, Ayşe" in entry for entry in found)


def test_an_earlier_text_is_seen_and_brought_back(at_work: Worker) -> None:
    at_work.opens_tab("Intake")
    at_work.types("concern", "Wie sie es sagte.")
    at_work.types("concern", "Aus Versehen ersetzt.")

    at_work.presses("Changes")
    assert at_work.sees("Wie sie es sagte.")
    assert at_work.sees("Aus Versehen ersetzt.")
    at_work.presses("Restore the state before this change")
    at_work.presses("Close")

    assert at_work.reads("concern") == "Wie sie es sagte."


def test_what_was_removed_comes_back_with_undo(at_work: Worker) -> None:
    at_work.presses("Add a phone number or mail address")
    at_work.types("value", "079 000 11 22")

    at_work.presses("Remove")
    assert at_work.sees("No phone number or mail address yet.")
    at_work.presses("Undo")

    assert at_work.reads("value") == "079 000 11 22"


def test_a_measure_that_was_removed_comes_back_with_undo(at_work: Worker) -> None:
    step.assesses_a_domain(at_work)
    step.plans_an_answer(at_work)

    at_work.presses(f"{step.MEASURE}, Client, —, —, planned")
    at_work.presses("Remove")
    assert not at_work.sees(step.MEASURE)
    at_work.presses("Undo")

    assert at_work.sees(step.MEASURE)


def test_locking_in_the_middle_of_a_search_is_quiet(at_work: Worker) -> None:
    at_work.shortcut(Qt.Key.Key_K)
    at_work.keys("öz")

    at_work.shortcut(Qt.Key.Key_L)
    QTest.qWait(LONGER_THAN_ANY_PAUSE_MS)

    assert at_work.application.session() is None


def test_locking_right_after_typing_is_quiet(at_work: Worker) -> None:
    at_work.types("given_name", "Ayşe Nur")

    at_work.shortcut(Qt.Key.Key_L)
    QTest.qWait(LONGER_THAN_ANY_PAUSE_MS)

    assert at_work.application.session() is None
