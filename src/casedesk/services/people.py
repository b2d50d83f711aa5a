"""People and organisations: whether they are known already, and how numbers check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import Case, PartyRole
from casedesk.domain.client import Client, NumberScheme
from casedesk.domain.kvnr import is_kvnr
from casedesk.domain.network import Organisation, Person
from casedesk.domain.part import Part
from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.domain.case import Party
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

ALIKE_PERCENT = 82
SHOWN = 5
NETWORK_SHOWN = 100
EVERYBODY = (Person, Organisation)


class PeopleService:
    """Compares what is typed with who is known, and knows who is met where."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def similar_clients(self, family_name: str, given_name: str) -> list[Client]:
        """Return known clients whose names are like these, the most alike first."""
        if len(family_name.strip()) < 2:
            return []
        from rapidfuzz import fuzz, process

        with self._database.read() as tables:
            hidden = tables.bin.hidden()
            known = [each for each in tables.clients.all() if each.id not in hidden]
        names = {
            client.id: folded(f"{client.family_name} {client.given_name}")
            for client in known
        }
        typed = folded(f"{family_name} {given_name}").strip()
        alike = process.extract(
            typed,
            names,
            scorer=fuzz.WRatio if given_name else fuzz.partial_ratio,
            score_cutoff=ALIKE_PERCENT,
            limit=SHOWN,
        )
        by_id = {client.id: client for client in known}
        return [by_id[client_id] for _, _, client_id in alike]

    def find_in_network(
        self,
        typed: str,
        kinds: Sequence[type[Person] | type[Organisation]] = EVERYBODY,
    ) -> list[Person | Organisation]:
        """Return those who fit what is typed, by name, at most `NETWORK_SHOWN`."""
        names = {Person: "person", Organisation: "organisation"}
        with self._database.read() as tables:
            hits = tables.search.find_named(
                typed, [names[kind] for kind in kinds], NETWORK_SHOWN
            )
            ids = [hit.record_id for hit in hits]
            found: dict[str, Person | Organisation] = {
                person.id: person for person in tables.persons.among(ids)
            }
            found |= {each.id: each for each in tables.organisations.among(ids)}
        return [found[each] for each in ids]

    def parts_of(self, somebody: Person | Organisation) -> list[Part]:
        """Return in which cases somebody of the network has a part, newest first."""
        with self._database.read() as tables:
            return sorted(
                _parts(tables, somebody),
                key=lambda part: part.case_number,
                reverse=True,
            )


def _parts(tables: Tables, somebody: Person | Organisation) -> Iterator[Part]:
    column = "person_id" if isinstance(somebody, Person) else "organisation_id"
    hidden = tables.bin.hidden()
    for party in tables.parties.of(**{column: somebody.id}):
        if party.case_id not in hidden:
            case = tables.cases.get(party.case_id)
            yield _part(tables, case, party.roles, party.function)
    if isinstance(somebody, Person):
        for representation in tables.representations.of(person_id=somebody.id):
            cases = tables.cases.of(client_id=representation.client_id)
            for case in [each for each in cases if each.id not in hidden][-1:]:
                yield _part(tables, case, (PartyRole.REPRESENTATIVE,), "")


def _part(
    tables: Tables, case: Case, roles: tuple[PartyRole, ...], function: str
) -> Part:
    return Part(
        case_id=case.id,
        case_number=case.number,
        client_name=tables.clients.get(case.client_id).sorted_name,
        roles=roles,
        function=function,
        is_closed=case.closed_on is not None,
    )


def sides_of(tables: Tables, party: Party) -> tuple[Person | None, Organisation | None]:
    """Return the person and the organisation that a party is, or acts for."""
    person = tables.persons.find(party.person_id or "")
    employer = person.organisation_id if person else None
    return person, tables.organisations.find(party.organisation_id or employer or "")


def number_is_plausible(scheme: NumberScheme, number: str) -> bool:
    """Whether the check digit of an insurance number is right, where it has one."""
    if not number.strip() or scheme is NumberScheme.POLICY:
        return True
    if scheme is NumberScheme.KVNR:
        return is_kvnr(number)
    from stdnum.at import vnr
    from stdnum.ch import ssn

    return bool((ssn if scheme is NumberScheme.AHV else vnr).is_valid(number))
