from __future__ import annotations

from datetime import date

from casedesk.domain.assessment import Assessment, AssessmentId
from casedesk.domain.case import CaseId
from casedesk.domain.client import (
    Address,
    AddressId,
    Client,
    ClientId,
    ContactPoint,
    ContactPointId,
    ContactPointKind,
    InsuranceNumber,
    InsuranceNumberId,
)
from casedesk.domain.client_snapshot import SnapshotId, snapshot_of

ANNA = ClientId("anna")


def test_a_snapshot_says_who_the_client_was_on_that_day() -> None:
    taken = snapshot_of(
        SnapshotId("s"),
        Assessment(id=AssessmentId("a"), case_id=CaseId("case")),
        Client(id=ANNA, given_name="Anna", family_name="Brunner"),
        addresses=[
            Address(id=AddressId("1"), client_id=ANNA),
            Address(id=AddressId("2"), client_id=ANNA, street="Gasse 1", town="Bern"),
        ],
        contact_points=[
            ContactPoint(id=ContactPointId("1"), client_id=ANNA, value="031 0"),
            ContactPoint(
                id=ContactPointId("2"),
                client_id=ANNA,
                kind=ContactPointKind.EMAIL,
                value="a@example.org",
            ),
        ],
        insurance_numbers=[
            InsuranceNumber(
                id=InsuranceNumberId("1"), client_id=ANNA, number="7", insurer="Kasse"
            )
        ],
        represented_by=["", "Sabine Brunner"],
        today=date(2026, 3, 14),
    )

    assert taken.full_name == "Anna Brunner"
    assert taken.address == "Gasse 1, Bern"
    assert taken.reached_by == "031 0"
    assert taken.insurances == "Kasse 7"
    assert taken.represented_by == "Sabine Brunner"
