"""Who the client was on the day an assessment was confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from casedesk.domain.client import ContactPointKind
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.assessment import Assessment
    from casedesk.domain.case import CaseId
    from casedesk.domain.client import Address, Client, ContactPoint, InsuranceNumber
    from casedesk.domain.dates import PartialDate

SnapshotId = NewType("SnapshotId", str)


class SnapshotStays(RuleBroken):
    """What was noted about the client with a confirmed assessment is never changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSnapshot:
    """The client's data as they were; later changes do not reach them."""

    id: SnapshotId
    case_id: CaseId
    assessment_id: str
    taken_on: date
    full_name: str = ""
    born: PartialDate | None = None
    address: str = ""
    reached_by: str = ""
    languages: str = ""
    communication_needs: str = ""
    insurances: str = ""
    represented_by: str = ""


def snapshot_of(
    snapshot_id: SnapshotId,
    assessment: Assessment,
    client: Client,
    *,
    addresses: Iterable[Address],
    contact_points: Iterable[ContactPoint],
    insurance_numbers: Iterable[InsuranceNumber],
    represented_by: Iterable[str],
    today: date,
) -> ClientSnapshot:
    """Return the client's data as they are today."""
    phones = [c.value for c in contact_points if c.kind is not ContactPointKind.EMAIL]
    return ClientSnapshot(
        id=snapshot_id,
        case_id=assessment.case_id,
        assessment_id=assessment.id,
        taken_on=today,
        full_name=client.full_name,
        born=client.born,
        address=next(filter(None, map(_address, addresses)), ""),
        reached_by=", ".join(filter(None, phones)),
        languages=client.languages,
        communication_needs=client.communication_needs,
        insurances="; ".join(filter(None, map(_insurance, insurance_numbers))),
        represented_by="; ".join(filter(None, represented_by)),
    )


def _address(address: Address) -> str:
    town = f"{address.postcode} {address.town}".strip()
    return ", ".join(filter(None, (address.street, town, address.country)))


def _insurance(number: InsuranceNumber) -> str:
    return " ".join(filter(None, (number.insurer, number.number)))
