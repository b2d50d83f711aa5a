"""The tables of the work: what is planned, reviewed, reached and billed."""

from __future__ import annotations

from casedesk.domain.billing_terms import BillingTerms
from casedesk.domain.closure import Closure
from casedesk.domain.conference import AgendaItem, Conference, Participant, Resolution
from casedesk.domain.emergency_note import EmergencyNote
from casedesk.domain.evaluation import Evaluation, GoalResult
from casedesk.domain.flat_fee import FlatFee
from casedesk.domain.goal import Goal
from casedesk.domain.invoice import Invoice
from casedesk.domain.measure import Measure
from casedesk.domain.measure_template import MeasureTemplate, TemplateStep
from casedesk.domain.no_goal import NoGoal
from casedesk.domain.plan import Plan
from casedesk.domain.plan_version import (
    AgreedPlan,
    PlanDissent,
    PlanSection,
    PlanSignature,
)
from casedesk.domain.reminder import Reminder
from casedesk.domain.report import Report, ReportSection
from casedesk.domain.review import GoalRating, MeasureCheck, Review
from casedesk.domain.risk import Risk
from casedesk.domain.task import Task
from casedesk.domain.time_sheet import TimeSheet, TimeSheetLine
from casedesk.store.table_room import TableRoom


class WorkTables(TableRoom):
    """Goals, measures, plans, meetings, reviews, evaluations, accounts."""

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

    def _add_reports(self) -> None:
        self.reports = self._rows(
            Report, "report", order="ends_on DESC, id DESC", searched=("number",)
        )
        self.report_sections = self._rows(
            ReportSection, "report_section", order="position, id", searched=("text",)
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
        self.flat_fees = self._rows(FlatFee, "flat_fee", searched=("text",))
        self.reminders = self._rows(
            Reminder,
            "reminder",
            order="created_on, id",
            searched=("text", "extra_words"),
        )
