"""A case of the demo goes from its first review to the closing report, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from story import accounted_care as step

from casedesk.services.demo import create_demo

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

    from casedesk.security.keys import VaultKey

# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def test_a_case_is_reviewed_evaluated_checked_closed_and_accounted_for(
    worker: Worker, tmp_path: Path, key: VaultKey, saved: list[Path]
) -> None:
    demo = create_demo(tmp_path / "demo.casedesk", key, a_clock())
    worker.application.open_session(demo)

    step.opens_the_case(worker, "Özdemir")
    step.holds_the_first_review(worker)
    step.holds_a_later_review(worker)
    step.prints_the_review(worker, saved)
    step.evaluates(worker)
    step.looks_at_the_quality(worker)
    step.closes(worker)
    report = step.issues_the_closing_report(worker, saved)

    for said in (
        step.RESPITE,
        "12.01.2026: GAS −1, 4 / 10 – Ein Nachmittag klappt.",
        "14.03.2026: GAS 0, 8 / 10 – Beide Nachmittage klappen.",
        "teilweise erreicht, GAS −1 – Die Kräfte schwanken.",
        step.OWN_WORDS,
        step.AFTERCARE,
    ):
        assert said in report
