"""The fields of a declaration, in the order of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction, Means, Point
from casedesk.domain.dates import Leaning
from casedesk.domain.signing import (
    Assent,
    Capacity,
    SignatureForm,
    Signer,
    SignerRole,
)
from casedesk.ui.fields import chips, choice, day, duration, line, text
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from casedesk.ui.consents.categories import Categories

    Today = Callable[[], date]


def purpose_fields() -> Sequence[Field]:
    """What the declaration is for."""
    return (
        text("aim", _("Aim, in the client's own words")),
        text(
            "purpose",
            _("Purposes, one a line"),
            hint=_("As exact as possible; “everybody for everything” does not count."),
        ),
        text("scope", _("What it covers, one point a line"), lines=3),
    )


def consequence_fields() -> Sequence[Field]:
    """What follows from the decision."""
    return (
        text("consequences_agree", _("If the client agrees")),
        text("consequences_refuse", _("If the client refuses")),
        text("consequences_withdraw", _("If the client withdraws later")),
    )


def recipient_fields(today: Today, categories: Categories) -> Sequence[Field]:
    """Which way, about what and how with one recipient."""
    return (
        choice("direction", _("Direction"), Direction),
        day("valid_from", _("Valid from, if later"), today),
        day("valid_until", _("Valid until, if earlier"), today, leaning=Leaning.FUTURE),
        Field(
            "categories",
            _("Which information"),
            ChoiceChips([*categories.offered()]),
            _("* specially protected by law: name it only where it is needed"),
            wide=True,
        ),
        chips("means", _("By which means"), Means),
    )


def explanation_fields(today: Today) -> Sequence[Field]:
    """How the declaration was explained before it was signed."""
    return (
        day("explained_on", _("Explained on"), today, leaning=Leaning.PAST),
        line("explained_by", _("By")),
        duration("explained_minutes", _("How long")),
        line("language", _("In which language")),
        chips("points_covered", _("What was explained"), Point),
        line("interpreter", _("Interpreter, bound to confidentiality")),
        line("aids", _("Aids, such as easy language or large print")),
        text("questions", _("Questions and answers")),
        line("material", _("Handed over"), wide=True),
        choice(
            "capacity",
            _("Can the client decide in this matter?"),
            Capacity,
            may_be_empty=True,
        ),
        line("capacity_note", _("Why")),
    )


def oral_fields(today: Today) -> Sequence[Field]:
    """What was declared by word of mouth, until it is signed."""
    return (
        day(
            "oral_on",
            _("Declared by word of mouth on"),
            today,
            leaning=Leaning.PAST,
            hint=_("It counts for thirty days; have it signed at the next visit."),
        ),
        line("oral_witness", _("Who heard it")),
        line("oral_reason", _("Why not in writing, such as urgency"), wide=True),
    )


def signature_fields(today: Today) -> Sequence[Field]:
    """Who signs, when and where, what the client thinks, and until when it counts."""
    return (
        choice("signer", _("Who has to sign"), Signer),
        choice("assent", _("What the client thinks of it"), Assent, may_be_empty=True),
        line(
            "assent_note",
            _("In the client's own words"),
            wide=True,
        ),
        day("signed_on", _("Signed on"), today, leaning=Leaning.PAST),
        line("signed_at", _("At which place")),
        chips("signed_by", _("Signed by"), SignerRole),
        choice("signature_form", _("How it was signed"), SignatureForm),
        day("valid_from", _("Valid from, if later than signed"), today),
        day(
            "valid_until",
            _("Valid until"),
            today,
            leaning=Leaning.FUTURE,
            hint=_("Twelve months are proposed on signing."),
        ),
        day(
            "original_back_on",
            _("Original given back on"),
            today,
            leaning=Leaning.PAST,
            hint=_("When the power of attorney ends, its original goes back."),
        ),
    )
