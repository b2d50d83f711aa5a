from __future__ import annotations

from casedesk.ui.widgets.undo_steps import MOST, UndoSteps


def test_the_last_step_comes_back_first_and_once() -> None:
    steps: UndoSteps[str] = UndoSteps()
    steps.note(["first"])
    steps.note(["second", "third"])

    assert steps.take() == ["second", "third"]
    assert steps.take() == ["first"]
    assert steps.take() == []
    assert not steps


def test_a_step_that_changed_nothing_is_none_and_the_oldest_are_forgotten() -> None:
    steps: UndoSteps[int] = UndoSteps()
    steps.note([])
    empty = bool(steps)
    for number in range(MOST + 5):
        steps.note([number])
    taken = [steps.take() for _ in range(MOST)]

    assert not empty
    assert taken[-1] == [5]
    assert not steps
