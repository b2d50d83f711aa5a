"""Sheets of a case to hang up or carry along: in an emergency, and whom to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.data_category import DataCategory
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.imprint import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.emergency_note import EmergencyNote
    from casedesk.domain.plan import Plan
    from casedesk.services.paper_words.case_records import CaseRecords, PartyInCase
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

# In the order in which somebody who needs help looks for them.
_GROUPS = (
    (PartyRole.REPRESENTATIVE, PartyRole.FAMILY, PartyRole.FRIEND, PartyRole.VOLUNTEER),
    (
        PartyRole.PHYSICIAN,
        PartyRole.HOSPITAL,
        PartyRole.CARE_SERVICE,
        PartyRole.THERAPIST,
    ),
    (PartyRole.SOCIAL_SERVICE, PartyRole.AUTHORITY, PartyRole.SCHOOL),
    (
        PartyRole.INSURER,
        PartyRole.PAYER,
        PartyRole.COMMISSIONER,
        PartyRole.INVOICE_RECIPIENT,
        PartyRole.EMPLOYER,
        PartyRole.REFERRER,
        PartyRole.OTHER,
    ),
)


def emergency_sheet(
    imprint: Imprint, case: CaseRecords, note: EmergencyNote, plan: Plan, words: Words
) -> SectionedPaper:
    """Compose the client's sheet. Health stands on it only as the client agreed."""
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Emergency sheet"),
        edition=imprint.edition(
            words, words("As of {day}").format(day=words.day(case.today))
        ),
        facts=tuple(_client(case, words)),
        sections=tuple(_emergency_sections(case, note, plan, words)),
        large_print=True,
    )


def kinds_in_emergency(
    case: CaseRecords, note: EmergencyNote, plan: Plan
) -> tuple[CategoryId, ...]:
    """Return which kinds of information stand on the sheet."""
    told = {DataCategory.IDENTITY, DataCategory.HOUSING_FAMILY}
    texts = (note.helps, note.avoid, note.further, plan.crisis_plan)
    # By whom somebody is treated and what helps tells of health, too.
    if any(map(str.strip, texts)) or case.parties:
        told.add(DataCategory.HEALTH)
    if note.shows_health and note.has_health:
        told |= {DataCategory.HEALTH, DataCategory.MEDICATION}
    if any(each.is_valid_on(case.today) for each in case.representations):
        told.add(DataCategory.LEGAL_PROCEEDINGS)
    return tuple(kind for kind in DataCategory if kind in told)


def _client(case: CaseRecords, words: Words) -> Iterator[Fact]:
    client = case.client
    yield Fact(label=words("Name"), value=client.full_name)
    yield Fact(label=words("Born"), value=words.partial_day(client.born))
    yield Fact(label=words("Address"), value=case.client_address)
    languages = [client.languages]
    if client.needs_interpreter:
        languages.append(words("needs an interpreter"))
    yield Fact(label=words("Languages"), value=one_line(*languages))
    if client.communication_needs.strip():
        label = words("What helps in talking")
        yield Fact(label=label, value=client.communication_needs)


def _emergency_sections(
    case: CaseRecords, note: EmergencyNote, plan: Plan, words: Words
) -> Iterator[Section]:
    near = (*_GROUPS[0], *_GROUPS[1])
    numbers = plan_words.numbers_to_call(case, words, only=near)
    if plan.crisis_plan.strip():
        yield Section(heading=words("In a crisis"), paragraphs=(plan.crisis_plan,))
    yield Section(heading=words("Whom to call"), table=numbers)
    if note.shows_health and note.has_health:
        yield _health(note, words)
    representatives = case.representatives(words)
    if representatives:
        yield Section(
            heading=words("Who decides with or for me"), bullets=tuple(representatives)
        )
    texts = (
        (words("What helps me"), note.helps),
        (words("What to avoid"), note.avoid),
        (words("Where papers and keys are"), note.papers_at),
        (words("Further"), note.further),
    )
    for heading, text in texts:
        if text.strip():
            yield Section(heading=heading, paragraphs=(text,))


def _health(note: EmergencyNote, words: Words) -> Section:
    """Return diagnoses as they were reported, with who reported them."""
    said = words("As reported, not examined by case management.")
    agreed = words("Printed with the client's agreement of {day}.").format(
        day=words.day(note.diagnoses_agreed_on)
    )
    facts = (
        (words("Diagnoses"), note.diagnoses),
        (words("Reported by"), note.reported_by),
        (words("Medication"), note.medication),
    )
    return Section(
        heading=words("Illnesses and medication"),
        paragraphs=(f"{said} {agreed}",),
        facts=tuple(
            Fact(label=label, value=value) for label, value in facts if value.strip()
        ),
    )


def contact_list(imprint: Imprint, case: CaseRecords, words: Words) -> SectionedPaper:
    """Compose the list of everybody in the case, by what they are for the client."""
    headings = (
        words("Family and close network"),
        words("Treatment and care"),
        words("Advice, authorities, school"),
        words("Insurance, payers, work and others"),
    )
    grouped: list[list[PartyInCase]] = [[] for _ in _GROUPS]
    for party in case.parties.values():
        grouped[_group(party)].append(party)
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Contact list of the network"),
        edition=imprint.edition(
            words, words("As of {day}").format(day=words.day(case.today))
        ),
        facts=(
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("Case manager"), value=_case_manager(case)),
            Fact(label=words("In an emergency"), value=_emergency(case)),
        ),
        sections=tuple(
            Section(heading=heading, table=_contacts(parties, words))
            for heading, parties in zip(headings, grouped, strict=True)
            if parties
        )
        or (Section(heading=words("Network")),),
    )


def kinds_in_contacts(case: CaseRecords) -> tuple[CategoryId, ...]:
    """Return which kinds of information the list tells: who helps, and with what.

    What somebody is called, and their function, may tell of an addiction, too.
    """
    told = {DataCategory.IDENTITY}
    if case.parties:
        told |= {DataCategory.HEALTH, DataCategory.HOUSING_FAMILY}
        told.add(DataCategory.ADDICTION)
    if any(PartyRole.REPRESENTATIVE in p.party.roles for p in case.parties.values()):
        told.add(DataCategory.LEGAL_PROCEEDINGS)
    return tuple(kind for kind in DataCategory if kind in told)


def _group(party: PartyInCase) -> int:
    roles = party.party.roles
    return next(
        (
            place
            for place, group in enumerate(_GROUPS)
            if set(group).intersection(roles)
        ),
        len(_GROUPS) - 1,
    )


def _contacts(parties: list[PartyInCase], words: Words) -> Table:
    return Table(
        columns=(
            Column(title=words("Name, function"), share=60, hyphenated=True),
            Column(title=words("Telephone, e-mail"), share=64),
            Column(title=words("Address"), share=46),
        ),
        rows=tuple(
            (
                Stacked(party.name, (Fact(label="", value=party.function(words)),)),
                "\n".join(dict.fromkeys(filter(None, _ways(party)))),
                party.address,
            )
            for party in sorted(parties, key=lambda each: each.name.casefold())
        ),
    )


def _ways(party: PartyInCase) -> Iterator[str]:
    person, organisation = party.person, party.organisation
    if person is not None:
        yield from (person.phone, person.mobile, person.email)
    if organisation is not None:
        yield from (organisation.phone, organisation.email)


def _case_manager(case: CaseRecords) -> str:
    practice = case.practice
    return one_line(practice.holder_name, practice.phone, practice.email)


def _emergency(case: CaseRecords) -> str:
    client = case.client
    return one_line(
        client.emergency_name, client.emergency_relation, client.emergency_phone
    )
