"""The tables of a vault, as seen inside one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from casedesk.domain.addendum import Addendum, EntryPrint
from casedesk.domain.assessment import TEXTS as DOMAIN_TEXTS
from casedesk.domain.assessment import Assessment, DomainEntry
from casedesk.domain.assessment_change import HEAD_TEXTS
from casedesk.domain.benefit import Benefit
from casedesk.domain.billing_terms import BillingTerms
from casedesk.domain.care_allowance import CareAllowance
from casedesk.domain.case import Case, Mandate, Party
from casedesk.domain.client import Address, Client, ContactPoint, InsuranceNumber
from casedesk.domain.client_snapshot import ClientSnapshot
from casedesk.domain.closure import Closure
from casedesk.domain.conference import AgendaItem, Conference, Participant, Resolution
from casedesk.domain.consent import Consent, ConsentItem
from casedesk.domain.data_category import HiddenCategory, OwnCategory
from casedesk.domain.disclosure import Disclosure
from casedesk.domain.document import Document, DocumentId
from casedesk.domain.drawn_signature import DrawnSignature
from casedesk.domain.emergency_note import EmergencyNote
from casedesk.domain.entry import Entry
from casedesk.domain.evaluation import Evaluation, GoalResult
from casedesk.domain.goal import Goal
from casedesk.domain.handing import Handover
from casedesk.domain.information_receipt import InformationReceipt
from casedesk.domain.instrument import Sheet
from casedesk.domain.intake import Intake
from casedesk.domain.invoice import Invoice
from casedesk.domain.kinship import Bond, Descent, Relative, Union
from casedesk.domain.life_domain import DomainSet, OwnDomain
from casedesk.domain.measure import Measure
from casedesk.domain.measure_template import MeasureTemplate, TemplateStep
from casedesk.domain.network import Organisation, Person
from casedesk.domain.no_goal import NoGoal
from casedesk.domain.own_form import OwnForm, OwnPassage
from casedesk.domain.phase import PhaseRun
from casedesk.domain.plan import Plan
from casedesk.domain.plan_version import (
    AgreedPlan,
    PlanDissent,
    PlanSection,
    PlanSignature,
)
from casedesk.domain.practice import Practice
from casedesk.domain.received import DocumentPart, ReceivedDocument, ReceivedPage
from casedesk.domain.representation import Representation
from casedesk.domain.review import GoalRating, MeasureCheck, Review
from casedesk.domain.risk import Risk
from casedesk.domain.statute import StatutoryBasis
from casedesk.domain.stopwatch import Stopwatch
from casedesk.domain.task import Task
from casedesk.domain.text_block import TextBlock
from casedesk.domain.tie import NetworkMap, Tie
from casedesk.domain.time_sheet import TimeSheet, TimeSheetLine
from casedesk.domain.withdrawal_notice import WithdrawalNotice
from casedesk.domain.withholding import Withholding
from casedesk.store.accounts import Accounts
from casedesk.store.bin import BinTable
from casedesk.store.care_tables import CareTables
from casedesk.store.case_list import CaseList
from casedesk.store.dates_due import DatesDue
from casedesk.store.deeds import DeedTable
from casedesk.store.document_parts import DocumentPartTable
from casedesk.store.documents import DocumentTable
from casedesk.store.drafts import DraftTable
from casedesk.store.happenings import Happenings
from casedesk.store.history import HistoryTable
from casedesk.store.logo import LogoTable
from casedesk.store.purge import Purge
from casedesk.store.received_pages import ReceivedPageTable
from casedesk.store.references import References
from casedesk.store.rows import HasId, Rows
from casedesk.store.search import SearchIndex
from casedesk.store.settings import SettingTable
from casedesk.store.tasks import TaskAgenda

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection

    from casedesk.store.columns import Stored

Record = TypeVar("Record", bound=HasId)


class Tables(CareTables):
    """Every table, by the plural of what its rows are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.search = SearchIndex(connection)
        self.deeds = DeedTable(connection)
        self.history = HistoryTable(connection)
        self.drafts = DraftTable(connection)
        self.settings = SettingTable(connection)
        self.logo = LogoTable(connection)
        self.case_list = CaseList(connection)
        self.dates_due = DatesDue(connection)
        self.happenings = Happenings(connection)
        self.task_agenda = TaskAgenda(connection)
        self.accounts = Accounts(connection)
        self.references = References(connection)
        self.bin = BinTable(connection)
        self.purge = Purge(connection, self.references)
        self._add_people()
        self._add_case()
        self._add_record()
        self._add_assessment()
        self._add_work()
        self._add_accounts()
        self._add_care(connection, self.search)
        self._add_plan_versions()
        self._add_coordination()
        self._add_monitoring()
        self._add_evaluation()
        self._add_consents()
        self._add_figures()
        self._add_forms()
        self._add_received()
        self.documents = DocumentTable(
            connection,
            Rows(
                connection,
                self.search,
                Document,
                "document",
                order="issued_at DESC, id DESC",
                searched=("number",),
            ),
        )

    def _add_people(self) -> None:
        self.practice = self._rows(Practice, "practice")
        self.clients = self._rows(
            Client,
            "client",
            searched=(
                "family_name",
                "given_name",
                "former_name",
                "called_name",
                "note",
                "communication_needs",
            ),
        )
        self.addresses = self._rows(
            Address, "address", searched=("street", "town", "access_hint")
        )
        self.contact_points = self._rows(
            ContactPoint, "contact_point", searched=("value", "note")
        )
        self.insurance_numbers = self._rows(
            InsuranceNumber, "insurance_number", searched=("number", "insurer")
        )
        self.representations = self._rows(
            Representation, "representation", searched=("authority", "file_number")
        )
        self.organisations = self._rows(
            Organisation,
            "organisation",
            order="name, id",
            searched=("name", "department", "services", "town", "note"),
        )
        self.persons = self._rows(
            Person,
            "person",
            order="family_name, given_name, id",
            searched=("family_name", "given_name", "function", "town", "note"),
        )

    def _add_case(self) -> None:
        self.cases = self._rows(
            Case, "case_record", order="opened_on, id", searched=("number", "title")
        )
        self.parties = self._rows(Party, "party", searched=("function", "note"))
        self.mandates = self._rows(
            Mandate, "mandate", searched=("reference_number", "purpose", "note")
        )
        self.phase_runs = self._rows(PhaseRun, "phase_run", order="started_on, id")
        self.intakes = self._rows(
            Intake,
            "intake",
            searched=(
                "concern",
                "referral_reason",
                "commission",
                "immediate_steps",
                "indication_note",
                "previous_help",
                "decision_reason",
            ),
        )

    def _add_record(self) -> None:
        self.entries = self._rows(
            Entry,
            "entry",
            order="happened_on DESC, id DESC",
            searched=("text", "quote", "neutral_text"),
        )
        self.addenda = self._rows(
            Addendum,
            "addendum",
            order="written_at, id",
            searched=("reason", "text", "neutral_text"),
        )
        self.entry_prints = self._rows(EntryPrint, "entry_print")
        self.stopwatches = self._rows(Stopwatch, "stopwatch")
        self.text_blocks = self._rows(
            TextBlock, "text_block", order="abbreviation, language, id"
        )

    def _add_assessment(self) -> None:
        self.own_domains = self._rows(OwnDomain, "own_domain", order="position, id")
        self.domain_sets = self._rows(DomainSet, "domain_set")
        self.assessments = self._rows(
            Assessment,
            "assessment",
            order="version, id",
            searched=(*HEAD_TEXTS, "occasion", "methods", "dissent"),
        )
        self.domain_entries = self._rows(
            DomainEntry, "domain_entry", searched=DOMAIN_TEXTS
        )
        self.client_snapshots = self._rows(ClientSnapshot, "client_snapshot")
        self.benefits = self._rows(
            Benefit,
            "benefit",
            searched=("what", "provider", "payer", "reference_number", "note"),
        )
        self.instrument_sheets = self._rows(
            Sheet,
            "instrument_sheet",
            order="taken_on DESC, id DESC",
            searched=("source", "note"),
        )
        self.care_allowances = self._rows(
            CareAllowance, "care_allowance", order="valid_from DESC, id"
        )

    def _add_work(self) -> None:
        self.goals = self._rows(
            Goal,
            "goal",
            order="position, id",
            searched=(
                "wording",
                "professional_wording",
                "indicator",
                "conflicts",
                "expected",
                "reason",
            ),
        )
        self.measures = self._rows(
            Measure,
            "measure",
            order="position, id",
            searched=(
                "what",
                "frequency",
                "payer",
                "result",
                "near_help",
                "success_criterion",
                "alternatives",
                "plan_b",
            ),
        )
        self.no_goals = self._rows(
            NoGoal, "no_goal", order="decided_on, id", searched=("reason",)
        )
        self.measure_templates = self._rows(
            MeasureTemplate, "measure_template", order="name, id"
        )
        self.template_steps = self._rows(
            TemplateStep, "template_step", order="position, id"
        )
        self.plans = self._rows(
            Plan,
            "plan",
            order="version",
            searched=("situation", "crisis_plan", "not_covered", "client_tasks"),
        )

    def _add_coordination(self) -> None:
        self.tasks = self._rows(
            Task,
            "task",
            searched=("title", "note", "outcome", "drop_reason", "responsible_words"),
        )
        self.conferences = self._rows(
            Conference,
            "conference",
            order="takes_place_on, id",
            searched=("title", "place", "aims", "wishes", "dissent", "client_feedback"),
        )
        self.participants = self._rows(Participant, "participant", order="position, id")
        self.agenda_items = self._rows(
            AgendaItem,
            "agenda_item",
            order="position, id",
            searched=("title", "discussion"),
        )
        self.resolutions = self._rows(
            Resolution, "resolution", order="position, id", searched=("words",)
        )

    def _add_plan_versions(self) -> None:
        self.agreed_plans = self._rows(AgreedPlan, "agreed_plan")
        self.plan_sections = self._rows(PlanSection, "plan_section", searched=("text",))
        self.plan_dissents = self._rows(
            PlanDissent,
            "plan_dissent",
            order="noted_on, id",
            searched=("said_by", "text"),
        )
        self.plan_signatures = self._rows(
            PlanSignature, "plan_signature", order="drawn_at, id"
        )
        self.emergency_notes = self._rows(
            EmergencyNote,
            "emergency_note",
            searched=("diagnoses", "medication", "helps", "avoid", "further"),
        )

    def _add_monitoring(self) -> None:
        self.reviews = self._rows(
            Review,
            "review",
            order="held_on, id",
            searched=(
                "participants",
                "client_words",
                "provider_words",
                "new_risks",
                "incidents",
                "need_words",
                "outcome_reason",
            ),
        )
        self.goal_ratings = self._rows(
            GoalRating, "goal_rating", order="position, id", searched=("words",)
        )
        self.measure_checks = self._rows(
            MeasureCheck,
            "measure_check",
            order="position, id",
            searched=("reason", "reaction"),
        )
        self.risks = self._rows(
            Risk,
            "risk",
            order="noted_on, id",
            searched=("what", "reason", "to_do", "told_note", "end_reason"),
        )

    def _add_evaluation(self) -> None:
        self.evaluations = self._rows(
            Evaluation,
            "evaluation",
            order="held_on, id",
            searched=(
                *("effect_words", "client_words", "network_view", "payer_view"),
                *("avoided_assumptions", "worked_well", "lessons"),
            ),
        )
        self.goal_results = self._rows(
            GoalResult, "goal_result", order="position, id", searched=("reason",)
        )
        self.closures = self._rows(
            Closure,
            "closure",
            searched=(
                *("reason_words", "no_talk_reason", "aftercare"),
                *("returned", "told", "left_open"),
            ),
        )

    def _add_accounts(self) -> None:
        self.billing_terms = self._rows(BillingTerms, "billing_terms")
        self.time_sheets = self._rows(
            TimeSheet,
            "time_sheet",
            order="starts_on DESC, id DESC",
            searched=("number", "reference_number", "approval_number", "note"),
        )
        self.time_sheet_lines = self._rows(
            TimeSheetLine, "time_sheet_line", order="happened_on, from_time, id"
        )
        self.invoices = self._rows(
            Invoice,
            "invoice",
            order="coalesce(issued_on, '9999') DESC, number DESC, id DESC",
            searched=("number", "recipient", "reference_number", "note"),
        )

    def _add_consents(self) -> None:
        self.own_categories = self._rows(
            OwnCategory, "own_category", order="position, id"
        )
        self.consents = self._rows(
            Consent, "consent", searched=("aim", "purpose", "scope", "withdrawal_note")
        )
        self.consent_items = self._rows(ConsentItem, "consent_item")
        self.withholdings = self._rows(
            Withholding, "withholding", order="said_on, id", searched=("words",)
        )
        self.statutory_bases = self._rows(
            StatutoryBasis,
            "statutory_basis",
            order="valid_from, id",
            searched=("reason",),
        )
        self.disclosures = self._rows(
            Disclosure,
            "disclosure",
            order="happened_at DESC, id DESC",
            searched=("recipient", "content", "purpose", "reason", "addendum"),
        )
        self.handovers = self._rows(Handover, "handover", order="happened_at, id")
        self.drawn_signatures = self._rows(
            DrawnSignature, "drawn_signature", order="drawn_at, id"
        )
        self.withdrawal_notices = self._rows(
            WithdrawalNotice, "withdrawal_notice", order="withdrawn_on, id"
        )

    def _add_forms(self) -> None:
        self.own_forms = self._rows(
            OwnForm, "own_form", order="kind, country, language, number"
        )
        self.own_passages = self._rows(OwnPassage, "own_passage")
        self.hidden_categories = self._rows(HiddenCategory, "hidden_category")
        self.information_receipts = self._rows(
            InformationReceipt,
            "information_receipt",
            order="received_on, id",
            searched=("note",),
        )

    def _add_received(self) -> None:
        self.document_parts = DocumentPartTable(
            self._connection,
            self._rows(DocumentPart, "document_part", order="position, id"),
        )
        self.received_documents = self._rows(
            ReceivedDocument,
            "received_document",
            order="received_at DESC, id DESC",
            searched=("title",),
        )
        self.received_pages = ReceivedPageTable(
            self._connection,
            self._rows(ReceivedPage, "received_page", order="page, id"),
        )

    def _add_figures(self) -> None:
        self.network_maps = self._rows(
            NetworkMap, "network_map", order="drawn_on, id", searched=("note",)
        )
        self.ties = self._rows(Tie, "tie", searched=("name", "frequency", "note"))
        self.relatives = self._rows(Relative, "relative", searched=("name", "note"))
        self.unions = self._rows(Union, "kin_union", searched=("note",))
        self.descents = self._rows(Descent, "descent")
        self.bonds = self._rows(Bond, "bond", searched=("note",))

    def _rows(
        self,
        record_class: type[Record],
        table: str,
        *,
        order: str = "id",
        searched: tuple[str, ...] = (),
    ) -> Rows[Record]:
        return Rows(
            self._connection,
            self.search,
            record_class,
            table,
            order=order,
            searched=searched,
        )

    def restore_removed(self, deed: int) -> None:
        """Bring back the records that a deed removed, whatever their tables.

        What it added goes; so a deed that only added is taken back by the same step.
        """
        # Children are removed before or after their parents; look at the end only.
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        for table, record_id in self.history.added_by(deed):
            self.record_table(table).remove(record_id)
        for table, stored in self.history.removed_by(deed):
            rows = self.record_table(table)
            rows.add(rows.made_from(stored))
        for table, stored in self.history.changed_by(deed):
            self._restore_links(self.record_table(table), stored)

    # Any: a table of whatever records.
    def _restore_links(self, rows: Rows[Any], before: dict[str, Stored]) -> None:
        """Put back the links that were emptied because their target was removed."""
        record = rows.find(str(before["id"]))
        if record is None:
            return
        now = rows.stored(record)
        emptied = {
            name: value
            for name, value in before.items()
            if value is not None and name in now and now[name] is None
        }
        rows.update(replace(record, **rows.read_fields(emptied)))

    def index_all(self) -> None:
        """Make the search index of a vault that has none."""
        for rows in self._record_tables():
            rows.index_all()
        self.documents.index_all()

    # Any: tables of different records, told apart by their names.
    def record_table(self, table: str) -> Rows[Any]:
        """Return the table of records that has this name."""
        return next(rows for rows in self._record_tables() if rows.table == table)

    # Any: as `record_table`; issued documents are found, but never changed.
    def record_or_document(self, table: str, record_id: str) -> Any:
        """Return a record of any kind, or raise `NotFound`."""
        if table == "document":
            return self.documents.get(DocumentId(record_id))
        return self.record_table(table).get(record_id)

    def _record_tables(self) -> Iterator[Rows[Any]]:
        return (value for value in vars(self).values() if isinstance(value, Rows))
