"""What a report is put together of: the records of its case, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.assessment import that_counts
from casedesk.domain.conference import newest_versions
from casedesk.domain.goal import GoalEnding, in_order
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.time_sheets import read_terms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.account_use import AccountUse
    from casedesk.domain.assessment import Assessment
    from casedesk.domain.claim import Claim
    from casedesk.domain.closure import Closure
    from casedesk.domain.conference import Conference, Resolution
    from casedesk.domain.entry import Entry, EntryId
    from casedesk.domain.evaluation import Evaluation, GoalResult
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.intake import Intake
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import Measure
    from casedesk.domain.referral import Referral
    from casedesk.domain.report import Report
    from casedesk.domain.review import GoalRating, MeasureCheck, Review
    from casedesk.domain.risk import Risk
    from casedesk.domain.working_time import Rounding
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecords:
    """The records that a report tells of; reviews are those confirmed in its period."""

    report: Report
    case: CaseRecords
    intake: Intake | None
    assessment: Assessment | None
    goals: tuple[Goal, ...]
    domains_of_goals: Mapping[GoalId, tuple[DomainKey, ...]]
    """Of every goal of the case, also of those that were over before the period."""
    measures: tuple[Measure, ...]
    reviews: tuple[Review, ...]
    ratings: tuple[GoalRating, ...]
    checks: tuple[MeasureCheck, ...]
    entries: tuple[Entry, ...]
    neutral_texts: Mapping[EntryId, str]
    """For each entry the newest text that was written for a payer."""
    conferences: tuple[Conference, ...]
    resolutions: tuple[Resolution, ...]
    referrals: tuple[Referral, ...]
    claims: tuple[Claim, ...]
    risks: tuple[Risk, ...]
    evaluation: Evaluation | None
    results: tuple[GoalResult, ...]
    closure: Closure | None
    use: AccountUse
    rounding: Rounding
    """How the time of each entry is rounded, as on the time sheets of the case."""

    @property
    def last_review(self) -> Review | None:
        """The newest review of the period."""
        return self.reviews[-1] if self.reviews else None


def read_report(tables: Tables, report: Report, today: date) -> ReportRecords:
    """Read what a report tells of."""
    case_id = report.case_id
    reviews = [
        each
        for each in tables.reviews.of(case_id=case_id)
        if each.is_confirmed and report.covers(each.held_on)
    ]
    ids = {each.id for each in reviews}
    assessments = tables.assessments.of(case_id=case_id)
    evaluation = _evaluation(tables, report)
    results = tables.goal_results.of(evaluation_id=evaluation.id) if evaluation else []
    return ReportRecords(
        report=report,
        case=read_case(tables, case_id, today),
        intake=next(iter(tables.intakes.of(case_id=case_id)), None),
        assessment=that_counts(assessments) if assessments else None,
        goals=tuple(_goals(tables, report)),
        domains_of_goals={
            goal.id: goal.domains for goal in tables.goals.of(case_id=case_id)
        },
        measures=tuple(tables.measures.of(case_id=case_id)),
        reviews=tuple(reviews),
        ratings=tuple(
            e for e in tables.goal_ratings.of(case_id=case_id) if e.review_id in ids
        ),
        checks=tuple(
            e for e in tables.measure_checks.of(case_id=case_id) if e.review_id in ids
        ),
        entries=tuple(_entries(tables, report)),
        neutral_texts=_neutral_texts(tables, report),
        conferences=tuple(_conferences(tables, report)),
        resolutions=tuple(tables.resolutions.of(case_id=case_id)),
        referrals=tuple(tables.referrals.of(case_id=case_id)),
        claims=tuple(tables.claims.of(case_id=case_id)),
        risks=tuple(_risks(tables, report)),
        evaluation=evaluation,
        results=tuple(results),
        closure=next(iter(tables.closures.of(case_id=case_id)), None),
        use=tables.accounts.use_of(case_id),
        rounding=read_terms(tables, case_id).rounding,
    )


def _evaluation(tables: Tables, report: Report) -> Evaluation | None:
    """Return the newest evaluation of the period, a confirmed one if there is one."""
    found = [
        each
        for each in tables.evaluations.of(case_id=report.case_id)
        if report.covers(each.held_on)
    ]
    confirmed = [each for each in found if each.is_confirmed]
    return next(reversed(confirmed or found), None)


def _goals(tables: Tables, report: Report) -> list[Goal]:
    """Return the goals that were pursued in the period or came to their end in it."""
    return [
        goal
        for goal in in_order(tables.goals.of(case_id=report.case_id))
        if goal.ending is not GoalEnding.ENTERED_IN_ERROR
        and (goal.ended_on is None or goal.ended_on >= report.starts_on)
        and (goal.accepted_on is None or goal.accepted_on <= report.ends_on)
    ]


def _entries(tables: Tables, report: Report) -> list[Entry]:
    """Return the entries of the period, the oldest first."""
    entries = tables.entries.of(case_id=report.case_id)
    found = [each for each in entries if report.covers(each.happened_on)]
    return sorted(found, key=lambda each: (each.happened_on, each.id))


def _neutral_texts(tables: Tables, report: Report) -> dict[EntryId, str]:
    return {
        each.entry_id: each.neutral_text.strip()
        for each in tables.addenda.of(case_id=report.case_id)
        if each.neutral_text.strip()
    }


def _conferences(tables: Tables, report: Report) -> list[Conference]:
    found = newest_versions(tables.conferences.of(case_id=report.case_id))
    held = [each for each in found if report.covers(each.held_on)]
    return sorted(held, key=lambda each: (str(each.held_on), each.id))


def _risks(tables: Tables, report: Report) -> list[Risk]:
    """Return what had to be watched at the end of the period."""
    return [
        each
        for each in tables.risks.of(case_id=report.case_id)
        if each.noted_on <= report.ends_on
        and (each.ended_on is None or each.ended_on > report.ends_on)
    ]
