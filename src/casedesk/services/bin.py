"""Deleting a client or a case: into the bin for thirty days, then erased for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.binned import (
    KEPT,
    Binned,
    CaseStillOpen,
    Doomed,
    Erased,
    StillKept,
)
from casedesk.services.cases import LAST_NUMBER

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.binned import EraseGround
    from casedesk.domain.case import Case
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class BinService:
    """Puts clients and closed cases into the bin, takes them back, and erases them.

    Each takes the id of a client, which stands for all cases too, or of one case.
    """

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def doomed(self, record_id: str) -> Doomed:
        """Return what would be deleted, or raise `NotFound`."""
        with self._database.read() as tables:
            cases = _cases(tables, record_id)
            client = tables.clients.find(record_id)
            owner = client or tables.clients.get(cases[0].client_id)
            return Doomed(
                record_id=record_id,
                is_client=client is not None,
                client_name=owner.sorted_name,
                case_numbers=tuple(case.number for case in cases),
                open_cases=sum(case.closed_on is None for case in cases),
                entries=sum(len(tables.entries.of(case_id=c.id)) for c in cases),
                documents=sum(len(tables.documents.of_case(c.id)) for c in cases),
                kept_until=_kept_until(tables, cases),
            )

    def put(self, record_id: str, ground: EraseGround | None = None) -> None:
        """Put into the bin, or raise `CaseStillOpen`.

        It leaves the lists, the search and the dates due at once. Where a file is to be
        kept longer, it takes a ground, which the trail keeps, or raises `StillKept`.
        """
        noun = self._noun(record_id)
        with self._database.write(_deed(f"{noun}.bin", ground), record_id) as tables:
            cases = _cases(tables, record_id)
            _check(noun, cases)
            self._check_kept(tables, cases, ground)
            tables.bin.put(record_id, [case.id for case in cases], self._clock.now())
        self._announcer.announce(noun)

    def take_back(self, record_id: str) -> None:
        """Take out of the bin; everything is as it was."""
        noun = self._noun(record_id)
        with self._database.write(f"{noun}.take_back", record_id) as tables:
            tables.bin.take_back(record_id)
        self._announcer.announce(noun)

    def all(self) -> list[Binned]:
        """Return what lies in the bin, what was put in last first."""
        with self._database.read() as tables:
            return [
                Binned(
                    record_id=root.record_id,
                    is_client=tables.clients.find(root.record_id) is not None,
                    client_name=_name(tables, root.record_id),
                    case_numbers=tuple(
                        case.number for case in _cases(tables, root.record_id)
                    ),
                    binned_at=root.binned_at,
                )
                for root in tables.bin.roots()
            ]

    def erase(self, record_id: str, ground: EraseGround | None = None) -> Erased:
        """Erase without residue, whether it lies in the bin or not.

        What is to be kept longer takes a ground, as for the bin; what lies there has
        got one. Its records, papers, history, drafts and search words are gone, and the
        pages they stood on are overwritten. The trail keeps ids, the protocol counts.
        """
        noun = self._noun(record_id)
        with self._database.write(_deed(f"{noun}.erase", ground), record_id) as tables:
            cases = _cases(tables, record_id)
            _check(noun, cases)
            if not tables.bin.hides(record_id):
                self._check_kept(tables, cases, ground)
            _keep_numbers(tables, cases)
            table = "client" if noun == "client" else "case_record"
            erased = tables.purge.erase(table, record_id)
            tables.search.forget_removed_words()
            tables.bin.note_erased(tables.deeds.latest(), erased)
        self._database.checkpoint()
        self._announcer.announce(noun)
        return erased

    def erase_expired(self) -> int:
        """Erase what has lain in the bin for thirty days; return how many."""
        now = self._clock.now()
        with self._database.read() as tables:
            roots = tables.bin.roots()
        expired = [root for root in roots if root.binned_at + KEPT <= now]
        # A client takes along cases that were put into the bin before it.
        return sum(self._erase_if_there(root.record_id) for root in expired)

    def protocol(self) -> dict[int, Erased]:
        """Return how much was erased, by the numbers of the deeds in the trail."""
        with self._database.read() as tables:
            return tables.bin.protocol()

    def _check_kept(
        self, tables: Tables, cases: list[Case], ground: EraseGround | None
    ) -> None:
        until = _kept_until(tables, cases)
        if ground is None and until is not None and self._clock.today() <= until:
            raise StillKept

    def _erase_if_there(self, record_id: str) -> bool:
        with self._database.read() as tables:
            is_there = tables.bin.hides(record_id)
        if is_there:
            self.erase(record_id)
        return is_there

    def _noun(self, record_id: str) -> str:
        with self._database.read() as tables:
            return "case" if tables.clients.find(record_id) is None else "client"


def _cases(tables: Tables, record_id: str) -> list[Case]:
    if tables.clients.find(record_id) is not None:
        return tables.cases.of(client_id=record_id)
    return [tables.cases.get(record_id)]


def _deed(action: str, ground: EraseGround | None) -> str:
    """Name a deed; the ground stands in the trail, which outlives what is erased."""
    return action if ground is None else f"{action}.{ground}"


def _kept_until(tables: Tables, cases: list[Case]) -> date | None:
    """Return until when the last of the files is to be kept, as it was noted."""
    closures = tables.closures.of_any("case_id", [case.id for case in cases])
    return max((e.keep_until for e in closures if e.keep_until), default=None)


def _name(tables: Tables, record_id: str) -> str:
    client = tables.clients.find(record_id)
    if client is None:
        client = tables.clients.get(tables.cases.get(record_id).client_id)
    return client.sorted_name


def _check(noun: str, cases: list[Case]) -> None:
    if noun == "case" and any(case.closed_on is None for case in cases):
        raise CaseStillOpen


def _keep_numbers(tables: Tables, cases: list[Case]) -> None:
    """Remember the highest number of each year, so that none is given twice."""
    for year in {case.number.partition("-")[0] for case in cases}:
        numbers = (
            tables.settings.get(f"{LAST_NUMBER}{year}"),
            tables.case_list.highest_number(f"{year}-"),
        )
        tables.settings.put(
            f"{LAST_NUMBER}{year}", max(numbers, key=lambda each: (len(each), each))
        )
