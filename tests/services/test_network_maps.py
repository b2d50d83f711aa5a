from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PageObject, PdfReader
from services.closed_case import GROUND, close

from casedesk.domain.case import Area, CaseId, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.tie import MapOfThisDayExists, NetworkMap, Sector, TieOfNobody
from casedesk.services.map_words import changes_of, map_words, summary

if TYPE_CHECKING:
    from casedesk.services.session import Session


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), given_name="Anna", family_name="Brunner")
    case = session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    add_party(session, case.id, "Sabine", PartyRole.FAMILY)
    session.organisations.add(Organisation(id=OrganisationId("spitex"), name="Spitex"))
    session.parties.add(
        Party(
            id=PartyId("spitex"),
            case_id=case.id,
            organisation_id=OrganisationId("spitex"),
            roles=(PartyRole.CARE_SERVICE,),
        )
    )
    return case.id


def add_party(session: Session, case_id: CaseId, name: str, role: PartyRole) -> None:
    session.persons.add(Person(id=PersonId(name), family_name=name))
    session.parties.add(
        Party(
            id=PartyId(name), case_id=case_id, person_id=PersonId(name), roles=(role,)
        )
    )


def drawn_before(session: Session, case_id: CaseId) -> NetworkMap:
    """Return a map drawn a month ago."""
    drawn = session.mapping.begin(case_id)
    day = session.clock.today() - timedelta(days=30)
    return session.network_maps.change(drawn.id, drawn_on=day)


def test_the_first_map_holds_the_parties_in_the_sectors_of_their_roles(
    session: Session, case_id: CaseId
) -> None:
    drawn = session.mapping.begin(case_id)
    shown = session.mapping.shown(drawn.id)

    assert {shown.names[t.id]: t.sector for t in shown.ties} == {
        "Sabine": Sector.FAMILY,
        "Spitex": Sector.PROFESSIONALS,
    }
    assert [t.is_organisation for t in shown.ties] == [False, True]


def test_a_later_map_copies_the_last_and_leaves_it_as_it_was(
    session: Session, case_id: CaseId
) -> None:
    earlier = drawn_before(session, case_id)
    later = session.mapping.begin(case_id)
    [first, *_others] = session.mapping.shown(later.id).ties
    session.ties.change(first.id, deputises=True)

    shown, before = session.mapping.shown(later.id), session.mapping.shown(earlier.id)

    assert len(shown.ties) == len(before.ties) == 2
    assert not any(tie.deputises for tie in before.ties)
    assert [change.tie.id for change in changes_of(shown, before)] == [first.id]


def test_two_maps_of_one_day_are_refused(session: Session, case_id: CaseId) -> None:
    session.mapping.begin(case_id)

    with pytest.raises(MapOfThisDayExists):
        session.mapping.begin(case_id)


def test_a_party_that_came_later_is_offered_and_put_on_the_map_once(
    session: Session, case_id: CaseId
) -> None:
    drawn = session.mapping.begin(case_id)
    add_party(session, case_id, "Rosa", PartyRole.FRIEND)

    missing = session.mapping.parties_missing(drawn.id)
    session.mapping.take_in_parties(drawn.id)

    assert missing == 1
    assert session.mapping.parties_missing(drawn.id) == 0
    assert len(session.mapping.shown(drawn.id).ties) == 3


def test_who_is_no_party_needs_a_name(session: Session, case_id: CaseId) -> None:
    drawn = session.mapping.begin(case_id)

    tie = session.mapping.add(drawn.id, " Nähgruppe ")

    assert tie.name == "Nähgruppe"
    with pytest.raises(TieOfNobody):
        session.mapping.add(drawn.id, " ")


def test_a_party_that_leaves_the_case_stays_on_the_map_by_name(
    session: Session, case_id: CaseId
) -> None:
    drawn = session.mapping.begin(case_id)

    deed = session.parties.remove(PartyId("Sabine"))
    gone = session.mapping.shown(drawn.id)
    session.parties.take_back(deed)
    back = session.mapping.shown(drawn.id)

    assert "Sabine" in gone.names.values()
    assert [t.party_id for t in gone.ties if gone.names[t.id] == "Sabine"] == [None]
    assert PartyId("Sabine") in {tie.party_id for tie in back.ties}


def test_what_was_placed_by_hand_is_forgotten_and_put_back(
    session: Session, case_id: CaseId
) -> None:
    drawn = session.mapping.begin(case_id)
    [tie, _other] = session.mapping.shown(drawn.id).ties
    session.ties.change(tie.id, angle=300, reach=500)

    before = session.mapping.arrange_anew(drawn.id)
    anew = session.ties.get(tie.id)
    session.mapping.put_back(before)

    assert anew.angle is None
    assert session.ties.get(tie.id).angle == 300


def test_a_map_is_removed_with_its_ties_brought_back_and_purged_with_the_case(
    session: Session, case_id: CaseId
) -> None:
    drawn = session.mapping.begin(case_id)
    deed = session.network_maps.remove(drawn.id)
    none = session.ties.of(case_id=case_id)
    session.network_maps.take_back(deed)
    both = session.ties.of(case_id=case_id)
    close(session, case_id)
    session.bin.erase(case_id, GROUND)

    assert (len(none), len(both)) == (0, 2)
    assert session.ties.all() == []
    assert session.network_maps.all() == []


def test_who_stands_on_a_map_is_found(session: Session, case_id: CaseId) -> None:
    drawn = session.mapping.begin(case_id)
    tie = session.mapping.add(drawn.id, "Nähgruppe Lorraine")

    assert tie.id in {found.record_id for found in session.search.find("Nähgr")}


def test_the_map_in_words_names_who_deputises(
    session: Session, case_id: CaseId
) -> None:
    drawn = session.mapping.begin(case_id)
    [tie, _other] = session.mapping.shown(drawn.id).ties
    session.ties.change(tie.id, deputises=True)
    shown = session.mapping.shown(drawn.id)

    ties, words = map_words(shown, str)

    assert len(ties) == 2
    assert "deputises in an emergency" in words.spoken[tie.id]
    assert "Deputises in an emergency: Sabine." in summary(shown, str)


def test_the_paper_shows_the_map_what_changed_and_no_picture_of_dots(
    session: Session, case_id: CaseId
) -> None:
    earlier = drawn_before(session, case_id)
    later = session.mapping.begin(case_id)
    session.mapping.add(later.id, "Nähgruppe <b>")

    pages = pages_of(session, DocumentKind.NETWORK_MAP, case_id, later.id, earlier.id)

    text = "\n".join(page.extract_text() for page in pages)
    assert text.count("Nähgruppe <b>") >= 3  # picture, table, changes
    assert "Anna Brunner" in text
    assert not any(page.images for page in pages)


def pages_of(
    session: Session, kind: DocumentKind, case_id: CaseId, *subjects: str
) -> list[PageObject]:
    paper = session.figure_papers.prepare(kind, case_id, subjects)
    again = session.papers.again(
        paper, language=PaperLanguage.EN, with_information=False
    )
    assert again.language is PaperLanguage.EN
    return [*PdfReader(BytesIO(again.render())).pages]
