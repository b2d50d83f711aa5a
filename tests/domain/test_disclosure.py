from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.case import CaseId, PartyId
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Direction,
)
from casedesk.domain.disclosure import recipients_on

DAY = date(2026, 3, 14)
NURSE = PartyId("nurse")


def a_consent(
    kind: ConsentKind = ConsentKind.RELEASE, withdrawn_on: date | None = None
) -> Consent:
    return Consent(
        id=ConsentId("consent"),
        case_id=CaseId("case"),
        kind=kind,
        explained_on=DAY,
        signed_on=DAY,
        withdrawn_on=withdrawn_on,
    )


def an_item(
    direction: Direction = Direction.PASS_ON, valid_until: date | None = None
) -> ConsentItem:
    return ConsentItem(
        id=ConsentItemId("item"),
        case_id=CaseId("case"),
        consent_id=ConsentId("consent"),
        party_id=NURSE,
        direction=direction,
        valid_until=valid_until,
    )


@pytest.mark.parametrize("direction", [Direction.PASS_ON, Direction.BOTH])
def test_something_may_go_to_whom_a_consent_in_force_names(
    direction: Direction,
) -> None:
    assert recipients_on(DAY, [a_consent()], [an_item(direction)]) == {NURSE}


@pytest.mark.parametrize(
    ("consent", "item"),
    [
        pytest.param(a_consent(), an_item(Direction.OBTAIN), id="only obtains"),
        pytest.param(a_consent(withdrawn_on=DAY), an_item(), id="withdrawn"),
        pytest.param(
            a_consent(ConsentKind.POWER_OF_ATTORNEY), an_item(), id="no release"
        ),
        pytest.param(
            a_consent(), an_item(valid_until=date(2026, 3, 13)), id="row has ended"
        ),
    ],
)
def test_nothing_may_go_without(consent: Consent, item: ConsentItem) -> None:
    assert recipients_on(DAY, [consent], [item]) == frozenset()
