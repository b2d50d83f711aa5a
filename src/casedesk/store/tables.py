"""The tables of a vault, as seen inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedesk.domain.consent import Consent, ConsentItem
from casedesk.domain.data_category import HiddenCategory, OwnCategory
from casedesk.domain.disclosure import Disclosure
from casedesk.domain.document import Document, DocumentId
from casedesk.domain.drawn_signature import DrawnSignature
from casedesk.domain.handing import Handover
from casedesk.domain.information_receipt import InformationReceipt
from casedesk.domain.kinship import Bond, Descent, Relative, Union
from casedesk.domain.own_form import OwnForm, OwnPassage
from casedesk.domain.received import DocumentPart, ReceivedDocument, ReceivedPage
from casedesk.domain.statute import StatutoryBasis
from casedesk.domain.tie import NetworkMap, Tie
from casedesk.domain.withdrawal_notice import WithdrawalNotice
from casedesk.domain.withholding import Withholding
from casedesk.store.accounts import Accounts
from casedesk.store.bin import BinTable
from casedesk.store.care_tables import CareTables
from casedesk.store.case_list import CaseList
from casedesk.store.case_tables import CaseTables
from casedesk.store.dates_due import DatesDue
from casedesk.store.deeds import DeedTable
from casedesk.store.document_parts import DocumentPartTable
from casedesk.store.documents import DocumentTable
from casedesk.store.drafts import DraftTable
from casedesk.store.happenings import Happenings
from casedesk.store.history import HistoryTable
from casedesk.store.logo import LogoTable
from casedesk.store.purge import Purge
from casedesk.store.quality_facts import QualityFacts
from casedesk.store.received_pages import ReceivedPageTable
from casedesk.store.references import References
from casedesk.store.rows import Rows
from casedesk.store.settings import SettingTable
from casedesk.store.statistics import StatisticTable
from casedesk.store.tasks import TaskAgenda
from casedesk.store.work_tables import WorkTables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection


class Tables(CaseTables, WorkTables, CareTables):
    """Every table, by the plural of what its rows are."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
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
        self.quality_facts = QualityFacts(connection)
        self.statistics = StatisticTable(connection)
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
        self._add_reports()
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

    def defer_links(self) -> None:
        """Look at the links between records by the end of this deed only."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")

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
