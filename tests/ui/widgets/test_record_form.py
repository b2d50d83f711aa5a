from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from ui.keys import press, type_text

from casedesk.domain.problems import NotFound, Problem
from casedesk.ui.widgets.duration_field import DurationField
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.record_form import Deeds, Field, FieldGroup, RecordForm
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass
class Kept:
    """What the form handed on."""

    saved: list[tuple[str, object]] = field(default_factory=list)
    sittings: list[str] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    refusal: Problem | None = None

    def save(self, name: str, value: object, sitting: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append((name, value))
        self.sittings.append(sitting)

    def deeds(self) -> Deeds:
        return Deeds(
            save=self.save,
            keep_draft=self.drafts.__setitem__,
            drop_draft=self.drafts.__delitem__,
            words=lambda problem: f"words for {type(problem).__name__}",
        )


@dataclass
class Desk:
    """A form in an active window, and its fields."""

    form: RecordForm
    name: TextLine
    hours: DurationField
    note: GrowingText
    kept: Kept


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    name, hours, note = TextLine(), DurationField(), GrowingText()
    form = RecordForm(
        [
            Field("name", "Name", name),
            Field("hours", "Hours", hours, help="As agreed"),
            FieldGroup("More", [Field("note", "Note", note, wide=True)]),
        ]
    )
    kept = Kept()
    form.bind(kept.deeds())
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    return Desk(form, name, hours, note, kept)


def test_leaving_a_field_saves_it(desk: Desk) -> None:
    desk.form.focus_field("name")
    type_text(desk.name, "Zoë")

    desk.form.focus_field("note")

    assert desk.kept.saved == [("name", "Zoë")]


def test_a_field_that_was_not_changed_is_not_saved(desk: Desk) -> None:
    desk.form.focus_field("name")

    desk.form.focus_field("note")

    assert desk.kept.saved == []


def test_a_pause_in_typing_saves(desk: Desk, qtbot: QtBot) -> None:
    desk.form.focus_field("note")
    type_text(desk.note, "Grüezi")

    with qtbot.waitSignal(desk.form.saved, timeout=2000):
        pass

    assert desk.kept.saved == [("note", "Grüezi")]


def test_typing_without_a_pause_is_saved_within_two_seconds(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.form.focus_field("note")
    begin = time.monotonic()

    while not desk.kept.saved and time.monotonic() - begin < 4:
        type_text(desk.note, "x")
        qtbot.wait(100)

    assert time.monotonic() - begin < 2.2


def test_each_visit_to_a_field_is_a_sitting_of_its_own(desk: Desk) -> None:
    desk.form.focus_field("name")
    type_text(desk.name, "a")
    desk.form.flush()
    type_text(desk.name, "b")
    desk.form.focus_field("note")
    desk.form.focus_field("name")
    type_text(desk.name, "c")
    desk.form.flush()

    first, second, third = desk.kept.sittings
    assert first == second != third


def test_what_makes_no_value_is_kept_as_a_draft_with_a_message(desk: Desk) -> None:
    desk.form.focus_field("hours")
    type_text(desk.hours, "soon")

    desk.form.focus_field("note")

    assert desk.kept.drafts == {"hours": "soon"}
    assert desk.kept.saved == []
    assert "1:30" in desk.form.trouble("hours")


def test_a_draft_goes_when_the_field_is_right_at_last(desk: Desk) -> None:
    desk.form.show_values({}, {"hours": "1:3x"})
    desk.kept.drafts["hours"] = "1:3x"
    assert desk.form.trouble("hours")

    desk.form.focus_field("hours")
    press(desk.hours, Qt.Key.Key_Backspace)
    type_text(desk.hours, "0")
    desk.form.focus_field("note")

    assert desk.kept.saved == [("hours", 90)]
    assert desk.kept.drafts == {}
    assert desk.form.trouble("hours") == ""


def test_what_the_rules_refuse_is_kept_as_a_draft_in_words(desk: Desk) -> None:
    desk.kept.refusal = NotFound()
    desk.form.focus_field("name")
    type_text(desk.name, "Ann")

    assert desk.form.flush()

    assert desk.kept.drafts == {"name": "Ann"}
    assert desk.form.trouble("name") == "words for NotFound"


def test_flushing_tells_when_not_even_a_draft_could_be_kept(qtbot: QtBot) -> None:
    def fail(*_: object) -> None:
        raise NotFound

    line = TextLine()
    form = RecordForm([Field("name", "Name", line)])
    qtbot.addWidget(form)
    form.bind(Deeds(save=fail, keep_draft=fail, drop_draft=fail, words=lambda _: "no"))
    type_text(line, "Ann")

    assert not form.flush()

    assert form.trouble("name") == "no"


def test_showing_a_record_never_takes_away_what_is_being_typed(desk: Desk) -> None:
    desk.form.show_values({"name": "Ann", "hours": 60}, {})
    desk.form.focus_field("name")
    type_text(desk.name, "a")

    desk.form.show_values({"name": "Ben", "hours": 90}, {})

    assert desk.name.text() == "Anna"
    assert desk.hours.text() == "1:30"
    desk.form.flush()
    assert desk.kept.saved == [("name", "Anna")]


def test_a_draft_is_shown_as_it_was_typed(desk: Desk) -> None:
    desk.form.show_values({"hours": 60}, {"hours": "sixty"})

    assert desk.hours.text() == "sixty"
    assert desk.form.trouble("hours")


def test_enter_goes_to_the_next_field(desk: Desk) -> None:
    desk.form.focus_field("name")

    press(desk.name, Qt.Key.Key_Return)

    assert desk.hours.hasFocus()


def test_every_field_is_named_for_screen_readers(desk: Desk) -> None:
    assert desk.note.accessibleName() == "Note"


def test_a_locked_form_cannot_be_typed_into(desk: Desk) -> None:
    desk.form.set_locked(True)

    type_text(desk.name, "x")

    assert desk.name.text() == ""


def test_a_narrow_form_has_one_column_and_a_wide_one_two(
    desk: Desk, qtbot: QtBot
) -> None:
    [first, _second] = desk.form.findChildren(FieldGrid)

    desk.form.resize(1000, 400)
    assert first.columns() == 2
    desk.form.resize(300, 400)
    qtbot.waitUntil(lambda: first.columns() == 1)


def test_a_form_of_thirty_fields_is_built_in_no_time(qtbot: QtBot) -> None:
    begin = time.process_time()

    form = RecordForm([Field(f"{n}", f"Field {n}", TextLine()) for n in range(30)])

    assert time.process_time() - begin < 0.1  # usually a tenth of it
    qtbot.addWidget(form)
