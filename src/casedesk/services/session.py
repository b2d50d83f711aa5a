"""An unlocked vault, with everything that may be done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedesk.services import closed_cases, holder
from casedesk.services.account_papers import AccountPaperService
from casedesk.services.announcer import Announcer
from casedesk.services.assessments import AssessmentService
from casedesk.services.backups import BackupService
from casedesk.services.bin import BinService
from casedesk.services.care_week import CareWeekService
from casedesk.services.cases import CaseService
from casedesk.services.closing import ClosingService
from casedesk.services.conference_papers import ConferencePaperService
from casedesk.services.conferences import ConferenceService
from casedesk.services.consents import ConsentService
from casedesk.services.courses import CourseService
from casedesk.services.coverage import CoverageService
from casedesk.services.coverage_papers import CoveragePaperService
from casedesk.services.disclosures import DisclosureService
from casedesk.services.documents import DocumentService
from casedesk.services.emergency_sheets import EmergencySheetService
from casedesk.services.evaluations import EvaluationService
from casedesk.services.figure_papers import FigurePaperService
from casedesk.services.forms import FormService
from casedesk.services.goals import GoalService
from casedesk.services.information import InformationService
from casedesk.services.instrument_papers import InstrumentPaperService
from casedesk.services.instruments import InstrumentService
from casedesk.services.invitations import InvitationService
from casedesk.services.invoice_papers import InvoicePaperService
from casedesk.services.invoicing import InvoiceService
from casedesk.services.journal import JournalService
from casedesk.services.kinds import Kinds
from casedesk.services.kinship import KinshipService
from casedesk.services.letters import LetterService
from casedesk.services.life_domains import LifeDomainService
from casedesk.services.look_back_papers import LookBackPaperService
from casedesk.services.measure_templates import MeasureTemplateService
from casedesk.services.moving import MovingService
from casedesk.services.needs import NeedService
from casedesk.services.network_maps import NetworkMapService
from casedesk.services.papers import PaperService
from casedesk.services.people import PeopleService
from casedesk.services.plan_agreements import PlanAgreementService
from casedesk.services.plan_papers import PlanPaperService
from casedesk.services.plan_versions import PlanVersionService
from casedesk.services.plans import PlanService
from casedesk.services.practice import PracticeService
from casedesk.services.profile import ProfileService
from casedesk.services.providing import ProvidingService
from casedesk.services.provisions import ProvisionService
from casedesk.services.quality import QualityService
from casedesk.services.record_papers import RecordPaperService
from casedesk.services.records import Records
from casedesk.services.recovery import RecoveryService
from casedesk.services.releases import ReleaseService
from casedesk.services.reminding import ReminderService
from casedesk.services.removed import RemovedService
from casedesk.services.report_entries import ReportEntryService
from casedesk.services.report_papers import ReportPaperService
from casedesk.services.reports import ReportService
from casedesk.services.resolutions import ResolutionService
from casedesk.services.reviews import ReviewService
from casedesk.services.room import RoomService
from casedesk.services.scans import ScanService
from casedesk.services.screen_signing import ScreenSigningService
from casedesk.services.search import SearchService
from casedesk.services.signed_papers import SignedPaperService
from casedesk.services.statistic_papers import StatisticPapers
from casedesk.services.statistics import StatisticService
from casedesk.services.stopwatch import StopwatchService
from casedesk.services.tasking import TaskService
from casedesk.services.time_sheets import TimeSheetService
from casedesk.services.trail import TrailService
from casedesk.services.withdrawals import WithdrawalService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database


class Session(Kinds):
    """Lives from unlock to lock. Locking ends it; nothing in it is used again."""

    def __init__(
        self, database: Database, path: Path, clock: Clock, key: VaultKey
    ) -> None:
        super().__init__(database, Announcer())
        self.path = path
        self.key = key
        self.is_locked = False
        self.clock = clock
        database.look_at_deeds(closed_cases.refuse_in_closed)
        self._add_case_work()
        self._add_planning()
        self._add_coordination()
        self._add_accounting()
        self._add_reviewing()
        self._add_declarations()
        self._add_papers()
        self._add_care_of_the_vault(path, key)

    def _add_case_work(self) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.cases = CaseService(database, announcer, clock)
        self.journal = JournalService(database, announcer, clock)
        self.stopwatch = StopwatchService(database, announcer, clock)
        self.people = PeopleService(database)
        self.assessing = AssessmentService(database, announcer, clock)
        self.life_domains = LifeDomainService(database, announcer, clock)
        self.instruments = InstrumentService(database, announcer, clock)
        self.mapping = NetworkMapService(database, announcer, clock)
        self.kinship = KinshipService(database, announcer, clock)
        self.profile = ProfileService(database)

    def _add_planning(self) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.planning = PlanService(database, announcer, clock)
        self.needs = NeedService(database, announcer, clock)
        self.goal_setting = GoalService(database, announcer)
        self.templates = MeasureTemplateService(database, announcer, clock)
        self.providing = ProvidingService(database, announcer, clock)
        self.provisions = ProvisionService(database, announcer, clock)
        self.covering = CoverageService(database, announcer, clock)
        self.care_week = CareWeekService(database, announcer, clock)

    def _add_coordination(self) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.tasking = TaskService(database, announcer, clock)
        self.conferencing = ConferenceService(database, announcer, clock)
        self.resolving = ResolutionService(database, announcer, clock)

    def _add_reviewing(self) -> None:
        self.reviewing = ReviewService(self._database, self.announcer, self.clock)
        self.courses = CourseService(self._database)
        self.closing = ClosingService(
            self._database, self.announcer, self.clock, self.cases
        )
        self.evaluating = EvaluationService(self._database, self.announcer, self.clock)
        self.reporting = ReportService(self._database, self.announcer, self.clock)
        self.report_entries = ReportEntryService(
            self._database, self.announcer, self.clock
        )
        self.report_papers = ReportPaperService(self._database, self.clock)
        self.quality = QualityService(self._database, self.announcer, self.clock)

    def _add_accounting(self) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.time_keeping = TimeSheetService(database, announcer, clock)
        self.invoicing = InvoiceService(database, announcer, clock)
        self.reminding = ReminderService(database, announcer, clock)

    def _add_declarations(self) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.declarations = ConsentService(database, announcer, clock)
        self.withdrawals = WithdrawalService(database, announcer, clock)
        self.information = InformationService(database, announcer, clock)
        self.information_receipts = self.information.receipts
        self.forms = FormService(database, announcer, clock)
        self.own_forms = self.forms.own
        self.own_passages = self.forms.passages
        self.releases = ReleaseService(database, announcer, self.declarations)
        self.disclosures = DisclosureService(database, announcer, clock)
        self.inviting = InvitationService(database, announcer, clock, self.releases)

    def _add_papers(self) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.documents = DocumentService(database)
        self.papers = PaperService(database, announcer, clock)
        self.figure_papers = FigurePaperService(database, clock)
        self.letters = LetterService(database, clock)
        self.record_papers = RecordPaperService(database, clock)
        self.coverage_papers = CoveragePaperService(database, clock)
        self.look_back_papers = LookBackPaperService(database, clock)
        self.instrument_papers = InstrumentPaperService(database, clock)
        self.account_papers = AccountPaperService(database, clock)
        self.invoice_papers = InvoicePaperService(database, clock)
        self.conference_papers = ConferencePaperService(database, clock)
        self.screen_signing = ScreenSigningService(
            database, announcer, clock, self.papers
        )
        self.scans = ScanService(database, announcer, clock)
        self.plan_agreements = PlanAgreementService(
            database, announcer, clock, self.papers
        )
        self.plan_versions = PlanVersionService(database, clock)
        self.emergency_sheets = EmergencySheetService(database, announcer, clock)
        self.plan_papers = PlanPaperService(database, clock)
        self.signed_papers = SignedPaperService(
            database, announcer, self.declarations, self.plan_agreements
        )

    def _add_care_of_the_vault(self, path: Path, key: VaultKey) -> None:
        database, announcer, clock = self._database, self.announcer, self.clock
        self.practice = PracticeService(database, announcer)
        self.search = SearchService(database)
        self.statistics = StatisticService(database, self.practice, clock)
        self.statistic_papers = StatisticPapers(self.practice, clock)
        self.trail = TrailService(database)
        self.room = RoomService(database)
        self.removed = RemovedService(database, announcer)
        self.bin = BinService(database, announcer, clock)
        self.backups = BackupService(database, announcer, clock, path, key)
        self.moving = MovingService(database, path, key)
        self.recovery = RecoveryService(database, self.practice, clock, path, key)

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
