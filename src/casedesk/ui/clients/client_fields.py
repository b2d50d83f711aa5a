"""The fields of a client and of what belongs to one."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from casedesk.domain.client import (
    AddressKind,
    ContactPointKind,
    Gender,
    NumberScheme,
    Salutation,
)
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
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

    def words(name: str) -> str:
        return field_label("address", name)

    return [
        fields.choice("kind", words("kind"), AddressKind),
        fields.line("street", words("street")),
        fields.line("postcode", words("postcode")),
        fields.line("town", words("town")),
        fields.line("country", words("country"), hint=_("Only if it is abroad.")),
        fields.text(
            "access_hint",
            words("access_hint"),
            lines=1,
            hint=_("Floor, doorbell, key, dog, lift."),
        ),
    ]


def contact_fields() -> list[Field]:
    """How the client is reached, and with what discretion."""

    def words(name: str) -> str:
        return field_label("contact_point", name)

    return [
        fields.choice("kind", words("kind"), ContactPointKind),
        fields.line("value", words("value")),
        fields.line("note", words("note")),
        fields.tick("leave_no_message", words("leave_no_message")),
    ]


def number_fields() -> list[Field]:
    """A number under which insurers know the client."""

    def words(name: str) -> str:
        return field_label("insurance_number", name)

    return [
        fields.line("number", words("number")),
        fields.choice("scheme", words("scheme"), NumberScheme),
        fields.line("insurer", words("insurer")),
    ]


def representation_fields(
    session: Session, kinds: Sequence[RepresentationKind]
) -> list[Field]:
    """Who may act for the client; `kinds` are those that are offered."""

    def words(name: str) -> str:
        return field_label("representation", name)

    today = session.clock.today
    offered = [(kind, wording.label(kind)) for kind in kinds]
    return [
        Field("kind", words("kind"), ChoiceBox(offered, may_be_empty=False)),
        person_field("person_id", words("person_id"), session),
        fields.text(
            "scope",
            words("scope"),
            hint=_("Only these matters: health, housing, money, authorities, post."),
        ),
        fields.text(
            "restrictions",
            words("restrictions"),
            lines=1,
            hint=_("What is not allowed, or needs the approval of a court."),
        ),
        fields.line("authority", words("authority")),
        fields.line("file_number", words("file_number")),
        fields.day("valid_from", words("valid_from"), today),
        fields.day("valid_until", words("valid_until"), today),
        fields.day("seen_on", words("seen_on"), today),
        fields.tick("is_joint", words("is_joint")),
    ]
