"""The record of a period as a paper; issuing it locks the entries on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentKind
from casedesk.pdf import record_extract as pdf
from casedesk.services.paper import Paper, begun, held_back, prepared
from casedesk.services.paper_words.reader import Reader, excerpt_for
from casedesk.services.paper_words.record_extract import (
    EXTRACT_TEMPLATE,
    Extract,
    ExtractRecords,
    kinds_in_extract,
    record_extract,
)
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.addendum import Addendum
    from casedesk.domain.case import CaseId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

MOST = 1_000_000


class RecordPaperService:
    """Prepares the paper, which is quick; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def prepare(
        self,
        case_id: CaseId,
        extract: Extract,
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare what of a record is asked for.

        A `reader` gets no more of it than consent, law and their profile allow, and
        nothing of what came into the record by itself.
        """
        kind = DocumentKind.RECORD
        with self._database.read() as tables:
            case, imprint = begun(tables, self._clock, case_id, kind)
            records = _read(tables, case_id, extract)
        words = Words(language or case.practice.language)
        for_reader = reader is not None
        kinds = kinds_in_extract(records, for_reader=for_reader)
        excerpt = excerpt_for(case, kinds, reader) if reader else None
        shown = kinds_in_extract(records, excerpt, for_reader=for_reader)
        paper = record_extract(
            imprint, case, records, words, excerpt, for_reader=for_reader
        )
        return replace(
            prepared(
                imprint, case_id, words, EXTRACT_TEMPLATE, partial(pdf.render, paper)
            ),
            cut_anew=lambda other, whom: self.prepare(
                case_id, extract, language=other, reader=whom
            ),
            categories=shown,
            left_out=held_back(kinds, shown),
            reader=reader,
            entry_ids=tuple(entry.id for entry in records.printed),
            is_as_shown=partial(_is_as_shown, records),
        )


def _is_as_shown(shown: ExtractRecords, tables: Tables) -> bool:
    """Whether the entries that would be locked still read as they are printed."""
    now = tables.entries.among([entry.id for entry in shown.printed])
    ids = {entry.id for entry in shown.printed}
    return {e.id: e for e in now} == {e.id: e for e in shown.printed} and all(
        tables.addenda.of(entry_id=entry_id) == list(shown.addenda.get(entry_id, ()))
        for entry_id in ids
    )


def _read(tables: Tables, case_id: CaseId, extract: Extract) -> ExtractRecords:
    found = tables.happenings.page(case_id, extract.narrowing, limit=MOST)
    ids = [each.subject_id for each in found if each.is_entry]
    addenda: dict[str, list[Addendum]] = defaultdict(list)
    for addendum in tables.addenda.of(case_id=case_id):
        addenda[addendum.entry_id].append(addendum)
    return ExtractRecords(
        extract=extract,
        happenings=tuple(reversed(found)),
        entries={entry.id: entry for entry in tables.entries.among(ids)},
        addenda=addenda,
    )
