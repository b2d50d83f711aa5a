"""No more than a recipient of this kind needs, whatever was allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.data_category import DataCategory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.data_category import CategoryId

# An employer never gets a diagnosis, whatever a release says: BGE 143 IV 209.
_EMPLOYER = (
    DataCategory.IDENTITY,
    DataCategory.WORK_CAPACITY,
    DataCategory.EDUCATION_WORK,
)
# Payers get what they need for their task (reference 5.2): no life story.
_PAYER = (
    DataCategory.IDENTITY,
    DataCategory.CARE_NEEDS,
    DataCategory.WORK_CAPACITY,
    DataCategory.EDUCATION_WORK,
    DataCategory.REPORTS,
    DataCategory.BENEFITS,
)
_INVOICE = (DataCategory.IDENTITY, DataCategory.BENEFITS)

_PROFILES = {
    PartyRole.EMPLOYER: _EMPLOYER,
    PartyRole.PAYER: _PAYER,
    PartyRole.COMMISSIONER: _PAYER,
    PartyRole.INVOICE_RECIPIENT: _INVOICE,
    PartyRole.INSURER: _PAYER,
}
# Who only gets the invoice has a narrow profile; who also pays has that of a payer.
_WIDER = {PartyRole.INVOICE_RECIPIENT: (PartyRole.PAYER, PartyRole.COMMISSIONER)}


# Who may have to be told more by law. For an employer no such rule is known.
_BY_LAW_MORE = frozenset({PartyRole.PAYER, PartyRole.COMMISSIONER, PartyRole.INSURER})


def is_above_profile(roles: Iterable[PartyRole], category: CategoryId) -> bool:
    """Whether a category is more than a recipient with these roles may ever get."""
    return bool(_limiting(roles, category))


def may_law_lift(roles: Iterable[PartyRole], category: CategoryId) -> bool:
    """Whether a standing rule of law may let more through than the profile.

    For payers and insurers it may; never for an employer.
    """
    return _limiting(roles, category) <= _BY_LAW_MORE


def _limiting(roles: Iterable[PartyRole], category: CategoryId) -> frozenset[PartyRole]:
    """Return the roles whose profile leaves a category out."""
    held = frozenset(roles)
    return frozenset(
        role
        for role, profile in _PROFILES.items()
        if role in held
        and category not in profile
        and not held.intersection(_WIDER.get(role, ()))
    )


def gets_neutral_texts(roles: Iterable[PartyRole]) -> bool:
    """Whether papers for such a recipient leave out what was told in confidence.

    That is what the client and others said, how it came about, and results.
    """
    return any(role in _PROFILES for role in roles)
