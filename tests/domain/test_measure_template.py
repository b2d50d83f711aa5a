from __future__ import annotations

from datetime import date

from casedesk.domain.case import CaseId
from casedesk.domain.goal import GoalId
from casedesk.domain.measure import Measure, MeasureId, Responsible
from casedesk.domain.measure_template import (
    MeasureTemplateId,
    TemplateStep,
    TemplateStepId,
    dated,
    step_from,
)

DISCHARGE = date(2026, 3, 14)
TEMPLATE = MeasureTemplateId("t")


def a_step(
    name: str, from_day: int, until: int | None = None, review: int | None = None
) -> TemplateStep:
    return TemplateStep(
        id=TemplateStepId(name),
        template_id=TEMPLATE,
        from_day=from_day,
        until_day=until,
        review_day=review,
    )


def test_steps_get_their_days_from_the_day_of_the_event_and_stand_by_them() -> None:
    after = a_step("after", 1, until=31, review=15)
    before = a_step("before", -7)

    first, second = dated([after, before], DISCHARGE)

    assert (first.step, first.starts_on) == (before, date(2026, 3, 7))
    assert (first.ends_on, first.review_on) == (None, None)
    assert (second.starts_on, second.ends_on, second.review_on) == (
        date(2026, 3, 15),
        date(2026, 4, 14),
        date(2026, 3, 29),
    )


def test_a_step_that_is_moved_lasts_as_long_as_before() -> None:
    [step] = dated([a_step("s", 0, until=10, review=5)], DISCHARGE)

    moved = step.moved_to(date(2026, 3, 20))

    assert moved.starts_on == date(2026, 3, 20)
    assert moved.ends_on == date(2026, 3, 30)
    assert moved.review_on == date(2026, 3, 25)


def test_a_measure_becomes_a_step_without_what_is_about_the_case() -> None:
    measure = Measure(
        id=MeasureId("m"),
        case_id=CaseId("k"),
        goal_id=GoalId("g"),
        what="Hausbesuch",
        responsible=Responsible.PROVIDER,
        frequency="wöchentlich",
        starts_on=date(2026, 3, 7),
        ends_on=date(2026, 3, 24),
        review_on=None,
        result="Herr Muster war nicht da",
        near_help="Die Tochter Sabine",
        payer="Krankenkasse",
    )

    step = step_from(
        measure,
        DISCHARGE,
        step_id=TemplateStepId("s"),
        template_id=TEMPLATE,
        position=3,
    )

    assert (step.from_day, step.until_day, step.review_day) == (-7, 10, None)
    assert (step.what, step.frequency) == ("Hausbesuch", "wöchentlich")
    assert (step.responsible, step.position) == (Responsible.PROVIDER, 3)
    assert step.near_help == ""


def test_a_measure_without_days_begins_on_the_day_of_the_event() -> None:
    measure = Measure(id=MeasureId("m"), case_id=CaseId("k"), goal_id=GoalId("g"))

    step = step_from(
        measure,
        DISCHARGE,
        step_id=TemplateStepId("s"),
        template_id=TEMPLATE,
        position=1,
    )

    assert (step.from_day, step.until_day) == (0, None)
