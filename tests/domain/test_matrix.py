from __future__ import annotations

from datetime import date

from casedesk.domain.case import CaseId, PartyId, PartyRole
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Decision,
    Direction,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.matrix import WAYS, matrix
from casedesk.domain.permission import Permissions, Question, Verdict, check
from casedesk.domain.signing import SignerRole
from casedesk.domain.withholding import Withholding, WithholdingId

DAY = date(2026, 3, 14)
CASE = CaseId("case")
DOCTOR, EMPLOYER = PartyId("doctor"), PartyId("employer")
PERMISSIONS = Permissions(
    consents=(
        Consent(
            id=ConsentId("consent"),
            case_id=CASE,
            kind=ConsentKind.RELEASE,
            explained_on=DAY,
            signed_on=DAY,
            signed_by=(SignerRole.CLIENT,),
            valid_until=date(2026, 3, 20),
        ),
    ),
    items=tuple(
        ConsentItem(
            id=ConsentItemId(party_id),
            case_id=CASE,
            consent_id=ConsentId("consent"),
            party_id=party_id,
            categories=(DataCategory.HEALTH, DataCategory.MEDICATION),
            decision=Decision.GRANTED,
        )
        for party_id in (DOCTOR, EMPLOYER)
    ),
    withholdings=(
        Withholding(
            id=WithholdingId("wish"),
            case_id=CASE,
            party_id=DOCTOR,
            categories=(DataCategory.MEDICATION,),
            said_on=DAY,
        ),
    ),
    roles={DOCTOR: (PartyRole.PHYSICIAN,), EMPLOYER: (PartyRole.EMPLOYER,)},
)


def test_every_cell_says_what_the_check_says_about_it_alone() -> None:
    found = matrix((DOCTOR, EMPLOYER), DataCategory, DAY, PERMISSIONS)

    cells = [cell for row in found.values() for cell in row]
    assert len(cells) == 2 * len(DataCategory)
    for cell in cells:
        for way in WAYS:
            question = Question(
                party_id=cell.party_id,
                direction=way,
                categories=(cell.category,),
                day=DAY,
            )
            [alone] = check(question, PERMISSIONS).findings
            assert cell.finding(way) == alone


def test_a_cell_tells_both_ways_apart() -> None:
    kinds = (DataCategory.HEALTH, DataCategory.MEDICATION)
    found = matrix((DOCTOR, EMPLOYER), kinds, DAY, PERMISSIONS)

    health, medication = found[DOCTOR]
    assert health.pass_on.verdict is Verdict.ENDS_SOON
    assert medication.obtain.verdict is Verdict.ENDS_SOON
    assert medication.pass_on.verdict is Verdict.WITHHELD
    [employers_health, _medication] = found[EMPLOYER]
    assert employers_health.finding(Direction.OBTAIN).verdict is Verdict.ENDS_SOON
    assert employers_health.pass_on.verdict is Verdict.ABOVE_PROFILE


def test_nobody_and_nothing_make_an_empty_matrix() -> None:
    assert matrix((), DataCategory, DAY, PERMISSIONS) == {}
    assert matrix((DOCTOR,), (), DAY, PERMISSIONS) == {DOCTOR: ()}
