"""The consent matrix (P11): computed and painted, for the demo and for a large case.

The goal is 50 ms for all of it, from the vault to the last pixel of the page.
"""

from __future__ import annotations

from datetime import date
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from _demo_page import HEIGHT, NOON, WIDTH, a_desk, clock_at, demo, dressed_app

from casedesk.domain.case import Party, PartyId, PartyRole
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory, OwnCategory
from casedesk.domain.network import Person, PersonId
from casedesk.domain.signing import SignerRole
from casedesk.ui.disclosures.answer_words import AnswerWords
from casedesk.ui.disclosures.matrix_page import MatrixPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session

ROUNDS = 30
PARTIES, KINDS = 30, 15


def main() -> None:
    """Print medians in milliseconds, first for the largest case of the demo."""
    app = dressed_app()
    with demo(clock_at()) as session:
        case_id = largest_case(session)
        measure("demo", session, case_id, app)
        grow(session, case_id)
        measure(f"{PARTIES} × {KINDS}", session, case_id, app)


def largest_case(session: Session) -> CaseId:
    """Return the case in which most is declared."""
    ids = [line.case_id for line in session.cases.lines()]
    return max(ids, key=lambda each: len(session.consent_items.of(case_id=each)))


def measure(name: str, session: Session, case_id: CaseId, app: QApplication) -> None:
    """Measure the answers alone, and all of it up to the last pixel."""
    page = MatrixPage(a_desk(session, app))
    page.resize(WIDTH, HEIGHT)
    page.show_case(case_id)
    page.show()
    app.processEvents()
    parties = session.parties.of(case_id=case_id)
    answering, whole = [], []
    for _ in range(ROUNDS):
        words = AnswerWords(session, case_id)
        started = perf_counter()
        page.model.show_case(words, parties, "", NOON.date())
        answering.append(perf_counter() - started)
        started = perf_counter()
        page.refresh()
        page.grab()
        whole.append(perf_counter() - started)
    answers, all_of_it = (median(each) * 1000 for each in (answering, whole))
    print(
        f"P11 {name}: {len(parties)} people, answers {answers:.1f} ms, "
        f"read, answered and painted {all_of_it:.1f} ms"
    )
    page.deleteLater()


def grow(session: Session, case_id: CaseId) -> None:
    """Let so many people take part, and each be in a signed release."""
    new_id = session.clock.new_id
    for number in range(KINDS - len(DataCategory)):
        session.own_categories.add(OwnCategory(id=new_id(), name=f"Angaben {number}"))
    release = session.declarations.new(case_id, ConsentKind.RELEASE)
    for number in range(PARTIES - len(session.parties.of(case_id=case_id))):
        person = session.persons.add(
            Person(id=PersonId(new_id()), family_name=f"Muster-Beispiel {number}")
        )
        party = session.parties.add(
            Party(
                id=PartyId(new_id()),
                case_id=case_id,
                person_id=person.id,
                roles=(PartyRole.THERAPIST,),
            )
        )
        row = session.declarations.new_item(release, party.id)
        session.consent_items.add(row)
        session.consent_items.change(
            row.id, direction=Direction.BOTH, categories=tuple(DataCategory)[:6]
        )
    session.declarations.change(release.id, explained_on=date(2026, 3, 1))
    session.declarations.sign(
        release.id, signed_on=date(2026, 3, 2), signed_by=(SignerRole.CLIENT,)
    )


if __name__ == "__main__":
    main()
