"""The first case of a new practice, step by step, each seen to have worked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

PASSPHRASE = "vier Wolken tragen Kupfer heim"  # noqa: S105 - opens test data only
CONCERN = (
    "Ich möchte nach Hause.\n"
    "Die Krankenversicherungsprämie ist seit März nicht bezahlt."
)
GOAL = "Ich koche wieder selbst."
MEASURE = "Küche mit Haltegriffen ausrüsten"
NEED = "Kann nicht lange stehen, isst nur Brot."
SETTLED = "756.1234.5678.97"
MISTYPED = "756.1234.5678.96"


def sets_up_a_practice(worker: Worker, folder: Path) -> None:
    """Go through the three steps of the assistant."""
    worker.presses("Set up my practice")
    assert worker.sees("Step 1 of 3")
    worker.chooses("country", "Switzerland")
    worker.types("name", "Case Management Aarelauf")
    worker.types("holder_name", "Regula Ammann")
    worker.presses("Next")
    assert worker.reads("file") == "Case Management Aarelauf.casedesk"
    worker.types("folder", str(folder))
    worker.fills("New passphrase", PASSPHRASE)
    worker.fills("The same once more", PASSPHRASE)
    worker.presses("Next")
    worker.waits_for(lambda: worker.sees("Step 3 of 3"))
    worker.types("street", "Uferweg 3")
    worker.types("postcode", "3013")
    worker.types("town", "Bern")
    worker.presses("Start")
    worker.waits_for(lambda: worker.sees("If you forget the passphrase"))
    worker.presses("Later")
    worker.waits_for(lambda: worker.sees("CLIENTS · 0 active"))
    assert (folder / "Case Management Aarelauf.casedesk").exists()


def takes_in(worker: Worker, family_name: str, given_name: str, born: str) -> None:
    """Take in a new client by the dialog."""
    worker.shortcut(Qt.Key.Key_N)
    worker.types("family_name", family_name)
    worker.types("given_name", given_name)
    worker.types("born", born)
    worker.ticks("Nursing and long-term care")
    worker.presses("Create")


def writes_down_who_the_client_is(worker: Worker) -> None:
    """Enter where the client lives, how she is reached, and who stands for her."""
    worker.presses("Add an address")
    worker.types("street", "Lindenweg 14")
    worker.types("postcode", "3012")
    worker.types("town", "Bern")
    worker.types("access_hint", "3. Stock, Klingel defekt, Hund")
    worker.presses("Add a phone number or mail address")
    worker.types("value", "079 000 11 22")
    worker.ticks("Do not leave a message")
    assert worker.texts().count("Do not leave a message") == 2  # box and warning
    worker.presses("Add a number")
    worker.types("number", MISTYPED)
    assert worker.sees("The check digit does not fit this kind of number.")
    worker.types("number", SETTLED)
    assert worker.sees("The check digit is right.")
    worker.presses("Add a representation")
    worker.chooses("kind", "Deputyship (Beistandschaft)")
    worker.types("scope", "Finanzen und Post")
    worker.types("valid_from", "1.2.2026")
    assert worker.sees("valid today")
    assert worker.sees("The document that proves it has not been seen yet.")


def notes_mandate_and_people(worker: Worker) -> None:
    """Enter the mandate, and the four parts that somebody may have in it."""
    worker.opens_tab("Overview")
    worker.types("reference_number", "KV-2026-77")
    worker.types("approved_minutes", "30")
    assert worker.sees("30 h used, 30 h left")
    worker.presses("Add somebody")
    worker.presses("New organisation")
    worker.types("name", "Krankenkasse Muster")
    worker.presses("Add")
    roles = ("Referrer", "Commissioning party", "Payer", "Invoice recipient")
    worker.ticks(*roles)
    worker.presses("Done")
    assert worker.texts().count("Krankenkasse Muster") == 1
    assert set(roles) <= set(worker.texts())


def holds_the_first_talk(worker: Worker) -> None:
    """Write down the concern in the client's own words, and decide."""
    worker.opens_tab("Intake")
    worker.types("concern", CONCERN)
    worker.chooses("decision", "accepted")
    worker.types("decided_on", "14.3.")
    assert worker.reads("decided_on") == "14/03/2026"


def gets_the_consents(worker: Worker) -> None:
    """Prepare the set; sign in the wrong order first, then in the right one."""
    worker.presses("Prepare consents")
    worker.presses("Prepare the consent set")
    worker.picks_entry("Declarations of the case", "Release from confidentiality")
    worker.types("aim", "Zu Hause leben")
    worker.picks("Add recipient", "Krankenkasse Muster")
    worker.ticks("Care needs *", "in writing")
    worker.types("signed_on", "14.3.2026")
    assert worker.trouble("signed_on").startswith(
        "A signature counts only after the explanation."
    )
    worker.types("explained_on", "14.3.2026")
    assert worker.trouble("signed_on") == ""
    assert worker.sees("In force until 14/03/2027.")
    worker.waits_for(lambda: not worker.sees("No declaration is signed yet."))


def assesses_a_domain(worker: Worker) -> None:
    """Describe and rate one domain of life by keys."""
    worker.opens_tab("Assessment")
    worker.picks_entry("Domains of life", "Self-care and nursing")
    worker.types("situation", "Steht höchstens zehn Minuten.")
    worker.types("need", NEED)
    worker.rates("burden", 8)
    worker.rates("resource_level", 3)
    worker.chooses("need_level", "act soon")
    assert (
        "Self-care and nursing, act soon, burden 8 of 10, resources 3 of 10"
        in worker.entries("Domains of life")
    )


def plans_an_answer(worker: Worker) -> None:
    """Make a goal of the need, and add the measure that serves it."""
    worker.opens_tab("Planning")
    worker.presses("1 need without a goal")
    assert worker.sees(NEED)
    worker.presses("Make a goal of it")
    worker.types("wording", GOAL)
    worker.presses("Done")
    assert not worker.sees("1 need without a goal")
    worker.presses("Add a measure")
    worker.types("what", MEASURE)
    worker.presses("Done")
    assert worker.sees(MEASURE)


def gives_out_the_papers(worker: Worker, saved: list[Path]) -> None:
    """Save the declaration and the plan, read them, and find them filed."""
    worker.presses("Consents")
    worker.presses("Print …")
    worker.saves_paper()
    worker.opens_tab("Planning")
    worker.picks("Print plan", "For those who work with it")
    worker.saves_paper()
    consent, plan = (text_of(path) for path in saved)
    assert "Ayşe Özdemir" in consent
    assert "Ayşe Özdemir" in plan
    assert GOAL in plan
    assert MEASURE in plan
    worker.presses("Documents 2")
    assert [row[0] for row in worker.rows("Documents")] == [
        "Care plan",
        "Consent forms",
    ]
    assert worker.sees("All pages are as they were issued.")


def locks_and_unlocks(worker: Worker) -> None:
    """Lock, mistype the passphrase once, and come back."""
    worker.shortcut(Qt.Key.Key_L)
    assert worker.application.session() is None
    worker.fills("Passphrase", "vier Wolken tragen Silber heim")
    worker.presses_key(Qt.Key.Key_Return)
    worker.waits_for(
        lambda: worker.sees("This passphrase does not open the vault. Check the")
    )
    worker.fills("Passphrase", PASSPHRASE)
    worker.presses_key(Qt.Key.Key_Return)
    worker.waits_for(lambda: worker.application.session() is not None)


def finds_everything_again(worker: Worker) -> None:
    """Walk through the case and read what was written."""
    worker.opens_tab("Intake")
    assert worker.reads("concern") == CONCERN
    worker.opens_tab("Assessment")
    worker.picks_entry("Domains of life", "Self-care and nursing")
    assert worker.reads("need") == NEED
    worker.opens_tab("Planning")
    assert worker.sees(GOAL)
    assert worker.sees(MEASURE)
    worker.opens_tab("Overview")
    assert worker.reads("reference_number") == "KV-2026-77"
    assert worker.sees("Invoice recipient")
    worker.presses("Personal data")
    assert worker.reads("access_hint") == "3. Stock, Klingel defekt, Hund"
    assert worker.sees("The check digit is right.")


def text_of(paper: Path) -> str:
    """Return the words of a paper, with every line break taken for a space."""
    pages = PdfReader(BytesIO(paper.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
