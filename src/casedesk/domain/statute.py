"""Where the law itself allows or demands that something is passed on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import Direction
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.practice import Country

StatutoryBasisId = NewType("StatutoryBasisId", str)


class Statute(StrEnum):
    """A rule of law on which something may rest without consent (reference 2.3)."""

    DE_NECESSITY = "de_necessity"  # § 34 StGB
    DE_CHILD_PROTECTION = "de_child_protection"  # § 4 KKG
    DE_DUTY_TO_REPORT = "de_duty_to_report"  # § 138 StGB
    CH_CHILD_PROTECTION = "ch_child_protection"  # Art. 314c ZGB
    CH_ADULT_PROTECTION = "ch_adult_protection"  # Art. 443 ZGB
    AT_CHILD_PROTECTION = "at_child_protection"  # § 37 B-KJHG
    OTHER = "other"  # named in the user's own words


class ReasonMissing(RuleBroken):
    """Without the client's consent, the reason has to be written down."""


class StatuteNotNamed(RuleBroken):
    """A rule of law that is not on the list has to be named."""


def statutes_in(country: Country) -> tuple[Statute, ...]:
    """Return the rules that the law of a country knows, and "other" last."""
    prefix = f"{country.lower()}_"
    own = tuple(statute for statute in Statute if statute.startswith(prefix))
    return (*own, Statute.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryBasis:
    """A rule of law that covers one recipient in one case for some time."""

    id: StatutoryBasisId
    case_id: CaseId
    party_id: PartyId
    direction: Direction
    categories: tuple[CategoryId, ...] = ()
    statute: Statute
    named: str = ""
    reason: str = ""
    valid_from: date
    valid_until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the rule was found to apply on `day`."""
        ended = self.valid_until is not None and self.valid_until < day
        return self.valid_from <= day and not ended


def check_basis(basis: StatutoryBasis) -> None:
    """Raise `ReasonMissing` or `StatuteNotNamed` if something is left open."""
    check_reason(basis.statute, basis.named, basis.reason)


def check_reason(statute: Statute, named: str, reason: str) -> None:
    """Raise `ReasonMissing` or `StatuteNotNamed` if something is left open."""
    if not reason.strip():
        raise ReasonMissing
    if statute is Statute.OTHER and not named.strip():
        raise StatuteNotNamed
