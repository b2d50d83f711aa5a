"""Evaluations, their results and scores in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.monitoring.review_words import confirmed_words, level_texts
from casedesk.ui.widgets.level_field import signed
from casedesk.ui.widgets.past_records import Past

if TYPE_CHECKING:
    from casedesk.domain.evaluation import Evaluation, GoalResult, Scores
    from casedesk.services.evaluations import EvaluationSheet

Line = tuple[str, str]
NONE = "–"


def title(evaluation: Evaluation) -> str:
    """Name an evaluation by its day."""
    return _("Evaluation of {day}").format(day=wording.day(evaluation.held_on))


def score(value: float | None) -> str:
    """Write a T-score, or that there is none."""
    return NONE if value is None else f"{value:.1f}"


def change(value: float | None) -> str:
    """Write a change with its sign, or that there is none."""
    return NONE if value is None else f"{value:+.1f}"


def score_lines(scores: Scores) -> list[str]:
    """Say the T-scores, and which goals they leave out."""
    lines = [
        _(
            "T-score at the start {baseline}, attained {attained}, change {change}. "
            "Goals that are set well reach 50 on average, with a deviation of 10."
        ).format(
            baseline=score(scores.baseline),
            attained=score(scores.attained),
            change=change(scores.change),
        )
    ]
    if scores.unscored:
        lines.append(
            ngettext(
                "{count} goal without a level is left out.",
                "{count} goals without a level are left out.",
                scores.unscored,
            ).format(count=scores.unscored)
        )
    if scores.without_baseline:
        lines.append(
            ngettext(
                "{count} goal without a level at the start is left out of the change.",
                "{count} goals without a level at the start are left out of the "
                "change.",
                scores.without_baseline,
            ).format(count=scores.without_baseline)
        )
    return lines


def result_note(result: GoalResult) -> str:
    """Say where a goal began, and what it weighs."""
    parts = []
    if result.baseline_level is not None:
        start = signed(result.baseline_level)
        parts.append(_("at the start {level}").format(level=start))
    parts.append(_("weight {weight}").format(weight=result.weight))
    return " · ".join(parts)


def result_words(result: GoalResult) -> str:
    """Say how far a goal was reached."""
    parts = [] if result.attainment is None else [wording.label(result.attainment)]
    if result.level is not None:
        text = result.level_words.strip() or level_texts(None)[result.level]
        parts.append(f"{signed(result.level)} ({text})")
    said = ", ".join(parts) or _("not rated")
    said = f"{said} · {result_note(result)}"
    return f"{said}\n{result.reason}" if result.reason.strip() else said


def hours_words(sheet: EvaluationSheet) -> str:
    """Say how many hours count for the mandate, and how many were worked in all."""
    all_in_all = _(
        "{hours} were worked in all, also what is not billed, without travel and not "
        "rounded."
    ).format(hours=wording.hours(sheet.spent_minutes))
    planned, counted = sheet.evaluation.planned_minutes, sheet.counted_minutes
    if counted is None:
        return all_in_all
    of = wording.hours_of(counted, planned) if planned else wording.hours(counted)
    used = _("{used} count for the mandate, as in the time account.").format(used=of)
    return f"{used} {all_in_all}"


def past(sheet: EvaluationSheet) -> Past:
    """Return a confirmed evaluation as it is read."""
    evaluation = sheet.evaluation
    lines = [
        *(
            (r.goal_words or _("(without words)"), result_words(r))
            for r in sheet.results
        ),
        (_("Goal attainment"), "\n".join(score_lines(sheet.scores))),
        *_effects(evaluation),
        *_texts(evaluation),
        (_("Hours"), hours_words(sheet)),
        *_amounts(evaluation),
    ]
    return Past(
        id=evaluation.id,
        title=title(evaluation),
        note="",
        lines=[(what, said) for what, said in lines if said.strip()],
        foot=confirmed_words(evaluation.confirmed_on),
    )


def _effects(evaluation: Evaluation) -> list[Line]:
    names = (
        _("Independence"),
        _("Quality of life"),
        _("Care and support"),
        _("Capacity for work or school"),
    )
    pairs = zip(names, evaluation.effects, strict=True)
    return [(name, wording.label(each)) for name, each in pairs if each is not None]


def _texts(evaluation: Evaluation) -> list[Line]:
    return [
        (_("What has changed"), evaluation.effect_words),
        (_("The client"), evaluation.client_words),
        (_("View of the network"), evaluation.network_view),
        (_("View of the payer"), evaluation.payer_view),
        (_("What worked"), evaluation.worked_well),
        (_("What the care system can learn from it"), evaluation.lessons),
    ]


def _amounts(evaluation: Evaluation) -> list[Line]:
    lines = (
        (_("Cost planned"), evaluation.planned_cents, ""),
        (_("Cost in fact"), evaluation.actual_cents, ""),
        (
            _("Cost avoided, estimated by the case manager"),
            evaluation.avoided_cents,
            evaluation.avoided_assumptions,
        ),
    )
    said = []
    for what, cents, words in lines:
        if cents is not None:
            amount = f"{cents / 100:.2f}"
            said.append((what, f"{amount}\n{words}" if words.strip() else amount))
    return said
