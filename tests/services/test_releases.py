"""The missing release, prepared where the gap was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case, sign

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory

if TYPE_CHECKING:
    from services.paper_case import PaperCase

    from casedesk.services.session import Session

HEALTH, FINANCES = DataCategory.HEALTH, DataCategory.FINANCES


@pytest.fixture
def case(session: Session) -> PaperCase:
    return a_paper_case(session)


def test_a_gap_becomes_a_draft_with_recipient_direction_and_information(
    session: Session, case: PaperCase
) -> None:
    row = session.releases.prepare(
        case.case.id, case.doctor.id, Direction.OBTAIN, (HEALTH,)
    )

    [consent] = session.consents.of(case_id=case.case.id)
    assert consent.kind is ConsentKind.RELEASE
    assert consent.signed_on is None
    assert session.consent_items.get(row.id) == row
    assert (row.consent_id, row.party_id) == (consent.id, case.doctor.id)
    assert row.direction is Direction.OBTAIN
    assert row.categories == (DataCategory.IDENTITY, HEALTH)


def test_a_second_gap_widens_the_row_or_joins_the_draft(
    session: Session, case: PaperCase
) -> None:
    prepare = session.releases.prepare
    prepare(case.case.id, case.doctor.id, Direction.OBTAIN, (HEALTH,))

    widened = prepare(case.case.id, case.doctor.id, Direction.PASS_ON, (FINANCES,))
    prepare(case.case.id, case.nurse.id, Direction.BOTH, (HEALTH,))

    [consent] = session.consents.of(case_id=case.case.id)
    assert len(session.consent_items.of(consent_id=consent.id)) == 2
    assert widened.direction is Direction.BOTH
    assert widened.categories == (DataCategory.IDENTITY, HEALTH, FINANCES)


def test_what_was_explained_or_signed_is_not_touched(
    session: Session, case: PaperCase
) -> None:
    prepare = session.releases.prepare
    first = prepare(case.case.id, case.doctor.id, Direction.OBTAIN, (HEALTH,))
    sign(session, first.consent_id)

    second = prepare(case.case.id, case.doctor.id, Direction.OBTAIN, (FINANCES,))

    assert second.consent_id != first.consent_id
    before = session.consent_items.get(first.id)
    assert before.categories == first.categories
