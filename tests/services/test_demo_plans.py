from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import a_clock

from casedesk.domain.plan_copies import HeldCopy
from casedesk.domain.plan_version import PlanState
from casedesk.services.demo import create_demo
from casedesk.services.demo_plans import WITH_VERSIONS

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey


def test_the_demo_shows_a_frozen_version_a_draft_and_who_got_what(
    tmp_path: Path, key: VaultKey
) -> None:
    session = create_demo(tmp_path / "demo.casedesk", key, a_clock())
    [line] = [
        each for each in session.cases.lines() if each.family_name in WITH_VERSIONS
    ]

    draft, agreed = session.plan_versions.of_case(line.case_id)
    changes = session.plan_versions.differences(agreed.plan.id, draft.plan.id)
    copies = session.plan_versions.copies(line.case_id)
    client, *_ = session.plan_versions.holdings(agreed.plan.id)

    assert (draft.state, agreed.state) == (PlanState.DRAFT, PlanState.IN_FORCE)
    assert agreed.document is not None
    assert session.documents.is_intact(agreed.document.id)
    assert (len(changes.goals), len(changes.measures)) == (1, 1)
    assert len(changes.dissents) == 1
    assert [each.is_excerpt for each in copies] == [True, False]
    assert client.held is HeldCopy.CURRENT
    session.lock()
