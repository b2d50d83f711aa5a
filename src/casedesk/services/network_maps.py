"""Network maps: begun from the parties of a case, drawn anew on another day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.tie import (
    MapOfThisDayExists,
    NetworkMap,
    NetworkMapId,
    Tie,
    TieId,
    check_tie,
    sector_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import CaseId, Party, PartyId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMap:
    """A map with all that is needed to draw it."""

    map: NetworkMap
    client_name: str
    ties: tuple[Tie, ...]
    names: Mapping[TieId, str]
    """For a party as it is called now, for all others as they were called."""


class NetworkMapService:
    """What is done with a map as a whole; its ties are changed one by one."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def begin(self, case_id: CaseId) -> NetworkMap:
        """Draw a map of today; the first with all parties, a later one as the last.

        Raises `MapOfThisDayExists` if the newest map is of today.
        """
        today = self._clock.today()
        map_id = NetworkMapId(self._clock.new_id())
        with self._database.write("network_map.add", map_id) as tables:
            earlier = tables.network_maps.of(case_id=case_id)
            if earlier and earlier[-1].drawn_on >= today:
                raise MapOfThisDayExists
            drawn = NetworkMap(id=map_id, case_id=case_id, drawn_on=today)
            tables.network_maps.add(drawn)
            if earlier:
                self._copy(tables, earlier[-1].id, map_id)
            else:
                self._take_in(tables, drawn)
        self._announcer.announce("network_map")
        return drawn

    def find(self, record_id: str) -> NetworkMap | Tie | None:
        """Return the map or the tie of this id, if there is one."""
        with self._database.read() as tables:
            found = tables.network_maps.find(record_id)
            return found or tables.ties.find(record_id)

    def shown(self, map_id: NetworkMapId) -> ShownMap:
        """Return a map with its ties and their names."""
        with self._database.read() as tables:
            return read_map(tables, map_id)

    def add(self, map_id: NetworkMapId, name: str) -> Tie:
        """Put somebody on a map who is no party of the case."""
        tie_id = TieId(self._clock.new_id())
        with self._database.write("tie.add", tie_id) as tables:
            case_id = tables.network_maps.get(map_id).case_id
            tie = Tie(id=tie_id, case_id=case_id, map_id=map_id, name=name.strip())
            check_tie(tie)
            tables.ties.add(tie)
        self._announcer.announce("tie")
        return tie

    def take_in_parties(self, map_id: NetworkMapId) -> list[Tie]:
        """Put those parties of the case on a map that are not on it yet."""
        with self._database.write("network_map.take_in", map_id) as tables:
            ties = self._take_in(tables, tables.network_maps.get(map_id))
        self._announcer.announce("tie")
        return ties

    def parties_missing(self, map_id: NetworkMapId) -> int:
        """Return how many parties of the case are not on a map."""
        with self._database.read() as tables:
            return len(_missing(tables, tables.network_maps.get(map_id)))

    def arrange_anew(self, map_id: NetworkMapId) -> list[Tie]:
        """Forget where ties were put by hand; return those that were, as before."""
        with self._database.write("network_map.arrange", map_id) as tables:
            ties = tables.ties.of(map_id=map_id)
            placed = [tie for tie in ties if tie.angle is not None]
            for tie in placed:
                tables.ties.update(replace(tie, angle=None, reach=None))
        self._announcer.announce("tie")
        return placed

    def put_back(self, ties: list[Tie]) -> None:
        """Put ties back to where and what they were; those removed since stay so."""
        with self._database.write("network_map.undo", ties[0].map_id) as tables:
            for tie in ties:
                if tables.ties.find(tie.id) is not None:
                    tables.ties.update(tie)
        self._announcer.announce("tie")

    def _copy(self, tables: Tables, old: NetworkMapId, new: NetworkMapId) -> None:
        for tie in tables.ties.of(map_id=old):
            tie_id = TieId(self._clock.new_id())
            tables.ties.add(replace(tie, id=tie_id, map_id=new))

    def _take_in(self, tables: Tables, drawn: NetworkMap) -> list[Tie]:
        ties = [
            Tie(
                id=TieId(self._clock.new_id()),
                case_id=drawn.case_id,
                map_id=drawn.id,
                party_id=party.id,
                name=_name(tables, party),
                is_organisation=party.person_id is None,
                sector=sector_of(party.roles),
            )
            for party in _missing(tables, drawn)
        ]
        for tie in ties:
            tables.ties.add(tie)
        return ties


def _missing(tables: Tables, drawn: NetworkMap) -> list[Party]:
    known = {tie.party_id for tie in tables.ties.of(map_id=drawn.id)}
    parties = tables.parties.of(case_id=drawn.case_id)
    return [party for party in parties if party.id not in known]


def read_map(tables: Tables, map_id: NetworkMapId) -> ShownMap:
    """Read a map with its ties and their names."""
    drawn = tables.network_maps.get(map_id)
    client = tables.clients.get(tables.cases.get(drawn.case_id).client_id)
    ties = tables.ties.of(map_id=map_id)
    return ShownMap(
        map=drawn,
        client_name=client.full_name,
        ties=tuple(ties),
        names={t.id: party_name(tables, t.party_id) or t.name for t in ties},
    )


def party_name(tables: Tables, party_id: PartyId | None) -> str:
    """Return how a party of a case is called, nothing if there is none."""
    party = tables.parties.find(party_id) if party_id else None
    return _name(tables, party) if party else ""


def _name(tables: Tables, party: Party) -> str:
    if party.person_id is not None:
        return tables.persons.get(party.person_id).full_name
    if party.organisation_id is not None:
        return tables.organisations.get(party.organisation_id).name
    return ""
