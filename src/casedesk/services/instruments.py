"""Instruments: sheets that are filled in, what they say, and how that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.care_allowance import SHIPPED, amount_on
from casedesk.domain.instrument import (
    InstrumentId,
    Sheet,
    SheetId,
    check_sheet_change,
    read_answers,
    written_answers,
)
from casedesk.domain.practice import Language
from casedesk.domain.problems import NotFound
from casedesk.domain.scoring import check_answer, outcome
from casedesk.words import instruments as packs

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from casedesk.domain.case import CaseId
    from casedesk.domain.client import Client
    from casedesk.domain.instrument import Instrument
    from casedesk.domain.practice import Practice
    from casedesk.domain.scoring import Outcome
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

_MONTHS_A_YEAR = 12
CARE_ALLOWANCE = InstrumentId("at_care_allowance")


class InstrumentService:
    """Begins sheets, keeps their answers raw, and says what they add up to."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def offered(self) -> list[Instrument]:
        """Return the instruments that make sense in the country of the practice."""
        practice = self._practice()
        return [
            each
            for each in packs.instruments(language_of(practice))
            if not each.countries or practice.country.value in each.countries
        ]

    def pack(self, sheet: Sheet) -> Instrument:
        """Return the instrument of a sheet in the version it was filled in with.

        Raises `NotFound` if that pack is gone.
        """
        language = language_of(self._practice())
        found = packs.instrument(sheet.instrument, sheet.version, language)
        if found is None:
            raise NotFound
        return found

    def outcome(self, sheet: Sheet) -> Outcome:
        """Return what a sheet says."""
        answers = read_answers(sheet.answers)
        return outcome(self.pack(sheet), answers, sheet.variant)

    def begin(self, case_id: CaseId, instrument_id: InstrumentId) -> Sheet:
        """Begin a sheet of today, in the form for the age of the client."""
        today = self._clock.today()
        newest = packs.instruments(language_of(self._practice()))
        pack = next(each for each in newest if each.id == instrument_id)
        sheet_id = SheetId(self._clock.new_id())
        with self._database.write("instrument_sheet.add", sheet_id) as tables:
            client = tables.clients.get(tables.cases.get(case_id).client_id)
            sheet = Sheet(
                id=sheet_id,
                case_id=case_id,
                instrument=pack.id,
                version=pack.version,
                taken_on=today,
                variant=pack.variant_at(months_old(client, today)),
            )
            tables.instrument_sheets.add(sheet)
        self._announcer.announce("instrument_sheet")
        return sheet

    def answer(
        self, sheet_id: SheetId, item_id: str, answer: str, *, sitting: str = ""
    ) -> Sheet:
        """Keep an answer, or take it back with an empty one.

        Raises `UnknownAnswer` if the item has no such answer, `SheetStays` if the
        sheet was confirmed.
        """
        before = self._sheet(sheet_id)
        check_answer(self.pack(before), before.variant, item_id, answer)
        answers = read_answers(before.answers) | {item_id: answer}
        after = replace(before, answers=written_answers(answers))
        return self._store(before, after, sitting)

    def confirm(self, sheet_id: SheetId) -> Sheet:
        """Close a sheet: from now on it keeps its answers."""
        before = self._sheet(sheet_id)
        return self._store(before, replace(before, confirmed_on=self._clock.today()))

    def again(self, sheet_id: SheetId) -> Sheet:
        """Begin a new sheet of today with the answers of another."""
        with self._database.write("instrument_sheet.again", sheet_id) as tables:
            former = tables.instrument_sheets.get(sheet_id)
            made = replace(
                former,
                id=SheetId(self._clock.new_id()),
                taken_on=self._clock.today(),
                confirmed_on=None,
            )
            tables.instrument_sheets.add(made)
        self._announcer.announce("instrument_sheet")
        return made

    def course(
        self, case_id: CaseId, instrument_id: InstrumentId, score_id: str
    ) -> list[tuple[date, Fraction]]:
        """Return how a score has changed, the oldest first; gaps are left out."""
        with self._database.read() as tables:
            sheets = tables.instrument_sheets.of(
                case_id=case_id, instrument=instrument_id
            )
        points = []
        for sheet in reversed(sheets):
            found = {f.score.id: f.value for f in self.outcome(sheet).figures}
            value = found.get(score_id)
            if value is not None:
                points.append((sheet.taken_on, value))
        return points

    def allowance(self, sheet: Sheet) -> tuple[int, date] | None:
        """Return what the stage of an Austrian sheet pays in cents, and since when."""
        if sheet.instrument != CARE_ALLOWANCE:
            return None
        stage = self.outcome(sheet).value("stage")
        if stage is None:
            return None
        with self._database.read() as tables:
            own = tables.care_allowances.all()
        return amount_on(sheet.taken_on, int(stage), (SHIPPED, *own))

    def _sheet(self, sheet_id: SheetId) -> Sheet:
        with self._database.read() as tables:
            return tables.instrument_sheets.get(sheet_id)

    def _store(self, before: Sheet, after: Sheet, sitting: str = "") -> Sheet:
        check_sheet_change(before, after)
        if after == before:
            return before
        with self._database.write(
            "instrument_sheet.change", before.id, sitting=sitting or None
        ) as tables:
            tables.instrument_sheets.update(after)
        self._announcer.announce("instrument_sheet")
        return after

    def _practice(self) -> Practice:
        with self._database.read() as tables:
            return _only(tables)


def _only(tables: Tables) -> Practice:
    [practice] = tables.practice.all()
    return practice


def language_of(practice: Practice) -> str:
    """Return the language of the packs that a practice reads."""
    return "en" if practice.language is Language.EN else "de"


def months_old(client: Client, today: date) -> int | None:
    """Return the completed months of a client whose birthday is known."""
    born = client.born.whole() if client.born else None
    if born is None:
        return None
    months = (today.year - born.year) * _MONTHS_A_YEAR + today.month - born.month
    return months - (today.day < born.day)
