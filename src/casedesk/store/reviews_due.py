"""The parts of the search for dates that find what is to be looked at again."""

from __future__ import annotations

from casedesk.domain.review_rhythm import MONTHS, TWO_WEEKS_DAYS, ReviewRhythm


def following(day: str, rhythm: str) -> str:
    """Return the SQL for the day after a rhythm, like the rule of the domain.

    The engine runs over the end of a shorter month; the last day of it comes first.
    """
    steps = "".join(
        f" WHEN '{each}' THEN min(date({day}, '+{months} months'),"
        f" date({day}, 'start of month', '+{months + 1} months', '-1 day'))"
        for each, months in MONTHS.items()
    )
    two_weeks = f"'{ReviewRhythm.TWO_WEEKS}' THEN date({day}, '+{TWO_WEEKS_DAYS} days')"
    return f"CASE {rhythm} WHEN {two_weeks}{steps} END"


# Each answers with case_id, kind, due_on and subject_id; `:horizon` is the last day.
_CASES = f"""
    SELECT case_id, 'plan_review' AS kind, due_on, subject_id
      FROM (SELECT case_record.id AS case_id,
                   coalesce(review.id, plan.id) AS subject_id,
                   CASE
                     WHEN review.id IS NOT NULL
                          AND coalesce(agreed_on, '') <= review.held_on
                     THEN coalesce(review.next_on,
                                   {following("review.held_on", "review_rhythm")})
                     ELSE coalesce(plan.next_review_on,
                                   {following("agreed_on", "review_rhythm")})
                   END AS due_on
              FROM case_record
              LEFT JOIN plan
                ON plan.case_id = case_record.id
               AND NOT EXISTS (
                   SELECT 1 FROM plan AS later
                    WHERE later.case_id = plan.case_id
                      AND (later.agreed_on IS NOT NULL, later.version, later.id)
                        > (plan.agreed_on IS NOT NULL, plan.version, plan.id))
              LEFT JOIN review
                ON review.case_id = case_record.id
               AND review.confirmed_on IS NOT NULL
               AND NOT EXISTS (
                   SELECT 1 FROM review AS later
                    WHERE later.case_id = review.case_id
                      AND later.confirmed_on IS NOT NULL
                      AND (later.held_on, later.id) > (review.held_on, review.id))
             WHERE case_record.closed_on IS NULL)
     WHERE due_on <= :horizon
"""  # noqa: S608 - all parts are constants of this module
_GOALS = f"""
    SELECT case_id, 'goal_review', due_on, id
      FROM (SELECT case_id, id,
                   {
    following("coalesce(rated_on, started_on, accepted_on)", "review_rhythm")
} AS due_on
              FROM goal WHERE review_rhythm IS NOT NULL AND ending IS NULL)
     WHERE due_on <= :horizon
"""  # noqa: S608 - as above
_MEASURES = f"""
    SELECT case_id, 'measure_review', review_on, id
      FROM measure
     WHERE review_on <= :horizon AND (checked_on IS NULL OR review_on > checked_on)
       AND state IN ('planned', 'requested', 'running')
    UNION ALL
    SELECT case_id, 'measure_review', due_on, id
      FROM (SELECT case_id, id,
                   {
    following("coalesce(checked_on, starts_on)", "review_rhythm")
} AS due_on
              FROM measure
             WHERE review_rhythm IS NOT NULL
               AND (review_on IS NULL OR review_on <= checked_on)
               AND state IN ('planned', 'requested', 'running'))
     WHERE due_on <= :horizon
"""  # noqa: S608 - as above
_RISKS = """
    SELECT case_id, 'risk_review', review_on, id
      FROM risk WHERE review_on <= :horizon AND ended_on IS NULL
"""
REVIEWS = " UNION ALL ".join((_CASES, _GOALS, _MEASURES, _RISKS))
