"""The parts of the stream of a case: one for each kind of thing that happens in it."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.happening import Event

WITHIN = "{stamp} >= :floor AND {stamp} < :ceiling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Where a kind of event stands in the vault, in SQL.

    `stamp` is the day or the moment by which it has its place, `of_case` the column
    that names the case. A part that knows no party, domain of life or phase is left out
    where one of them is looked for. Columns are given as they are: the engine wipes
    each text that it makes up, which takes longer than all the rest.
    """

    noun: str
    source: str
    stamp: str
    of_case: str = "case_id"
    subject: str = "id"
    where: str = "1"
    code: str = "''"
    became: str = "''"
    words: str = "''"
    more: str = "''"
    number: str = "''"
    party: str = ""
    domain: str = ""
    phase: str = ""


def _dated(noun: str, stamp: str, **more: str) -> Part:
    """What happened on a day that a record names."""
    return Part(noun=noun, source=noun, stamp=stamp, **more)


def _became(noun: str, field: str) -> str:
    """Say what the next change found in a field, or what stands there now."""
    following = """(SELECT next.number FROM history AS next
         WHERE next.record_id = was.record_id AND next.number > was.number
           AND next.before IS NOT NULL ORDER BY next.number LIMIT 1)"""
    return f"""CASE WHEN {following} IS NULL THEN {noun}.{field}
         ELSE (SELECT json_extract(before, '$.{field}') FROM history
                WHERE number = {following}) END"""  # noqa: S608 - constants


def _changed(noun: str, field: str, unless: str = "0", **more: str) -> Part:
    """A field whose changes are told, read from the history of the record."""
    before = f"json_extract(was.before, '$.{field}')"
    after = _became(noun, field)
    return Part(
        noun=noun,
        source=f"""{noun} JOIN history AS was
            ON was.record_id = {noun}.id AND was.number >= :number
               AND was.kind = 'changed'
          JOIN deed ON deed.number = was.deed""",
        stamp="deed.at",
        of_case=f"{noun}.case_id",
        subject=f"{noun}.id",
        # Looked at only for what lies within the days, because it reads texts.
        where=f"""CASE WHEN {WITHIN.format(stamp="deed.at")}
            THEN {before} IS NOT ({after}) AND NOT {unless} ELSE 0 END""",
        code=before,
        became=after,
        number="was.number",
        **more,
    )


_OF_PARTY = "party_id = :party"
_IN_REVIEW = f"""EXISTS (
    SELECT 1 FROM goal_rating JOIN review ON review.id = goal_rating.review_id
     WHERE goal_rating.goal_id = goal.id AND confirmed_on IS NOT NULL
       AND review.held_on IS ({_became("goal", "rated_on")}))"""  # noqa: S608 - constants
_AT_TABLE = """:party IN (SELECT party_id FROM participant
                            WHERE conference_id = conference.id)"""
_OF_GOAL = "(life_domain = :domain OR instr(further_domains, :domain))"


def _approval(stamp: str) -> Part:
    """A step towards the approval of a measure by its payer."""
    return _dated("measure", stamp, code="payer", words="what", party=_OF_PARTY)


def _referral(stamp: str, **more: str) -> Part:
    """A step of a referral or an inquiry."""
    return _dated(
        "referral", stamp, code="kind", words="subject", party=_OF_PARTY, **more
    )


def _claim(stamp: str, **more: str) -> Part:
    """A step of an application."""
    return _dated("claim", stamp, words="what", party=_OF_PARTY, **more)


ENTRY = Part(
    noun="entry",
    source="entry",
    stamp="happened_on",
    code="from_time",
    became="entered_at",
    party=""":party IN (SELECT party_id
                        UNION ALL SELECT value FROM json_each(others))""",
    domain=":domain IN (SELECT value FROM json_each(life_domains))",
    phase="phase",
)

EVENTS: dict[Event, Part] = {
    Event.ADDENDUM: Part(
        noun="entry",
        source="addendum JOIN entry ON entry.id = addendum.entry_id",
        stamp="written_at",
        of_case="addendum.case_id",
        subject="entry.id",
        code="happened_on",
        words="reason",
        more="addendum.text",
        number="addendum.id",
        party=ENTRY.party,
        domain=ENTRY.domain,
        phase="phase",
    ),
    Event.PHASE_BEGUN: _dated("phase_run", "started_on", code="phase", phase="phase"),
    Event.PHASE_FINISHED: _dated(
        "phase_run", "finished_on", code="phase", phase="phase"
    ),
    Event.INTAKE_DECIDED: _dated(
        "intake", "decided_on", code="decision", words="decision_reason"
    ),
    Event.INFORMED: _dated("information_receipt", "received_on"),
    Event.CONSENT_EXPLAINED: _dated("consent", "explained_on", code="kind"),
    Event.CONSENT_SIGNED: _dated("consent", "signed_on", code="kind"),
    Event.CONSENT_WITHDRAWN: _dated(
        "consent", "withdrawn_on", code="kind", words="withdrawal_note"
    ),
    Event.PAPER_ISSUED: _dated("document", "issued_at", code="kind", words="number"),
    Event.PAPER_HANDED: Part(
        noun="document",
        source="handover JOIN document ON document.id = handover.document_id",
        stamp="happened_at",
        of_case="handover.case_id",
        subject="document.id",
        where="handover.whom = 'client'",
        code="document.kind",
        words="document.number",
        number="handover.id",
    ),
    Event.PAPER_RECEIVED: _dated("received_document", "received_at", words="title"),
    # What was exchanged in a contact stands beneath the contact.
    Event.DISCLOSED: _dated(
        "disclosure",
        "happened_at",
        where="entry_id IS NULL",
        code="direction",
        words="recipient",
        party=_OF_PARTY,
    ),
    Event.ASSESSED: _dated("assessment", "confirmed_on", code="version"),
    Event.REVIEWED: _dated(
        "review",
        "held_on",
        where="confirmed_on IS NOT NULL",
        code="outcome",
        words="outcome_reason",
    ),
    Event.EVALUATED: _dated("evaluation", "held_on", where="confirmed_on IS NOT NULL"),
    Event.RISK_NOTED: _dated("risk", "noted_on", code="kind", words="what"),
    Event.RISK_ENDED: _dated(
        "risk", "ended_on", code="kind", words="what", more="end_reason"
    ),
    Event.PLAN_AGREED: _dated("plan", "agreed_on", code="version"),
    Event.GOAL_ACCEPTED: _dated(
        "goal", "accepted_on", words="wording", domain=_OF_GOAL
    ),
    Event.GOAL_ENDED: _dated(
        "goal",
        "ended_on",
        code="ending",
        became="achievement",
        words="wording",
        more="reason",
        domain=_OF_GOAL,
    ),
    # What a review rated bears the day of the review.
    Event.GOAL_RATED: _changed(
        "goal", "level", unless=_IN_REVIEW, words="wording", domain=_OF_GOAL
    ),
    Event.GOAL_REVIEWED: Part(
        noun="review",
        source="""goal_rating JOIN review ON review.id = goal_rating.review_id
            LEFT JOIN goal ON goal.id = goal_rating.goal_id""",
        stamp="review.held_on",
        of_case="goal_rating.case_id",
        subject="review.id",
        where="confirmed_on IS NOT NULL AND goal_rating.level IS NOT NULL",
        code="goal_rating.level",
        words="goal_rating.goal_words",
        more="goal_rating.words",
        number="goal_rating.id",
        domain=_OF_GOAL,
    ),
    Event.GOAL_PROGRESS: _changed("goal", "progress", words="wording", domain=_OF_GOAL),
    Event.MEASURE_CHANGED: _changed("measure", "state", words="what", party=_OF_PARTY),
    Event.APPROVAL_ASKED: _approval("asked_on"),
    Event.APPROVAL_GRANTED: _approval("granted_on"),
    Event.APPROVAL_REFUSED: _approval("refused_on"),
    Event.APPROVAL_APPEALED: _approval("appealed_on"),
    Event.REFERRAL_SENT: _referral("sent_on"),
    Event.REFERRAL_ACCEPTED: _referral("accepted_on"),
    Event.REFERRAL_DECLINED: _referral("declined_on", more="decline_reason"),
    Event.REFERRAL_STARTED: _referral("started_on"),
    Event.REFERRAL_ANSWERED: _referral("feedback_on", more="feedback"),
    Event.REFERRAL_ENDED: _referral("ended_on"),
    Event.CLAIM_SUBMITTED: _claim("submitted_on"),
    Event.CLAIM_DECIDED: _claim("decided_on", code="outcome", more="decision"),
    Event.CLAIM_APPEALED: _claim("appealed_on"),
    Event.TASK_DONE: _dated(
        "task", "done_on", words="title", more="outcome", party=_OF_PARTY
    ),
    # A correction of the minutes is a version of the same conference.
    Event.CONFERENCE_HELD: _dated(
        "conference",
        "held_on",
        where="corrects_id IS NULL",
        code="kind",
        words="title",
        party=_AT_TABLE,
    ),
    Event.CONFERENCE_CANCELLED: _dated(
        "conference",
        "cancelled_on",
        code="kind",
        words="title",
        more="cancel_reason",
        party=_AT_TABLE,
    ),
}
"""A new kind of event is a line here, a member of `Event`, and its words."""
