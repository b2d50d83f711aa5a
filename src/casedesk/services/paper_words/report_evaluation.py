"""What a report says of an evaluation: how far goals were reached, what has changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casedesk.domain.content import kinds_in_domain
from casedesk.domain.data_category import DataCategory
from casedesk.domain.evaluation import Attainment, scores
from casedesk.domain.report import ReportSource
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.report_reader import labelled, point, quoted

if TYPE_CHECKING:
    from casedesk.domain.evaluation import Evaluation, GoalResult
    from casedesk.services.paper_words.report_reader import Gathering
    from casedesk.services.paper_words.report_records import ReportRecords
    from casedesk.words.catalog import Words

_MINUS = "\u2212"


def evaluation(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell how far the goals were reached and what has changed."""
    found = records.evaluation
    if found is None:
        return
    source = ReportSource.EVALUATION
    attained = _attained(records.results, words)
    if attained:
        day = words("Evaluation of {day}").format(day=words.day(found.held_on))
        into.tell(source, point(f"{day}: {attained}"))
    into.tell(source, _t_scores(records.results, words))
    _effects(found, words, into)
    told = (
        (words("What has changed"), found.effect_words),
        (words("What the client says"), quoted(found.client_words, words)),
        (words("What those involved say"), found.network_view),
    )
    anything = kinds_in_domain(None)
    for label, text in told:
        if text.strip():
            said = point(labelled(label, text))
            into.tell(source, said, anything, is_confidential=True)
    if found.payer_view.strip():
        payer = point(labelled(words("What the payer says"), found.payer_view))
        into.tell(source, payer, (DataCategory.BENEFITS,))
    learned = (
        (words("What worked well"), found.worked_well),
        (words("What can be learned"), found.lessons),
    )
    for label, text in learned:
        if text.strip():
            said = point(labelled(label, text))
            into.tell(source, said, anything, is_confidential=True)


def _attained(results: tuple[GoalResult, ...], words: Words) -> str:
    """Count the goals by how far they were reached: that tells nothing of them."""
    counts = Counter(each.attainment for each in results)
    return one_line(
        *(
            words("{count} goals {reached}").format(
                count=counts[each], reached=words.label(each)
            )
            if counts[each] > 1
            else words("1 goal {reached}").format(reached=words.label(each))
            for each in Attainment
            if counts[each]
        )
    )


def _t_scores(results: tuple[GoalResult, ...], words: Words) -> str:
    found = scores(results)
    if found.attained is None:
        return ""
    attained = round(found.attained, 1)
    said = [words("attained {score}").format(score=_score(attained, words))]
    if found.baseline is not None and found.change is not None:
        baseline = round(found.baseline, 1)
        # What is printed has to come out even, if all goals are in all three scores.
        change = found.change if found.without_baseline else attained - baseline
        start = words("at the start {score}").format(score=_score(baseline, words))
        said = [
            start,
            *said,
            words("change {score}").format(score=_score(change, words, "+")),
        ]
    if found.unscored:
        said.append(
            words("goals without a level left out: {n}").format(n=found.unscored)
        )
    if found.without_baseline and found.baseline is not None:
        left_out = words(
            "goals without a level at the start not in start and change: {n}"
        )
        said.append(left_out.format(n=found.without_baseline))
    label = words("Goal attainment scaling, T-score")
    return point(f"{label}: {one_line(*said)}")


def _score(value: float, words: Words, sign: str = "-") -> str:
    written = f"{value:{sign}.1f}".replace(".", words("decimal point: .")[-1])
    return written.replace("-", _MINUS)


def _effects(found: Evaluation, words: Words, into: Gathering) -> None:
    """Tell what has become better or worse, each effect by what it tells of."""
    effects = (
        (words("Independence"), found.independence, (DataCategory.CARE_NEEDS,)),
        (words("Quality of life"), found.quality_of_life, kinds_in_domain(None)),
        (words("Care situation"), found.care_situation, (DataCategory.CARE_NEEDS,)),
        (
            words("Capacity for work"),
            found.work_capacity,
            (DataCategory.WORK_CAPACITY,),
        ),
    )
    for label, effect, kinds in effects:
        if effect is not None:
            said = point(f"{label}: {words.label(effect)}")
            into.tell(ReportSource.EVALUATION, said, kinds)
