from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import CaseId, PartyId
from casedesk.domain.data_category import DataCategory
from casedesk.domain.withholding import (
    LiftedBeforeSaid,
    Withholding,
    WithholdingId,
    check_withholding,
)

DAY = date(2026, 6, 1)
SON, DOCTOR = PartyId("son"), PartyId("doctor")
WISH = Withholding(id=WithholdingId("w"), case_id=CaseId("k"), said_on=DAY)


def test_a_wish_holds_from_its_day_until_it_is_lifted() -> None:
    lifted = replace(WISH, lifted_on=DAY + timedelta(days=3))

    assert not WISH.holds_on(DAY - timedelta(days=1))
    assert WISH.holds_on(DAY)
    assert lifted.holds_on(DAY + timedelta(days=2))
    assert not lifted.holds_on(DAY + timedelta(days=3))


def test_without_a_party_it_concerns_everybody_without_a_kind_everything() -> None:
    of_health = replace(WISH, categories=(DataCategory.HEALTH,))
    from_son = replace(WISH, party_id=SON)

    assert WISH.concerns(DOCTOR, DataCategory.FINANCES)
    assert of_health.concerns(DOCTOR, DataCategory.HEALTH)
    assert not of_health.concerns(DOCTOR, DataCategory.FINANCES)
    assert from_son.concerns(SON, DataCategory.FINANCES)
    assert not from_son.concerns(DOCTOR, DataCategory.FINANCES)


def test_a_wish_cannot_be_lifted_before_it_was_said() -> None:
    with pytest.raises(LiftedBeforeSaid):
        check_withholding(replace(WISH, lifted_on=DAY - timedelta(days=1)))
