"""What referrals, applications and cost approvals tell the coverage check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.claim import ClaimState
from casedesk.domain.coverage_facts import Grant
from casedesk.domain.help import HelpSource, Stage
from casedesk.domain.referral import ReferralKind, ReferralState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.claim import Claim
    from casedesk.domain.cost_approval import CostApproval, Use
    from casedesk.domain.help import Help
    from casedesk.domain.referral import Referral

_PENDING = (Stage.PLANNED, Stage.ASKED)
_WAITING = (ReferralState.SENT, ReferralState.ACCEPTED, ReferralState.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """What was arranged around the measures of a case."""

    referrals: Sequence[Referral] = ()
    claims: Sequence[Claim] = ()
    approvals: Sequence[tuple[CostApproval, Use]] = ()


def arranged(helps: Iterable[Help], provision: Provision, day: date) -> list[Help]:
    """Return help as far as letters and applications have brought it.

    They say more of a measure that has not begun than its own state does; of one that
    runs or is over, they say nothing new.
    """
    return [
        _after_claims(
            _after_referrals(each, provision.referrals, day), provision.claims
        )
        for each in helps
    ]


def grants_of(
    provision: Provision,
    helps: Sequence[Help],
    names: Mapping[PartyId, str],
    day: date,
) -> list[Grant]:
    """Return what payers have approved and nobody has settled yet."""
    known = {piece.id: piece for piece in helps}
    return [
        _grant(approval, use, known.get(approval.measure_id or ""), names)
        for approval, use in provision.approvals
        if approval.settled_on is None or approval.settled_on > day
    ]


def _after_referrals(piece: Help, referrals: Sequence[Referral], day: date) -> Help:
    mine = [
        each
        for each in referrals
        if each.measure_id == piece.id and each.kind is ReferralKind.REFERRAL
    ]
    if piece.source is not HelpSource.MEASURE or piece.stage not in _PENDING:
        return piece
    states = [(each, each.state_on(day)) for each in mine]
    for referral, state in reversed(states):
        if state is ReferralState.RUNNING:
            return replace(
                piece,
                stage=Stage.RUNNING,
                starts_on=referral.started_on,
                referral_id=referral.id,
            )
        if state in _WAITING:
            return _awaited(piece, referral, day)
    answered = [(r, state) for r, state in states if state is not ReferralState.DRAFT]
    if answered and all(state is ReferralState.DECLINED for _r, state in answered):
        last = answered[-1][0]
        return replace(
            piece, stage=Stage.REFUSED, off_on=last.declined_on, referral_id=last.id
        )
    return piece


def _awaited(piece: Help, referral: Referral, day: date) -> Help:
    """Say since when a referral waits, or for when it is arranged."""
    begins = referral.started_on or referral.appointment_on
    if begins is not None and begins >= day:
        return replace(
            piece, stage=Stage.PLANNED, starts_on=begins, referral_id=referral.id
        )
    asked_on = referral.sent_on or referral.waiting_since or referral.accepted_on
    return replace(piece, stage=Stage.ASKED, asked_on=asked_on, referral_id=referral.id)


def _after_claims(piece: Help, claims: Sequence[Claim]) -> Help:
    mine = [each for each in claims if each.measure_id == piece.id]
    if not mine or piece.stage not in _PENDING or piece.referral_id:
        return piece
    last = mine[-1]
    if last.state is ClaimState.REFUSED and not last.may_be_objected:
        off_on = last.appeal_decided_on or last.decided_on
        return replace(piece, stage=Stage.REFUSED, off_on=off_on)
    if last.state in (ClaimState.SUBMITTED, ClaimState.APPEALED):
        asked_on = last.appealed_on or last.submitted_on
        return replace(piece, stage=Stage.ASKED, asked_on=asked_on)
    return piece


def _grant(
    approval: CostApproval,
    use: Use,
    piece: Help | None,
    names: Mapping[PartyId, str],
) -> Grant:
    payer = names.get(approval.party_id, "") if approval.party_id else ""
    share = use.share
    return Grant(
        id=approval.id,
        source="cost_approval",
        what=approval.what or (piece.what if piece else ""),
        payer=payer or approval.payer,
        help_id=approval.measure_id or "",
        domains=piece.domains if piece else (),
        starts_on=approval.starts_on,
        until=approval.ends_on,
        used_percent=None if share is None else int(share * 100),
    )
