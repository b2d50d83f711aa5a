"""Closing cases: what is open, the closing itself, and a new episode afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.case import Case, CaseId, PartyId
from casedesk.domain.claim import ClaimStep
from casedesk.domain.closure import (
    CaseNotClosed,
    ClosingFacts,
    ClosingPointsOpen,
    Closure,
    ClosureId,
    OpenPoint,
    follow_up_on,
    may_close,
    open_points,
)
from casedesk.domain.consent import ConsentKind, ConsentState
from casedesk.domain.cost_approval import CostApprovalState
from casedesk.domain.invoice import is_billed
from casedesk.domain.referral import ReferralState
from casedesk.domain.retention import keep_until, proposed
from casedesk.domain.signing import SignatureForm
from casedesk.domain.task import Task, TaskId
from casedesk.domain.time_sheet import TimeSheetState
from casedesk.services.stopwatch import stop_in

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.services.announcer import Announcer
    from casedesk.services.cases import CaseService
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

IN_FORCE = (
    ConsentState.ORAL,
    ConsentState.NOT_YET,
    ConsentState.IN_FORCE,
    ConsentState.DUE,
)
NOT_YET_HELPING = (
    ReferralState.DRAFT,
    ReferralState.SENT,
    ReferralState.ACCEPTED,
    ReferralState.WAITING,
)
UNSIGNED = (ConsentState.EXPLAINED, ConsentState.PRINTED, ConsentState.INCOMPLETE)


class ClosingService:
    """Closes cases; a closed one is only read, and opened again as a new episode."""

    def __init__(
        self, database: Database, announcer: Announcer, clock: Clock, cases: CaseService
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock
        self._cases = cases

    def of(self, case_id: CaseId) -> Closure | None:
        """Return what is noted about the closing of a case, if it was begun."""
        with self._database.read() as tables:
            return next(iter(tables.closures.of(case_id=case_id)), None)

    def begin(self, case_id: CaseId) -> Closure:
        """Begin to note how a case is closed, with the rule that is proposed."""
        already = self.of(case_id)
        if already is not None:
            return already
        closure_id = ClosureId(self._clock.new_id())
        with self._database.write("closure.add", closure_id) as tables:
            [practice] = tables.practice.all()
            rule = proposed(practice.country, practice.profession).rule
            closure = Closure(id=closure_id, case_id=case_id, retention=rule)
            tables.closures.add(closure)
        self._announcer.announce("closure")
        return closure

    def open_points(self, closure: Closure) -> list[OpenPoint]:
        """Return what is open before the case is closed."""
        with self._database.read() as tables:
            return open_points(closure, self._facts(tables, closure.case_id))

    def keep_until(self, closure: Closure) -> date | None:
        """Return until when the file would be kept if the case were closed today."""
        with self._database.read() as tables:
            return self._kept(tables, closure, self._clock.today())

    def end_declarations(self, case_id: CaseId) -> int:
        """Let all declarations that are in force end today; return how many."""
        today = self._clock.today()
        with self._database.write("consent.end", case_id) as tables:
            ending = self._in_force(tables, case_id)
            for consent in ending:
                tables.consents.update(replace(consent, valid_until=today))
        self._announcer.announce("consent")
        return len(ending)

    def close(self, case_id: CaseId, follow_up_title: str) -> Closure:
        """Close a case today. A contact that was agreed becomes a task.

        A watch that runs in it is stopped, with its time.

        Raises `ClosingPointsOpen` if something needed is missing, or something is open
        and nothing says why it may be.
        """
        today = self._clock.today()
        with self._database.write("case.close", case_id) as tables:
            closure = next(iter(tables.closures.of(case_id=case_id)), None)
            if closure is None:
                raise ClosingPointsOpen
            found = open_points(closure, self._facts(tables, case_id))
            if not may_close(closure, found):
                raise ClosingPointsOpen
            stop_in(tables, case_id, self._clock.now())
            closure = replace(
                closure, closed_on=today, keep_until=self._kept(tables, closure, today)
            )
            tables.closures.update(closure)
            case = tables.cases.get(case_id)
            tables.cases.update(replace(case, closed_on=today))
            self._add_follow_up(tables, closure, follow_up_title)
        for noun in ("case", "task", "stopwatch", "entry"):
            self._announcer.announce(noun)
        return closure

    def take_back(self, case_id: CaseId) -> Case:
        """Open a case that was closed today by mistake; its closing is noted anew.

        Raises `CaseNotClosed` if it was not closed today.
        """
        today = self._clock.today()
        with self._database.write("case.reopen", case_id) as tables:
            case = tables.cases.get(case_id)
            if case.closed_on != today:
                raise CaseNotClosed
            case = replace(case, closed_on=None)
            tables.cases.update(case)
            for closure in tables.closures.of(case_id=case_id):
                tables.closures.update(
                    replace(closure, closed_on=None, keep_until=None)
                )
                for task in tables.tasks.of(source_id=closure.id):
                    tables.tasks.remove(task.id)
        self._announcer.announce("case")
        self._announcer.announce("task")
        return case

    def open_again(self, case_id: CaseId) -> Case:
        """Begin a new episode that follows a closed case, with the same people.

        The closed one stays as it is. Raises `CaseNotClosed` if it is open.
        """
        with self._database.write("case.open", case_id) as tables:
            former = tables.cases.get(case_id)
            if former.closed_on is None:
                raise CaseNotClosed
            opened = self._cases.opened(tables, former.client_id, former.area)
            opened = replace(
                opened,
                title=former.title,
                weight=former.weight,
                follows_id=former.id,
            )
            tables.cases.update(opened)
            for party in tables.parties.of(case_id=former.id):
                tables.parties.add(
                    replace(party, id=PartyId(self._clock.new_id()), case_id=opened.id)
                )
        self._announcer.announce("case")
        return opened

    def _add_follow_up(self, tables: Tables, closure: Closure, title: str) -> None:
        assert closure.closed_on is not None  # noqa: S101 - it was just closed
        due_on = follow_up_on(closure, closure.closed_on)
        if due_on is not None:
            task = Task(
                id=TaskId(self._clock.new_id()),
                case_id=closure.case_id,
                title=title,
                due_on=due_on,
                source_noun="closure",
                source_id=closure.id,
                created_on=closure.closed_on,
            )
            tables.tasks.add(task)

    def _kept(self, tables: Tables, closure: Closure, day: date) -> date | None:
        if closure.retention is None:
            return None
        case = tables.cases.get(closure.case_id)
        return keep_until(
            closure.retention, day, tables.clients.get(case.client_id).born
        )

    def _in_force(self, tables: Tables, case_id: CaseId) -> list[Consent]:
        """Return the declarations that go on after today."""
        today = self._clock.today()
        consents = tables.consents.of(case_id=case_id)
        signed = {c.renews_id: c.signed_on for c in consents if c.signed_on is not None}
        return [
            each
            for each in consents
            if each.state_on(today, superseded_on=signed.get(each.id)) in IN_FORCE
            and (each.valid_until is None or each.valid_until > today)
        ]

    def _facts(self, tables: Tables, case_id: CaseId) -> ClosingFacts:
        today = self._clock.today()
        consents = tables.consents.of(case_id=case_id)
        measures = tables.measures.of(case_id=case_id)
        risks = tables.risks.of(case_id=case_id)
        reviews = tables.reviews.of(case_id=case_id)
        evaluations = tables.evaluations.of(case_id=case_id)
        return ClosingFacts(
            open_tasks=tuple(
                each.id for each in tables.tasks.of(case_id=case_id) if each.is_open
            ),
            endless_measures=tuple(
                e.id for e in measures if e.is_under_way and e.ends_on is None
            ),
            unsigned=tuple(c.id for c in consents if c.state_on(today) in UNSIGNED),
            in_force=tuple(each.id for each in self._in_force(tables, case_id)),
            originals_out=tuple(c.id for c in consents if _original_is_out(c)),
            open_risks=tuple(each.id for each in risks if each.is_open),
            open_reviews=tuple(e.id for e in reviews if not e.is_confirmed),
            is_evaluated=any(each.is_confirmed for each in evaluations),
            unbilled=_unbilled(tables, case_id, today),
            open_claims=_open_claims(tables, case_id),
            open_referrals=_open_referrals(tables, case_id, today),
            open_approvals=_open_approvals(tables, case_id, today),
            open_conferences=_open_conferences(tables, case_id),
            signed=tuple(c.id for c in consents if c.signed_on is not None),
        )


def _original_is_out(consent: Consent) -> bool:
    """Whether the paper of a signed power of attorney has not been given back."""
    is_paper = consent.signature_form is SignatureForm.INK
    is_power = consent.kind is ConsentKind.POWER_OF_ATTORNEY
    is_signed = consent.signed_on is not None
    return is_power and is_paper and is_signed and consent.original_back_on is None


def _unbilled(tables: Tables, case_id: CaseId, today: date) -> tuple[str, ...]:
    """Return what waits for a time sheet, and the sheets that wait for an invoice."""
    invoices = tables.invoices.of(case_id=case_id)
    sheets = [
        sheet.id
        for sheet in tables.time_sheets.of(case_id=case_id)
        if sheet.state is TimeSheetState.ISSUED and not is_billed(sheet, invoices)
    ]
    return (*tables.accounts.waiting(case_id, (date.min, today)), *sheets)


def _open_claims(tables: Tables, case_id: CaseId) -> tuple[str, ...]:
    claims = tables.claims.of(case_id=case_id)
    return tuple(each.id for each in claims if each.step()[0] != ClaimStep.NOTHING)


def _open_referrals(tables: Tables, case_id: CaseId, today: date) -> tuple[str, ...]:
    referrals = tables.referrals.of(case_id=case_id)
    return tuple(e.id for e in referrals if e.state_on(today) in NOT_YET_HELPING)


def _open_approvals(tables: Tables, case_id: CaseId, today: date) -> tuple[str, ...]:
    return tuple(
        each.id
        for each in tables.cost_approvals.of(case_id=case_id)
        if each.settled_on is None
        and each.state_on(today) is not CostApprovalState.ENDED
    )


def _open_conferences(tables: Tables, case_id: CaseId) -> tuple[str, ...]:
    return tuple(
        each.id
        for each in tables.conferences.of(case_id=case_id)
        if not each.is_frozen and each.cancelled_on is None
    )
