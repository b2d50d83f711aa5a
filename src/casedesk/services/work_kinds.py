"""The kinds of record of the work: planned, arranged, reviewed, reached, billed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import check_terms
from casedesk.domain.care_slot import check_slot
from casedesk.domain.claim import check_claim
from casedesk.domain.conference import check_conference, check_resolution
from casedesk.domain.cost_approval import check_cost_approval
from casedesk.domain.evaluation import check_evaluation, check_goal_result
from casedesk.domain.finding import check_accepted_finding
from casedesk.domain.flat_fee import check_flat_fee
from casedesk.domain.goal import check_goal
from casedesk.domain.invoice import check_paid
from casedesk.domain.measure import check_measure
from casedesk.domain.provider import check_provider
from casedesk.domain.quality import check_waiver
from casedesk.domain.referral import check_referral
from casedesk.domain.report import check_report
from casedesk.domain.review import check_measure_check, check_rating, check_review
from casedesk.domain.risk import check_risk
from casedesk.domain.task import check_task
from casedesk.domain.time_sheet import check_sheet
from casedesk.services.account_guards import (
    guard_flat_fee,
    guard_invoice,
    guard_line,
    guard_reminder,
    guard_restored_invoice,
    guard_restored_line,
    guard_restored_reminder,
    guard_time_sheet,
)
from casedesk.services.conference_guards import (
    guard_agenda_item,
    guard_conference,
    guard_participant,
    guard_resolution,
)
from casedesk.services.plan_guards import guard_plan, guard_plan_part
from casedesk.services.records import Records
from casedesk.services.report_guards import (
    guard_report,
    guard_report_section,
    guard_restored_report,
    guard_restored_section,
)
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


class WorkKinds:
    """The part of `Kinds` that a plan and what follows from it is made of."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        self._database = database
        self.announcer = announcer
        self._add_work()
        self._add_accounts()
        self._add_provision()
        self._add_meetings()
        self._add_monitoring()
        self._add_evaluation()
        self._add_reports()
        self._add_coverage()

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

    def _add_reports(self) -> None:
        database, announcer = self._database, self.announcer
        self.reports = Records(
            database,
            announcer,
            "report",
            lambda t: t.reports,
            check_report,
            guard_report,
            guard_restored_report,
        )
        self.report_sections = Records(
            database,
            announcer,
            "report_section",
            lambda t: t.report_sections,
            guard=guard_report_section,
            guard_restored=guard_restored_section,
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
            guard_restored=guard_restored_line,
        )
        self.invoices = Records(
            database,
            announcer,
            "invoice",
            lambda t: t.invoices,
            check_paid,
            guard_invoice,
            guard_restored_invoice,
        )
        self.flat_fees = Records(
            database,
            announcer,
            "flat_fee",
            lambda t: t.flat_fees,
            check_flat_fee,
            guard_flat_fee,
        )
        self.reminders = Records(
            database,
            announcer,
            "reminder",
            lambda t: t.reminders,
            guard=guard_reminder,
            guard_restored=guard_restored_reminder,
        )

    def _add_coverage(self) -> None:
        database, announcer = self._database, self.announcer
        self.quality_waivers = Records(
            database,
            announcer,
            "quality_waiver",
            lambda t: t.quality_waivers,
            check_waiver,
        )
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
