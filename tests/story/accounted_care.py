"""From the first review to the issued closing report, each step seen to have worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from story.first_case import text_of
from ui.keys import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

DEVIATION = "Dem Pflegedienst fehlt Personal"
RESPITE = "Mehmet hat zwei Nachmittage in der Woche für sich"
OWN_WORDS = "Wir schaffen es wieder zu zweit."
AFTERCARE = "Die Pflegeberatung der Kasse koordiniert weiter."


def types_through(keys: str) -> None:
    """Type from field to field as on the keyboard; `>` stands for Tab."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if key == ">":
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        else:
            type_text(focused, key)


def answers(worker: Worker, **fields: str) -> None:
    """Answer questions by the place of the answer."""
    for field, place in fields.items():
        worker.goes_to(field)
        worker.keys(place)


def opens_the_case(worker: Worker, name: str) -> None:
    """Open the case of a client from the list."""
    worker.picks_entry("Clients and results", name)
    worker.waits_for(lambda: worker.sees("Phases"))


def holds_the_first_review(worker: Worker) -> None:
    """Go through goals and measures by keyboard; one measure deviates."""
    worker.opens_tab("Monitoring")
    worker.presses("Begin review")
    worker.goes_to("level")
    types_through("-1>4>Ein Nachmittag klappt.>")
    types_through(f"216>{DEVIATION}>Zweiter Dienst ist angefragt.>")
    types_through("118>")
    types_through("0>6>Meist gelingt es.>118>119>")
    worker.types("held_on", "12.1.2026")
    worker.types("client_words", "Die Nächte sind besser.")
    answers(worker, outcome="1")
    worker.presses("Confirm and freeze")
    worker.waits_for(lambda: worker.sees("Review of 12/01/2026"))
    assert worker.sees(f"Why: {DEVIATION}\nWhat is done: Zweiter Dienst ist angefragt.")


def holds_a_later_review(worker: Worker) -> None:
    """Hold another one; it begins with what is pursued, not with what was said."""
    worker.presses("Begin review")
    worker.goes_to("level")
    types_through("0>8>Beide Nachmittage klappen.>118>118>")
    types_through("-1>5>Der Winter war lang.>119>119>")
    worker.types("client_words", "Ich schlafe durch.")
    answers(worker, need_fit="1", outcome="1")
    worker.presses("Confirm and freeze")
    worker.waits_for(lambda: worker.sees("Review of 14/03/2026"))


def prints_the_review(worker: Worker, saved: list[Path]) -> None:
    """Give the minutes of the later review to the client."""
    worker.presses("Print: Review of 14/03/2026")
    worker.saves_paper()
    assert "Beide Nachmittage klappen." in text_of(saved[-1])


def evaluates(worker: Worker) -> None:
    """Rate each goal in the end, and note what has changed."""
    worker.opens_tab("Evaluation")
    worker.presses("Begin evaluation")
    worker.goes_to("level")
    types_through("+1>1Der Lifter wird täglich gebraucht.>")
    types_through("0>1>")
    types_through("-1>2Die Kräfte schwanken.>")
    answers(worker, independence="1", care_situation="1")
    worker.types("client_words", OWN_WORDS)
    worker.types("lessons", "Verhinderungspflege früher beantragen")
    assert worker.sees("T-score at the start")
    worker.presses("Confirm and freeze")
    worker.waits_for(lambda: worker.sees("Evaluation of 14/03/2026"))


def looks_at_the_quality(worker: Worker) -> None:
    """See what the file lacks; one point does not apply here, and it is said why."""
    worker.presses("Quality check")
    worker.waits_for(lambda: worker.sees("Steering of the case"))
    assert worker.sees("The client has not got the agreed plan on paper.")
    worker.presses("Does not apply here: Plan given to the client")
    worker.keys("Der Plan hängt in der Küche.")
    worker.presses("Does not apply here")
    worker.waits_for(lambda: worker.sees("Der Plan hängt in der Küche."))
    assert not worker.sees("The client has not got the agreed plan on paper.")


def closes(worker: Worker) -> None:
    """Answer what the closing asks for, let declarations end, and close the case."""
    worker.opens_tab("Evaluation")
    worker.presses("Begin closing")
    assert not worker.may_press("Close case")
    worker.chooses("reason", "Goals reached in part")
    worker.chooses("follow_up", "after six months")
    worker.types("talk_on", "14.3.2026")
    worker.types("aftercare", AFTERCARE)
    worker.types("told", "Pflegedienst und Kasse, am 14.3.")
    worker.presses("Let all declarations end today")
    worker.presses("Let them end")
    worker.types("left_open", "Die Massnahmen laufen ohne uns weiter.")
    worker.waits_for(lambda: worker.may_press("Close case"))
    worker.presses("Close case")
    worker.waits_for(lambda: worker.sees("This case is closed and is only read."))
    assert not worker.may_press("Record a contact")


def issues_the_closing_report(worker: Worker, saved: list[Path]) -> str:
    """Put the closing report together, issue it to the client, and read it."""
    worker.presses("New report …")
    worker.chooses("kind", "Closing report")
    worker.presses("Put it together")
    worker.presses("Preview and issue …")
    worker.saves_paper()
    return text_of(saved[-1])
