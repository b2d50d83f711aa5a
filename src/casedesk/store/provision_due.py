"""Dates due about referrals, applications and cost approvals, as a part of a query."""

from casedesk.store.accounts import used_within

# The days that are compared are indexed; `dates_due` gives the parameters.
PROVISION_DUE = f"""
    SELECT case_id, 'referral_answer' AS kind, feedback_until AS due_on,
           id AS subject_id
      FROM referral
     WHERE feedback_until <= :horizon AND sent_on IS NOT NULL
       AND accepted_on IS NULL AND declined_on IS NULL AND waiting_since IS NULL
       AND started_on IS NULL AND feedback_on IS NULL AND ended_on IS NULL
    UNION ALL
    SELECT case_id, 'appointment', appointment_on, id
      FROM referral
     WHERE appointment_on BETWEEN :today AND :horizon
       AND declined_on IS NULL AND ended_on IS NULL
    UNION ALL
    SELECT case_id, 'claim_hand_in', hand_in_until, id
      FROM claim
     WHERE hand_in_until <= :horizon AND handed_in_on IS NULL AND outcome IS NULL
    UNION ALL
    SELECT case_id, 'claim_expected', expected_on, id
      FROM claim
     WHERE expected_on <= :horizon AND submitted_on IS NOT NULL AND outcome IS NULL
    UNION ALL
    SELECT case_id, 'appeal_ends', appeal_until, id
      FROM claim
     WHERE outcome IN ('partly', 'refused') AND appeal_until <= :horizon
       AND appealed_on IS NULL AND no_appeal_on IS NULL
    UNION ALL
    SELECT case_id, 'appeal_unknown', coalesce(received_on, decided_on, :today), id
      FROM claim
     WHERE outcome IN ('partly', 'refused') AND appeal_until IS NULL
       AND appealed_on IS NULL AND no_appeal_on IS NULL
    UNION ALL
    SELECT case_id, 'approval_ends', ends_on, id
      FROM cost_approval
     WHERE ends_on BETWEEN :past AND :horizon AND settled_on IS NULL
    UNION ALL
    SELECT case_id, 'approval_scarce', :today, id
      FROM cost_approval
     WHERE settled_on IS NULL AND (ends_on IS NULL OR ends_on >= :today)
       AND (5 * used_cents >= 4 * nullif(approved_cents, 0)
            OR 5 * CASE counts_entries
                   WHEN 0 THEN used_minutes
                   ELSE {used_within("cost_approval", "cost_approval.id")} END
               >= 4 * nullif(approved_minutes, 0))
"""  # noqa: S608 - constants alone are put in
