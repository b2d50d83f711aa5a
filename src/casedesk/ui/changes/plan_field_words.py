"""The words for the fields of goals, measures, plans, and needs without a goal."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _goal() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "position": _("Place in the plan"),
        "kind": _("Kind of goal"),
        "guiding_id": _("Serves the guiding goal"),
        "life_domain": _("Life domain"),
        "further_domains": _("Answers needs in these domains, too"),
        "owner": _("Whose goal it is"),
        "wording": _("Goal in the client's words"),
        "professional_wording": _("Goal in professional words"),
        "baseline": _("Situation at the start"),
        "indicator": _("How one sees that it is reached"),
        "target_on": _("Target date"),
        "importance": _("Importance to the client"),
        "difficulty": _("Difficulty"),
        "progress": _("Progress"),
        "much_less": _("-2: much less than expected"),
        "less": _("-1: less than expected"),
        "expected": _("0: as expected"),
        "more": _("+1: more than expected"),
        "much_more": _("+2: much more than expected"),
        "baseline_level": _("Level at the start"),
        "level": _("Level reached"),
        "rated_on": _("Rated on"),
        "conflicts": _("Conflicts around this goal"),
        "accepted_on": _("Agreed on"),
        "started_on": _("Begun on"),
        "on_hold_since": _("On hold since"),
        "ended_on": _("Ended on"),
        "ending": _("How it ended"),
        "achievement": _("How far it was reached"),
        "reason": _("Reason"),
        "review_rhythm": _("How often it is reviewed"),
    }


def _measure() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "goal_id": _("Goal"),
        "further_goal_ids": _("Serves these goals, too"),
        "position": _("Place in the plan"),
        "what": _("What is done"),
        "responsible": _("Who sees to it"),
        "near_help": _("What the client and the close network can do themselves"),
        "party_id": _("With whom"),
        "starts_on": _("From"),
        "ends_on": _("Until"),
        "frequency": _("How often"),
        "payer": _("Who pays"),
        "cost": _("Cost in words"),
        "cost_cents": _("Cost"),
        "cost_per": _("Cost per"),
        "asked_on": _("Approval asked for on"),
        "granted_on": _("Granted on"),
        "granted_until": _("Granted until"),
        "refused_on": _("Refused on"),
        "appeal_until": _("Appeal possible until"),
        "appealed_on": _("Appeal filed on"),
        "success_criterion": _("When it has worked"),
        "review_on": _("Review on"),
        "state": _("State"),
        "result": _("Result"),
        "alternatives": _("Alternatives that were offered"),
        "chosen_by": _("Who chose"),
        "choice_reason": _("Why this was chosen"),
        "plan_b": _("If it does not work"),
        "review_rhythm": _("How often it is reviewed"),
        "checked_on": _("Last looked at on"),
    }


def _no_goal() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "life_domain": _("Life domain"),
        "decided_on": _("Decided on"),
        "decided_by": _("Decided by"),
        "ground": _("No goal, because"),
        "reason": _("In words"),
        "taken_back_on": _("Taken back on"),
    }


def _measure_template() -> dict[str, str]:
    return {
        "name": _("Name"),
        "anchor": _("Day from which the others are counted"),
        "goal": _("Goal that is proposed"),
        "note": _("Note"),
        "version": _("Version"),
    }


def _template_step() -> dict[str, str]:
    return {
        "template_id": _("Template"),
        "position": _("Place in the plan"),
        "kind": _("Becomes"),
        "what": _("What is done"),
        "responsible": _("Who sees to it"),
        "near_help": _("What the client and the close network can do themselves"),
        "frequency": _("How often"),
        "success_criterion": _("When it has worked"),
        "plan_b": _("If it does not work"),
        "from_day": _("From this day on"),
        "until_day": _("Until this day"),
        "review_day": _("Review on this day"),
    }


# Functions, because words are translated when they are asked for.
PLAN_WORDS = {
    "goal": _goal,
    "measure": _measure,
    "no_goal": _no_goal,
    "measure_template": _measure_template,
    "template_step": _template_step,
}
