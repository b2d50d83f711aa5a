"""Providers, and who of the network fits what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from casedesk.domain.provider import (
    Provider,
    language_terms,
    region_terms,
    wanted_terms,
)
from casedesk.domain.spelling import folded
from casedesk.store.rows import Rows
from casedesk.store.search import LAST_LETTER, named_conditions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.provider import Wish
    from casedesk.store.search import SearchIndex

    Condition = tuple[str, Sequence[str | int]]


class Found(NamedTuple):
    """Somebody of the network, and what they offer if that is noted."""

    record_id: str
    table_name: str
    provider_id: str | None


class ProviderRows(Rows[Provider]):
    """Keeps the terms up to date under which a provider is found."""

    def __init__(self, connection: Connection, index: SearchIndex) -> None:
        super().__init__(connection, index, Provider, "provider")

    def _put_in_index(self, record: Provider) -> None:
        self._connection.execute(
            "DELETE FROM provider_term WHERE provider_id = ?", (record.id,)
        )
        terms = {
            "service": record.services,
            "access": record.accessibility,
            "region": region_terms(record.regions),
            "language": language_terms(record.languages),
        }
        self._connection.executemany(
            "INSERT INTO provider_term (provider_id, kind, term) VALUES (?, ?, ?)",
            [
                (record.id, kind, str(term))
                for kind, each in terms.items()
                for term in dict.fromkeys(each)
            ],
        )


class ProviderList:
    """Finds whom of the network one may turn to, by name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, wish: Wish, limit: int) -> list[Found]:
        """Return those who fit. Without a wish about offers, all may be found."""
        number = "+number" if wish.asks_for_offers else "number"
        named, words = named_conditions(wish.typed, number=number)
        conditions = list(_conditions(wish))
        wanted = [*named, *(condition for condition, _ in conditions)]
        values = [value for _, bound in conditions for value in bound]
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
             LIMIT ? + 0
            """,  # noqa: S608
            (*words, *values, limit),
        )
        return [Found(**dict(row)) for row in rows]


_FROM_NAMES = """
    search_entry LEFT JOIN provider
           ON provider.organisation_id = search_entry.record_id
           OR provider.person_id = search_entry.record_id
"""
_FROM_OFFERS = """
    provider JOIN search_entry
          ON search_entry.record_id = coalesce(organisation_id, person_id)
"""


def _conditions(wish: Wish) -> Iterable[Condition]:
    if wish.service is not None:
        yield _having("service", [wish.service])
    for each in wish.accessibility:
        yield _having("access", [each])
    if wish.most_weeks is not None:
        yield "waiting_weeks <= ?", [wish.most_weeks]
    if wish.verified_since is not None:
        yield "verified_on >= ?", [wish.verified_since.isoformat()]
    start = folded(wish.language).strip()
    if start:
        condition = "kind = 'language' AND term >= ? AND term < ?"
        yield _among(condition), [start, start + LAST_LETTER]
    terms = wanted_terms(wish.postcode, wish.places)
    if terms:
        condition, bound = _having("region", sorted(terms))
        yield f"(provider.id IS NULL OR {condition})", bound


def _having(kind: str, terms: Sequence[str]) -> Condition:
    marks = ", ".join("?" * len(terms))
    return _among(f"kind = '{kind}' AND term IN ({marks})"), terms


def _among(condition: str) -> str:
    # S608: constants of this module and marks.
    return f"provider.id IN (SELECT provider_id FROM provider_term WHERE {condition})"  # noqa: S608
