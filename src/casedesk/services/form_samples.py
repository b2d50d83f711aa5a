"""A form as a paper with invented people, to see how its words look."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.case import Area, Case, CaseId, Party, PartyId, PartyRole
from casedesk.domain.client import Address, AddressId, Client, ClientId
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Direction,
    Means,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.dates import PartialDate
from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.form import FormKind, paper_language
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.permission import Permissions
from casedesk.pdf import consent_set
from casedesk.services.form_texts import FormTexts, shipped
from casedesk.services.paper_words import declarations
from casedesk.services.paper_words.case_records import CaseRecords, PartyInCase
from casedesk.services.paper_words.imprint import Imprint
from casedesk.services.recovery import LooseSheet
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.practice import Practice
    from casedesk.words.form_template import FormTemplate

_CASE = CaseId("sample")
_CONSENT = ConsentId("sample")
_RECIPIENTS = (
    ("Praxis am Park", PartyRole.PHYSICIAN, Direction.BOTH),
    ("Spitex Muster", PartyRole.CARE_SERVICE, Direction.PASS_ON),
)


def sample(
    form: FormTemplate, practice: Practice, logo: bytes, today: date
) -> LooseSheet:
    """Prepare the paper of a form with invented people; it is filed nowhere."""
    words = Words(paper_language(form.language, form.country))
    key = (form.kind, form.country, form.language)
    records = _records(
        replace(practice, country=form.country), logo, FormTexts({key: form}), today
    )
    is_sheet = form.kind is FormKind.INFORMATION
    consents = () if is_sheet else (_consent(ConsentKind(form.kind), words),)
    imprint = Imprint(
        document_id=DocumentId("0" * 32),
        kind=DocumentKind.CONSENT_SET,
        number=words("SAMPLE"),
        version=1,
    )
    paper, _version = declarations.consent_set(
        imprint, records, consents, words, with_information=is_sheet
    )
    title = shipped(*key).title
    return LooseSheet(
        title=title,  # not the user's words: it stands in the frame of a window
        file_name=f"{title}.pdf",
        language=words.language,
        is_secret=False,
        render=partial(consent_set.render, paper),
    )


def _records(
    practice: Practice, logo: bytes, texts: FormTexts, today: date
) -> CaseRecords:
    parties = dict(_parties())
    return CaseRecords(
        today=today,
        practice=practice,
        logo=logo,
        case=Case(
            id=_CASE,
            client_id=ClientId("sample"),
            number="2026-0000",
            area=Area.SOCIAL_WORK,
            opened_on=today,
        ),
        client=Client(
            id=ClientId("sample"),
            family_name="Muster",
            given_name="Kim",
            born=PartialDate(1970, 1, 1),
        ),
        addresses=(
            Address(
                id=AddressId("sample"),
                client_id=ClientId("sample"),
                street="Musterweg 1",
                postcode="1234",
                town="Musterdorf",
            ),
        ),
        representations=(),
        persons={},
        parties=parties,
        mandate=None,
        permissions=Permissions(
            items=tuple(
                ConsentItem(
                    id=ConsentItemId(party.party.id),
                    case_id=_CASE,
                    consent_id=_CONSENT,
                    party_id=party.party.id,
                    direction=direction,
                    categories=(DataCategory.IDENTITY, DataCategory.HEALTH),
                    means=(Means.SPOKEN, Means.WRITTEN),
                )
                for party, (_name, _role, direction) in zip(
                    parties.values(), _RECIPIENTS, strict=True
                )
            ),
            roles={},
        ),
        form_texts=texts,
        own_categories={},
        own_domains={},
    )


def _parties() -> Iterator[tuple[PartyId, PartyInCase]]:
    for name, role, _direction in _RECIPIENTS:
        party_id = PartyId(name)
        yield (
            party_id,
            PartyInCase(
                party=Party(id=party_id, case_id=_CASE, roles=(role,)),
                person=None,
                organisation=Organisation(
                    id=OrganisationId(name),
                    name=name,
                    street="Musterplatz 2",
                    postcode="1234",
                    town="Musterdorf",
                ),
            ),
        )


def _consent(kind: ConsentKind, words: Words) -> Consent:
    return Consent(
        id=_CONSENT,
        case_id=_CASE,
        kind=kind,
        aim=words("Here stands the aim in the client's own words."),
        purpose=words("Here stands each purpose in a line of its own."),
    )
