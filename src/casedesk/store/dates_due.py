"""Dates that come near, over all open cases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from casedesk.domain.attention import CONTACT_DAYS, MINUTES_DAYS, Due, DueKind
from casedesk.domain.case import CaseId
from casedesk.domain.consent import ORAL_DAYS
from casedesk.domain.renewal import silent_since
from casedesk.store.provision_due import PROVISION_DUE
from casedesk.store.reviews_due import REVIEWS

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# Contacts of which it is not noted what was exchanged, as `entry.not_noted` says.
NOT_NOTED = """nothing_exchanged = 0 AND (party_id IS NOT NULL OR others <> '[]')
       AND kind NOT IN ('note', 'attempt') AND was_reached
       AND CASE others WHEN '[]'
           THEN NOT EXISTS (SELECT 1 FROM disclosure WHERE entry_id = entry.id)
           ELSE (party_id IS NOT NULL) + json_array_length(others) >
                (SELECT count(DISTINCT noted.party_id) FROM disclosure AS noted
                  WHERE noted.entry_id = entry.id
                    AND (noted.party_id = entry.party_id OR noted.party_id IN
                         (SELECT value FROM json_each(entry.others)))) END"""

# One part for each kind of date; `:horizon` is the last day that matters.
_ALL = f"""
    SELECT case_id, 'consent_ends' AS kind, valid_until AS due_on, id AS subject_id
      FROM consent
     WHERE valid_until <= :horizon AND signed_on IS NOT NULL AND withdrawn_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM consent renewed
                        WHERE renewed.renews_id = consent.id
                          AND renewed.signed_on IS NOT NULL)
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
       AND NOT EXISTS (SELECT 1 FROM report
                        WHERE report.case_id = mandate.case_id
                          AND party_id IS NOT NULL
                          AND issued_on >= date(value, '-14 days'))
    UNION ALL
    SELECT case_id, 'mandate_ends', ends_on, id
      FROM mandate
     WHERE ends_on <= :horizon
       AND NOT EXISTS (SELECT 1 FROM mandate later
                        WHERE later.case_id = mandate.case_id
                          AND later.ends_on > mandate.ends_on)
    UNION ALL
    SELECT case_id, 'goal_due', target_on, id
      FROM goal
     WHERE target_on <= :horizon AND ending IS NULL AND on_hold_since IS NULL
    UNION ALL
    SELECT case_id, 'benefit_ends', ends_on, id
      FROM benefit
     WHERE ends_on <= :horizon AND ends_on >= :past
       AND application IN ('none', 'granted')
    UNION ALL
    SELECT case_id, 'objection_ends', objection_until, id
      FROM benefit WHERE objection_until <= :horizon AND application = 'refused'
    UNION ALL
    SELECT case_id, 'measure_approval_ends', granted_until, id
      FROM measure
     WHERE granted_until <= :horizon AND granted_until >= :past
       AND state IN ('planned', 'requested', 'running')
       AND coalesce(refused_on, '') < granted_on
    UNION ALL
    SELECT case_id, 'measure_appeal_ends', appeal_until, id
      FROM measure
     WHERE appeal_until <= :horizon AND appealed_on IS NULL
       AND state NOT IN ('done', 'dropped')
       AND refused_on IS NOT NULL AND refused_on >= coalesce(granted_on, '')
    UNION ALL
    SELECT case_id, 'exchange_open', min(happened_on), entry.id
      FROM case_record CROSS JOIN entry ON entry.case_id = case_record.id
     WHERE closed_on IS NULL AND happened_on >= :lately AND happened_on < :today
       AND {NOT_NOTED}
     GROUP BY +case_id
    UNION ALL
    SELECT case_id, 'invoice_overdue', due_on, id
      FROM invoice
     WHERE issued_on IS NOT NULL AND paid_on IS NULL AND cancelled_on IS NULL
       AND credits_id IS NULL AND due_on < :today
    UNION ALL
    SELECT case_id, 'task_due', due_on, id
      FROM task
     WHERE done_on IS NULL AND dropped_on IS NULL
       AND coalesce(remind_on, due_on) <= :horizon
       AND due_on IS NOT NULL AND case_id IS NOT NULL
    UNION ALL
    SELECT case_id, 'conference_near', takes_place_on, id
      FROM conference
     WHERE held_on IS NULL AND cancelled_on IS NULL AND takes_place_on <= :horizon
    UNION ALL
    SELECT case_id, 'minutes_open', date(held_on, :minutes_days), id
      FROM conference
     WHERE minutes_issued_on IS NULL AND held_on IS NOT NULL
    UNION ALL
    SELECT id, 'no_consent', NULL, id
      FROM case_record
     WHERE closed_on IS NULL AND NOT EXISTS (
           SELECT 1 FROM consent
            WHERE consent.case_id = case_record.id
              AND (signed_on IS NOT NULL OR oral_on IS NOT NULL)
              AND kind IN ('release', 'data_protection') AND withdrawn_on IS NULL)
"""  # noqa: S608 - a constant is put in

# What asks for a declaration to be signed, or asked for again. A renewal that was
# signed settles it; a draft does not.
_DECLARATIONS = """
    SELECT case_id, 'signature_missing' AS kind, signed_on AS due_on, id AS subject_id
      FROM unsettled
     WHERE signed_on IS NOT NULL
       AND ((signer IN ('client', 'both', 'all')
             AND instr(signed_by, '"client"') = 0)
         OR (signer IN ('representative', 'both', 'joint', 'all')
             AND instr(signed_by, '"representative"') = 0)
         OR (signer IN ('joint', 'all')
             AND instr(signed_by, '"second_representative"') = 0))
    UNION ALL
    SELECT case_id, 'oral_unsigned', date(oral_on, :oral_days), id
      FROM unsettled
     WHERE signed_on IS NULL AND oral_on IS NOT NULL
    UNION ALL
    SELECT unsettled.case_id, 'comes_of_age', date(born, '+18 years'),
           min(unsettled.id)
      FROM unsettled
      JOIN case_record ON case_record.id = unsettled.case_id
      JOIN client ON client.id = case_record.client_id
     WHERE length(born) = 10 AND date(born, '+18 years') <= :horizon
       -- The years alone leave out grown people, for whom no day is worked out.
       AND signed_on - born <= 18 AND signed_on < date(born, '+18 years')
       AND (valid_until IS NULL OR valid_until >= :today)
     GROUP BY unsettled.case_id
    UNION ALL
    SELECT case_id, 'silence',
           date(CASE WHEN entered > signed_on THEN entered ELSE signed_on END,
                '+12 months'), id
      FROM (SELECT case_id, signed_on, id,
                   (SELECT happened_on FROM entry
                     WHERE entry.case_id = alive.case_id
                     ORDER BY happened_on DESC LIMIT 1) AS entered
              FROM alive
             WHERE signed_on <= :silent_since
               AND NOT EXISTS (SELECT 1 FROM entry
                                WHERE entry.case_id = alive.case_id
                                  AND happened_on > :silent_since)
               AND NOT EXISTS (SELECT 1 FROM alive AS later
                                WHERE later.case_id = alive.case_id
                                  AND (later.signed_on, later.id)
                                    > (alive.signed_on, alive.id)))
    UNION ALL
    SELECT case_id, 'notice_open', withdrawn_on, id
      FROM withdrawal_notice WHERE told_on IS NULL
    UNION ALL
    SELECT case_id, 'original_out', coalesce(withdrawn_on, valid_until), id
      FROM consent
     WHERE kind = 'power_of_attorney' AND signed_on IS NOT NULL
       AND original_back_on IS NULL AND signature_form = 'ink'
       AND (withdrawn_on IS NOT NULL OR valid_until < :today)
    UNION ALL
    SELECT case_record.id, 'representation_ends', valid_until, representation.id
      FROM representation
      JOIN case_record ON case_record.client_id = representation.client_id
     WHERE valid_until BETWEEN :past AND :horizon
       AND EXISTS (SELECT 1 FROM unsettled
                    WHERE unsettled.case_id = case_record.id
                      AND signed_on <= representation.valid_until)
       AND NOT EXISTS (SELECT 1 FROM representation later
                        WHERE later.client_id = representation.client_id
                          AND later.id <> representation.id
                          AND (later.valid_until IS NULL AND later.valid_from NOT NULL
                               OR later.valid_until > representation.valid_until))
"""
_UNSETTLED = """
    SELECT * FROM consent
     WHERE withdrawn_on IS NULL AND (signed_on IS NOT NULL OR oral_on IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM consent renewed
                        WHERE renewed.renews_id = consent.id
                          AND renewed.signed_on IS NOT NULL)
"""
_ALIVE = """
    SELECT * FROM consent
     WHERE kind <> 'agreement' AND signed_on IS NOT NULL AND withdrawn_on IS NULL
       AND (valid_until IS NULL OR valid_until >= :today)
"""

# They run on when a case is closed, until nothing can be filed any more.
_APPEALS = "'appeal_ends', 'measure_appeal_ends', 'objection_ends'"


class DatesDue:
    """Finds what is due."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def until(
        self,
        horizon: date,
        *,
        today: date,
        past: date,
        case_id: CaseId | None = None,
        limit: int,
    ) -> list[Due]:
        """Return what is due by `horizon`, by day, and what is missing last.

        Reports count only from `past` on, because older ones will have been written.
        """
        # All cases are sorted as a whole; for one, each part looks by its own index.
        kept = "MATERIALIZED" if case_id is None else "NOT MATERIALIZED"
        only = "" if case_id is None else "AND found.case_id = :case_id"
        rows = self._connection.execute(
            f"""
            WITH unsettled AS NOT MATERIALIZED ({_UNSETTLED}),
                 alive AS NOT MATERIALIZED ({_ALIVE}),
                 found AS {kept} ({_ALL} UNION ALL {_DECLARATIONS}
                                        UNION ALL {REVIEWS} UNION ALL {PROVISION_DUE})
            SELECT due.case_id, kind, due_on, subject_id,
                   family_name || ', ' || given_name AS client_name
              FROM (SELECT *
                      FROM found
                     WHERE (kind = 'invoice_overdue'
                            OR (kind IN ({_APPEALS}) AND due_on >= :today)
                            OR EXISTS (SELECT 1 FROM case_record
                                        WHERE id = found.case_id
                                          AND closed_on IS NULL)) {only}
                       AND found.case_id NOT IN (SELECT record_id FROM bin)
                     ORDER BY due_on IS NULL, due_on, case_id
                     LIMIT :limit + 0) AS due
              JOIN case_record ON case_record.id = due.case_id
              JOIN client ON client.id = case_record.client_id
             ORDER BY due_on IS NULL, due_on, client_name
            """,  # noqa: S608 - all parts are constants of this module
            {
                **_days(today),
                "horizon": horizon.isoformat(),
                "past": past.isoformat(),
                "case_id": case_id,
                "limit": limit,
            },
        )
        return [_due(**dict(row)) for row in rows]


def _days(today: date) -> dict[str, str]:
    return {
        "today": today.isoformat(),
        "lately": (today - timedelta(days=CONTACT_DAYS)).isoformat(),
        "silent_since": silent_since(today).isoformat(),
        "oral_days": f"+{ORAL_DAYS} days",
        "minutes_days": f"+{MINUTES_DAYS} days",
    }


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
