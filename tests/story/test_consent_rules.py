"""A call with a doctor, and a plan for an employer: what goes, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from services.paper_case import a_paper_case, a_plan, sign

from casedesk.domain.case import PartyRole
from casedesk.domain.consent import Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import Basis
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain
from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preview.dialog import PreviewDialog

if TYPE_CHECKING:
    from pathlib import Path

    from services.paper_case import PaperCase
    from story.desk_worker import Worker

    from casedesk.services.session import Session

DIAGNOSIS = "Multiple Sklerose"
DOCTOR = "Ömer Şahin"
NOTE = "Record …"
# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def case(session: Session, worker: Worker) -> PaperCase:
    made = a_paper_case(session)
    a_plan(session, made.case)
    worker.application.open_session(session)
    return made


def window(worker: Worker) -> MainWindow:
    shown = worker.application.window()
    assert isinstance(shown, MainWindow)
    return shown


def exchange(worker: Worker) -> ExchangeDialog:
    dialog = worker.window()
    assert isinstance(dialog, ExchangeDialog)
    return dialog


def calls_the_doctor(worker: Worker, case: PaperCase) -> None:
    window(worker).go(Place(page=Page.OVERVIEW, case_id=case.case.id))
    worker.presses("Record a contact")
    worker.keys("Er fragt nach den Tabletten.")
    worker.chooses("party_id", DOCTOR)
    worker.presses("Done")


def test_a_call_is_blocked_until_the_release_is_signed_and_then_in_the_log(
    worker: Worker, session: Session, case: PaperCase
) -> None:
    calls_the_doctor(worker, case)
    worker.presses(NOTE)
    worker.ticks("Identity and contact", "Medication *")

    assert worker.sees("No release in force covers it.")
    assert not exchange(worker).record.isEnabled()

    worker.presses("Prepare the missing release")
    [release] = session.consents.of(case_id=case.case.id)
    [row] = session.consent_items.of(consent_id=release.id)
    assert (row.party_id, row.direction) == (case.doctor.id, Direction.PASS_ON)
    assert session.disclosure_log.of(case_id=case.case.id) == []
    sign(session, release.id)

    [entry] = session.entries.of(case_id=case.case.id)
    window(worker).go(
        Place(page=Page.RECORD, case_id=case.case.id, subject_id=entry.id)
    )
    worker.presses(NOTE)  # what was ticked before is offered again
    assert worker.sees("Yes, under “Release from confidentiality” of 12/03/2026")
    worker.presses("Write into the log")
    worker.presses("Done")

    assert worker.sees("Passed on: Identity and contact, Medication *")
    worker.presses_key(
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    QApplication.processEvents()
    [line] = worker.entries("Log of disclosures")
    assert DOCTOR in line
    [logged] = session.disclosure_log.of(case_id=case.case.id)
    assert logged.basis is Basis.CONSENT
    assert logged.item_ids == (row.id,)
    assert logged.entry_id == entry.id


def test_an_employer_gets_the_plan_without_a_diagnosis(
    worker: Worker, session: Session, case: PaperCase, saved: list[Path]
) -> None:
    employer = case.insurer
    session.parties.change(employer.id, roles=(PartyRole.EMPLOYER,))
    [plan] = session.plans.of(case_id=case.case.id)
    session.plans.change(plan.id, situation=f"Seit 2019 {DIAGNOSIS}.")
    for domain, wording in (
        (LifeDomain.WORK, "Vier Stunden am Tag arbeiten"),
        (LifeDomain.PHYSICAL_HEALTH, f"Mit {DIAGNOSIS} leben"),
    ):
        session.goals.add(
            Goal(
                id=GoalId(session.clock.new_id()),
                case_id=case.case.id,
                life_domain=domain,
                professional_wording=wording,
            )
        )
    row = session.releases.prepare(
        case.case.id, employer.id, Direction.PASS_ON, tuple(DataCategory)
    )
    sign(session, row.consent_id)

    window(worker).go(Place(page=Page.DOCUMENTS, case_id=case.case.id))
    worker.presses("Print care plan")
    preview = worker.window()
    assert isinstance(preview, PreviewDialog)
    worker.waits_for(preview.is_shown)
    preview.whom.choose(employer.id)
    worker.waits_for(preview.is_shown)
    assert worker.sees("Somebody in this role never gets it, whatever was signed.")
    worker.saves_paper()

    text = " ".join(page.extract_text() for page in PdfReader(saved[0]).pages)
    assert DIAGNOSIS not in text
    assert "Vier Stunden am Tag arbeiten" in text
    window(worker).go(Place(page=Page.DOCUMENTS, case_id=case.case.id))
    assert "Krankenkasse Muster" in worker.rows("Documents")[0][4]
    [line] = session.disclosure_log.of(case_id=case.case.id)
    assert DataCategory.HEALTH in line.left_out
    assert DataCategory.HEALTH not in line.categories
