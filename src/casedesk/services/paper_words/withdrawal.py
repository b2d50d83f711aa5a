"""The papers after a withdrawal: confirmation for the client, letters to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import ConsentKind
from casedesk.pdf.section import Section
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.letter_frame import about, address_of, framed
from casedesk.words.sheets import load_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.consent import Consent
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.pdf.blocks import Fact
    from casedesk.pdf.letter import Letter
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words
    from casedesk.words.sheets import SheetText

_ABOUT_CONSENT = "consent"
_ABOUT_POWER = "power_of_attorney"
_CLOSING = "closing"


def confirmation(
    imprint: Imprint, records: CaseRecords, consent: Consent, words: Words
) -> tuple[Letter, str]:
    """Compose what the client gets; return it with the version of its text."""
    client = records.client
    day = words.day(consent.withdrawn_on)
    text = _text("withdrawal_confirmation", records, words).filled(
        {"client": client.full_name, "day": day}
    )
    said = Section(
        bullets=tuple(_withdrawn(records, consent, words)),
        paragraphs=tuple(consent.withdrawal_note.splitlines()),
    )
    return (
        _letter(
            imprint,
            records,
            words,
            text,
            address=(client.full_name, *records.client_address.split(", ")),
            sections=(said, *_sections(text, consent.kind)),
        ),
        text.version,
    )


def letter(
    imprint: Imprint,
    records: CaseRecords,
    consent: Consent,
    notice: WithdrawalNotice,
    words: Words,
) -> tuple[Letter, str]:
    """Compose what a recipient gets: that it was withdrawn, from when, and a request.

    Of the client, it holds name and day of birth, and nothing of what was withdrawn.
    """
    client, party = records.client, records.parties[notice.party_id]
    text = _text("withdrawal_letter", records, words).filled(
        {"client": client.full_name, "day": words.day(notice.withdrawn_on)}
    )
    return (
        _letter(
            imprint,
            records,
            words,
            text,
            address=address_of(party),
            particulars=(about(client, words),),
            sections=tuple(_sections(text, consent.kind)),
        ),
        text.version,
    )


def _letter(
    imprint: Imprint,
    records: CaseRecords,
    words: Words,
    text: SheetText,
    *,
    address: tuple[str, ...],
    sections: tuple[Section, ...],
    particulars: tuple[Fact, ...] = (),
) -> Letter:
    closing = next((s for s in text.sections if s.id == _CLOSING), None)
    return framed(
        imprint,
        records,
        words,
        address=address,
        title=text.title,
        edition=text.edition,
        particulars=particulars,
        paragraphs=text.intro,
        sections=sections,
        closing="\n".join(closing.paragraphs) if closing else "",
    )


def _sections(text: SheetText, kind: ConsentKind) -> Iterator[Section]:
    """Yield what applies: some passages are for powers of attorney, some are not."""
    is_power = kind is ConsentKind.POWER_OF_ATTORNEY
    is_consent = not is_power and kind is not ConsentKind.AGREEMENT
    left_out = {
        _CLOSING,
        "" if is_power else _ABOUT_POWER,
        "" if is_consent else _ABOUT_CONSENT,
    }
    for section in text.sections:
        if section.id not in left_out:
            yield Section(
                heading=section.heading,
                paragraphs=section.paragraphs,
                bullets=section.bullets,
            )


def _withdrawn(records: CaseRecords, consent: Consent, words: Words) -> Iterator[str]:
    """Yield what was withdrawn: the whole declaration, or row after row."""
    kind = words.label(consent.kind)
    from_on = words("{what}: from {day} on")
    if consent.withdrawn_on is not None:
        yield from_on.format(what=kind, day=words.day(consent.withdrawn_on))
        return
    for item in records.consent_items:
        if item.consent_id == consent.id and item.withdrawn_on is not None:
            party = records.parties.get(item.party_id)
            name = party.name if party else ""
            about = ", ".join(
                words.category(each, records.own_categories) for each in item.categories
            )
            what = f"{kind} – " + one_line(name, about)
            yield from_on.format(what=what, day=words.day(item.withdrawn_on))


def _text(kind: str, records: CaseRecords, words: Words) -> SheetText:
    return load_sheet(kind, records.practice.country, words.language)
