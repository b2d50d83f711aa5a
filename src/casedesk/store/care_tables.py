"""The tables of care: who provides it, how it is arranged, and what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.care_slot import CareSlot
from casedesk.domain.claim import Claim
from casedesk.domain.cost_approval import CostApproval
from casedesk.domain.finding import AcceptedFinding
from casedesk.domain.provider import ServiceKind
from casedesk.domain.quality import QualityWaiver
from casedesk.domain.referral import Referral
from casedesk.store.provider_list import ProviderList, ProviderRows
from casedesk.store.rows import Rows

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from casedesk.store.search import SearchIndex


class CareTables:
    """A part of `Tables`, which is too large for one file."""

    def _add_care(self, connection: Connection, search: SearchIndex) -> None:
        self.provider_list = ProviderList(connection)
        self.service_kinds = Rows(
            connection, search, ServiceKind, "service_kind", order="position, id"
        )
        self.providers = ProviderRows(connection, search)
        self.referrals = Rows(
            connection,
            search,
            Referral,
            "referral",
            searched=("subject", "concern", "request", "feedback", "note"),
        )
        self.claims = Rows(
            connection,
            search,
            Claim,
            "claim",
            searched=("what", "reference_number", "decision", "note"),
        )
        self.cost_approvals = Rows(
            connection,
            search,
            CostApproval,
            "cost_approval",
            searched=("what", "number", "payer", "note"),
        )
        self.accepted_findings = Rows(
            connection,
            search,
            AcceptedFinding,
            "accepted_finding",
            searched=("said", "reason"),
        )
        self.quality_waivers = Rows(
            connection,
            search,
            QualityWaiver,
            "quality_waiver",
            searched=("reason",),
        )
        self.care_slots = Rows(
            connection,
            search,
            CareSlot,
            "care_slot",
            searched=("what", "name", "note"),
        )
