"""Dates that come near, over all open cases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.attention import Due, DueKind
from casedesk.domain.case import CaseId

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# One part for each kind of date; `:horizon` is the last day that matters.
_ALL = """
    SELECT case_id, 'consent_ends' AS kind, valid_until AS due_on, id AS subject_id
      FROM consent
     WHERE valid_until <= :horizon AND signed_on IS NOT NULL AND withdrawn_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM consent later
                        WHERE later.case_id = consent.case_id
                          AND later.kind = consent.kind
                          AND later.signed_on > consent.signed_on
                          AND later.withdrawn_on IS NULL
                          AND (later.valid_until IS NULL
                               OR later.valid_until > consent.valid_until)
                          AND NOT EXISTS (
                              SELECT 1 FROM consent_item named
                               WHERE named.consent_id = consent.id
                                 AND named.party_id NOT IN (
                                     SELECT party_id FROM consent_item
                                      WHERE consent_id = later.id)))
    UNION ALL
    SELECT mandate.case_id, 'report_due', value, mandate.id
      FROM mandate, json_each(reports_due_on)
     WHERE reports_due_on <> '[]' AND value <= :horizon AND value >= :past
    UNION ALL
    SELECT case_id, 'mandate_ends', ends_on, id
      FROM mandate
     WHERE ends_on <= :horizon
       AND NOT EXISTS (SELECT 1 FROM mandate later
                        WHERE later.case_id = mandate.case_id
                          AND later.ends_on > mandate.ends_on)
    UNION ALL
    SELECT case_id, 'plan_review', next_review_on, id
      FROM plan
     WHERE next_review_on <= :horizon
       AND version = (SELECT max(version) FROM plan p WHERE p.case_id = plan.case_id)
    UNION ALL
    SELECT case_id, 'measure_review', review_on, id
      FROM measure
     WHERE review_on <= :horizon AND state IN ('planned', 'requested', 'running')
    UNION ALL
    SELECT case_id, 'goal_due', target_on, id
      FROM goal WHERE target_on <= :horizon AND state = 'open'
    UNION ALL
    SELECT case_id, 'benefit_ends', ends_on, id
      FROM benefit
     WHERE ends_on <= :horizon AND ends_on >= :past
       AND application IN ('none', 'granted')
    UNION ALL
    SELECT case_id, 'objection_ends', objection_until, id
      FROM benefit WHERE objection_until <= :horizon AND application = 'refused'
    UNION ALL
    SELECT id, 'no_consent', NULL, id
      FROM case_record
     WHERE closed_on IS NULL AND NOT EXISTS (
           SELECT 1 FROM consent
            WHERE consent.case_id = case_record.id AND signed_on IS NOT NULL
              AND kind IN ('release', 'data_protection') AND withdrawn_on IS NULL)
"""


class DatesDue:
    """Finds what is due."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def until(
        self, horizon: date, *, past: date, case_id: CaseId | None = None, limit: int
    ) -> list[Due]:
        """Return what is due by `horizon`, by day, and what is missing last.

        Reports count only from `past` on, because older ones will have been written.
        """
        only = "" if case_id is None else "AND due.case_id = :case_id"
        rows = self._connection.execute(
            f"""
            SELECT due.case_id, kind, due_on, subject_id,
                   family_name || ', ' || given_name AS client_name
              FROM ({_ALL}) AS due
              JOIN case_record ON case_record.id = due.case_id
              JOIN client ON client.id = case_record.client_id
             WHERE closed_on IS NULL {only}
               AND due.case_id NOT IN (SELECT record_id FROM bin)
             ORDER BY due_on IS NULL, due_on, client_name
             LIMIT :limit
            """,  # noqa: S608 - both parts are constants of this module
            {
                "horizon": horizon.isoformat(),
                "past": past.isoformat(),
                "case_id": case_id,
                "limit": limit,
            },
        )
        return [_due(**dict(row)) for row in rows]


def _due(
    case_id: str, kind: str, due_on: str | None, subject_id: str, client_name: str
) -> Due:
    return Due(
        case_id=CaseId(case_id),
        kind=DueKind(kind),
        due_on=None if due_on is None else date.fromisoformat(due_on),
        subject_id=subject_id,
        client_name=client_name,
    )
