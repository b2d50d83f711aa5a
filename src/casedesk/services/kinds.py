"""Every kind of record that a vault holds, each by the plural of its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.benefit import check_benefit
from casedesk.domain.care_allowance import check_allowance
from casedesk.domain.case import check_case, check_mandate, check_party
from casedesk.domain.consent import check_consent, check_item
from casedesk.domain.entry import check_entry
from casedesk.domain.kinship import check_bond, check_union
from casedesk.domain.phase import check_run
from casedesk.domain.representation import check_representation
from casedesk.domain.statute import check_basis
from casedesk.domain.text_block import check_block
from casedesk.domain.tie import check_tie
from casedesk.domain.withdrawal_notice import check_notice
from casedesk.domain.withholding import check_withholding
from casedesk.services.guards import (
    guard_addendum,
    guard_assessment,
    guard_block,
    guard_category,
    guard_consent,
    guard_descent,
    guard_disclosure,
    guard_domain_entry,
    guard_entry,
    guard_hidden,
    guard_item,
    guard_notice,
    guard_party,
    guard_sheet,
    guard_snapshot,
)
from casedesk.services.records import Records
from casedesk.services.review_guards import guard_case
from casedesk.services.work_kinds import WorkKinds

if TYPE_CHECKING:
    from casedesk.services.announcer import Announcer
    from casedesk.store.database import Database


class Kinds(WorkKinds):
    """The records of an open vault. What is done with them beyond, services do."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        super().__init__(database, announcer)
        self._add_people()
        self._add_case_records()
        self._add_record()
        self._add_assessment()
        self._add_categories()
        self._add_consents()
        self._add_disclosures()
        self._add_figures()

    def _add_people(self) -> None:
        database, announcer = self._database, self.announcer
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
        self.case_records = Records(
            database, announcer, "case", lambda t: t.cases, check_case, guard_case
        )
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

    def _add_record(self) -> None:
        database, announcer = self._database, self.announcer
        self.entries = Records(
            database, announcer, "entry", lambda t: t.entries, check_entry, guard_entry
        )
        self.addenda = Records(
            database,
            announcer,
            "addendum",
            lambda t: t.addenda,
            guard=guard_addendum,
        )
        self.text_blocks = Records(
            database,
            announcer,
            "text_block",
            lambda t: t.text_blocks,
            check_block,
            guard_block,
        )

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

    def _add_categories(self) -> None:
        database, announcer = self._database, self.announcer
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

    def _add_consents(self) -> None:
        database, announcer = self._database, self.announcer
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

    def _add_disclosures(self) -> None:
        database, announcer = self._database, self.announcer
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
