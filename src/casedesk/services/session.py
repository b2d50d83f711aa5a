"""An unlocked vault, with everything that may be done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedesk.domain.benefit import check_benefit
from casedesk.domain.care_allowance import check_allowance
from casedesk.domain.case import check_mandate, check_party
from casedesk.domain.consent import check_consent, check_item
from casedesk.domain.kinship import check_bond, check_union
from casedesk.domain.phase import check_run
from casedesk.domain.plan import check_measure
from casedesk.domain.representation import check_representation
from casedesk.domain.statute import check_basis
from casedesk.domain.task import check_task
from casedesk.domain.tie import check_tie
from casedesk.domain.withdrawal_notice import check_notice
from casedesk.domain.withholding import check_withholding
from casedesk.services import holder
from casedesk.services.announcer import Announcer
from casedesk.services.assessments import AssessmentService
from casedesk.services.backups import BackupService
from casedesk.services.bin import BinService
from casedesk.services.cases import CaseService
from casedesk.services.consents import ConsentService
from casedesk.services.disclosures import DisclosureService
from casedesk.services.documents import DocumentService
from casedesk.services.figure_papers import FigurePaperService
from casedesk.services.forms import FormService
from casedesk.services.guards import (
    guard_assessment,
    guard_category,
    guard_consent,
    guard_descent,
    guard_disclosure,
    guard_domain_entry,
    guard_hidden,
    guard_item,
    guard_notice,
    guard_party,
    guard_sheet,
    guard_snapshot,
)
from casedesk.services.information import InformationService
from casedesk.services.instrument_papers import InstrumentPaperService
from casedesk.services.instruments import InstrumentService
from casedesk.services.journal import JournalService
from casedesk.services.kinship import KinshipService
from casedesk.services.life_domains import LifeDomainService
from casedesk.services.moving import MovingService
from casedesk.services.network_maps import NetworkMapService
from casedesk.services.papers import PaperService
from casedesk.services.people import PeopleService
from casedesk.services.plans import PlanService
from casedesk.services.practice import PracticeService
from casedesk.services.profile import ProfileService
from casedesk.services.records import Records
from casedesk.services.recovery import RecoveryService
from casedesk.services.releases import ReleaseService
from casedesk.services.removed import RemovedService
from casedesk.services.room import RoomService
from casedesk.services.scans import ScanService
from casedesk.services.screen_signing import ScreenSigningService
from casedesk.services.search import SearchService
from casedesk.services.signed_papers import SignedPaperService
from casedesk.services.tasking import TaskService
from casedesk.services.trail import TrailService
from casedesk.services.withdrawals import WithdrawalService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database


class Session:
    """Lives from unlock to lock. Locking ends it; nothing in it is used again."""

    def __init__(
        self, database: Database, path: Path, clock: Clock, key: VaultKey
    ) -> None:
        self._database = database
        self.path = path
        self.key = key
        self.is_locked = False
        self.clock = clock
        self.announcer = Announcer()
        self.cases = CaseService(database, self.announcer, clock)
        self.journal = JournalService(database, self.announcer, clock)
        self.people = PeopleService(database)
        self.assessing = AssessmentService(database, self.announcer, clock)
        self.life_domains = LifeDomainService(database, self.announcer, clock)
        self.instrument_papers = InstrumentPaperService(database, clock)
        self.instruments = InstrumentService(database, self.announcer, clock)
        self.planning = PlanService(database, self.announcer, clock)
        self.tasking = TaskService(database, self.announcer, clock)
        self.search = SearchService(database)
        self.trail = TrailService(database)
        self.room = RoomService(database)
        self.removed = RemovedService(database, self.announcer)
        self.bin = BinService(database, self.announcer, clock)
        self.documents = DocumentService(database)
        self.papers = PaperService(database, self.announcer, clock)
        self.declarations = ConsentService(database, self.announcer, clock)
        self.screen_signing = ScreenSigningService(
            database, self.announcer, clock, self.papers
        )
        self.withdrawals = WithdrawalService(database, self.announcer, clock)
        self.information = InformationService(database, self.announcer, clock)
        self.forms = FormService(database, self.announcer, clock)
        self.releases = ReleaseService(database, self.announcer, self.declarations)
        self.disclosures = DisclosureService(database, self.announcer, clock)
        self.scans = ScanService(database, self.announcer, clock)
        self.signed_papers = SignedPaperService(
            database, self.announcer, self.declarations, self.planning
        )
        self.backups = BackupService(database, self.announcer, clock, path, key)
        self.moving = MovingService(database, path, key)
        self._add_people()
        self.recovery = RecoveryService(database, self.practice, clock, path, key)
        self._add_case_records()
        self._add_assessment()
        self._add_work()
        self._add_consents()
        self._add_figures()

    def _add_people(self) -> None:
        database, announcer = self._database, self.announcer
        self.practice = PracticeService(database, announcer)
        self.clients = Records(database, announcer, "client", lambda t: t.clients)
        self.addresses = Records(database, announcer, "address", lambda t: t.addresses)
        self.contact_points = Records(
            database, announcer, "contact_point", lambda t: t.contact_points
        )
        self.insurance_numbers = Records(
            database, announcer, "insurance_number", lambda t: t.insurance_numbers
        )
        self.representations = Records(
            database,
            announcer,
            "representation",
            lambda t: t.representations,
            check_representation,
        )
        self.persons = Records(database, announcer, "person", lambda t: t.persons)
        self.organisations = Records(
            database, announcer, "organisation", lambda t: t.organisations
        )

    def _add_case_records(self) -> None:
        database, announcer = self._database, self.announcer
        self.case_records = Records(database, announcer, "case", lambda t: t.cases)
        self.parties = Records(
            database,
            announcer,
            "party",
            lambda t: t.parties,
            check_party,
            guard_party,
        )
        self.mandates = Records(
            database, announcer, "mandate", lambda t: t.mandates, check_mandate
        )
        self.phase_runs = Records(
            database, announcer, "phase", lambda t: t.phase_runs, check_run
        )
        self.intakes = Records(database, announcer, "intake", lambda t: t.intakes)
        self.entries = Records(database, announcer, "entry", lambda t: t.entries)

    def _add_assessment(self) -> None:
        database, announcer = self._database, self.announcer
        self.own_domains = Records(
            database, announcer, "own_domain", lambda t: t.own_domains
        )
        self.domain_sets = Records(
            database, announcer, "domain_set", lambda t: t.domain_sets
        )
        self.assessments = Records(
            database,
            announcer,
            "assessment",
            lambda t: t.assessments,
            guard=guard_assessment,
        )
        self.domain_entries = Records(
            database,
            announcer,
            "domain_entry",
            lambda t: t.domain_entries,
            guard=guard_domain_entry,
        )
        self.client_snapshots = Records(
            database,
            announcer,
            "client_snapshot",
            lambda t: t.client_snapshots,
            guard=guard_snapshot,
        )
        self.benefits = Records(
            database, announcer, "benefit", lambda t: t.benefits, check_benefit
        )
        self.instrument_sheets = Records(
            database,
            announcer,
            "instrument_sheet",
            lambda t: t.instrument_sheets,
            guard=guard_sheet,
        )
        self.care_allowances = Records(
            database,
            announcer,
            "care_allowance",
            lambda t: t.care_allowances,
            check_allowance,
        )

    def _add_work(self) -> None:
        database, announcer = self._database, self.announcer
        self.goals = Records(database, announcer, "goal", lambda t: t.goals)
        self.measures = Records(
            database, announcer, "measure", lambda t: t.measures, check_measure
        )
        self.plans = Records(database, announcer, "plan", lambda t: t.plans)
        self.tasks = Records(database, announcer, "task", lambda t: t.tasks, check_task)

    def _add_consents(self) -> None:
        database, announcer = self._database, self.announcer
        self.own_forms = self.forms.own
        self.own_passages = self.forms.passages
        self.own_categories = Records(
            database,
            announcer,
            "own_category",
            lambda t: t.own_categories,
            guard=guard_category,
        )
        self.hidden_categories = Records(
            database,
            announcer,
            "hidden_category",
            lambda t: t.hidden_categories,
            guard=guard_hidden,
        )
        self.information_receipts = self.information.receipts
        self.consents = Records(
            database,
            announcer,
            "consent",
            lambda t: t.consents,
            check_consent,
            guard_consent,
        )
        self.consent_items = Records(
            database,
            announcer,
            "consent_item",
            lambda t: t.consent_items,
            check_item,
            guard_item,
        )
        self.withholdings = Records(
            database,
            announcer,
            "withholding",
            lambda t: t.withholdings,
            check_withholding,
        )
        self.statutory_bases = Records(
            database,
            announcer,
            "statutory_basis",
            lambda t: t.statutory_bases,
            check_basis,
        )
        self.disclosure_log = Records(
            database,
            announcer,
            "disclosure",
            lambda t: t.disclosures,
            guard=guard_disclosure,
        )
        self.withdrawal_notices = Records(
            database,
            announcer,
            "withdrawal_notice",
            lambda t: t.withdrawal_notices,
            check_notice,
            guard_notice,
        )

    def _add_figures(self) -> None:
        database, announcer = self._database, self.announcer
        self.network_maps = Records(
            database, announcer, "network_map", lambda t: t.network_maps
        )
        self.ties = Records(database, announcer, "tie", lambda t: t.ties, check_tie)
        self.relatives = Records(database, announcer, "relative", lambda t: t.relatives)
        self.unions = Records(
            database, announcer, "union", lambda t: t.unions, check_union
        )
        self.descents = Records(
            database,
            announcer,
            "descent",
            lambda t: t.descents,
            guard=guard_descent,
        )
        self.bonds = Records(database, announcer, "bond", lambda t: t.bonds, check_bond)
        self.mapping = NetworkMapService(database, announcer, self.clock)
        self.profile = ProfileService(database)
        self.figure_papers = FigurePaperService(database, self.clock)
        self.kinship = KinshipService(database, announcer, self.clock)

    # Any: records of different kinds, told apart by their noun.
    def records(self, noun: str) -> Records[Any]:
        """Return the records of a kind by their noun."""
        kinds = [each for each in vars(self).values() if isinstance(each, Records)]
        return next(
            each for each in (*kinds, self.practice.records) if each.noun == noun
        )

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed, because the vault is damaged."""
        return self._database.is_read_only

    @property
    def met_damage(self) -> bool:
        """Whether something could not be read, so that all is to be looked at."""
        return self._database.met_damage

    def header(self) -> bytes:
        """Return what the vault tells about its key."""
        return self._database.header()

    def write_copy(self, path: Path, key: VaultKey, tick: Callable[[], None]) -> None:
        """Write a verified copy of the vault under a key; `tick` between the steps."""
        from casedesk.store import vault_file

        vault_file.write_copy(self._database, path, key, tick)

    def changes_stored(self) -> int:
        """Return how much was stored since the vault was opened."""
        return self._database.changes()

    def settle(self) -> bool:
        """Bring all that was stored into the file itself; tell whether it is there."""
        return self._database.settle()

    def lock(self) -> None:
        """Close the vault and forget its key; a second time does nothing."""
        if not self.is_locked:
            self.is_locked = True
            self.backups.stop()
            self._database.close()
            holder.release(self.path)
