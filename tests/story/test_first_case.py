"""The first day of a new practice, and what must hold on every day after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from story import first_case as step

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

WRONG = "This passphrase does not open the vault."


@pytest.fixture
def at_work(worker: Worker, tmp_path: Path) -> Worker:
    """A vault with one client, whose personal data are shown."""
    step.sets_up_a_practice(worker, tmp_path)
    step.takes_in(worker, "Özdemir", "Ayşe", "3.5.1951")
    return worker


def test_a_whole_first_day_is_there_again_after_locking(
    worker: Worker, tmp_path: Path, saved: list[Path]
) -> None:
    step.sets_up_a_practice(worker, tmp_path)
    step.takes_in(worker, "Özdemir", "Ayşe", "3.5.1951")
    step.writes_down_who_the_client_is(worker)
    step.notes_mandate_and_people(worker)
    step.holds_the_first_talk(worker)
    step.assesses_a_domain(worker)
    step.plans_an_answer(worker)
    step.gets_the_consents(worker)
    step.gives_out_the_papers(worker, saved)
