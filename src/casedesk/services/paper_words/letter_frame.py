"""What every letter has: letterhead, address, return line, place and day, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Fact, Signature
from casedesk.pdf.letter import Letter
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from casedesk.domain.client import Client
    from casedesk.domain.practice import Practice
    from casedesk.pdf.section import Section
    from casedesk.services.paper_words.case_records import CaseRecords, PartyInCase
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

_BETWEEN = " · "


def framed(
    imprint: Imprint,
    records: CaseRecords,
    words: Words,
    *,
    address: tuple[str, ...],
    title: str,
    edition: str = "",
    particulars: tuple[Fact, ...] = (),
    paragraphs: tuple[str, ...] = (),
    sections: tuple[Section, ...] = (),
    closing: str = "",
    enclosures: tuple[str, ...] = (),
) -> Letter:
    """Return a letter of the practice with what is said in it."""
    practice = records.practice
    return Letter(
        sheet=sheet(imprint, records, words),
        address=address,
        sender=return_line(practice),
        window=practice.window,
        place_date=one_line(practice.town, words.day(records.today)),
        title=title,
        edition=imprint.edition(words, *filter(None, (edition,))),
        particulars=particulars,
        paragraphs=paragraphs,
        sections=sections,
        closing=closing,
        signature=Signature(
            name=practice.holder_name,
            role=words("Case manager"),
            place_date="",  # they stand at the head of the letter
        ),
        enclosures=enclosures,
        enclosed=words("Enclosures"),
    )


def return_line(practice: Practice) -> str:
    """Say in one line to whom a letter that cannot be delivered goes back."""
    parts = (
        practice.name or practice.holder_name,
        practice.street,
        f"{practice.postcode} {practice.town}",
    )
    return _BETWEEN.join(part.strip() for part in parts if part.strip())


def address_of(party: PartyInCase) -> tuple[str, ...]:
    """Return the lines by which the post finds somebody of the case."""
    person, organisation = party.person, party.organisation
    has_own = person is not None and bool(person.street or person.town)
    # Who acts for an organisation in this case is written to there, others at home.
    at_home = person if has_own and party.party.organisation_id is None else None
    work = None if at_home else organisation
    place = at_home or work
    lines = (
        work.name if work else "",
        work.department if work else "",
        person.full_name if person else "",
        place.street if place else "",
        f"{place.postcode} {place.town}" if place else "",
    )
    return tuple(line.strip() for line in lines if line.strip())


def salutation(party: PartyInCase, words: Words) -> str:
    """Greet the person by name, or whoever opens the letter."""
    if party.person is not None and party.person.full_name:
        return words("Dear {name},").format(name=party.person.full_name)
    return words("Dear Sir or Madam,")


def about(client: Client, words: Words, *further: str) -> Fact:
    """Say of whom the letter is: name and day of birth, and nothing else by itself."""
    born = words.partial_day(client.born)
    return Fact(
        label=words("About"),
        value=one_line(
            client.full_name,
            words("born {day}").format(day=born) if born else "",
            *further,
        ),
    )
