"""Finding records by what is typed."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from casedesk.domain.found import Found
from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from casedesk.domain.hit import Hit
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

SHOWN = 40
EXCERPT_LETTERS = 90


class SearchService:
    """Search over people, cases, notes, goals and consents."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, typed: str) -> list[Found]:
        """Return what holds every typed word, people first, at most `SHOWN`."""
        with self._database.read() as tables:
            hits = tables.search.find(typed, SHOWN)
            return [_described(tables, hit, typed) for hit in hits]


def _described(tables: Tables, hit: Hit, typed: str) -> Found:
    record = tables.record_or_document(hit.table_name, hit.record_id)
    case = None if hit.case_id is None else tables.cases.get(hit.case_id)
    client_id = hit.client_id or (case.client_id if case else None)
    client = None if client_id is None else tables.clients.get(client_id)
    return Found(
        noun=hit.table_name,
        record_id=hit.record_id,
        case_id=case.id if case else None,
        client_id=client.id if client else None,
        client_name=client.sorted_name if client else "",
        excerpt=_excerpt(record, typed),
        phase=getattr(record, "phase", None),
    )


# Any: a record of whatever kind.
def _excerpt(record: Any, typed: str) -> str:
    texts = [getattr(record, field.name) for field in fields(record)]
    words = [folded(word) for word in typed.split()]
    for text in texts:
        if isinstance(text, str) and any(word in folded(text) for word in words):
            return _around(text, words)
    return ""


def _around(text: str, words: list[str]) -> str:
    flat = " ".join(text.split())
    if len(flat) <= EXCERPT_LETTERS:
        return flat
    places = [folded(flat).find(word) for word in words]
    first = min((place for place in places if place >= 0), default=0)
    start = max(0, min(first - EXCERPT_LETTERS // 3, len(flat) - EXCERPT_LETTERS))
    end = start + EXCERPT_LETTERS
    return f"{'…' if start else ''}{flat[start:end]}{'…' if end < len(flat) else ''}"
