from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.closure import CaseClosed
from casedesk.services import demo

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey


def test_the_demo_shows_reviews_risks_an_evaluation_and_closings(
    tmp_path: Path, key: VaultKey
) -> None:
    from conftest import a_clock

    session = demo.create_demo(tmp_path / "demo.casedesk", key, a_clock())
    try:
        open_cases = session.cases.lines()
        reviewed = [
            line for line in open_cases if session.reviewing.confirmed_of(line.case_id)
        ]
        at_risk = [
            line for line in open_cases if session.risks.of(case_id=line.case_id)
        ]
        courses = session.courses.goals(reviewed[0].case_id)
        closed = session.cases.lines(closed=True)
        closures = [session.closing.of(line.case_id) for line in closed]
        evaluated = [session.evaluating.confirmed_of(e.case_id) for e in closed]

        assert reviewed
        assert at_risk == reviewed
        assert all(len(course.levels) >= 1 for course in courses)
        assert all(each is not None and each.keep_until for each in closures)
        [[sheet]] = [each for each in evaluated if each]
        assert sheet.scores.change is not None
        with pytest.raises(CaseClosed):
            session.planning.add_goal(closed[0].case_id)
    finally:
        session.lock()
