"""What papers are composed of: the records of a case, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casedesk.domain.data_category import SPECIAL_CATEGORIES
from casedesk.domain.practice import Practice
from casedesk.services.circumstances import read_permissions
from casedesk.services.form_texts import read_texts
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import Case, CaseId, Mandate, Party, PartyId
    from casedesk.domain.client import Address, Client
    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.domain.data_category import CategoryId, OwnCategory
    from casedesk.domain.life_domain import OwnDomain
    from casedesk.domain.network import Organisation, Person
    from casedesk.domain.permission import Permissions
    from casedesk.domain.representation import Representation
    from casedesk.services.form_texts import FormTexts
    from casedesk.store.tables import Tables
    from casedesk.words.catalog import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyInCase:
    """A party with who is behind it in the network."""

    party: Party
    person: Person | None
    organisation: Organisation | None

    @property
    def name(self) -> str:
        """The person, and for whom the person acts."""
        return phrases.party_name(self.person, self.organisation)

    @property
    def address(self) -> str:
        """Where post reaches the party."""
        for side in (self.person, self.organisation):
            if side is not None and (side.street or side.town):
                return one_line(side.street, f"{side.postcode} {side.town}")
        return ""

    @property
    def phone(self) -> str:
        """The number to call first."""
        own = self.person and (self.person.phone or self.person.mobile)
        return own or (self.organisation.phone if self.organisation else "")

    def function(self, words: Words) -> str:
        """Say what the party does in this case."""
        said = self.party.function or (self.person.function if self.person else "")
        return said or ", ".join(words.label(role) for role in self.party.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecords:
    """A case with its client, its parties and its declarations, on a day."""

    today: date
    practice: Practice
    logo: bytes
    case: Case
    client: Client
    addresses: tuple[Address, ...]
    representations: tuple[Representation, ...]
    persons: Mapping[str, Person]
    parties: Mapping[PartyId, PartyInCase]
    mandate: Mandate | None
    permissions: Permissions
    form_texts: FormTexts
    own_categories: Mapping[CategoryId, OwnCategory]
    own_domains: Mapping[str, OwnDomain]

    @property
    def consents(self) -> tuple[Consent, ...]:
        """The declarations of the case."""
        return self.permissions.consents

    @property
    def consent_items(self) -> tuple[ConsentItem, ...]:
        """The rows of all declarations of the case."""
        return self.permissions.items

    def is_special(self, category: CategoryId) -> bool:
        """Whether the law protects a kind of information specially."""
        own = self.own_categories.get(category)
        return category in SPECIAL_CATEGORIES if own is None else own.is_special

    @property
    def client_address(self) -> str:
        """Where the client lives, in one line."""
        for address in self.addresses:
            if address.street or address.town:
                town = f"{address.postcode} {address.town}"
                return one_line(address.street, town, address.country)
        return ""

    def representatives(self, words: Words) -> list[str]:
        """Name each who represents the client today, and on what ground."""
        return [
            one_line(person.full_name, words.label(representation.kind))
            for representation in self.representations
            if representation.is_valid_on(self.today)
            and (person := self.persons.get(representation.person_id or ""))
        ]

    def represented_by(self, words: Words) -> str:
        """Name those who represent the client today, in one line."""
        return "; ".join(self.representatives(words))


def read_case(tables: Tables, case_id: CaseId, today: date) -> CaseRecords:
    """Read what every paper of a case needs."""
    case = tables.cases.get(case_id)
    representations = tables.representations.of(client_id=case.client_id)
    parties = tables.parties.of(case_id=case_id)
    acting = [party.person_id for party in parties]
    acting += [representation.person_id for representation in representations]
    persons = _by_id(tables.persons.among(filter(None, acting)))
    employers = [party.organisation_id for party in parties]
    employers += [person.organisation_id for person in persons.values()]
    organisations = _by_id(tables.organisations.among(filter(None, employers)))
    return CaseRecords(
        today=today,
        practice=next(iter(tables.practice.all()), Practice()),
        logo=tables.logo.get(),
        case=case,
        client=tables.clients.get(case.client_id),
        addresses=tuple(tables.addresses.of(client_id=case.client_id)),
        representations=tuple(representations),
        persons=persons,
        parties={p.id: _in_case(p, persons, organisations) for p in parties},
        mandate=next(iter(tables.mandates.of(case_id=case_id)), None),
        permissions=read_permissions(tables, case_id),
        form_texts=read_texts(tables),
        own_categories=_by_id(tables.own_categories.all()),
        own_domains=_by_id(tables.own_domains.all()),
    )


def one_line(*parts: str) -> str:
    """Join what there is by commas."""
    return ", ".join(part.strip() for part in parts if part.strip())


# Any: records of whatever kind.
def _by_id(records: list[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}


def _in_case(
    party: Party,
    persons: Mapping[str, Person],
    organisations: Mapping[str, Organisation],
) -> PartyInCase:
    person = persons.get(party.person_id or "")
    employer = person.organisation_id if person else None
    return PartyInCase(
        party=party,
        person=person,
        organisation=organisations.get(party.organisation_id or employer or ""),
    )
