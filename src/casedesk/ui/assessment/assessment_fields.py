"""The fields of the assessment and of a domain of life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import (
    AssessmentKind,
    NeedLevel,
    Priority,
    Source,
    StatementKind,
)
from casedesk.domain.dates import Leaning
from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.words import anchors

if TYPE_CHECKING:
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def head(today: Today) -> list[Field]:
    """Return the fields on when, where, with whom and why."""
    return [
        fields.choice("kind", _("Kind of assessment"), AssessmentKind),
        fields.day("held_on", _("Held on"), today, leaning=Leaning.PAST),
        fields.line(
            "place", _("Place"), placeholder=_("at home, in the clinic"), wide=True
        ),
        fields.text("participants", _("Who took part"), lines=1),
        fields.text("occasion", _("Occasion and question"), lines=1),
        fields.text(
            "sources",
            _("Sources"),
            lines=1,
            placeholder=_("talk, own observation, discharge report of 2 March"),
        ),
        fields.text("methods", _("Methods and instruments"), lines=1),
        fields.text("wishes", _("Wishes and aims, in the client's own words"), lines=2),
        fields.text("strengths", _("What the client is good at"), lines=1),
        fields.text("life_values", _("What matters to the client"), lines=1),
    ]


def summary() -> list[Field]:
    """Return the fields on what it amounts to."""
    return [
        fields.text(
            "summary", _("What it amounts to, as discussed with the client"), lines=4
        ),
        fields.text("open_questions", _("Open questions and differing views"), lines=1),
        fields.text("recommendation", _("Recommendation"), lines=1),
    ]


def domain() -> list[Field]:
    """Return the fields of one domain of life, in the order of the paper."""
    return [
        fields.text("situation", _("Situation"), lines=3),
        fields.text("client_view", _("The client's view")),
        fields.text("others_view", _("The view of others")),
        fields.text("resources", _("Resources")),
        fields.text("need", _("Need")),
        fields.text("risk", _("Risk"), lines=1),
        fields.text("professional_view", _("Professional view")),
        *_ratings(),
        *_marks(),
    ]


def _ratings() -> list[Field]:
    burden, resources = anchors.burden(_), anchors.resources(_)
    return [
        fields.scale(
            "burden_self", _("Burden, as the client says"), anchors=burden, wide=True
        ),
        fields.scale(
            "burden", _("Burden, professional view"), anchors=burden, wide=True
        ),
        fields.scale(
            "resource_self",
            _("Resources, as the client says"),
            anchors=resources,
            wide=True,
        ),
        fields.scale(
            "resource_level",
            _("Resources, professional view"),
            anchors=resources,
            wide=True,
        ),
        fields.choice("need_level", _("Need for action"), NeedLevel, may_be_empty=True),
        fields.choice(
            "client_priority", _("Priority for the client"), Priority, may_be_empty=True
        ),
        fields.choice(
            "professional_priority",
            _("Professional priority"),
            Priority,
            may_be_empty=True,
        ),
    ]


def _marks() -> list[Field]:
    """Return where each text comes from and what it is; most are as proposed."""
    return [
        field
        for part, source, kind in (
            ("situation", _("Situation: source"), _("Situation: what it is")),
            (
                "client",
                _("The client's view: source"),
                _("The client's view: what it is"),
            ),
            (
                "others",
                _("The view of others: source"),
                _("The view of others: what it is"),
            ),
            (
                "professional",
                _("Professional view: source"),
                _("Professional view: what it is"),
            ),
        )
        for field in (
            fields.choice(f"{part}_source", source, Source, may_be_empty=True),
            fields.choice(f"{part}_kind", kind, StatementKind, may_be_empty=True),
        )
    ]
