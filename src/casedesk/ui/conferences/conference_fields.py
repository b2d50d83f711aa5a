"""The fields of a case conference, and what is known for certain about its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.conference import (
    KINDS_OF,
    ConferenceKind,
    ConferenceMode,
    time_of_day,
)
from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.conference import Conference
    from casedesk.services.session import Session


class TimeField(ParsedLine):
    """Edits a time of day; an empty one is no time."""

    def __init__(self) -> None:
        super().__init__(time_of_day, str, _("This is no time. Try 14:30 or 1430."))

    def value(self) -> str:
        """Return the time, empty if there is none."""
        return time_of_day(self.text())


def meeting_fields(session: Session) -> list[Field]:
    """Return what is settled before people meet."""
    today = session.clock.today
    country = session.practice.get().country
    kinds: list[tuple[object, str]] = [
        (kind, wording.label(kind)) for kind in KINDS_OF[country]
    ]
    categories = ChoiceChips(Categories(session).offered())
    hint = _("Everybody who comes must be allowed to know of all of it.")
    return [
        fields.needed_pick("kind", _("Kind of meeting"), kinds),
        fields.line("title", _("Title")),
        fields.day(
            "takes_place_on", _("Takes place on"), today, leaning=Leaning.FUTURE
        ),
        Field("starts_at", _("Begins at"), TimeField()),
        fields.duration("minutes", _("Duration")),
        fields.choice("mode", _("How you meet"), ConferenceMode),
        fields.line("place", _("Place or link"), wide=True),
        fields.line("chair", _("In the chair")),
        fields.line("minute_taker", _("Takes the minutes")),
        fields.text("aims", _("Aims of the meeting")),
        Field(
            "categories", _("What will be talked about"), categories, hint, wide=True
        ),
        fields.day("client_agreed_on", _("Client agreed on"), today),
        fields.day("client_informed_on", _("Client informed on"), today),
    ]


def preparation_fields(session: Session) -> list[Field]:
    """Return what the client wrote on the preparation sheet, or said."""
    return [
        fields.text("wishes", _("What the client wants")),
        fields.text(
            "taboo",
            _("What must not be discussed"),
            hint=_(
                "Shown in large letters during the meeting; on no paper for others."
            ),
        ),
        fields.line("brings", _("Whom the client brings")),
        fields.day(
            "prepared_on", _("Prepared with the client on"), session.clock.today
        ),
    ]


def closing_fields(session: Session) -> list[Field]:
    """Return what is noted at the end of the meeting."""
    today = session.clock.today
    return [
        fields.text("dissent", _("Where views differ")),
        fields.text("client_feedback", _("What the client says about the meeting")),
        fields.needed_day("held_on", _("Held on"), today),
        fields.day("next_on", _("Next meeting on"), today, leaning=Leaning.FUTURE),
    ]


def approval_fields(session: Session) -> list[Field]:
    """Return what is said about issued minutes."""
    return [
        fields.line("approved_by", _("Approved by")),
        fields.day("approved_on", _("Approved on"), session.clock.today),
    ]


def pointers(conference: Conference) -> Iterator[str]:
    """Yield what the law asks for; of it only what is certain."""
    if conference.kind is ConferenceKind.PARTICIPATION_PLAN:
        yield _(
            "Takes place with the client's consent only (section 20 SGB IX). The "
            "client may bring a trusted person; point to the advice of the EUTB "
            "(section 20 subsection 3)."
        )
        yield _(
            "If data are to be told that go beyond what is surely necessary, the "
            "client's consent is needed before (section 23 subsection 2 SGB IX, "
            "section 67b subsection 2 SGB X)."
        )
    elif conference.kind is ConferenceKind.REINTEGRATION:
        yield _(
            "Before it, inform the client about the aims, and about the kind and the "
            "extent of the data; a trusted person may come (section 167 subsection 2 "
            "SGB IX)."
        )
    else:
        yield _("The client may bring a trusted person.")
