"""The words for the fields of reviews, risks, evaluations and closings."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _review() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "cycle": _("Round"),
        "held_on": _("Held on"),
        "participants": _("Who took part"),
        "client_satisfaction": _("Satisfaction of the client"),
        "client_words": _("What the client says"),
        "provider_satisfaction": _("Satisfaction of those who provide help"),
        "provider_words": _("What they say"),
        "new_risks": _("New risks"),
        "incidents": _("Incidents since the last review"),
        "need_fit": _("Whether the plan still meets the need"),
        "need_words": _("What has changed in the need"),
        "outcome": _("What follows"),
        "outcome_reason": _("Why"),
        "next_on": _("Next review on"),
        "confirmed_on": _("Confirmed on"),
    }


def _goal_rating() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "review_id": _("Review"),
        "goal_id": _("Goal"),
        "position": _("Place in the plan"),
        "level": _("Level reached"),
        "progress": _("Progress"),
        "words": _("How it stands, in words"),
        "goal_words": _("Goal in the client's words"),
        "level_words": _("What the level means"),
    }


def _measure_check() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "review_id": _("Review"),
        "measure_id": _("Measure"),
        "position": _("Place in the plan"),
        "standing": _("How it runs"),
        "fit": _("Whether it meets the need"),
        "satisfaction": _("Satisfaction of the client"),
        "reason": _("Why it deviates"),
        "reaction": _("What is done about it"),
        "measure_words": _("What is done"),
    }


def _risk() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "kind": _("Kind"),
        "weight": _("Weight"),
        "what": _("What is to be watched"),
        "reason": _("Why: what was seen or said, and by whom"),
        "to_do": _("What is done about it"),
        "noted_on": _("Noted on"),
        "review_on": _("Review on"),
        "told": _("Does the client know?"),
        "told_note": _("How the client was told, or why not"),
        "stands_on_head": _("Show beside the client's name"),
        "ended_on": _("Over since"),
        "end_reason": _("Why it is over"),
    }


def _evaluation() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "cycle": _("Round"),
        "held_on": _("Held on"),
        "independence": _("Independence"),
        "quality_of_life": _("Quality of life"),
        "care_situation": _("Care and support"),
        "work_capacity": _("Capacity for work or school"),
        "effect_words": _("What has changed"),
        "client_words": _("What the client says, in own words"),
        "network_view": _("View of the network"),
        "payer_view": _("View of the payer"),
        "planned_minutes": _("Hours planned"),
        "actual_minutes": _("Hours in fact"),
        "counted_minutes": _("Hours that count for the mandate"),
        "planned_cents": _("Cost planned"),
        "actual_cents": _("Cost in fact"),
        "avoided_cents": _("Cost avoided: your own estimate"),
        "avoided_assumptions": _("Assumptions behind the estimate"),
        "worked_well": _("What worked"),
        "lessons": _("What the care system can learn from it"),
        "confirmed_on": _("Confirmed on"),
    }


def _goal_result() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "evaluation_id": _("Evaluation"),
        "goal_id": _("Goal"),
        "position": _("Place in the plan"),
        "level": _("Level reached in the end"),
        "attainment": _("In one word"),
        "reason": _("Reason"),
        "goal_words": _("Goal in the client's words"),
        "level_words": _("What the level means"),
        "baseline_level": _("Level at the start"),
        "weight": _("Weight"),
    }


def _closure() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "reason": _("Reason"),
        "reason_words": _("The reason in words"),
        "talk_on": _("Closing talk held on"),
        "no_talk_reason": _("Or why there was none"),
        "aftercare": _("After-care: who coordinates from now on, which help goes on"),
        "returned": _("Papers given back, to whom"),
        "told": _("Who was told that consents and powers of attorney end"),
        "follow_up": _("Ask once more how it goes"),
        "retention": _("How long the file is kept"),
        "left_open": _("Why these points may stay open"),
        "closed_on": _("Closed on"),
        "keep_until": _("Kept until"),
    }


def _quality_waiver() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "quality_check": _("Point of the quality check"),
        "seal": _("What was missing"),
        "said": _("What was missing"),
        "reason": _("Reason"),
        "noted_on": _("Noted on"),
        "noted_by": _("Noted by"),
        "taken_back_on": _("Taken back on"),
    }


REVIEW_WORDS = {
    "quality_waiver": _quality_waiver,
    "review": _review,
    "goal_rating": _goal_rating,
    "measure_check": _measure_check,
    "risk": _risk,
    "evaluation": _evaluation,
    "closure": _closure,
    "goal_result": _goal_result,
}
