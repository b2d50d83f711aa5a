"""Every way out of a case, and that each of them passes the check.

The source is read: whoever adds a way out has to name it here, and to take it through
a gate that asks for a clearance. Clearances are made in one module alone.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from test_no_leaks import FILES, calls, name_of, nodes, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What can carry bytes or words out of the program, and the only files that use it.
EXITS: dict[str, dict[str, str]] = {
    "QPrinter": {
        "ui/preview/printing.py": "the gate for paper",
        "ui/preview/dialog.py": "names it as what is asked for; makes none",
    },
    "QPrintDialog": {"ui/preview/printing.py": "the gate for paper"},
    "QSaveFile": {"ui/preview/saving.py": "the gate for files"},
    "getSaveFileName": {
        "ui/preview/saving.py": "the gate for files",
        "ui/start/vault_button.py": "where a new vault is made; encrypted",
        "ui/start/recovery_dialog.py": "where a copy of a vault is made; encrypted",
    },
    "QPdfWriter": {},
    "QDesktopServices": {},
    "QDrag": {},
    "setMimeData": {"ui/clipboard.py": "marks as secret what the user copied"},
    "QProcess": {"ui/scans/reading.py": "a child of the program reads scans, by pipe"},
    "startDetached": {},
    "sendmail": {},
    "subprocess": {"ui/new_process.py": "starts the program itself again"},
    "Popen": {"ui/new_process.py": "starts the program itself again"},
    "write_bytes": {
        "services/demo.py": "papers of the demo, whose people are invented",
        "ui/self_test.py": "a paper of the demo, when a bundle tries itself",
    },
}
GATES = {"ui/preview/printing.py", "ui/preview/saving.py"}
MAKER = "services/disclosures.py"
# Who gives bytes to a gate, and of what.
PRINTS = {
    "ui/preview/dialog.py": "papers of a case",
    "ui/preview/sheet_dialog.py": "sheets about the vault",
}
SAVES = {
    **PRINTS,
    "ui/trail/dialog.py": "the trail, which names nobody",
    "ui/statistics/page.py": "the statistics, without what would tell of somebody",
}
WITHOUT_CASE = {
    "ui/preview/sheet_dialog.py",
    "ui/trail/dialog.py",
    "ui/statistics/page.py",
}
# Who files a paper or clears one that is filed: it has to say for whom.
_OF_THE_DEMO = "services/demo_plans.py"  # whose people are invented
FILES_PAPERS = {
    "ui/preview/dialog.py",
    "services/demo.py",
    "services/demo_accounts.py",
    "services/demo_reports.py",
    _OF_THE_DEMO,
}
HANDS_OUT_AGAIN = {"ui/preview/dialog.py", _OF_THE_DEMO}


def users_of(name: str) -> set[str]:
    return {name_of(file) for file in FILES if name in set(words(file))}


def callers_of(name: str) -> set[str]:
    """Return the files that call a function or method of this name."""
    return {name_of(file) for file in FILES if any(_calls(file, name))}


def _calls(file: Path, name: str) -> Iterator[ast.Call]:
    for node in nodes(file):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if name in (getattr(called, "id", None), getattr(called, "attr", None)):
            yield node


def parameters(path: str, name: str) -> set[str]:
    [file] = [file for file in FILES if name_of(file) == path]
    found = [
        {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
        for node in nodes(file)
        if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return set.union(*found)


@pytest.mark.parametrize("name", EXITS)
def test_what_lets_out_is_used_only_where_it_was_thought_over(name: str) -> None:
    assert users_of(name) <= set(EXITS[name])


def test_the_list_of_exits_names_nothing_that_is_gone() -> None:
    used = {name: users_of(name) for name in ("QPrinter", "QSaveFile", "Popen")}

    assert used == {name: set(EXITS[name]) for name in used}


def test_the_gates_ask_for_a_clearance_and_look_at_the_bytes() -> None:
    assert "clearance" in parameters("ui/preview/saving.py", "write")
    assert "clearance" in parameters("ui/preview/printing.py", "__init__")
    for file in FILES:
        if name_of(file) in GATES:
            looked = [
                call
                for call in _calls(file, "check")
                if isinstance(call.func, ast.Attribute)
                and isinstance(call.func.value, ast.Name)
                and call.func.value.id == "clearance"
            ]
            assert len(looked) == 1, name_of(file)


def test_clearances_are_made_in_one_module_alone() -> None:
    makers = {name_of(file) for file in FILES if calls(file, "Clearance")}

    assert makers == {MAKER}


def test_only_what_is_listed_gives_bytes_to_a_gate() -> None:
    assert callers_of("PrintJob") == set(PRINTS)
    saved = {
        name_of(file)
        for file in FILES
        for call in _calls(file, "write")
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "saving"
    }
    assert saved == set(SAVES)


def test_only_sheets_about_the_vault_are_cleared_without_a_case() -> None:
    assert callers_of("cleared_without_case") == WITHOUT_CASE
    makers = {name_of(file) for file in FILES if calls(file, "LooseSheet")}
    assert makers == {
        "services/recovery.py",
        "services/form_samples.py",
        "services/statistic_papers.py",
    }


def test_papers_are_filed_and_handed_out_only_by_those_who_say_for_whom() -> None:
    assert callers_of("issue") == FILES_PAPERS
    assert callers_of("hand_out_again") == HANDS_OUT_AGAIN
    assert "handing" in parameters("services/papers.py", "issue")
    assert "handing" in parameters(MAKER, "hand_out_again")


def test_lines_of_the_log_are_written_only_by_the_check() -> None:
    """A line cannot come into the log beside the rule that decides on it."""
    assert callers_of("log_line") == {MAKER}
    adders = {
        name_of(file)
        for file in FILES
        for call in _calls(file, "add")
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Attribute)
        and call.func.value.attr in ("disclosures", "disclosure_log")
    }
    assert adders == {MAKER}


def test_only_what_the_user_copies_goes_to_the_clipboard() -> None:
    """The program itself puts nothing there but what a bug report needs."""
    putting = users_of("setText") & users_of("clipboard")
    asked = {
        name
        for name in putting
        for file in FILES
        if name_of(file) == name and "clipboard().setText" in file.read_text("utf-8")
    }
    assert asked <= {"ui/crash.py"}


def test_papers_of_conferences_go_nowhere_but_into_the_preview() -> None:
    """Invitation, preparation sheet and minutes are prepared where they are shown."""
    parts = {
        "ui/conferences/people_card.py",
        "ui/conferences/prepare_part.py",
        "ui/conferences/follow_part.py",
    }
    asking = {name for name in users_of("conference_papers") if name.startswith("ui/")}

    assert asking == parts
    assert parts <= callers_of("preview")
    for name in ("invitation", "preparation", "minutes"):
        assert "handing" not in parameters("services/conference_papers.py", name)


def test_what_a_letter_notes_when_it_goes_out_is_noted_by_issuing_alone() -> None:
    """A referral counts as sent only in the deed that passes the check."""
    assert callers_of("filed") == {"services/papers.py"}


def test_no_paper_reads_what_a_practice_keeps_for_itself() -> None:
    private = {"experience", "providers", "describe"}
    of_papers = [
        file
        for file in FILES
        if name_of(file).startswith(("services/paper_words/", "pdf/"))
    ]

    assert of_papers
    assert not [
        name_of(file) for file in of_papers if private.intersection(words(file))
    ]
