"""The fields of the assessment and of a domain of life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.dates import Leaning
from casedesk.ui import fields
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def head(today: Today) -> list[Field]:
    """Return the fields on when, where and with whom."""
    return [
        fields.day("held_on", _("Held on"), today, leaning=Leaning.PAST),
        fields.line("place", _("Place"), placeholder=_("at home, in the clinic")),
        fields.text("participants", _("Who took part"), lines=1),
        fields.text(
            "sources",
            _("Sources"),
            lines=1,
            placeholder=_("talk, own observation, discharge report of 2 March"),
        ),
        fields.text("wishes", _("Wishes and aims, in the client's own words"), lines=3),
    ]


def summary() -> list[Field]:
    """Return the field on what it amounts to."""
    return [
        fields.text(
            "summary",
            _("What it amounts to, as discussed with the client"),
            lines=4,
            hint=_("Open questions and differing views belong here, too."),
        )
    ]


def domain() -> list[Field]:
    """Return the fields of one domain of life."""
    return [
        fields.text("situation", _("Situation"), lines=3),
        fields.text("resources", _("Resources")),
        fields.text("need", _("Need")),
        fields.text("client_view", _("The client's view")),
        fields.text("others_view", _("The view of others")),
        fields.text("professional_view", _("Professional view")),
        fields.scale("burden", _("Burden"), _("no burden"), _("unbearable")),
        fields.scale(
            "resource_level", _("Resources, rated"), _("none"), _("very strong")
        ),
        fields.choice("need_level", _("Need for action"), NeedLevel, may_be_empty=True),
    ]
