from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.closed_case import GROUND, close

from casedesk.domain.case import Area, CaseId, Party, PartyId
from casedesk.domain.client import Client, ClientId, Gender
from casedesk.domain.dates import PartialDate
from casedesk.domain.document import DocumentKind
from casedesk.domain.kinship import (
    Descent,
    DescentId,
    DescentKind,
    OwnAncestor,
    Sex,
    UnionKind,
    generations,
)
from casedesk.domain.network import Person, PersonId
from casedesk.domain.practice import PaperLanguage
from casedesk.services.kin_words import kin_words, name_of

if TYPE_CHECKING:
    from casedesk.services.session import Session


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(
        id=ClientId("anna"),
        given_name="Anna",
        family_name="Brunner",
        gender=Gender.FEMALE,
        born=PartialDate(1951),
    )
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def test_a_genogram_begins_with_the_client_and_two_parents(
    session: Session, case_id: CaseId
) -> None:
    index = session.kinship.begin(case_id)
    family = session.kinship.shown(case_id).family

    assert (index.name, index.sex, index.born_year) == (
        "Anna Brunner",
        Sex.FEMALE,
        1951,
    )
    assert len(family.relatives) == 3
    assert sorted(generations(family).values()) == [0, 0, 1]


def test_partner_children_and_siblings_come_where_they_belong(
    session: Session, case_id: CaseId
) -> None:
    kinship = session.kinship
    index = kinship.begin(case_id)
    partner = kinship.add_partner(index.id, UnionKind.PARTNERS)
    [union] = session.unions.of(first_id=index.id)
    child = kinship.add_child(union.id, DescentKind.ADOPTED)
    sibling = kinship.add_sibling(index.id)
    grandchild = kinship.add_child_of_one(child.id)
    aunt = kinship.add_sibling(partner.id)

    rows = generations(kinship.shown(case_id).family)

    assert partner.sex is Sex.MALE
    assert rows[sibling.id] == rows[index.id] == rows[partner.id] == rows[aunt.id]
    assert rows[grandchild.id] == rows[child.id] + 1 == rows[index.id] + 2


def test_nobody_can_be_made_their_own_ancestor(
    session: Session, case_id: CaseId
) -> None:
    index = session.kinship.begin(case_id)
    session.kinship.add_child_of_one(index.id)
    [union] = session.unions.of(first_id=index.id)

    with pytest.raises(OwnAncestor):
        session.descents.add(
            Descent(
                id=DescentId("d"), case_id=case_id, union_id=union.id, child_id=index.id
            )
        )


def test_a_relative_is_removed_with_union_and_descent_and_brought_back(
    session: Session, case_id: CaseId
) -> None:
    index = session.kinship.begin(case_id)
    before = session.kinship.shown(case_id).family

    deed = session.relatives.remove(index.id)
    without = session.kinship.shown(case_id).family
    session.relatives.take_back(deed)

    assert len(without.relatives) == 2
    assert without.descents == ()
    assert session.kinship.shown(case_id).family == before


def test_a_family_goes_with_its_case(session: Session, case_id: CaseId) -> None:
    session.kinship.begin(case_id)
    close(session, case_id)
    session.bin.erase(case_id, GROUND)

    assert session.relatives.all() == []
    assert session.unions.all() == []
    assert session.descents.all() == []


def test_a_relative_may_be_a_party_and_is_called_like_it(
    session: Session, case_id: CaseId
) -> None:
    index = session.kinship.begin(case_id)
    session.persons.add(Person(id=PersonId("s"), family_name="Zbinden"))
    session.parties.add(
        Party(id=PartyId("s"), case_id=case_id, person_id=PersonId("s"))
    )
    sibling = session.kinship.add_sibling(index.id)
    session.relatives.change(sibling.id, party_id=PartyId("s"))

    shown = session.kinship.shown(case_id)

    assert shown.names[sibling.id] == "Zbinden"


def test_who_has_no_name_is_called_by_sign_and_year(
    session: Session, case_id: CaseId
) -> None:
    index = session.kinship.begin(case_id)
    sibling = session.kinship.add_sibling(index.id)
    session.relatives.change(sibling.id, born_year=1955)

    shown = session.kinship.shown(case_id)

    about = "without a name (other or not known, *1955)"
    assert name_of(sibling.id, shown, str) == about
    assert about in kin_words(shown, str).spoken[sibling.id]


def test_what_was_moved_by_hand_is_forgotten_and_put_back(
    session: Session, case_id: CaseId
) -> None:
    index = session.kinship.begin(case_id)
    session.relatives.change(index.id, shift_x=4)

    before = session.kinship.arrange_anew(case_id)
    anew = session.relatives.get(index.id).shift_x
    session.kinship.put_back(before)

    assert anew == 0
    assert session.relatives.get(index.id).shift_x == 4


def test_the_paper_warns_and_says_the_family_in_words_without_pictures_of_dots(
    session: Session, case_id: CaseId
) -> None:
    session.kinship.begin(case_id)
    paper = session.figure_papers.prepare(
        DocumentKind.GENOGRAM, case_id, language=PaperLanguage.EN
    )

    pages = PdfReader(BytesIO(paper.render())).pages

    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "data of relatives who have not been asked" in text
    assert "Anna Brunner" in text
    assert "Child of" in text
    assert not any(page.images for page in pages)
