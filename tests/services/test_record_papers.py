"""The record of a period on paper: whole, without internal texts, or for others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from services.paper_case import PaperCase, a_paper_case

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import PaperBehind
from casedesk.domain.entry import Entry, EntryId, EntryKind
from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.happening import Event, Narrowing
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.phase import Phase
from casedesk.domain.practice import PaperLanguage
from casedesk.services.paper_words.reader import Reader
from casedesk.services.paper_words.record_extract import Extract

if TYPE_CHECKING:
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

ALL = Extract(narrowing=Narrowing())
INTERNAL = "Die Klientin weint & <b>lacht</b>."
NEUTRAL = "Koordination mit der Praxis."


@pytest.fixture
def case(session: Session) -> PaperCase:
    return a_paper_case(session)


def an_entry(session: Session, case: PaperCase, **values: Any) -> Entry:
    given: dict[str, Any] = {
        "id": EntryId("one"),
        "kind": EntryKind.PHONE,
        "happened_on": date(2026, 3, 1),
        "entered_at": datetime(2026, 3, 9, 12, tzinfo=UTC),
        "party_id": case.doctor.id,
        "minutes": 30,
        "life_domains": (LifeDomain.MENTAL_HEALTH,),
        "text": INTERNAL,
        "neutral_text": NEUTRAL,
    }
    return session.entries.add(
        Entry(case_id=case.case.id, phase=Phase.INTAKE, **{**given, **values})
    )


def text_of(paper: Paper) -> str:
    reader = PdfReader(BytesIO(paper.render()))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_the_whole_record_names_texts_addenda_and_what_was_late(
    session: Session, case: PaperCase
) -> None:
    entry = an_entry(session, case)
    addendum = session.journal.begin_addendum(entry.id)
    session.addenda.change(addendum.id, reason="Irrtum", text="Es war die Nichte.")

    paper = session.record_papers.prepare(case.case.id, ALL)
    text = text_of(paper)

    assert INTERNAL in text
    assert "Es war die Nichte." in text
    assert "Irrtum" in text
    assert "später eingetragen" in text
    assert "Ömer Şahin" in text
    assert paper.entry_ids == (entry.id,)
    assert paper.number == f"{case.case.number}-J1"


def test_without_internal_texts_the_neutral_ones_stand_alone(
    session: Session, case: PaperCase
) -> None:
    an_entry(session, case)
    only_calls = Narrowing(kinds=frozenset({EntryKind.PHONE}))

    paper = session.record_papers.prepare(
        case.case.id, Extract(narrowing=only_calls, with_internal=False)
    )
    text = text_of(paper)

    assert NEUTRAL in text
    assert "weint" not in text
    assert DataCategory.ADDICTION not in paper.categories


def test_a_payer_reads_neutral_texts_and_neither_names_nor_events(
    session: Session, case: PaperCase
) -> None:
    an_entry(session, case)
    session.cases.begin_phase(case.case.id, Phase.MONITORING)

    paper = session.record_papers.prepare(
        case.case.id, ALL, reader=Reader(party_id=case.insurer.id)
    )
    text = text_of(paper)

    assert NEUTRAL in text
    assert "weint" not in text
    assert "Şahin" not in text
    assert "begonnen" not in text
    assert paper.categories == (DataCategory.IDENTITY,)
    assert DataCategory.HEALTH in paper.left_out


def test_a_paper_is_cut_anew_for_whoever_it_is_for(
    session: Session, case: PaperCase
) -> None:
    an_entry(session, case)
    paper = session.record_papers.prepare(case.case.id, ALL)

    again = session.papers.again(
        paper,
        language=PaperLanguage.EN,
        with_information=False,
        reader=Reader(party_id=case.insurer.id),
    )

    assert "weint" not in text_of(again)
    assert again.language is PaperLanguage.EN


def test_only_the_chosen_kinds_and_period_are_printed(
    session: Session, case: PaperCase
) -> None:
    an_entry(session, case)
    an_entry(session, case, id=EntryId("old"), happened_on=date(2025, 1, 5), text="Alt")
    chosen = Narrowing(
        kinds=frozenset({EntryKind.PHONE, Event.PAPER_ISSUED}), since=date(2026, 1, 1)
    )

    paper = session.record_papers.prepare(case.case.id, Extract(narrowing=chosen))

    assert paper.entry_ids == ("one",)
    assert "Alt" not in text_of(paper)


def test_an_empty_period_says_so(session: Session, case: PaperCase) -> None:
    nothing = Narrowing(until=date(2020, 1, 1))

    paper = session.record_papers.prepare(case.case.id, Extract(narrowing=nothing))

    assert "steht nichts davon" in text_of(paper)


def test_by_what_entries_were_chosen_stands_on_the_own_paper_alone(
    session: Session, case: PaperCase
) -> None:
    an_entry(session, case, neutral_text="Koordination")
    chosen = Narrowing(
        party_id=case.doctor.id, life_domain=LifeDomain.MENTAL_HEALTH, words="weint"
    )
    extract = Extract(narrowing=chosen)

    own = text_of(session.record_papers.prepare(case.case.id, extract))
    cut = text_of(
        session.record_papers.prepare(
            case.case.id, extract, reader=Reader(party_id=case.insurer.id)
        )
    )

    assert "Mit den Wörtern weint" in own
    assert "Koordination" in cut
    for secret in ("weint", "Şahin", "sychische"):
        assert secret in own
        assert secret not in cut


@pytest.mark.parametrize("changed", ["text", "addendum", "gone"])
def test_an_extract_that_is_behind_is_not_filed(
    session: Session, case: PaperCase, changed: str
) -> None:
    entry = an_entry(session, case, entered_at=None)
    other = an_entry(session, case, id=EntryId("two"), happened_on=date(2026, 3, 2))
    addendum = session.journal.begin_addendum(other.id)
    session.addenda.change(addendum.id, text="Zuerst")
    paper = session.record_papers.prepare(case.case.id, ALL)
    if changed == "text":
        session.entries.change(entry.id, text="Nach der Vorschau")
    elif changed == "addendum":
        session.addenda.change(addendum.id, text="Nach der Vorschau")
    else:
        session.entries.remove(entry.id)

    with pytest.raises(PaperBehind):
        session.papers.issue(paper, paper.render(), TO_OWN_FILE)

    assert not session.documents.of_case(case.case.id)
    again = session.record_papers.prepare(case.case.id, ALL)
    session.papers.issue(again, again.render(), TO_OWN_FILE)
    assert len(session.documents.of_case(case.case.id)) == 1
