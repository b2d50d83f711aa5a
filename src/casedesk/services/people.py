"""People and organisations: whether they are known already, and how numbers check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.client import Client, NumberScheme
from casedesk.domain.kvnr import is_kvnr
from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from casedesk.store.database import Database

ALIKE_PERCENT = 82
SHOWN = 5


class PeopleService:
    """Compares what is typed with who is known."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def similar_clients(self, family_name: str, given_name: str) -> list[Client]:
        """Return known clients whose names are like these, the most alike first."""
        if len(family_name.strip()) < 2:
            return []
        from rapidfuzz import fuzz, process

        with self._database.read() as tables:
            known = tables.clients.all()
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


def number_is_plausible(scheme: NumberScheme, number: str) -> bool:
    """Whether the check digit of an insurance number is right, where it has one."""
    if not number.strip() or scheme is NumberScheme.POLICY:
        return True
    if scheme is NumberScheme.KVNR:
        return is_kvnr(number)
    from stdnum.at import vnr
    from stdnum.ch import ssn

    return bool((ssn if scheme is NumberScheme.AHV else vnr).is_valid(number))
