"""The fields of a client and of what belongs to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.client import (
    AddressKind,
    ContactPointKind,
    Gender,
    NumberScheme,
    Salutation,
)
from casedesk.domain.representation import Matter
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.network.pick_field import person_field
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from casedesk.domain.representation import RepresentationKind
    from casedesk.services.session import Session


def _client(name: str) -> str:
    return field_label("client", name)


def name_fields(today: Callable[[], date]) -> list[Field]:
    """Who the client is."""
    return [
        fields.line("family_name", _client("family_name")),
        fields.line("given_name", _client("given_name")),
        fields.line("title", _client("title")),
        fields.line("called_name", _client("called_name")),
        fields.line("former_name", _client("former_name")),
        fields.partial_day(
            "born",
            _client("born"),
            today,
            hint=_("Also 1951 or 7/1951, if no more is known."),
        ),
        fields.choice("gender", _client("gender"), Gender),
        fields.choice("salutation", _client("salutation"), Salutation),
    ]


def language_fields() -> list[Field]:
    """How one talks with the client."""
    return [
        fields.line(
            "languages",
            _client("languages"),
            hint=_("The best one first, separated by commas."),
        ),
        fields.tick("needs_interpreter", _client("needs_interpreter")),
        fields.line(
            "interpreter_note",
            _client("interpreter_note"),
            wide=True,
            hint=_("Who interprets, whom the client does not want."),
        ),
        fields.text(
            "communication_needs",
            _client("communication_needs"),
            hint=_("Hearing, sight, easy language, quiet, breaks."),
        ),
    ]


def emergency_fields() -> list[Field]:
    """Whom to call."""
    names = ("emergency_name", "emergency_relation", "emergency_phone")
    return [fields.line(name, _client(name)) for name in names]


def note_fields() -> list[Field]:
    """What else belongs to the person."""
    editor = GrowingText(min_lines=2)
    editor.setAccessibleName(_client("note"))  # the title of the card says it
    return [Field("note", "", editor, wide=True)]


def address_fields() -> list[Field]:
    """Where the client lives, and how to get in."""

    def label_of(name: str) -> str:
        return field_label("address", name)

    return [
        fields.choice("kind", label_of("kind"), AddressKind),
        fields.line("street", label_of("street")),
        fields.line("postcode", label_of("postcode")),
        fields.line("town", label_of("town")),
        fields.line("country", label_of("country"), hint=_("Only if it is abroad.")),
        fields.text(
            "access_hint",
            label_of("access_hint"),
            lines=1,
            hint=_("Floor, doorbell, key, dog, lift."),
        ),
    ]


def contact_fields() -> list[Field]:
    """How the client is reached, and with what discretion."""

    def label_of(name: str) -> str:
        return field_label("contact_point", name)

    return [
        fields.choice("kind", label_of("kind"), ContactPointKind),
        fields.line("value", label_of("value")),
        fields.line("note", label_of("note")),
        fields.tick("leave_no_message", label_of("leave_no_message")),
    ]


def number_fields() -> list[Field]:
    """A number under which insurers know the client."""

    def label_of(name: str) -> str:
        return field_label("insurance_number", name)

    return [
        fields.line("number", label_of("number")),
        fields.choice("scheme", label_of("scheme"), NumberScheme),
        fields.line("insurer", label_of("insurer")),
    ]


def representation_fields(
    session: Session, kinds: Sequence[RepresentationKind]
) -> list[Field]:
    """Who may act for the client; `kinds` are those that are offered."""

    def label_of(name: str) -> str:
        return field_label("representation", name)

    today = session.clock.today
    offered = [(kind, wording.label(kind)) for kind in kinds]
    return [
        Field("kind", label_of("kind"), ChoiceBox(offered, may_be_empty=False)),
        person_field("person_id", label_of("person_id"), session),
        fields.chips(
            "matters",
            label_of("matters"),
            Matter,
            hint=_(
                "For which matters the representation was ordered or given. If none is "
                "ticked, that is left open, and nothing is refused for it."
            ),
        ),
        fields.text("scope", label_of("scope")),
        fields.text(
            "restrictions",
            label_of("restrictions"),
            lines=1,
            hint=_("What is not allowed, or needs the approval of a court."),
        ),
        fields.line("authority", label_of("authority")),
        fields.line("file_number", label_of("file_number")),
        fields.day("valid_from", label_of("valid_from"), today),
        fields.day("valid_until", label_of("valid_until"), today),
        fields.day("seen_on", label_of("seen_on"), today),
        fields.tick("is_joint", label_of("is_joint")),
    ]
