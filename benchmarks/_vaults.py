"""Vaults of any size with invented German texts, the same each time they are made."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from casedesk.domain.assessment import (
    Assessment,
    AssessmentId,
    DomainEntry,
    DomainEntryId,
    NeedLevel,
)
from casedesk.domain.case import Case, CaseId, Mandate, MandateId
from casedesk.domain.client import Address, AddressId, Client, ClientId
from casedesk.domain.consent import Consent, ConsentId, ConsentKind
from casedesk.domain.document import Document, DocumentId, DocumentKind
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId
from casedesk.domain.phase import Phase, PhaseRun, PhaseRunId
from casedesk.domain.plan import Plan, PlanId
from casedesk.domain.practice import PaperLanguage, Practice
from casedesk.domain.signing import SignerRole
from casedesk.security.keys import STRONG, VaultKey, new_key
from casedesk.store import vault_file
from casedesk.store.migrations import STEPS

if TYPE_CHECKING:
    from casedesk.store.tables import Tables

PASSPHRASE = "vier Wolken tragen Kupfer heim"  # noqa: S105 - opens invented data only
FOLDER = Path(__file__).parent.parent / "build" / "benchmarks"
TODAY = date(2026, 3, 14)
CASES_IN_A_DEED = 250
CASES_IN_A_MEGABYTE = 20
PAPERS_IN_A_DEED = 4
PAPER_BYTES = 250_000
NOTE_LETTERS = 500

_FAMILY = [
    "Ammann",
    "Brunner",
    "Cadisch",
    "Dörig",
    "Egli",
    "Frei",
    "Gysi",
    "Hügli",
    "Imhof",
    "Jäggi",
    "Keller",
]
_GIVEN = [
    "Anna",
    "Beat",
    "Carla",
    "Dario",
    "Elif",
    "Fatma",
    "Georg",
    "Hanna",
    "Ivo",
    "Jana",
    "Kemal",
    "Łukasz",
]
_WORDS = [
    "Krankenversicherung",
    "Wohnung",
    "Physiotherapie",
    "Termin",
    "Gespräch",
    "Tochter",
    "Rollator",
    "Spitex",
    "vereinbart",
    "ruft",
    "zurück",
    "Medikamente",
    "wöchentlich",
    "selbständig",
    "Unterstützung",
    "Arbeits",
    "versuch",
    "Belastung",
    "Ressourcen",
    "Antrag",
    "Verfügung",
    "Einsprache",
    "Hausbesuch",
    "ruhig",
    "müde",
]


class Chance:
    """Invents the same people and texts each time."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented data, no secrets
        self._ids = count(1)

    def new_id(self) -> str:
        """Return the next id."""
        return f"{next(self._ids):012x}"

    def pick(self, words: list[str]) -> str:
        """Return one of the words."""
        return self._random.choice(words)

    def text(self, letters: int) -> str:
        """Return words of about this many letters."""
        words: list[str] = []
        while sum(map(len, words)) < letters:
            words.append(self.pick(_WORDS))
        return " ".join(words)


def vault_of(cases: int) -> tuple[Path, VaultKey]:
    """Return a vault with so many cases and its key; it is made once and kept."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{cases}.casedesk"
    key = new_key(PASSPHRASE, bytes(range(11)), STRONG)
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _fill(unfinished, key, cases)
        unfinished.rename(path)
    return path, key


def vault_of_size(megabytes: int) -> tuple[Path, VaultKey]:
    """Return a vault of about that size and its key; it is made once and kept.

    The first half, but no more than 1,500 cases, is text; the rest are issued papers.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Opening one of an earlier schema would measure the upgrade.
    path = FOLDER / f"{megabytes}mb-schema-{len(STEPS)}.casedesk"
    key = new_key(PASSPHRASE, bytes(range(11)), STRONG)
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _fill(unfinished, key, min(megabytes * CASES_IN_A_MEGABYTE // 2, 1500))
        _fill_with_papers(unfinished, key, megabytes)
        unfinished.rename(path)
    return path, key


def _fill(path: Path, key: VaultKey, cases: int) -> None:
    chance = Chance(seed=cases)
    database = vault_file.create(path, key, _now)
    with database.write("practice.add") as tables:
        tables.practice.add(Practice(name="Benchmark"))
    for start in range(0, cases, CASES_IN_A_DEED):
        with database.write("bench.fill") as tables:
            for number in range(start, min(start + CASES_IN_A_DEED, cases)):
                _add_case(tables, chance, number)
    database.close()


def _fill_with_papers(path: Path, key: VaultKey, megabytes: int) -> None:
    chance = random.Random(megabytes)  # noqa: S311 - invented data, no secrets
    database = vault_file.open_vault(path, key, _now)
    with database.read() as tables:
        [case, *_] = tables.cases.all()
    versions = count(1)
    while database.size() < megabytes * 1_000_000:
        with database.write("document.issue", case.id) as tables:
            for version in islice(versions, PAPERS_IN_A_DEED):
                pages = b"%PDF-1.7\n" + chance.randbytes(PAPER_BYTES)
                tables.documents.add(_paper(case.id, version, pages), pages)
    database.close()


def _paper(case_id: CaseId, version: int, pages: bytes) -> Document:
    return Document(
        id=DocumentId(f"paper-{version:08}"),
        case_id=case_id,
        kind=DocumentKind.CARE_PLAN,
        number=f"2026-0001-P{version}",
        version=version,
        language=PaperLanguage.DE_CH,
        template_version="1",
        issued_at=_now(),
        sha256=sha256(pages).hexdigest(),
        size_bytes=len(pages),
    )


def _now() -> datetime:
    return datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


def _add_case(tables: Tables, chance: Chance, number: int) -> None:
    client_id, case_id = ClientId(chance.new_id()), CaseId(chance.new_id())
    day = TODAY - timedelta(days=number % 700)
    tables.clients.add(
        Client(
            id=client_id,
            family_name=f"{chance.pick(_FAMILY)}-{chance.pick(_FAMILY)}",
            given_name=chance.pick(_GIVEN),
        )
    )
    tables.addresses.add(
        Address(id=AddressId(chance.new_id()), client_id=client_id, street="Uferweg 3")
    )
    tables.cases.add(
        Case(
            id=case_id,
            client_id=client_id,
            number=f"{day.year}-{number:06}",
            title=chance.text(15),
            opened_on=day,
        )
    )
    tables.mandates.add(Mandate(id=MandateId(chance.new_id()), case_id=case_id))
    tables.phase_runs.add(
        PhaseRun(
            id=PhaseRunId(chance.new_id()),
            case_id=case_id,
            phase=Phase.MONITORING,
            started_on=day,
        )
    )
    _add_work(tables, chance, case_id, day)


def _add_work(tables: Tables, chance: Chance, case_id: CaseId, day: date) -> None:
    assessment = Assessment(id=AssessmentId(chance.new_id()), case_id=case_id)
    tables.assessments.add(assessment)
    for life_domain in list(LifeDomain)[:4]:
        tables.domain_entries.add(
            DomainEntry(
                id=DomainEntryId(chance.new_id()),
                case_id=case_id,
                assessment_id=assessment.id,
                life_domain=life_domain,
                situation=chance.text(200),
                need_level=NeedLevel.WATCH,
            )
        )
    tables.plans.add(Plan(id=PlanId(chance.new_id()), case_id=case_id))
    goal = Goal(id=GoalId(chance.new_id()), case_id=case_id, wording=chance.text(80))
    tables.goals.add(goal)
    for _ in range(3):
        tables.measures.add(
            Measure(
                id=MeasureId(chance.new_id()),
                case_id=case_id,
                goal_id=goal.id,
                what=chance.text(60),
            )
        )
    tables.consents.add(
        Consent(
            id=ConsentId(chance.new_id()),
            case_id=case_id,
            kind=ConsentKind.RELEASE,
            explained_on=day,
            signed_on=day,
            signed_by=(SignerRole.CLIENT,),
            valid_until=day + timedelta(days=730),
        )
    )
    for past in range(5):
        tables.entries.add(
            Entry(
                id=EntryId(chance.new_id()),
                case_id=case_id,
                phase=Phase.MONITORING,
                happened_on=day - timedelta(days=past),
                minutes=30,
                text=chance.text(NOTE_LETTERS),
            )
        )
