"""Providers: who offers what is needed, and how they come to have a part in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import Party, PartyId, PartyRole
from casedesk.domain.network import Person
from casedesk.domain.provider import (
    Provider,
    ProviderId,
    ProviderLine,
    Service,
    ServiceKindId,
)

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.network import Organisation
    from casedesk.domain.provider import ServiceKey, ServiceKind, Wish
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database

FOUND_SHOWN = 100


class ProvidingService:
    """Finds providers, keeps what they offer, and brings them into a case."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def find(self, wish: Wish, limit: int = FOUND_SHOWN) -> list[ProviderLine]:
        """Return who of the network fits, by name."""
        with self._database.read() as tables:
            found = tables.provider_list.find(wish, limit)
            ids = [each.record_id for each in found]
            people: dict[str, Person | Organisation] = {
                each.id: each for each in tables.persons.among(ids)
            }
            people |= {each.id: each for each in tables.organisations.among(ids)}
            offers: dict[str, Provider] = {
                each.id: each
                for each in tables.providers.among(
                    each.provider_id for each in found if each.provider_id
                )
            }
        return [
            _line(people[each.record_id], offers.get(each.provider_id or ""))
            for each in found
        ]

    def of(self, somebody: Person | Organisation) -> Provider | None:
        """Return what somebody of the network offers, if that is noted."""
        with self._database.read() as tables:
            found = tables.providers.of(**{_column(somebody): somebody.id})
        return found[0] if found else None

    def describe(self, somebody: Person | Organisation) -> Provider:
        """Begin to note what somebody offers; return what is noted already."""
        noted = self.of(somebody)
        if noted is not None:
            return noted
        new_id = ProviderId(self._clock.new_id())
        provider = Provider(id=new_id, **{_column(somebody): somebody.id})  # type: ignore[arg-type]  # the id fits its column
        with self._database.write("provider.add", new_id) as tables:
            tables.providers.add(provider)
        self._announcer.announce("provider")
        return provider

    def bring_in(self, case_id: CaseId, line: ProviderLine) -> Party:
        """Make somebody a party of a case; return the part they have already."""
        with self._database.read() as tables:
            for party in tables.parties.of(case_id=case_id):
                has_same = (party.person_id, party.organisation_id) == (
                    line.person_id,
                    line.organisation_id,
                )
                if has_same:
                    return party
        party = Party(
            id=PartyId(self._clock.new_id()),
            case_id=case_id,
            person_id=line.person_id,
            organisation_id=line.organisation_id,
            roles=_roles(line.provider),
        )
        with self._database.write("party.add", party.id) as tables:
            tables.parties.add(party)
        self._announcer.announce("party")
        return party

    def service_kinds(self) -> list[ServiceKind]:
        """Return what the practice has added to the kinds of services, or hidden."""
        with self._database.read() as tables:
            return tables.service_kinds.all()


def offered(kinds: list[ServiceKind]) -> list[ServiceKey]:
    """Return the kinds of services that are not hidden, the practice's own last."""
    known = {each.value for each in Service}
    hidden = {each.id for each in kinds if each.is_hidden}
    own = [
        ServiceKindId(each.id)
        for each in kinds
        if each.id not in known and not each.is_hidden
    ]
    return [each for each in Service if each.value not in hidden] + own


# What somebody is in a case who offers this; a start that can be changed.
_PARTS = {
    Service.HOME_NURSING: PartyRole.CARE_SERVICE,
    Service.HOME_HELP: PartyRole.CARE_SERVICE,
    Service.DAY_CARE: PartyRole.CARE_SERVICE,
    Service.SHORT_TERM_CARE: PartyRole.CARE_SERVICE,
    Service.RESIDENTIAL_CARE: PartyRole.CARE_SERVICE,
    Service.PALLIATIVE_CARE: PartyRole.CARE_SERVICE,
    Service.THERAPY: PartyRole.THERAPIST,
    Service.PSYCHIATRY: PartyRole.THERAPIST,
    Service.REHABILITATION: PartyRole.HOSPITAL,
    Service.EDUCATION: PartyRole.SCHOOL,
    Service.VOLUNTEERS: PartyRole.VOLUNTEER,
}


def _roles(provider: Provider | None) -> tuple[PartyRole, ...]:
    if provider is None:
        return ()
    roles = (
        _PARTS.get(each, PartyRole.SOCIAL_SERVICE)
        for each in provider.services
        if isinstance(each, Service)
    )
    return tuple(dict.fromkeys(roles))


def _column(somebody: Person | Organisation) -> str:
    return "person_id" if isinstance(somebody, Person) else "organisation_id"


def _line(somebody: Person | Organisation, provider: Provider | None) -> ProviderLine:
    if isinstance(somebody, Person):
        return ProviderLine(
            person_id=somebody.id,
            organisation_id=None,
            name=somebody.full_name,
            town=somebody.town,
            phone=somebody.mobile or somebody.phone,
            provider=provider,
        )
    return ProviderLine(
        person_id=None,
        organisation_id=somebody.id,
        name=somebody.name,
        town=somebody.town,
        phone=somebody.phone,
        provider=provider,
    )
