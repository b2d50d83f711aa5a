"""Every kind of record that a vault holds, each by the plural of its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.benefit import check_benefit
from casedesk.domain.billing_terms import check_terms
from casedesk.domain.care_allowance import check_allowance
from casedesk.domain.care_slot import check_slot
from casedesk.domain.case import check_mandate, check_party
from casedesk.domain.claim import check_claim
from casedesk.domain.conference import check_conference, check_resolution
from casedesk.domain.consent import check_consent, check_item
from casedesk.domain.cost_approval import check_cost_approval
from casedesk.domain.entry import check_entry
from casedesk.domain.evaluation import check_evaluation, check_goal_result
from casedesk.domain.finding import check_accepted_finding
from casedesk.domain.goal import check_goal
from casedesk.domain.invoice import check_paid
from casedesk.domain.kinship import check_bond, check_union
from casedesk.domain.measure import check_measure
from casedesk.domain.phase import check_run
from casedesk.domain.provider import check_provider
from casedesk.domain.referral import check_referral
from casedesk.domain.representation import check_representation
from casedesk.domain.review import check_measure_check, check_rating, check_review
from casedesk.domain.risk import check_risk
from casedesk.domain.statute import check_basis
from casedesk.domain.task import check_task
from casedesk.domain.text_block import check_block
from casedesk.domain.tie import check_tie
from casedesk.domain.time_sheet import check_sheet
from casedesk.domain.withdrawal_notice import check_notice
from casedesk.domain.withholding import check_withholding
from casedesk.services.account_guards import (
    guard_invoice,
    guard_line,
    guard_time_sheet,
)
from casedesk.services.conference_guards import (
    guard_agenda_item,
    guard_conference,
    guard_participant,
    guard_resolution,
)
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
from casedesk.services.plan_guards import guard_plan, guard_plan_part
from casedesk.services.records import Records
from casedesk.services.review_guards import (
    guard_closure,
    guard_evaluation,
    guard_goal_result,
    guard_part_of_review,
    guard_review,
)

if TYPE_CHECKING:
    from casedesk.services.announcer import Announcer
    from casedesk.store.database import Database


class Kinds:
    """The records of an open vault. What is done with them beyond, services do."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        self._database = database
        self.announcer = announcer
        self._add_people()
        self._add_case_records()
        self._add_record()
        self._add_assessment()
        self._add_work()
        self._add_accounts()
        self._add_provision()
        self._add_meetings()
        self._add_monitoring()
        self._add_evaluation()
        self._add_coverage()
        self._add_consents()
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

    def _add_work(self) -> None:
        database, announcer = self._database, self.announcer
        self.goals = Records(database, announcer, "goal", lambda t: t.goals, check_goal)
        self.measures = Records(
            database, announcer, "measure", lambda t: t.measures, check_measure
        )
        self.no_goals = Records(database, announcer, "no_goal", lambda t: t.no_goals)
        self.measure_templates = Records(
            database, announcer, "measure_template", lambda t: t.measure_templates
        )
        self.template_steps = Records(
            database, announcer, "template_step", lambda t: t.template_steps
        )
        self.plans = Records(
            database, announcer, "plan", lambda t: t.plans, guard=guard_plan
        )
        self.plan_sections = Records(
            database,
            announcer,
            "plan_section",
            lambda t: t.plan_sections,
            guard=guard_plan_part,
        )
        self.plan_dissents = Records(
            database,
            announcer,
            "plan_dissent",
            lambda t: t.plan_dissents,
            guard=guard_plan_part,
        )
        self.emergency_notes = Records(
            database, announcer, "emergency_note", lambda t: t.emergency_notes
        )

    def _add_provision(self) -> None:
        database, announcer = self._database, self.announcer
        self.service_kinds = Records(
            database, announcer, "service_kind", lambda t: t.service_kinds
        )
        self.providers = Records(
            database, announcer, "provider", lambda t: t.providers, check_provider
        )
        self.referrals = Records(
            database, announcer, "referral", lambda t: t.referrals, check_referral
        )
        self.claims = Records(
            database, announcer, "claim", lambda t: t.claims, check_claim
        )
        self.cost_approvals = Records(
            database,
            announcer,
            "cost_approval",
            lambda t: t.cost_approvals,
            check_cost_approval,
        )

    def _add_meetings(self) -> None:
        database, announcer = self._database, self.announcer
        self.tasks = Records(database, announcer, "task", lambda t: t.tasks, check_task)
        self.conferences = Records(
            database,
            announcer,
            "conference",
            lambda t: t.conferences,
            check_conference,
            guard_conference,
        )
        self.participants = Records(
            database,
            announcer,
            "participant",
            lambda t: t.participants,
            guard=guard_participant,
        )
        self.agenda_items = Records(
            database,
            announcer,
            "agenda_item",
            lambda t: t.agenda_items,
            guard=guard_agenda_item,
        )
        self.resolutions = Records(
            database,
            announcer,
            "resolution",
            lambda t: t.resolutions,
            check_resolution,
            guard_resolution,
        )

    def _add_monitoring(self) -> None:
        database, announcer = self._database, self.announcer
        self.reviews = Records(
            database,
            announcer,
            "review",
            lambda t: t.reviews,
            check_review,
            guard_review,
        )
        self.goal_ratings = Records(
            database,
            announcer,
            "goal_rating",
            lambda t: t.goal_ratings,
            check_rating,
            guard_part_of_review,
        )
        self.measure_checks = Records(
            database,
            announcer,
            "measure_check",
            lambda t: t.measure_checks,
            check_measure_check,
            guard_part_of_review,
        )
        self.risks = Records(database, announcer, "risk", lambda t: t.risks, check_risk)

    def _add_evaluation(self) -> None:
        database, announcer = self._database, self.announcer
        self.evaluations = Records(
            database,
            announcer,
            "evaluation",
            lambda t: t.evaluations,
            check_evaluation,
            guard_evaluation,
        )
        self.goal_results = Records(
            database,
            announcer,
            "goal_result",
            lambda t: t.goal_results,
            check_goal_result,
            guard_goal_result,
        )
        self.closures = Records(
            database,
            announcer,
            "closure",
            lambda t: t.closures,
            guard=guard_closure,
        )

    def _add_accounts(self) -> None:
        database, announcer = self._database, self.announcer
        self.billing_terms = Records(
            database, announcer, "billing_terms", lambda t: t.billing_terms, check_terms
        )
        self.time_sheets = Records(
            database,
            announcer,
            "time_sheet",
            lambda t: t.time_sheets,
            check_sheet,
            guard_time_sheet,
        )
        self.time_sheet_lines = Records(
            database,
            announcer,
            "time_sheet_line",
            lambda t: t.time_sheet_lines,
            guard=guard_line,
        )
        self.invoices = Records(
            database,
            announcer,
            "invoice",
            lambda t: t.invoices,
            check_paid,
            guard_invoice,
        )

    def _add_coverage(self) -> None:
        database, announcer = self._database, self.announcer
        self.accepted_findings = Records(
            database,
            announcer,
            "accepted_finding",
            lambda t: t.accepted_findings,
            check_accepted_finding,
        )
        self.care_slots = Records(
            database, announcer, "care_slot", lambda t: t.care_slots, check_slot
        )

    def _add_consents(self) -> None:
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
