from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from casedesk.domain.case import PartyId
from casedesk.domain.document import DocumentId
from casedesk.domain.handing import Whom
from casedesk.domain.plan import PlanId
from casedesk.domain.plan_copies import HeldCopy, PlanCopy, holdings

OLD, NOW = PlanId("first"), PlanId("second")
DOCTOR, NURSE, SON = PartyId("doctor"), PartyId("nurse"), PartyId("son")
COPY = PlanCopy(
    plan_id=NOW,
    version=2,
    whom=Whom.CLIENT,
    happened_at=datetime(2026, 3, 1, tzinfo=UTC),
    document_id=DocumentId("paper"),
    is_as_agreed=True,
)
TO_DOCTOR = replace(
    COPY, whom=Whom.PARTY, party_id=DOCTOR, recipient="Ömer Şahin", plan_id=OLD
)


def test_everybody_involved_or_once_reached_is_told_apart() -> None:
    draft = replace(TO_DOCTOR, plan_id=NOW, is_as_agreed=False)
    own_file = replace(COPY, whom=Whom.OWN_FILE)

    found = holdings([COPY, TO_DOCTOR, draft, own_file], {NURSE: "Claudia Weber"}, NOW)

    assert [(each.recipient, each.held) for each in found] == [
        ("", HeldCopy.CURRENT),
        ("Claudia Weber", HeldCopy.NOTHING),
        ("Ömer Şahin", HeldCopy.OLDER),  # an old version and a draft
    ]


def test_the_newest_copy_is_named_and_the_current_version_is_enough() -> None:
    newer = replace(TO_DOCTOR, happened_at=datetime(2026, 4, 1, tzinfo=UTC))
    current = replace(TO_DOCTOR, plan_id=NOW)

    [client, doctor] = holdings([current, newer], {}, NOW)

    assert client.held is HeldCopy.NOTHING
    assert doctor.held is HeldCopy.CURRENT
    assert doctor.newest == newer


def test_an_excerpt_counts_as_the_version_it_was_cut_of() -> None:
    excerpt = replace(TO_DOCTOR, plan_id=NOW, is_excerpt=True, party_id=SON)

    [_, son] = holdings([excerpt], {}, NOW)

    assert son.held is HeldCopy.CURRENT
