"""Who got which version of a plan, and who has only an older one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.handing import Whom

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from casedesk.domain.case import PartyId
    from casedesk.domain.disclosure import DisclosureId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.plan import PlanId


class HeldCopy(StrEnum):
    """What somebody holds of a plan."""

    CURRENT = "current"
    OLDER = "older"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCopy:
    """One paper of a version that was handed out, to whom and when."""

    plan_id: PlanId
    version: int
    whom: Whom
    party_id: PartyId | None = None
    recipient: str = ""
    happened_at: datetime
    document_id: DocumentId
    number: str = ""
    is_excerpt: bool = False
    is_as_agreed: bool = False
    """Whether it says what was agreed, and is no draft that was changed since."""
    disclosure_id: DisclosureId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What the client, or somebody of the case, holds of the plan."""

    party_id: PartyId | None
    """Nobody of the case for the client."""
    recipient: str
    held: HeldCopy
    newest: PlanCopy | None = None


def holdings(
    copies: Iterable[PlanCopy],
    involved: Mapping[PartyId, str],
    current: PlanId,
) -> list[Holding]:
    """Return what everybody holds who is involved or ever got a copy, the client first.

    `involved` are those who have a part in the plan, with their names.
    """
    known = [each for each in copies if each.whom is not Whom.OWN_FILE]
    names: dict[PartyId | None, str] = {None: ""}
    names.update(involved.items())
    for each in known:
        names.setdefault(each.party_id, each.recipient)
    return [
        _holding(party_id, name, [c for c in known if c.party_id == party_id], current)
        for party_id, name in names.items()
    ]


def _holding(
    party_id: PartyId | None, name: str, copies: list[PlanCopy], current: PlanId
) -> Holding:
    newest = max(copies, key=lambda each: each.happened_at, default=None)
    has_current = any(each.plan_id == current and each.is_as_agreed for each in copies)
    if has_current:
        held = HeldCopy.CURRENT
    else:
        held = HeldCopy.OLDER if copies else HeldCopy.NOTHING
    return Holding(party_id=party_id, recipient=name, held=held, newest=newest)
