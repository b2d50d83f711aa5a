"""A need becomes a goal, help, a letter, a decision, and the next version of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from story import first_case as first
from story import planned_care as step

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def test_a_need_is_followed_to_the_next_version_of_the_plan(
    worker: Worker, tmp_path: Path, saved: list[Path]
) -> None:
    first.sets_up_a_practice(worker, tmp_path)
    first.takes_in(worker, "Özdemir", "Ayşe", "3.5.1951")
    first.assesses_a_domain(worker)
    first.plans_an_answer(worker)

    step.brings_in_a_provider(worker)
    step.agrees_the_plan(worker)
    step.begins_a_referral(worker)
    step.is_refused_the_letter(worker)
    step.releases_it(worker)
    step.sends_the_letter(worker, saved)
    step.confers(worker)
    step.compares_with_a_new_version(worker)
