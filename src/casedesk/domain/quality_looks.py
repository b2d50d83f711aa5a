"""What a file holds for each check; nothing where the check means nothing in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.account_use import UseState
from casedesk.domain.assessment import Stance
from casedesk.domain.attention import MINUTES_DAYS
from casedesk.domain.consent import ConsentKind, ConsentState
from casedesk.domain.goal import GoalKind
from casedesk.domain.intake import Decision
from casedesk.domain.measure import MeasureState, Responsible, passes_over_the_near
from casedesk.domain.no_goal import needs_without_goal
from casedesk.domain.phase import Phase
from casedesk.domain.plan import unanswered_needs
from casedesk.domain.quality import Look
from casedesk.domain.review_rhythm import following

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.measure import Measure
    from casedesk.domain.quality_file import QualityFile

_IN_FORCE = (ConsentState.IN_FORCE, ConsentState.DUE, ConsentState.ORAL)
_LACKING = (ConsentState.EXPIRED, ConsentState.INCOMPLETE)


def _held(is_there: object, on: date | None = None, about: object = "") -> Look:
    return Look(is_there=bool(is_there), on=on, about=str(about or ""))


def _lacking(ids: Iterable[str], about: object = "") -> Look:
    """Return that something lacks in these records, or that all is there."""
    found = tuple(ids)
    return Look(is_there=not found, subject_ids=found, about=str(about or ""))


# --- steering


def reviewed(file: QualityFile) -> Look | None:
    """Whether reviews were held when they were due; nothing before the first is."""
    due_on, last = file.review_due_on, file.last_review
    if due_on is None and last is None:
        return None
    is_late = due_on is not None and due_on < file.last_day
    if last is None and not is_late:
        return None
    return _held(not is_late, last.held_on if last else None, due_on)


def risks_kept(file: QualityFile) -> Look | None:
    """Whether notes about risks say why, until when, and whether it was said."""
    noted = [risk for risk in file.risks if risk.is_open]
    if not noted:
        return None
    return _lacking(
        risk.id
        for risk in noted
        if risk.gaps or (risk.review_on is not None and risk.review_on < file.today)
    )


# --- cooperation


def _of_providers(file: QualityFile) -> list[Measure]:
    return [
        each
        for each in file.measures
        if each.responsible is Responsible.PROVIDER and each.is_under_way
    ]


def carrier_named(file: QualityFile) -> Look | None:
    """Whether it is known which provider does what was planned."""
    measures = _of_providers(file)
    if not measures:
        return None
    return _lacking(each.id for each in measures if each.party_id is None)


def carrier_released(file: QualityFile) -> Look | None:
    """Whether something may be exchanged with every provider who is at work."""
    at_work = {
        each.party_id
        for each in _of_providers(file)
        if each.state is MeasureState.RUNNING and each.party_id is not None
    }
    if not at_work:
        return None
    return _lacking(sorted(at_work - _released(file)))


def _released(file: QualityFile) -> set[PartyId]:
    counting = {each.id for each in file.in_state(*_IN_FORCE)}
    rows = (item for item in file.items if item.consent_id in counting)
    by_consent = {item.party_id for item in rows if item.stands_on(file.today)}
    return by_consent | {b.party_id for b in file.bases if b.covers(file.today)}


def minutes_issued(file: QualityFile) -> Look | None:
    """Whether minutes of what was held have gone out, two weeks after it."""
    latest = file.today - timedelta(days=MINUTES_DAYS)
    held = [
        each
        for each in file.conferences
        if each.held_on is not None and (each.is_frozen or each.held_on <= latest)
    ]
    if not held:
        return None
    return _lacking(each.id for each in held if not each.is_frozen)


# --- contract


def commissioned(file: QualityFile) -> Look | None:
    """Whether it is written down what was commissioned."""
    asked = file.intake is not None and file.intake.commission.strip()
    return _held(asked or any(each.purpose.strip() for each in file.mandates))


def informed(file: QualityFile) -> Look | None:
    """Whether the client was informed before the first signature."""
    days = [*file.informed_on]
    if file.intake is not None and file.intake.information_given_on is not None:
        days.append(file.intake.information_given_on)
    first = min(days, default=None)
    signed = [each.signed_on for each in file.signed(*ConsentKind) if each.signed_on]
    is_before = first is not None and first <= min(signed, default=first)
    return _held(is_before, first)


def agreement(file: QualityFile) -> Look | None:
    """Whether the client has signed the agreement: rights and duties in writing."""
    signed = [e for e in file.signed(ConsentKind.AGREEMENT) if e.signed_on]
    return _held(signed, signed[0].signed_on if signed else None)


# --- steps


def assessed(file: QualityFile) -> Look | None:
    """Whether the assessment of this round was confirmed with the client."""
    found = file.assessment
    confirmed_on = None if found is None else found.confirmed_on
    newest = file.assessments[-1] if file.assessments else None
    was_left = newest is not None and not newest.is_confirmed
    is_left = was_left and file.has_begun(Phase.PLANNING)
    if confirmed_on is None or is_left:
        ids = () if newest is None else (newest.id,)
        return Look(is_there=False, subject_ids=ids)
    return _held(is_there=True, on=confirmed_on)


def plan_agreed(file: QualityFile) -> Look | None:
    """Whether a version of the plan was agreed with the client."""
    plan = file.agreed_plan
    return _held(plan, plan.agreed_on if plan else None, file.case.cycle)


def goals_measurable(file: QualityFile) -> Look | None:
    """Whether each goal of action says by what it is seen that it is reached."""
    goals = [
        each for each in file.goals if each.is_pursued and each.kind is GoalKind.ACTION
    ]
    if not goals:
        return None
    return _lacking(
        goal.id
        for goal in goals
        if not goal.indicator.strip() and not goal.expected.strip()
    )


def evaluated(file: QualityFile) -> Look | None:
    """Whether this round was evaluated."""
    found = file.evaluation
    return _held(found, found.held_on if found else None, file.case.cycle)


def closed_in_order(file: QualityFile) -> Look | None:
    """Whether reason, closing talk and after-care are noted."""
    closure = file.closure
    if closure is None or not closure.is_done:
        return _held(is_there=False)
    has_talk = closure.talk_on is not None or closure.no_talk_reason.strip()
    is_said = closure.reason and has_talk and closure.aftercare.strip()
    return _held(is_said, closure.talk_on or closure.closed_on)


# --- resources


def resources_noted(file: QualityFile) -> Look | None:
    """Whether the assessment names what the client and the close network can do."""
    found = file.assessment
    own = found is not None and found.strengths.strip()
    return _held(own or any(each.resources.strip() for each in file.entries))


def near_first(file: QualityFile) -> Look | None:
    """Whether the close network was looked at before a provider was chosen."""
    measures = _of_providers(file)
    if not measures:
        return None
    return _lacking(e.id for e in measures if passes_over_the_near(e, file.measures))


# --- needs


def needs_rated(file: QualityFile) -> Look | None:
    """Whether each need that was written down was rated."""
    written = [each for each in file.entries if each.need.strip()]
    if not written:
        return None
    return _lacking(each.id for each in written if each.need_level is None)


def needs_answered(file: QualityFile) -> Look | None:
    """Whether each pressing need has a measure, or a reason to have none."""
    needs = [each for each in file.entries if each.is_need]
    if not needs:
        return None
    without = {each.id for each in needs_without_goal(needs, file.goals, file.no_goals)}
    settled = {e.life_domain for e in file.no_goals if e.stands and e.says_why}
    reached = {k for g in file.goals if g.is_reached for k in g.domains}
    unserved = {
        each.id
        for each in unanswered_needs(needs, file.goals, file.measures)
        if each.life_domain not in settled | reached
    }
    return _lacking(each.id for each in needs if each.id in without | unserved)


def need_still_met(file: QualityFile) -> Look | None:
    """Whether the last review says if the plan still meets the need."""
    last = file.last_review
    if last is None:
        return None
    return _held(last.need_fit or last.need_words.strip(), last.held_on, last.id)


# --- the client


def concern(file: QualityFile) -> Look | None:
    """Whether the client's concern stands in own words."""
    return _held(file.intake is not None and file.intake.concern.strip())


def wishes(file: QualityFile) -> Look | None:
    """Whether the assessment names the wishes of the client."""
    found = file.assessment
    return _held(found is not None and found.wishes.strip())


def view_asked(file: QualityFile) -> Look | None:
    """Whether the client was asked about the assessment that was confirmed."""
    found = file.assessment
    if found is None or not found.is_confirmed:
        return None
    return _held(found.stance is not Stance.NOT_ASKED, found.confirmed_on, found.id)


def plan_handed(file: QualityFile) -> Look | None:
    """Whether the client got the version that was agreed."""
    plan = file.agreed_plan
    if plan is None:
        return None
    return _held(file.plan_handed_on, file.plan_handed_on, plan.id)


def reviewed_together(file: QualityFile) -> Look | None:
    """Whether the last review says what the client thinks."""
    last = file.last_review
    if last is None:
        return None
    is_asked = last.client_satisfaction is not None or last.client_words.strip()
    return _held(is_asked, last.held_on, last.id)


def client_evaluated(file: QualityFile) -> Look | None:
    """Whether the client's own view of the work is there."""
    found = file.evaluation
    is_written = found is not None and found.client_words.strip()
    on = file.client_view_on or (found.held_on if found and is_written else None)
    return _held(on, on, file.case.cycle)


# --- triage


def decided(file: QualityFile) -> Look | None:
    """Whether it is decided if the case is taken on, and why if it is not."""
    intake = file.intake
    if intake is None or intake.decision is Decision.OPEN or not intake.decided_on:
        return _held(is_there=False)
    is_taken = intake.decision is Decision.ACCEPTED
    return _held(is_taken or intake.decision_reason.strip(), intake.decided_on)


def indicated(file: QualityFile) -> Look | None:
    """Whether it says why case management is indicated."""
    intake = file.intake
    return _held(
        intake is not None and (intake.indications or intake.indication_note.strip())
    )


# --- record and data protection


def data_consent(file: QualityFile) -> Look | None:
    """Whether the client has agreed that data are kept or exchanged."""
    kinds = (ConsentKind.DATA_PROTECTION, ConsentKind.RELEASE)
    given = [each for each in file.signed(*kinds) if each.withdrawn_on is None]
    days = [each.signed_on or each.oral_on for each in given]
    return _held(given, days[0] if given else None)


def declarations_current(file: QualityFile) -> Look | None:
    """Whether nothing that was signed has run out or lacks a signature."""
    if not file.signed(*ConsentKind) and not file.in_state(*_LACKING):
        return None
    return _lacking(each.id for each in file.in_state(*_LACKING))


def declarations_ended(file: QualityFile) -> Look | None:
    """Whether nothing that was signed goes on after the end."""
    if not file.is_closed or not file.signed(*ConsentKind):
        return None
    return _lacking(
        each.id
        for each in file.in_state(*_IN_FORCE)
        if each.valid_until is None or each.valid_until > file.today
    )


def exchanges_noted(file: QualityFile) -> Look | None:
    """Whether each contact says what was exchanged."""
    if file.last_entry_on is None:
        return None
    return _lacking(file.unnoted_entries)


def withdrawals_told(file: QualityFile) -> Look | None:
    """Whether everybody was told who had relied on what was withdrawn."""
    if not file.notices:
        return None
    return _lacking(each.id for each in file.notices if each.is_open)


def record_current(file: QualityFile) -> Look | None:
    """Whether something was written within the rhythm of the case, unless it rests."""
    if file.case.paused_on is not None or not file.has_started:
        return None
    last = file.last_entry_on or file.case.opened_on
    is_current = following(last, file.case.review_rhythm) >= file.today
    return _held(is_current, file.last_entry_on, file.last_entry_on)


def retention(file: QualityFile) -> Look | None:
    """Whether it says how long the file is kept."""
    until = None if file.closure is None else file.closure.keep_until
    return _held(until, until)


# --- the practice


def scope(file: QualityFile) -> Look | None:
    """Whether hours, cost or time are agreed within which the work is done."""
    return _held(
        any(
            each.approved_minutes or each.approved_cents or each.ends_on
            for each in file.mandates
        )
    )


def hours_kept(file: QualityFile) -> Look | None:
    """Whether no more hours were used than were approved."""
    approved = file.use.approved_minutes
    if not approved:
        return None
    return _held(file.use.state is not UseState.OVERDRAWN, None, approved)
