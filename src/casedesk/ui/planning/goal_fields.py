"""The fields of goals: those of every day, and groups that are unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.goal import (
    LEVEL_TEXTS,
    Achievement,
    GoalEnding,
    GoalKind,
    GoalOwner,
)
from casedesk.ui import fields
from casedesk.ui.folded_groups import FoldedGroup
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.plan_words import level_words
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.ui.fields import Today

    Items = Sequence[tuple[object, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalOffers:
    """What can be chosen in the form of a goal."""

    today: Today
    domains: Items
    guiding: Items


def goal(offers: GoalOffers) -> list[Field]:
    """Return new fields for what is asked about every goal."""
    return [
        fields.text("wording", _("Goal, in the client's words"), lines=1),
        fields.pick("life_domain", _("Domain of life"), offers.domains),
        fields.day(
            "target_on", _("To be reached by"), offers.today, leaning=Leaning.FUTURE
        ),
        fields.choice("owner", _("Whose goal it is"), GoalOwner),
        fields.text("indicator", _("How we shall see that it is reached"), lines=1),
        fields.text("baseline", _("Where the client stands today"), lines=1),
        fields.pick("importance", _("Importance for the client"), importances()),
        fields.pick("difficulty", _("Difficulty"), difficulties()),
        fields.scale("progress", _("Progress"), _("at the start"), _("reached")),
    ]


def goal_groups(offers: GoalOffers) -> list[FoldedGroup]:
    """Return the groups of fields that are asked about some goals."""
    return [
        FoldedGroup(
            _("Guiding goal, other words, conflicts"),
            (
                "kind",
                "guiding_id",
                "further_domains",
                "professional_wording",
                "conflicts",
            ),
            lambda: _about(offers),
        ),
        FoldedGroup(
            _("Levels of attainment (GAS)"),
            (*reversed(LEVEL_TEXTS.values()), "baseline_level", "level", "rated_on"),
            lambda: _levels(offers),
        ),
        FoldedGroup(
            _("Course and end"),
            (
                "accepted_on",
                "started_on",
                "on_hold_since",
                "ended_on",
                "ending",
                "achievement",
                "reason",
            ),
            lambda: _course(offers),
        ),
    ]


def _about(offers: GoalOffers) -> list[Field]:
    chips = ChoiceChips(offers.domains)
    further = _("Answers needs in these domains, too")
    return [
        fields.choice("kind", _("Kind of goal"), GoalKind),
        fields.pick("guiding_id", _("Serves the guiding goal"), offers.guiding),
        Field("further_domains", further, chips, "", wide=True),
        fields.text("professional_wording", _("Professional wording"), lines=1),
        fields.text(
            "conflicts",
            _("Conflicts around this goal"),
            lines=1,
            hint=_("For instance between the client's goals and those of the payer."),
        ),
    ]


def _levels(offers: GoalOffers) -> list[Field]:
    texts = {
        2: _("+2: much more than expected"),
        1: _("+1: more than expected"),
        0: _("0: as expected"),
        -1: _("-1: less than expected"),
        -2: _("-2: much less than expected"),
    }
    return [
        *(fields.text(LEVEL_TEXTS[level], texts[level], lines=1) for level in texts),
        fields.pick("baseline_level", _("Level at the start"), level_words()),
        fields.pick("level", _("Level reached"), level_words()),
        fields.day("rated_on", _("Rated on"), offers.today, leaning=Leaning.PAST),
    ]


def _course(offers: GoalOffers) -> list[Field]:
    def day(name: str, label: str) -> Field:
        return fields.day(name, label, offers.today, leaning=Leaning.PAST)

    return [
        day("accepted_on", _("Agreed on")),
        day("started_on", _("Begun on")),
        day("on_hold_since", _("On hold since")),
        day("ended_on", _("Ended on")),
        fields.choice("ending", _("How it ended"), GoalEnding, may_be_empty=True),
        fields.choice(
            "achievement", _("How far it was reached"), Achievement, may_be_empty=True
        ),
        fields.text("reason", _("Reason"), lines=1),
    ]


def importances() -> list[tuple[int, str]]:
    """Return the four steps of importance, each with its words."""
    steps = (
        _("0 · not important"),
        _("1 · somewhat important"),
        _("2 · important"),
        _("3 · very important"),
    )
    return list(enumerate(steps))


def difficulties() -> list[tuple[int, str]]:
    """Return the four steps of difficulty, each with its words."""
    steps = (
        _("0 · not difficult"),
        _("1 · somewhat difficult"),
        _("2 · difficult"),
        _("3 · very difficult"),
    )
    return list(enumerate(steps))
