"""Puts the sections of a report together from the file, each as its reader may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.closure import ClosingReason, FollowUp
from casedesk.domain.content import (
    Kinds,
    PlanPart,
    kinds_in_domain,
    kinds_in_part,
    kinds_in_risk,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.measure import MeasureState
from casedesk.domain.report import (
    Assembled,
    LeftOutWhy,
    ReportPart,
    ReportSource,
    parts_of,
)
from casedesk.domain.risk import Told, in_order
from casedesk.services.paper_words import (
    report_evaluation,
    report_goals,
    report_work,
)
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.report_reader import (
    Gathering,
    labelled,
    point,
    quoted,
    reader_of,
)
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casedesk.services.paper_words.report_records import ReportRecords

    Section = Callable[["ReportRecords", Words, Gathering], None]

_ANYTHING = kinds_in_domain(None)
_NAMES = kinds_in_part(PlanPart.DISTRIBUTION)


def assembled(records: ReportRecords) -> dict[ReportPart, Assembled]:
    """Return every section of a report as the file would make it now."""
    reader = reader_of(records.case, records.report)
    words = Words(records.report.language)
    found = {}
    for part in parts_of(records.report.kind):
        into = Gathering(reader)
        _SECTIONS[part](records, words, into)
        found[part] = into.assembled(part)
    return found


def _occasion(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell why there is case management, and what was commissioned."""
    mandate, intake = records.case.mandate, records.intake
    if mandate is not None:
        begun = words("since {day}").format(day=words.day(mandate.starts_on))
        until = words("until {last}").format(last=words.day(mandate.ends_on))
        lasts = one_line(
            begun if mandate.starts_on else "", until if mandate.ends_on else ""
        )
        purpose = " ".join(mandate.purpose.split()).rstrip(".")
        said = one_line(purpose, lasts)
        if said:
            # Who commissioned it knows what for; others learn of the whole person.
            into.tell(
                ReportSource.MANDATE,
                labelled(words("Mandate"), said) + ".",
                () if into.reader.pays else _ANYTHING,
                is_confidential=not into.reader.pays,
            )
    if intake is None:
        return
    told = (
        (words("Occasion, as the referrer put it"), intake.referral_reason, False),
        (words("The client’s concern, in own words"), intake.concern, True),
        (words("What was asked for"), intake.commission, False),
    )
    for label, text, quotes in told:
        said = text.strip()
        if said:
            said = quoted(said, words) if quotes else said
            into.tell(
                ReportSource.INTAKE,
                f"{label}: {said}",
                _ANYTHING,
                is_confidential=True,
            )


def _situation(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell how the client lives, and what has changed in the need."""
    assessment = records.assessment
    if assessment is not None and assessment.summary.strip():
        day = words.day(assessment.held_on or assessment.confirmed_on)
        head = words("Assessment of {day}:").format(day=day) if day else ""
        into.tell(
            ReportSource.ASSESSMENT,
            "\n".join(filter(None, (head, assessment.summary.strip()))),
            _ANYTHING,
            is_confidential=True,
        )
    for review in records.reviews:
        fit = "" if review.need_fit is None else words.label(review.need_fit)
        what = " ".join(review.need_words.split())
        if what:
            day = words("Review of {day}").format(day=words.day(review.held_on))
            said = words("Whether the plan meets the need: {fit}").format(fit=fit)
            into.tell(
                ReportSource.REVIEW,
                point(f"{day}: {one_line(said if fit else '', what)}"),
                _ANYTHING,
                is_confidential=True,
            )


def _risks(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell what has to be watched; to the client only what they were told of."""
    for risk in in_order(records.risks):
        if into.reader.is_client and risk.told is not Told.TOLD:
            into.leave_out(ReportSource.RISK, LeftOutWhy.NOT_TOLD)
            continue
        head = one_line(words.label(risk.kind), words.label(risk.weight))
        said = [" ".join(each.split()) for each in (risk.what, risk.to_do)]
        into.tell(
            ReportSource.RISK,
            point(": ".join(filter(None, (head, ". ".join(_ended(said)))))),
            kinds_in_risk(risk.kind),
            is_confidential=True,
        )


def _ended(texts: list[str]) -> Iterator[str]:
    return (text.rstrip(".") for text in texts if text)


def _aftercare(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell why the case is closed, who goes on, and whether one asks once more."""
    closure = records.closure
    if closure is None:
        return
    source = ReportSource.CLOSURE
    if closure.reason is not None:
        closed = records.case.case.closed_on
        on = words("closed on {day}").format(day=words.day(closed)) if closed else ""
        said = one_line(words.label(closure.reason), on)
        is_care = closure.reason is ClosingReason.INSTITUTION
        told_by: Kinds = (DataCategory.CARE_NEEDS,) if is_care else ()
        reason = point(labelled(words("Reason for closing"), said))
        into.tell(source, reason, told_by)
    if closure.talk_on is not None:
        day = words.day(closure.talk_on)
        into.tell(source, point(words("Closing talk on {day}").format(day=day)))
    told: tuple[tuple[str, str, Kinds], ...] = (
        (words("About the reason"), closure.reason_words, _ANYTHING),
        (words("No closing talk, because"), closure.no_talk_reason, _ANYTHING),
        (words("Who coordinates from now on"), closure.aftercare, _NAMES),
        (words("Given back or handed over"), closure.returned, _NAMES),
    )
    for label, text, kinds in told:
        if text.strip():
            said = point(labelled(label, text))
            into.tell(source, said, kinds, is_confidential=True)
    if closure.follow_up not in (None, FollowUp.NONE):
        follows = words.label(closure.follow_up)
        into.tell(source, point(labelled(words("Contact to ask how it goes"), follows)))


def _outlook(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell what follows: from the last review, and which measures go on."""
    review = records.last_review
    if review is not None and review.outcome is not None:
        day = words("Review of {day}").format(day=words.day(review.held_on))
        outcome = words.label(review.outcome)
        into.tell(ReportSource.REVIEW, point(f"{day}: {outcome}"))
        if review.outcome_reason.strip():
            into.tell(
                ReportSource.REVIEW,
                point(labelled(words("Reason"), review.outcome_reason)),
                _ANYTHING,
                is_confidential=True,
            )
    on = review.next_on if review is not None else None
    if on is not None and on > records.report.ends_on:
        day = words.day(on)
        into.tell(
            ReportSource.REVIEW, point(words("Next review: {day}").format(day=day))
        )
    running = [m for m in records.measures if m.state is MeasureState.RUNNING]
    if running:
        said = words("Measures that go on: {n}").format(n=len(running))
        into.tell(ReportSource.MEASURE, point(said))
    recommended = records.assessment.recommendation if records.assessment else ""
    if recommended.strip():
        into.tell(
            ReportSource.ASSESSMENT,
            point(labelled(words("Recommendation of the assessment"), recommended)),
            _ANYTHING,
            is_confidential=True,
        )


_SECTIONS: dict[ReportPart, Section] = {
    ReportPart.OCCASION: _occasion,
    ReportPart.SITUATION: _situation,
    ReportPart.GOALS: report_goals.goals,
    ReportPart.MEASURES: report_goals.measures,
    ReportPart.EVENTS: report_work.events,
    ReportPart.COORDINATION: report_work.coordination,
    ReportPart.RISKS: _risks,
    ReportPart.EVALUATION: report_evaluation.evaluation,
    ReportPart.HOURS: report_work.hours,
    ReportPart.AFTERCARE: _aftercare,
    ReportPart.OUTLOOK: _outlook,
}
