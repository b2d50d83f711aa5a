"""Parts of the statements of statistics: which cases, and what of them is counted.

The engine locks and wipes each text it copies, so nothing here sorts or groups many
texts: a group is a sum with a condition, or comes in the order of an index. All that
is put into a statement are constants of these modules.
"""

from __future__ import annotations

from casedesk.domain.entry import NO_CONTACT, TimeCategory
from casedesk.domain.statistics import NOBODY, PRIVATE, Step
from casedesk.store.accounts import WORKED

IN_PERIOD = "BETWEEN :since AND :until"
WAY = "coalesce(travel_minutes, 0)"
# The payer of a case is the one that was named first.
PAYER = f"""coalesce(
    (SELECT coalesce(organisation_id, '{PRIVATE}') FROM party
      WHERE case_id = case_record.id AND instr(roles, '"payer"') > 0
      ORDER BY party.id LIMIT 1), '{NOBODY}')"""  # noqa: S608 - constants alone
CHOSEN = f"""(case_record.id NOT IN (SELECT record_id FROM bin)
    AND (:area = '' OR area = :area) AND (:payer = '' OR {PAYER} = :payer))"""  # noqa: S608 - as above
# The last confirmed evaluation of a case within the period.
LOOKED = f"""confirmed_on IS NOT NULL AND held_on {IN_PERIOD}
    AND NOT EXISTS (
        SELECT 1 FROM evaluation AS later
         WHERE later.case_id = evaluation.case_id AND later.confirmed_on IS NOT NULL
           AND later.held_on {IN_PERIOD}
           AND (later.held_on, later.id) > (evaluation.held_on, evaluation.id))"""  # noqa: S608 - as above


def spent(billable: str = "is_billable IN (0, 1)", condition: str = "1") -> str:
    """Return the minutes of a case in the period, the way included, in SQL."""
    return f"""(SELECT sum({WORKED} + {WAY}) FROM entry
        WHERE case_id = case_record.id AND {billable}
          AND happened_on {IN_PERIOD} AND {condition})"""  # noqa: S608 - as above


def spent_as(category: str) -> str:
    """Return the minutes of a case that count as a category; the way is travel."""
    worked = f"(coalesce(time_category, '') = {category}) * {WORKED}"
    way = f"({category} = '{TimeCategory.TRAVEL}') * {WAY}"
    return f"""(SELECT sum({worked} + {way}) FROM entry
        WHERE case_id = case_record.id AND happened_on {IN_PERIOD})"""  # noqa: S608 - as above


_KINDS = ", ".join(f"'{kind}'" for kind in NO_CONTACT)
# As numbers of days: a text would be copied for each case.
_RECEIVED = """(SELECT julianday(received_on) FROM intake
    WHERE case_id = case_record.id)"""
_CONTACT = f"""(SELECT julianday(happened_on) FROM entry
    WHERE case_id = case_record.id AND with_client = 1 AND was_reached = 1
      AND kind NOT IN ({_KINDS}) ORDER BY happened_on LIMIT 1)"""  # noqa: S608 - as above
_MANDATE = """(SELECT min(julianday(starts_on)) FROM mandate
    WHERE case_id = case_record.id)"""
_ASSESSED = """(SELECT min(julianday(confirmed_on)) FROM assessment
    WHERE case_id = case_record.id)"""
_PLANNED = """(SELECT min(julianday(date(frozen_at, 'localtime'))) FROM agreed_plan
    WHERE case_id = case_record.id)"""
_WAYS = {
    Step.TO_CONTACT: (_RECEIVED, _CONTACT),
    Step.TO_MANDATE: (_RECEIVED, _MANDATE),
    Step.CONTACT_TO_MANDATE: (_CONTACT, _MANDATE),
    Step.TO_ASSESSMENT: (_RECEIVED, _ASSESSED),
    Step.TO_PLAN: (_RECEIVED, _PLANNED),
}


def waited(step: Step) -> str:
    """Return the days that a case waited for a step; nothing where one is missing."""
    begun, ended = _WAYS[step]
    return f"CAST({ended} - {begun} AS INTEGER)"


DURATION = "CAST(julianday(closed_on) - julianday(opened_on) AS INTEGER)"
REASON = """coalesce((SELECT reason FROM closure
    WHERE closure.case_id = case_record.id AND closure.closed_on IS NOT NULL), '')"""
