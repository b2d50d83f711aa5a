"""How things stand in a case: what decides whether something may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.consent import ConsentKind
from casedesk.domain.form import FormKind, form_language
from casedesk.domain.permission import Permissions
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.renewal import Circumstances
from casedesk.services.form_texts import read_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.case import CaseId, Party, PartyId
    from casedesk.domain.practice import Practice
    from casedesk.store.tables import Tables

_USUALLY_INFORMED = frozenset(
    {
        PartyRole.REFERRER,
        PartyRole.COMMISSIONER,
        PartyRole.PHYSICIAN,
        PartyRole.HOSPITAL,
        PartyRole.CARE_SERVICE,
        PartyRole.THERAPIST,
        PartyRole.SOCIAL_SERVICE,
        PartyRole.AUTHORITY,
        PartyRole.INSURER,
        PartyRole.SCHOOL,
    }
)


def read_permissions(tables: Tables, case_id: CaseId) -> Permissions:
    """Read everything that decides whether something may go out of a case."""
    parties = tables.parties.of(case_id=case_id)
    return Permissions(
        consents=tuple(tables.consents.of(case_id=case_id)),
        items=tuple(tables.consent_items.of(case_id=case_id)),
        withholdings=tuple(tables.withholdings.of(case_id=case_id)),
        statutory=tuple(tables.statutory_bases.of(case_id=case_id)),
        roles={party.id: party.roles for party in parties},
    )


def read_circumstances(tables: Tables, case_id: CaseId) -> Circumstances:
    """Read how things stand in a case, to compare with what stood at a signature."""
    case = tables.cases.get(case_id)
    parties = tables.parties.of(case_id=case_id)
    mandate = next(iter(tables.mandates.of(case_id=case_id)), None)
    latest = tables.entries.page({"case_id": case_id}, limit=1)
    commissioners = _holding(parties, PartyRole.COMMISSIONER)
    reference = mandate.reference_number if mandate else ""
    purpose = mandate.purpose if mandate else ""
    [practice] = tables.practice.all()
    return Circumstances(
        payers=_holding(parties, PartyRole.PAYER),
        employers=_holding(parties, PartyRole.EMPLOYER),
        others=tuple(
            party.id for party in parties if _USUALLY_INFORMED.intersection(party.roles)
        ),
        representations=tuple(tables.representations.of(client_id=case.client_id)),
        mandate="|".join((reference, *sorted(commissioners))),
        purpose=f"{case.area}|{purpose}",
        born=tables.clients.get(case.client_id).born,
        last_active_on=latest[0].happened_on if latest else None,
        template_versions=template_versions(tables, practice),
    )


def template_versions(tables: Tables, practice: Practice) -> dict[ConsentKind, str]:
    """Return the version of the template from which each kind would be made now."""
    language = form_language(PaperLanguage(practice.language))
    texts = read_texts(tables)
    return {
        kind: texts.text(FormKind(kind), practice.country, language).version
        for kind in ConsentKind
    }


def _holding(parties: Iterable[Party], role: PartyRole) -> tuple[PartyId, ...]:
    return tuple(sorted(party.id for party in parties if role in party.roles))
