from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import CaseId, PartyId
from casedesk.domain.client import ClientId
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Decision,
)
from casedesk.domain.dates import PartialDate, add_months
from casedesk.domain.renewal import (
    Circumstances,
    Trigger,
    reasons_to_renew,
    silent_since,
)
from casedesk.domain.representation import Representation, RepresentationId
from casedesk.domain.signing import Signer, SignerRole

DAY = date(2026, 6, 1)
DOCTOR, PAYER, FIRM = PartyId("doctor"), PartyId("payer"), PartyId("firm")
GUARDIAN = RepresentationId("guardian")
SIGNED = Consent(
    id=ConsentId("c"),
    case_id=CaseId("k"),
    kind=ConsentKind.RELEASE,
    template_version="2026.1",
    explained_on=DAY - timedelta(days=60),
    signed_on=DAY - timedelta(days=60),
    signed_by=(SignerRole.CLIENT,),
    valid_until=DAY + timedelta(days=300),
    at_signing_payers=(PAYER,),
    at_signing_employers=(FIRM,),
    at_signing_mandate="M-1",
    at_signing_purpose="care",
)
ROW = ConsentItem(
    id=ConsentItemId("row"),
    case_id=CaseId("k"),
    consent_id=SIGNED.id,
    party_id=DOCTOR,
    decision=Decision.GRANTED,
)
ROWS = [
    ROW,
    replace(ROW, id=ConsentItemId("payer"), party_id=PAYER),
    replace(ROW, id=ConsentItemId("firm"), party_id=FIRM),
]
AS_SIGNED = Circumstances(
    payers=(PAYER,),
    employers=(FIRM,),
    others=(DOCTOR,),
    mandate="M-1",
    purpose="care",
    born=PartialDate(1951, 7, 4),
    last_active_on=DAY - timedelta(days=5),
    template_versions={ConsentKind.RELEASE: "2026.1"},
)
REPRESENTED = Representation(
    id=GUARDIAN, client_id=ClientId("x"), valid_from=date(2020, 1, 1)
)


def triggers(
    consent: Consent = SIGNED,
    now: Circumstances = AS_SIGNED,
    rows: list[ConsentItem] | None = None,
) -> list[Trigger]:
    found = reasons_to_renew([consent], ROWS if rows is None else rows, now, DAY)
    return [reason.trigger for reason in found]


def test_where_nothing_has_changed_nobody_is_asked_again() -> None:
    assert triggers() == []


@pytest.mark.parametrize(
    ("now", "trigger"),
    [
        pytest.param(
            replace(AS_SIGNED, purpose="work"), Trigger.NEW_PURPOSE, id="purpose"
        ),
        pytest.param(
            replace(AS_SIGNED, mandate="M-2"), Trigger.MANDATE_CHANGED, id="mandate"
        ),
        pytest.param(
            replace(AS_SIGNED, payers=(DOCTOR,)), Trigger.PAYER_CHANGED, id="payer"
        ),
        pytest.param(
            replace(AS_SIGNED, employers=()), Trigger.EMPLOYER_CHANGED, id="employer"
        ),
        pytest.param(
            replace(AS_SIGNED, template_versions={ConsentKind.RELEASE: "2027.1"}),
            Trigger.TEMPLATE_SUPERSEDED,
            id="text of the form",
        ),
        pytest.param(
            replace(AS_SIGNED, representations=(REPRESENTED,)),
            Trigger.REPRESENTATIVE_CHANGED,
            id="somebody represents now",
        ),
        pytest.param(
            replace(AS_SIGNED, born=PartialDate(2008, 6, 20)),
            Trigger.COMES_OF_AGE,
            id="eighteen within thirty days",
        ),
        pytest.param(
            replace(AS_SIGNED, others=(DOCTOR, PartyId("new"))),
            Trigger.NEW_RECIPIENT,
            id="somebody has joined",
        ),
    ],
)
def test_each_change_since_the_signature_is_a_reason(
    now: Circumstances, trigger: Trigger
) -> None:
    assert triggers(now=now) == [trigger]


@pytest.mark.parametrize(
    ("consent", "trigger"),
    [
        pytest.param(
            replace(SIGNED, valid_until=DAY + timedelta(days=30)),
            Trigger.ENDS,
            id="ends",
        ),
        pytest.param(
            replace(SIGNED, valid_until=DAY - timedelta(days=1)),
            Trigger.ENDS,
            id="ended",
        ),
        pytest.param(
            replace(SIGNED, signer=Signer.BOTH),
            Trigger.SIGNATURE_MISSING,
            id="somebody has not signed",
        ),
        pytest.param(
            replace(
                SIGNED,
                signed_on=None,
                signed_by=(),
                oral_on=DAY - timedelta(days=3),
                oral_witness="Frau Graf",
            ),
            Trigger.ORAL_ONLY,
            id="only said",
        ),
        pytest.param(
            replace(SIGNED, at_signing_representations=(GUARDIAN,)),
            Trigger.REPRESENTATION_ENDS,
            id="who represented then is gone",
        ),
    ],
)
def test_each_state_that_cannot_stay_is_a_reason(
    consent: Consent, trigger: Trigger
) -> None:
    found = triggers(consent)

    assert trigger in found


def test_twelve_months_of_silence_are_a_reason_and_eleven_are_not() -> None:
    long_ago = replace(SIGNED, signed_on=date(2025, 1, 1), explained_on=None)
    silent = replace(AS_SIGNED, last_active_on=date(2025, 6, 1))
    awake = replace(AS_SIGNED, last_active_on=date(2025, 6, 2))

    assert triggers(long_ago, silent) == [Trigger.SILENCE]
    assert triggers(long_ago, awake) == []


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 3, 14),
        date(2025, 2, 28),
        date(2025, 3, 1),
        date(2024, 2, 28),
        date(2024, 2, 29),
        date(2024, 3, 1),
    ],
    ids=str,
)
def test_silence_begins_on_the_last_day_that_lies_twelve_months_back(
    day: date,
) -> None:
    last = silent_since(day)

    assert add_months(last, 12) <= day < add_months(last + timedelta(days=1), 12)


def test_a_row_that_ends_before_its_declaration_is_named_alone() -> None:
    ending = replace(ROW, valid_until=DAY + timedelta(days=10))

    [reason] = reasons_to_renew([SIGNED], [ending, *ROWS[1:]], AS_SIGNED, DAY)

    assert reason.trigger is Trigger.ROW_ENDS
    assert (reason.item_id, reason.party_id, reason.on) == (
        ROW.id,
        DOCTOR,
        DAY + timedelta(days=10),
    )


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            replace(ROW, valid_until=DAY + timedelta(days=31)), id="ends later"
        ),
        pytest.param(
            replace(ROW, valid_until=DAY, decision=Decision.STRUCK), id="struck"
        ),
        pytest.param(replace(ROW, valid_until=DAY, withdrawn_on=DAY), id="withdrawn"),
    ],
)
def test_a_row_that_does_not_stand_or_not_end_is_no_reason(row: ConsentItem) -> None:
    assert triggers(rows=[row, *ROWS[1:]]) == []


def test_a_row_in_renewal_is_not_asked_for_twice() -> None:
    ending = replace(ROW, valid_until=DAY)
    anew = replace(
        ROW,
        id=ConsentItemId("anew"),
        consent_id=ConsentId("draft"),
        renews_id=ROW.id,
        decision=Decision.OPEN,
    )

    assert triggers(rows=[ending, anew, *ROWS[1:]]) == []


def test_withdrawn_replaced_or_in_renewal_none_is_asked_for_again() -> None:
    ended = replace(SIGNED, valid_until=DAY)
    draft = replace(
        SIGNED, id=ConsentId("d"), renews_id=ended.id, signed_on=None, signed_by=()
    )

    assert triggers(replace(ended, withdrawn_on=DAY)) == []
    assert reasons_to_renew([ended, draft], ROWS, AS_SIGNED, DAY) == []
