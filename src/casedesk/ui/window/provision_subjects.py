"""What is due where services are arranged, named by what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.attention import DueKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.services.session import Session

_REFERRALS = (DueKind.REFERRAL_ANSWER, DueKind.APPOINTMENT)
_CLAIMS = (
    DueKind.APPEAL_ENDS,
    DueKind.APPEAL_UNKNOWN,
    DueKind.CLAIM_HAND_IN,
    DueKind.CLAIM_EXPECTED,
)
_APPROVALS = (DueKind.APPROVAL_ENDS, DueKind.APPROVAL_SCARCE)


def provision_subjects(
    session: Session, of_kind: Mapping[DueKind, Sequence[str]]
) -> dict[str, str]:
    """Name referrals, applications and approvals by their ids."""

    def ids(kinds: Sequence[DueKind]) -> list[str]:
        return [each for kind in kinds for each in of_kind[kind]]

    referrals = session.referrals.among(ids(_REFERRALS))
    claims = session.claims.among(ids(_CLAIMS))
    approvals = session.cost_approvals.among(ids(_APPROVALS))
    names = {key: each.subject for key, each in referrals.items()}
    names |= {key: each.what for key, each in claims.items()}
    return names | {key: each.what or each.number for key, each in approvals.items()}
