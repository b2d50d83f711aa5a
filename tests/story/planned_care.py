"""From an agreed plan to its next version, step by step, each seen to have worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from story.first_case import GOAL, text_of

from casedesk.ui.preview.dialog import PreviewDialog

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

ADDRESSEE = "Spitex Muster"
HELP = "Kochen üben mit einer Fachperson"
REQUEST = "Bitte üben Sie mit Frau Özdemir das Kochen im Sitzen."
DECISION = "Die Spitex übt jeden Dienstag das Kochen"


def agrees_the_plan(worker: Worker) -> None:
    """Note that the client agreed orally, and why not in writing."""
    worker.opens_tab("Planning")
    worker.presses("Texts and agreement")
    worker.presses("Note agreement …")
    worker.chooses("how", "orally")
    worker.types("on", "14.3.2026")
    worker.ticks("the client")
    worker.types("reason", "Die Hand ist eingegipst.")
    worker.presses("Note agreement")
    worker.waits_for(lambda: worker.sees("Agreed orally on 14/03/2026"))


def brings_in_a_provider(worker: Worker) -> None:
    """Enter who gives help at home, and a measure that they see to."""
    worker.opens_tab("Overview")
    worker.presses("Add somebody")
    worker.presses("New organisation")
    worker.types("name", ADDRESSEE)
    worker.presses("Add")
    worker.ticks("Home care service")
    worker.presses("Done")
    worker.opens_tab("Planning")
    worker.presses("Add a measure")
    worker.types("what", HELP)
    worker.chooses("responsible", "Service provider")
    worker.chooses("party_id", ADDRESSEE)
    worker.presses("Done")


def begins_a_referral(worker: Worker) -> None:
    """Begin a letter for the measure, which knows to whom it goes."""
    worker.opens_tab("Implementation")
    worker.presses(f"Refer: {HELP}")
    worker.types("request", REQUEST)


def is_refused_the_letter(worker: Worker) -> None:
    """See that nothing covers the letter; prepare the release that is missing."""
    worker.presses("Letter …")
    dialog = worker.window()
    assert isinstance(dialog, PreviewDialog)
    worker.waits_for(dialog.is_shown)
    assert not worker.may_press("Save as PDF …")
    assert not worker.may_press("Print …")
    worker.presses("Prepare the missing release")
    assert worker.sees(f"{ADDRESSEE} · Home care service")


def releases_it(worker: Worker) -> None:
    """Explain the release and have it signed; all its rows are granted."""
    worker.ticks("in writing")
    worker.types("explained_on", "14.3.2026")
    worker.types("signed_on", "14.3.2026")
    assert worker.sees("In force until 14/03/2027."), worker.trouble("signed_on")
    worker.presses("Yes")  # to the one row that there is


def sends_the_letter(worker: Worker, saved: list[Path]) -> None:
    """Save the letter now that the client has released it, and read it."""
    worker.opens_tab("Implementation")
    worker.presses("Letter …")
    dialog = worker.window()
    assert isinstance(dialog, PreviewDialog)
    worker.waits_for(dialog.is_shown)
    assert dialog.whom.handing() is not None  # it is addressed already
    worker.waits_for(lambda: worker.may_press("Save as PDF …"))
    worker.presses("Save as PDF …")
    assert worker.sees("Written into the log of disclosures.")
    worker.presses("Close")
    letter = text_of(saved[-1])
    assert REQUEST in letter
    assert ADDRESSEE in letter


def confers(worker: Worker) -> None:
    """Plan a conference, hold it, and make a measure of what was decided."""
    worker.opens_tab("Coordination")
    worker.presses("Plan a conference")
    worker.types("title", "Zurück an den Herd")
    worker.presses("Hold")
    worker.presses("The conference begins")
    worker.presses("+ Resolution")
    worker.types("words", DECISION)
    worker.presses("Follow up")
    assert worker.sees(DECISION)
    worker.picks("Make a measure …", GOAL)
    worker.waits_for(lambda: worker.sees("Measure made – show it"))


def compares_with_a_new_version(worker: Worker) -> None:
    """Begin the next version and read what has changed since the first."""
    worker.opens_tab("Planning")
    assert worker.sees(DECISION)
    worker.presses("New version")
    worker.presses("Versions …")
    worker.presses("What changed since version 1")
    worker.waits_for(lambda: worker.sees(DECISION))
    assert not worker.sees(HELP)  # it is as it was agreed
    worker.presses_key(Qt.Key.Key_Escape)
