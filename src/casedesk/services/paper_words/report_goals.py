"""What a report says of goals and measures, and how they went in its period."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casedesk.domain.content import (
    PlanPart,
    kinds_in_goal,
    kinds_in_part,
)
from casedesk.domain.goal import GoalKind, standing_on
from casedesk.domain.measure import Responsible
from casedesk.domain.report import LeftOutWhy, ReportSource
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.report_reader import labelled, point

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import Measure
    from casedesk.domain.review import MeasureCheck, Review
    from casedesk.services.paper_words.report_reader import Gathering
    from casedesk.services.paper_words.report_records import ReportRecords
    from casedesk.words.catalog import Words

_MINUS = "\u2212"


def goals(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell of each goal: where it stands, and how it went from review to review."""
    _count(records, words, into)
    number = 0
    for goal in records.goals:
        kinds = kinds_in_goal(*goal.domains)
        if into.may_tell(ReportSource.GOAL, kinds):
            number += 1
            lines = _goal_lines(records, goal, words, into)
            head = _goal_head(records, goal, words, number, into)
            into.put(ReportSource.GOAL, "\n".join((head, *lines)), kinds)


def _count(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Say how many goals there are, if not each of them may be told."""
    reader, found = into.reader, records.goals
    if not reader.gets_work:
        return
    if all(reader.may_know(kinds_in_goal(*goal.domains)) for goal in found):
        return
    stands = Counter(
        standing_on(goal, records.measures, records.report.ends_on) for goal in found
    )
    counted = one_line(*(f"{words.label(each)} {n}" for each, n in stands.items()))
    said = words("Goals in this period: {n} ({states})")
    into.put(ReportSource.GOAL, said.format(n=len(found), states=counted))


def _goal_head(
    records: ReportRecords, goal: Goal, words: Words, number: int, into: Gathering
) -> str:
    wording = goal.wording.strip() or goal.professional_wording.strip()
    if into.reader.is_neutral:
        wording = goal.professional_wording.strip() or _domains(records, goal, words)
    label = words("Goal {number}").format(number=number)
    return f"{label}: {' '.join(wording.split())}" if wording else label


def _domains(records: ReportRecords, goal: Goal, words: Words) -> str:
    own = records.case.own_domains
    return ", ".join(words.life_domain(key, own) for key in goal.domains)


def _goal_lines(
    records: ReportRecords, goal: Goal, words: Words, into: Gathering
) -> Iterator[str]:
    if goal.kind is GoalKind.GUIDING:
        yield point(words("Guiding goal"))
    domains = _domains(records, goal, words)
    if domains:
        yield point(labelled(words("Life domain"), domains))
    agreed = words("agreed on {day}").format(day=words.day(goal.accepted_on))
    target = words("to be reached by {day}").format(day=words.day(goal.target_on))
    days = one_line(
        agreed if goal.accepted_on else "", target if goal.target_on else ""
    )
    if days:
        yield point(days)
    stands = standing_on(goal, records.measures, records.report.ends_on)
    said = one_line(words.label(stands), _reached(records, goal, words))
    yield point(labelled(words("State"), said))
    for review in records.reviews:
        yield from _rating(records, goal, review, words, into)
    yield from _result(records, goal, words, into)


def _rating(
    records: ReportRecords, goal: Goal, review: Review, words: Words, into: Gathering
) -> Iterator[str]:
    for rating in records.ratings:
        if rating.review_id != review.id or rating.goal_id != goal.id:
            continue
        progress = "" if rating.progress is None else f"{rating.progress} / 10"
        level = "" if rating.level is None else gas(rating.level)
        said = "" if into.reader.is_neutral else rating.words
        if rating.is_rated:
            into.note(ReportSource.REVIEW)
            stood = one_line(level, progress)
            day = words("Review of {day}").format(day=words.day(review.held_on))
            yield point(": ".join(filter(None, (day, _with(stood, said)))))


def _result(
    records: ReportRecords, goal: Goal, words: Words, into: Gathering
) -> Iterator[str]:
    for result in records.results:
        if result.goal_id != goal.id or result.attainment is None:
            continue
        level = "" if result.level is None else gas(result.level)
        reason = "" if into.reader.is_neutral else result.reason
        into.note(ReportSource.EVALUATION)
        reached = one_line(words.label(result.attainment), level)
        yield point(labelled(words("Result"), _with(reached, reason)))


def _reached(records: ReportRecords, goal: Goal, words: Words) -> str:
    """Return the level reached by the end of the period, and where it began."""
    level, progress = _rated(records, goal)
    if level is None:
        return "" if progress is None else f"{progress} / 10"
    if goal.baseline_level is None:
        return gas(level)
    began = words("began at {level}").format(level=_signed(goal.baseline_level))
    return f"{gas(level)} ({began})"


def _rated(records: ReportRecords, goal: Goal) -> tuple[int | None, int | None]:
    """Return level and progress; what was rated after the period does not count."""
    if goal.rated_on is None or goal.rated_on <= records.report.ends_on:
        return goal.level, goal.progress
    rated = [
        rating
        for review in records.reviews
        for rating in records.ratings
        if (rating.review_id, rating.goal_id) == (review.id, goal.id)
    ]
    levels = [each.level for each in rated if each.level is not None]
    steps = [each.progress for each in rated if each.progress is not None]
    return next(reversed(levels), None), next(reversed(steps), None)


def gas(level: int) -> str:
    """Write a level of goal attainment scaling."""
    return f"GAS {_signed(level)}"


def _signed(level: int) -> str:
    return f"{level:+d}".replace("-", _MINUS) if level else "0"


def _with(said: str, words: str) -> str:
    """Return what is said, and words about it."""
    return " – ".join(filter(None, (said, " ".join(words.split()))))


def measures(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell of each measure: who did what, how it ran, and where it deviated."""
    for measure in records.measures:
        kinds = _kinds_of(measure, records.domains_of_goals)
        runs = _is_of_period(records, measure)
        if runs and into.may_tell(ReportSource.MEASURE, kinds):
            text = _measure_line(records, measure, words, into)
            into.put(ReportSource.MEASURE, text, kinds)


def _kinds_of(
    measure: Measure, domains: Mapping[GoalId, tuple[DomainKey, ...]]
) -> tuple[CategoryId, ...]:
    """Return what a measure tells: what the goals tell that it serves."""
    served = [domains[each] for each in measure.goal_ids if each in domains]
    return (
        tuple(dict.fromkeys(kind for keys in served for kind in kinds_in_goal(*keys)))
        or kinds_in_goal()
    )


def _is_of_period(records: ReportRecords, measure: Measure) -> bool:
    starts_on, ends_on = measure.starts_on, measure.ends_on
    report = records.report
    is_over = ends_on is not None and ends_on < report.starts_on
    is_to_come = starts_on is not None and starts_on > report.ends_on
    return bool(measure.what.strip()) and not is_over and not is_to_come


def _measure_line(
    records: ReportRecords, measure: Measure, words: Words, into: Gathering
) -> str:
    said = one_line(
        measure.what,
        _who(records, measure, words, into),
        plan_words.period(measure.starts_on, measure.ends_on, words),
        measure.frequency,
    )
    line = f"{said} – {words.label(measure.state)}"
    result = "" if into.reader.is_neutral else measure.result.strip()
    if result:
        line = ". ".join((line, labelled(words("Result"), result)))
    checked = (
        _check(records, check, words, into)
        for check in records.checks
        if check.measure_id == measure.id
    )
    return point(". ".join(filter(None, (line.rstrip("."), *checked))) + ".")


def _who(
    records: ReportRecords, measure: Measure, words: Words, into: Gathering
) -> str:
    """Name who sees to a measure, unless it would tell by whom somebody is helped."""
    case, reader = records.case, into.reader
    shows_names = reader.is_client or (
        not reader.is_neutral and reader.may_know(kinds_in_part(PlanPart.DISTRIBUTION))
    )
    is_third = measure.responsible not in (Responsible.CLIENT, Responsible.CASE_MANAGER)
    if is_third and not shows_names:
        return words.label(measure.responsible)
    who, _with_whom = plan_words.who(measure, case, words)
    if is_third and measure.party_id is not None:
        into.add_kinds(kinds_in_part(PlanPart.DISTRIBUTION))
    return who


def _check(
    records: ReportRecords, check: MeasureCheck, words: Words, into: Gathering
) -> str:
    """Say how a measure ran at a review, if it did not run as agreed."""
    [review] = [each for each in records.reviews if each.id == check.review_id]
    into.note(ReportSource.REVIEW)
    if not check.deviates or check.standing is None:
        return ""
    day = words("Review of {day}").format(day=words.day(review.held_on))
    fit = "" if check.fit is None else words.label(check.fit)
    said = one_line(words.label(check.standing), fit)
    if into.reader.is_neutral:
        if check.reason.strip() or check.reaction.strip():
            into.leave_out(ReportSource.REVIEW, LeftOutWhy.CONFIDENTIAL)
        return f"{day}: {said}"
    why = (
        labelled(words("Reason"), check.reason.strip()) if check.reason.strip() else ""
    )
    done = check.reaction.strip()
    reaction = (
        words("What is done about it: {words}").format(words=done) if done else ""
    )
    parts = (part.rstrip(".") for part in (f"{day}: {said}", why, reaction) if part)
    return ". ".join(parts)
