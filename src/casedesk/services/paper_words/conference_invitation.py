"""The words of an invitation to a case conference, with its agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.conference import ConferenceKind, ParticipantRole
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.conference_records import (
    called,
    title_of,
    when,
    where,
)
from casedesk.services.paper_words.letter_frame import address_of, framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.conference import Conference
    from casedesk.pdf.letter import Letter
    from casedesk.services.invitations import Invitee
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.conference_records import ConferenceRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

CONFERENCE_TEMPLATE = "2026.1"
_CLIENTS_SIDE = (ParticipantRole.CLIENT, ParticipantRole.REPRESENTATIVE)


def invitation(
    imprint: Imprint,
    case: CaseRecords,
    records: ConferenceRecords,
    words: Words,
    invitee: Invitee | None = None,
) -> Letter:
    """Compose the invitation for one on the list, or one for all of them.

    What must not be discussed is never printed on it.
    """
    conference = records.conference
    to_client = _is_clients_side(invitee)
    title = words("Invitation: {meeting}").format(meeting=title_of(conference, words))
    return framed(
        imprint,
        case,
        words,
        address=_address(invitee, case),
        title=title,
        particulars=tuple(_particulars(case, records, words)),
        paragraphs=(_opening(case, records, words, invitee),),
        sections=tuple(_sections(case, records, words, to_client=to_client)),
        closing=words("Kind regards"),
    )


def _address(invitee: Invitee | None, case: CaseRecords) -> tuple[str, ...]:
    if invitee is None:
        return ()
    person = invitee.participant
    party = case.parties.get(person.party_id) if person.party_id else None
    if party is not None:
        return address_of(party)
    if person.role is ParticipantRole.CLIENT:
        return (case.client.full_name, *case.client_address.split(", "))
    return (invitee.name,)


def _particulars(
    case: CaseRecords, records: ConferenceRecords, words: Words
) -> Iterator[Fact]:
    conference = records.conference
    yield Fact(label=words("About"), value=case.client.full_name)
    yield Fact(label=words("When"), value=when(conference, words))
    yield Fact(label=words("Where"), value=where(conference, words))
    yield Fact(label=words("In the chair"), value=conference.chair)
    yield Fact(label=words("Minutes taken by"), value=conference.minute_taker)


def _opening(
    case: CaseRecords,
    records: ConferenceRecords,
    words: Words,
    invitee: Invitee | None,
) -> str:
    """Say what it is about; that the client allowed it, only where that is so."""
    if _is_clients_side(invitee):
        return words(
            "You are invited to this meeting. It is about you and your situation: what "
            "you want comes first."
        )
    client = case.client.full_name
    invited = records.invitees if invitee is None else (invitee,)
    readers = [each for each in invited if _is_told(each)]
    is_allowed = bool(readers) and all(each.is_allowed for each in readers)
    if is_allowed and records.conference.is_known_to_client:
        return words(
            "You are invited to a meeting about the situation of {client}. The client "
            "knows of it and has allowed that you are told what stands here."
        ).format(client=client)
    return words(
        "You are invited to a meeting about the situation of {client}."
    ).format(client=client)


def _is_clients_side(invitee: Invitee | None) -> bool:
    return invitee is not None and invitee.participant.role in _CLIENTS_SIDE


def _is_told(invitee: Invitee) -> bool:
    """Whether somebody learns by the letter what they do not know anyway."""
    knowing = (*_CLIENTS_SIDE, ParticipantRole.CASE_MANAGER)
    return invitee.participant.role not in knowing


def _sections(
    case: CaseRecords, records: ConferenceRecords, words: Words, *, to_client: bool
) -> Iterator[Section]:
    conference = records.conference
    if conference.aims.strip():
        yield Section(
            heading=words("Aims of the meeting"),
            paragraphs=tuple(conference.aims.splitlines()),
        )
    kinds = [words.category(k, case.own_categories) for k in conference.categories]
    yield Section(
        heading=words("What will be talked about"), paragraphs=(", ".join(kinds),)
    )
    yield Section(heading=words("Agenda"), table=_agenda(records, words))
    if conference.tells_names or to_client:
        coming = [called(e, case, words) for e in records.invitees if e.may_come]
        yield Section(heading=words("Invited are"), bullets=tuple(coming))
    if to_client:
        yield Section(
            heading=words("Good to know"),
            bullets=tuple(_rights(conference, words)),
        )
    yield Section(heading=words("Please"), bullets=tuple(_requests(case, words)))


def _agenda(records: ConferenceRecords, words: Words) -> Table:
    rows = tuple(
        (
            str(number),
            item.title,
            words("{minutes} min").format(minutes=item.minutes) if item.minutes else "",
        )
        for number, item in enumerate(records.items, start=1)
    )
    columns = (
        Column(title=words("No."), share=1),
        Column(title=words("Item"), share=11, hyphenated=True),
        Column(title=words("Time for it"), share=2),
    )
    return Table(columns=columns, rows=rows)


def _rights(conference: Conference, words: Words) -> Iterator[str]:
    """Yield what the client may do; of the law, only what is certain."""
    if conference.kind is ConferenceKind.PARTICIPATION_PLAN:
        yield words(
            "This conference takes place with your consent only (section 20 SGB IX)."
        )
        yield words(
            "The supplementary independent participation counselling (EUTB) advises "
            "you on it (section 20 subsection 3 SGB IX)."
        )
    if conference.kind is ConferenceKind.REINTEGRATION:
        yield words(
            "You are told beforehand about the aims, and about the kind and the extent "
            "of the data (section 167 subsection 2 SGB IX)."
        )
    yield words("You may bring somebody whom you trust.")
    yield words("You may say beforehand what must not be talked about.")
    yield words("With the preparation sheet you can write down what you want.")


def _requests(case: CaseRecords, words: Words) -> Iterator[str]:
    practice = case.practice
    reach = one_line(practice.phone, practice.email)
    if reach:
        yield words("Let me know whether you come: {reach}").format(reach=reach)
    yield words(
        "Treat what stands here, and what is said at the meeting, as confidential."
    )
