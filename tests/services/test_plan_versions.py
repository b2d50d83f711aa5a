from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from services.agreeing import agree
from services.paper_case import PaperCase, a_paper_case, a_plan

from casedesk.domain.attention import DueKind
from casedesk.domain.consent import Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.handing import TO_CLIENT, TO_OWN_FILE, Handing, Whom
from casedesk.domain.plan_copies import HeldCopy
from casedesk.domain.plan_version import AgreedStays, PlanState
from casedesk.domain.practice import PaperLanguage
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.case import Party
    from casedesk.services.session import Session

SIGNED = date(2026, 3, 12)
WORDS = Words(PaperLanguage.EN)


@pytest.fixture
def made(session: Session) -> PaperCase:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=1, measures=1)
    return made


def may_know_all(session: Session, made: PaperCase, party: Party) -> None:
    from casedesk.domain.consent import ConsentKind
    from casedesk.domain.signing import SignerRole

    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    item = session.declarations.new_item(consent, party.id)
    session.consent_items.add(
        replace(item, direction=Direction.BOTH, categories=tuple(DataCategory))
    )
    session.declarations.change(consent.id, explained_on=date(2026, 3, 10))
    session.declarations.sign(
        consent.id, signed_on=date(2026, 3, 11), signed_by=(SignerRole.CLIENT,)
    )


def test_versions_are_listed_with_their_states(
    session: Session, made: PaperCase
) -> None:
    first = agree(session, made.case.id, SIGNED)
    session.planning.new_version(made.case.id)
    second = agree(session, made.case.id, date(2026, 3, 14))
    draft = session.planning.new_version(made.case.id)

    versions = session.plan_versions.of_case(made.case.id)

    assert [(each.plan.id, each.state) for each in versions] == [
        (draft.id, PlanState.DRAFT),
        (second.id, PlanState.IN_FORCE),
        (first.id, PlanState.SUPERSEDED),
    ]
    assert versions[2].superseded_on == date(2026, 3, 14)
    assert versions[0].document is None


def test_differences_name_goals_measures_and_texts_in_words(
    session: Session, made: PaperCase
) -> None:
    first = agree(session, made.case.id, SIGNED)
    second = session.planning.new_version(made.case.id)
    [goal] = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, target_on=date(2026, 12, 24), importance=1)
    [measure] = session.measures.of(case_id=made.case.id)
    session.measures.change(measure.id, party_id=made.nurse.id)
    session.plans.change(second.id, crisis_plan="144 rufen")

    found = session.plan_versions.differences_in_words(first.id, second.id, WORDS)

    rows = {each.heading: each.rows for each in found}
    assert rows["Goal “Ziel Nummer 0 in eigenen Worten”"] == (
        ("Target date", "30/09/2026", "24/12/2026"),
        ("Importance to the client", "3 / 3", "1 / 3"),
    )
    [heading] = [each for each in rows if each.startswith("Measure")]
    assert rows[heading] == (("With whom", "", "Claudia Weber, Spitex Aarelauf AG"),)
    assert (
        "What to do in a crisis",
        "Bei Sturz den Notrufknopf drücken.",
        "144 rufen",
    ) in rows["Texts and dates"]


def test_a_name_is_known_although_its_party_has_left_the_case(
    session: Session, made: PaperCase
) -> None:
    [measure] = session.measures.of(case_id=made.case.id)
    session.measures.change(measure.id, party_id=made.nurse.id)
    first = agree(session, made.case.id, SIGNED)
    second = session.planning.new_version(made.case.id)
    session.measures.change(measure.id, party_id=None)
    session.parties.remove(made.nurse.id)

    found = session.plan_versions.differences_in_words(first.id, second.id, WORDS)

    assert ("With whom", "Claudia Weber, Spitex Aarelauf AG", "") in [
        row for each in found for row in each.rows
    ]


def test_what_changed_since_the_agreement_is_counted(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)
    assert session.plan_versions.changed_since(plan).count == 0
    [goal] = session.goals.of(case_id=made.case.id)

    session.goals.change(goal.id, wording="anders")

    assert session.plan_versions.changed_since(plan).count == 1


def test_an_agreed_plan_is_printed_as_it_was_agreed(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)
    [goal] = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, wording="Erst danach geschrieben")

    paper = session.papers.care_plan(made.case.id)

    session.papers.issue(paper, paper.render(), TO_OWN_FILE)
    [printed, _] = session.plan_agreements.printed(plan.id)
    assert "Erst danach" not in printed.part.snapshot


def test_who_got_which_version_is_known_and_who_has_an_older_one(
    session: Session, made: PaperCase
) -> None:
    for party in (made.doctor, made.nurse):
        may_know_all(session, made, party)
    [measure] = session.measures.of(case_id=made.case.id)
    session.measures.change(measure.id, party_id=made.insurer.id)
    first = agree(session, made.case.id, SIGNED)
    [version] = session.plan_versions.of_case(made.case.id)
    assert version.document is not None
    for party in (made.doctor, made.nurse):
        to_party = Handing(whom=Whom.PARTY, party_id=party.id)
        session.disclosures.hand_out_again(version.document, to_party)
    session.planning.new_version(made.case.id)
    second = agree(session, made.case.id, date(2026, 3, 14))
    newest = session.plan_versions.of_case(made.case.id)[0]
    assert newest.document is not None
    session.disclosures.hand_out_again(newest.document, TO_CLIENT)
    session.disclosures.hand_out_again(
        newest.document, Handing(whom=Whom.PARTY, party_id=made.nurse.id)
    )

    copies = session.plan_versions.copies(made.case.id)
    found = session.plan_versions.holdings(second.id)

    assert [each.plan_id for each in copies] == [
        second.id,
        second.id,
        first.id,
        first.id,
    ]
    assert all(each.is_as_agreed for each in copies)
    assert {each.party_id: each.held for each in found} == {
        None: HeldCopy.CURRENT,
        made.insurer.id: HeldCopy.NOTHING,
        made.nurse.id: HeldCopy.CURRENT,
        made.doctor.id: HeldCopy.OLDER,
    }


def test_a_draft_that_was_handed_out_is_no_copy_of_what_was_agreed(
    session: Session, made: PaperCase
) -> None:
    draft = session.papers.care_plan_client(made.case.id)
    session.papers.issue(draft, draft.render(), TO_CLIENT)
    plan = agree(session, made.case.id, SIGNED)

    [copy] = session.plan_versions.copies(made.case.id)
    [client] = session.plan_versions.holdings(plan.id)

    assert not copy.is_as_agreed
    assert client.held is HeldCopy.OLDER


def test_contents_by_law_are_found_where_they_stand_or_written(
    session: Session, made: PaperCase
) -> None:
    plan = session.planning.latest(made.case.id)
    session.plans.change(plan.id, profile="teilhabeplan")

    session.planning.write_section(plan.id, "teilhabe_antrag", "3. März", "visit")
    session.planning.write_section(plan.id, "teilhabe_antrag", "5. März", "visit")
    found = session.plan_versions.fulfilments(plan.id, PaperLanguage.DE_DE)

    filled = {each.content.key for each in found if each.is_filled}
    assert filled == {"teilhabe_antrag", "teilhabe_bedarf", "teilhabe_ziele"}
    [section] = session.plan_sections.of(plan_id=plan.id)
    assert section.text == "5. März"
    agree(session, made.case.id, SIGNED)
    with pytest.raises(AgreedStays):
        session.planning.write_section(plan.id, "teilhabe_antrag", "anders")


def test_a_free_plan_asks_for_nothing(session: Session, made: PaperCase) -> None:
    plan = session.planning.latest(made.case.id)

    assert session.plan_versions.fulfilments(plan.id, PaperLanguage.DE_CH) == []


def test_the_agreed_review_stays_due_while_the_next_version_is_a_draft(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)
    session.plans.change(plan.id, next_review_on=date(2026, 3, 10))
    session.planning.new_version(made.case.id)

    due = [each for each in session.cases.due() if each.kind is DueKind.PLAN_REVIEW]

    assert [each.subject_id for each in due] == [plan.id]
