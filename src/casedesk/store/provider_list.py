"""Providers that fit what is looked for, read in one bounded query."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from casedesk.domain.provider import serves, speaks
from casedesk.store.search import named_conditions

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.provider import Wish


class Found(NamedTuple):
    """Somebody of the network, and what they offer if that is noted."""

    record_id: str
    table_name: str
    provider_id: str | None


class ProviderList:
    """Finds whom of the network one may turn to, by name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, wish: Wish, limit: int) -> list[Found]:
        """Return those who fit; for region and language the domain's rules decide.

        Without a wish about offers, all of the network are found.
        """
        self._lend_rules(wish)
        named, words = named_conditions(wish.typed)
        conditions, values = _conditions(wish)
        wanted = [*named, *conditions]
        # What is offered narrows first, so that few names have to be looked at.
        source = _FROM_OFFERS if wish.asks_for_offers else _FROM_NAMES
        # S608: the conditions hold marks only, all values are bound.
        rows = self._connection.execute(
            f"""
            SELECT search_entry.record_id, table_name, provider.id AS provider_id
              FROM {source}
             WHERE table_name IN ('organisation', 'person')
               AND {" AND ".join(wanted)}
             ORDER BY sort_key, search_entry.record_id
             LIMIT ?
            """,  # noqa: S608
            (*words, *values, limit),
        )
        return [Found(**dict(row)) for row in rows]

    def _lend_rules(self, wish: Wish) -> None:
        def serves_here(regions: str) -> bool:
            return serves(json.loads(regions), wish.postcode, wish.places)

        def speaks_it(languages: str) -> bool:
            return speaks(json.loads(languages), wish.language)

        self._connection.create_function("serves_here", 1, serves_here)
        self._connection.create_function("speaks_it", 1, speaks_it)


_FROM_NAMES = """
    search_entry LEFT JOIN provider
           ON provider.organisation_id = search_entry.record_id
           OR provider.person_id = search_entry.record_id
"""
_FROM_OFFERS = """
    provider JOIN search_entry
          ON search_entry.record_id = coalesce(organisation_id, person_id)
"""


def _conditions(wish: Wish) -> tuple[list[str], list[str | int]]:
    listed: list[tuple[str, str]] = []
    if wish.service is not None:
        listed.append(("services", wish.service))
    listed += [("accessibility", each) for each in wish.accessibility]
    conditions = [f"instr({column}, ?) > 0" for column, _ in listed]
    values: list[str | int] = [json.dumps(value) for _, value in listed]
    if wish.most_weeks is not None:
        conditions.append("waiting_weeks <= ?")
        values.append(wish.most_weeks)
    if wish.verified_since is not None:
        conditions.append("verified_on >= ?")
        values.append(wish.verified_since.isoformat())
    if wish.language.strip():
        conditions.append("speaks_it(languages)")
    if wish.postcode or wish.places:
        conditions.append("(provider.id IS NULL OR serves_here(regions))")
    return conditions, values
