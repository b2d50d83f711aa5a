"""The quality check of a case: looked at anew each time; stored is what is waived."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import that_counts
from casedesk.domain.quality import (
    Quality,
    QualityWaiver,
    QualityWaiverId,
    check_waiver,
    settled,
)
from casedesk.domain.quality_file import QualityFile
from casedesk.domain.quality_rules import quality_lines
from casedesk.services.evaluations import CLIENT_VIEW

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.quality import QualityLine
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedQuality:
    """The quality check of a case on a day."""

    quality: Quality
    file: QualityFile


class QualityService:
    """Checks the file of a case; what does not apply in it is noted with a reason."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def check(self, case_id: CaseId) -> CheckedQuality:
        """Return what is there today, and what is missing."""
        with self._database.read() as tables:
            return read_quality(tables, case_id, self._clock.today())

    def waive(
        self, case_id: CaseId, line: QualityLine, *, said: str, reason: str
    ) -> QualityWaiver:
        """Note that a check does not apply here, and why, until its matter changes.

        `said` keeps in words what was missing. Raises `WaiverReasonMissing`.
        """
        waiver_id = QualityWaiverId(self._clock.new_id())
        with self._database.write("quality_waiver.add", waiver_id) as tables:
            practice = next(iter(tables.practice.all()), None)
            waiver = QualityWaiver(
                id=waiver_id,
                case_id=case_id,
                quality_check=line.check,
                seal=line.seal,
                said=said,
                reason=reason.strip(),
                noted_on=self._clock.today(),
                noted_by=practice.holder_name if practice else "",
            )
            check_waiver(waiver)
            tables.quality_waivers.add(waiver)
        self._announcer.announce("quality_waiver")
        return waiver

    def take_back(self, waiver_id: QualityWaiverId) -> QualityWaiver:
        """Ask for a check again that did not apply; that it did not stays known."""
        with self._database.write("quality_waiver.reopen", waiver_id) as tables:
            waiver = replace(
                tables.quality_waivers.get(waiver_id),
                taken_back_on=self._clock.today(),
            )
            tables.quality_waivers.update(waiver)
        self._announcer.announce("quality_waiver")
        return waiver


def read_quality(tables: Tables, case_id: CaseId, today: date) -> CheckedQuality:
    """Read a case and check it."""
    file = read_file(tables, case_id, today)
    waivers = tables.quality_waivers.of(case_id=case_id)
    return CheckedQuality(quality=settled(quality_lines(file), waivers), file=file)


def read_file(tables: Tables, case_id: CaseId, today: date) -> QualityFile:
    """Read everything the check looks at; entries of the record are only counted."""
    assessments = tables.assessments.of(case_id=case_id)
    counts = that_counts(assessments) if assessments else None
    plans = tables.plans.of(case_id=case_id)
    agreed = [each for each in plans if each.agreed_on is not None]
    receipts = tables.information_receipts.of(case_id=case_id)
    asked = tables.instrument_sheets.of(case_id=case_id, instrument=CLIENT_VIEW)
    answered_on = [each.taken_on for each in asked if each.answers or each.result]
    facts = tables.quality_facts
    return QualityFile(
        today=today,
        case=tables.cases.get(case_id),
        intake=next(iter(tables.intakes.of(case_id=case_id)), None),
        mandates=tables.mandates.of(case_id=case_id),
        runs=tables.phase_runs.of(case_id=case_id),
        consents=tables.consents.of(case_id=case_id),
        items=tables.consent_items.of(case_id=case_id),
        bases=tables.statutory_bases.of(case_id=case_id),
        informed_on=[each.received_on for each in receipts if each.received_on],
        assessments=assessments,
        entries=tables.domain_entries.of(assessment_id=counts.id) if counts else (),
        goals=tables.goals.of(case_id=case_id),
        measures=tables.measures.of(case_id=case_id),
        no_goals=tables.no_goals.of(case_id=case_id),
        plans=plans,
        plan_handed_on=facts.plan_handed_on(agreed[-1].id) if agreed else None,
        reviews=tables.reviews.of(case_id=case_id),
        risks=tables.risks.of(case_id=case_id),
        conferences=tables.conferences.of(case_id=case_id),
        evaluations=tables.evaluations.of(case_id=case_id),
        client_view_on=max(answered_on, default=None),
        closure=next(iter(tables.closures.of(case_id=case_id)), None),
        notices=tables.withdrawal_notices.of(case_id=case_id),
        unnoted_entries=facts.unnoted(case_id, today),
        last_entry_on=facts.last_entry_on(case_id),
        use=tables.accounts.use_of(case_id),
    )
