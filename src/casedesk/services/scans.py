"""Paper that comes back: kept as it came, filed by its codes, or waiting in a tray."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from casedesk.domain.page_code import codes_among
from casedesk.domain.received import (
    DISCARDED_KEPT,
    Doubt,
    NothingToFileUnder,
    Place,
    ReceivedDocument,
    ReceivedDocumentId,
    ReceivedPage,
    ReceivedPageId,
    part_with,
    place_of,
    turned,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.document import Document, DocumentId
    from casedesk.domain.page_code import PageCode
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

PAGE = "received_page"
PAPER = "received_document"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """A page as the reader hands it over."""

    source_sha256: str
    number: int
    pages: int
    codes: tuple[str, ...]
    turn: int
    width: int
    height: int
    picture: bytes


class Fate(StrEnum):
    """What became of a page."""

    FILED = "filed"
    IN_TRAY = "in_tray"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that was taken in, and what became of it."""

    fate: Fate
    page: ReceivedPage


class ScanService:
    """Takes pages in, each in a deed of its own, so that none is lost on the way."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def is_taken(self, source_sha256: str) -> bool:
        """Whether every page of a file with this content was taken in before."""
        with self._database.read() as tables:
            there = tables.received_pages.with_source(source_sha256)
        return bool(there) and len({p.source_page for p in there}) >= max(
            page.source_pages for page in there
        )

    def take(self, scanned: ScannedPage) -> Taken:
        """Keep a page; file it where its code says, or put it into the tray."""
        mark = sha256(scanned.picture).hexdigest()
        with self._database.read() as tables:
            known = _known(tables, scanned, mark)
        if known is not None and known.discarded_at is not None:
            return Taken(Fate.IN_TRAY, self.take_back(known.id))
        if known is not None:
            return Taken(Fate.KNOWN, known)
        page = self._page(scanned, mark)
        with self._database.write(f"{PAGE}.add", page.id) as tables:
            page = self._placed(tables, page, codes_among(scanned.codes))
            tables.received_pages.add(page, scanned.picture)
        self._announcer.announce(PAGE)
        return Taken(Fate.IN_TRAY if page.waits else Fate.FILED, page)

    def tray(self) -> list[ReceivedPage]:
        """Return the pages that wait, in the order in which they came."""
        with self._database.read() as tables:
            return tables.received_pages.waiting()

    def waiting(self) -> int:
        """Return how many pages wait."""
        with self._database.read() as tables:
            return tables.received_pages.count_waiting()

    def discarded(self) -> list[ReceivedPage]:
        """Return the pages that were discarded and can be taken back."""
        with self._database.read() as tables:
            return tables.received_pages.discarded()

    def picture(self, page_id: ReceivedPageId) -> bytes:
        """Return a page as it came, or raise `NotFound`."""
        with self._database.read() as tables:
            return tables.received_pages.picture(page_id)

    def is_intact(self, page_id: ReceivedPageId) -> bool:
        """Whether the picture is still the one that came."""
        with self._database.read() as tables:
            page = tables.received_pages.get(page_id)
            picture = tables.received_pages.picture(page_id)
        return sha256(picture).hexdigest() == page.sha256

    def named(self, page: ReceivedPage) -> Document | None:
        """Return the document that the code of a page names, if it is here."""
        if page.named_document_id is None:
            return None
        with self._database.read() as tables:
            return tables.documents.find(page.named_document_id)

    def turn(self, page_id: ReceivedPageId) -> ReceivedPage:
        """Turn a page by a quarter to the right."""
        return self._change(
            page_id, "turn", lambda page: replace(page, turn=turned(page.turn))
        )

    def discard(self, page_id: ReceivedPageId) -> ReceivedPage:
        """Put a page out of the tray; for thirty days it can be taken back."""
        now = self._clock.now()
        return self._change(
            page_id, "discard", lambda page: replace(page, discarded_at=now)
        )

    def take_back(self, page_id: ReceivedPageId) -> ReceivedPage:
        """Put a discarded page into the tray again."""
        return self._change(
            page_id, "take_back", lambda page: replace(page, discarded_at=None)
        )

    def take_out(self, page_id: ReceivedPageId) -> ReceivedPage:
        """Put a filed page back into the tray, because it lay in the wrong place."""
        return self._change(page_id, "take_out", _without_place)

    def file(
        self, page_id: ReceivedPageId, document_id: DocumentId, number: int
    ) -> ReceivedPage:
        """File a page by hand under a page of an issued document.

        It may be there already: both are kept. Raises `NothingToFileUnder`.
        """
        with self._database.write(f"{PAGE}.file", page_id) as tables:
            document = tables.documents.get(document_id)
            parts = tables.document_parts.of_document(document_id)
            last = max((part.last_page for part in parts), default=0)
            if number < 1 or (last and number > last):
                raise NothingToFileUnder
            place = Place(document, part_with(number, parts), number)
            page = self._filed(tables, tables.received_pages.get(page_id), place)
            tables.received_pages.update(page)
        self._announcer.announce(PAGE)
        return page

    def keep(
        self, page_ids: Iterable[ReceivedPageId], case_id: CaseId, title: str
    ) -> ReceivedDocument:
        """File pages in a case as another paper that came, under a title."""
        ids = tuple(page_ids)
        if not title.strip() or not ids:
            raise NothingToFileUnder
        with self._database.write(f"{PAPER}.add", case_id) as tables:
            received = ReceivedDocument(
                id=ReceivedDocumentId(self._clock.new_id()),
                case_id=case_id,
                title=title.strip(),
                received_at=self._clock.now(),
                is_filed_only=True,
            )
            tables.received_documents.add(received)
            for number, page_id in enumerate(ids, start=1):
                page = tables.received_pages.get(page_id)
                tables.received_pages.update(_under(page, received, number))
        self._announcer.announce(PAGE)
        return received

    def append(
        self, page_id: ReceivedPageId, received_id: ReceivedDocumentId
    ) -> ReceivedPage:
        """File a page behind the others of a paper that came under a title."""
        with self._database.write(f"{PAGE}.file", page_id) as tables:
            received = tables.received_documents.get(received_id)
            numbers = [page.page or 0 for page in tables.received_pages.of(received.id)]
            page = _under(
                tables.received_pages.get(page_id),
                received,
                max(numbers, default=0) + 1,
            )
            tables.received_pages.update(page)
        self._announcer.announce(PAGE)
        return page

    def of_case(self, case_id: CaseId) -> list[ReceivedDocument]:
        """Return what came back in a case and still has pages, newest first."""
        with self._database.read() as tables:
            found = tables.received_documents.of(case_id=case_id)
            return [each for each in found if tables.received_pages.of(each.id)]

    def of_consent(self, consent_id: ConsentId) -> list[ReceivedDocument]:
        """Return the papers on which a declaration came back, newest first."""
        with self._database.read() as tables:
            found = tables.received_documents.of(consent_id=consent_id)
            return [each for each in found if tables.received_pages.of(each.id)]

    def received(self, received_id: ReceivedDocumentId) -> ReceivedDocument:
        """Return what came back, or raise `NotFound`."""
        with self._database.read() as tables:
            return tables.received_documents.get(received_id)

    def pages(self, received_id: ReceivedDocumentId) -> list[ReceivedPage]:
        """Return the pages of what came back, in the order of the paper."""
        with self._database.read() as tables:
            return tables.received_pages.of(received_id)

    def erase_discarded(self) -> int:
        """Erase what was discarded thirty days ago; return how many pages."""
        before = self._clock.now() - DISCARDED_KEPT
        with self._database.read() as tables:
            pages = tables.received_pages.discarded()
        if not any(page.discarded_at and page.discarded_at <= before for page in pages):
            return 0
        with self._database.write(f"{PAGE}.erase") as tables:
            erased = tables.received_pages.erase_discarded(before)
        self._database.settle()
        return erased

    def _page(self, scanned: ScannedPage, mark: str) -> ReceivedPage:
        return ReceivedPage(
            id=ReceivedPageId(self._clock.new_id()),
            received_at=self._clock.now(),
            source_sha256=scanned.source_sha256,
            source_page=scanned.number,
            source_pages=scanned.pages,
            sha256=mark,
            size_bytes=len(scanned.picture),
            width=scanned.width,
            height=scanned.height,
            turn=scanned.turn,
        )

    def _placed(
        self, tables: Tables, page: ReceivedPage, codes: tuple[PageCode, ...]
    ) -> ReceivedPage:
        document, parts, there = None, [], set[int]()
        if len(codes) == 1:
            page = replace(
                page,
                named_document_id=codes[0].document_id,
                named_page=codes[0].page,
            )
            document = tables.documents.find(codes[0].document_id)
        if document is not None:
            parts = tables.document_parts.of_document(document.id)
            there = tables.received_pages.numbers_of(document.id)
        place = place_of(codes, document, parts, there)
        if isinstance(place, Doubt):
            return replace(page, doubt=place)
        return self._filed(tables, page, place)

    def _filed(self, tables: Tables, page: ReceivedPage, place: Place) -> ReceivedPage:
        """Return the page under its part, which is noted as received if it is new."""
        part = place.part
        found = tables.received_documents.of(document_id=place.document.id)
        received = next(
            (each for each in found if each.part_id == (part and part.id)), None
        )
        if received is None:
            received = ReceivedDocument(
                id=ReceivedDocumentId(self._clock.new_id()),
                case_id=place.document.case_id,
                document_id=place.document.id,
                part_id=None if part is None else part.id,
                consent_id=None if part is None else part.consent_id,
                plan_id=None if part is None else part.plan_id,
                received_at=page.received_at,
            )
            tables.received_documents.add(received)
        return _under(page, received, place.page)

    def _change(
        self,
        page_id: ReceivedPageId,
        deed: str,
        changed: Callable[[ReceivedPage], ReceivedPage],
    ) -> ReceivedPage:
        with self._database.write(f"{PAGE}.{deed}", page_id) as tables:
            page = changed(tables.received_pages.get(page_id))
            tables.received_pages.update(page)
        self._announcer.announce(PAGE)
        return page


def _known(tables: Tables, scanned: ScannedPage, mark: str) -> ReceivedPage | None:
    """Return the page that came before from the same place of the same file.

    So does one with exactly the same picture, whatever file it came in.
    """
    for page in tables.received_pages.with_source(scanned.source_sha256):
        if page.source_page == scanned.number:
            return page
    return next(iter(tables.received_pages.with_picture(mark)), None)


def _without_place(page: ReceivedPage) -> ReceivedPage:
    return replace(
        page,
        case_id=None,
        received_document_id=None,
        page=None,
        doubt=Doubt.TAKEN_OUT,
    )


def _under(page: ReceivedPage, received: ReceivedDocument, number: int) -> ReceivedPage:
    return replace(
        page,
        case_id=received.case_id,
        received_document_id=received.id,
        page=number,
        doubt=None,
        discarded_at=None,
    )
