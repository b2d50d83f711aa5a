"""Reads the source: what would let something out is not there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "casedesk"
FILES = sorted(SOURCE.rglob("*.py"))

ONLINE = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "asyncio",
    "requests",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
}
# Each with the files that may use it, and why.
FORBIDDEN_NAMES: dict[str, set[str]] = {
    "tempfile": {"ui/self_test.py"},  # a demo vault, when a bundle tries itself
    # Where a bug happened, and what kind it is, without what was in it.
    "logging": {"ui/crash.py", "ui/new_process.py"},
    "QDesktopServices": set(),
    "enable_load_extension": set(),
    "set_trace_callback": set(),
    "NamedTemporaryFile": set(),
    "QTemporaryFile": set(),
}
# `QLabel` without `plain_label`: pictures only.
LABELS = {
    "ui/widgets/labels.py",
    "ui/settings/logo_picker.py",
    "ui/scans/page_view.py",
    "ui/widgets/field_cell.py",
}
# What the practice noted for itself of providers; no paper of any kind reads it.
PROVIDERS = {
    "domain/provider.py",
    "services/demo_provision.py",
    "services/providing.py",
    "services/session.py",
    "services/work_kinds.py",
    "store/care_tables.py",
    "ui/implementation/provider_dialog.py",
    "ui/implementation/provider_words.py",
    "ui/implementation/referral_sheet.py",
    "ui/network/provider_card.py",
    "ui/network/service_names.py",
}
BOXES = {"ui/crash.py", "ui/problems.py", "ui/scans/remove_box.py"}
OPENERS = {
    "store/vault_file.py",  # before the engine opens it, and copies
    "store/backup.py",  # copies
    "store/repair.py",  # copies
    "store/header.py",  # copies
    "store/reserve.py",  # takes room
    "services/backup_places.py",  # the mark of a drive
    "services/cloud_folders.py",  # where programs of clouds noted their folders
    "services/backup_memory.py",
    "services/known_places.py",  # where backups lie
    "services/holder.py",  # which computer holds the vault
    "services/anchors.py",
    "services/vaults.py",  # the list of words
    "services/demo.py",
    "services/demo_content.py",
    "ui/preferences.py",
    "ui/language.py",
    "ui/icons.py",
    "ui/settings/logo_picker.py",
    "words/sheets.py",
    "words/forms.py",
    "words/instruments.py",
    "words/plan_profiles.py",
    "words/measure_templates.py",
    "ui/self_test.py",  # a paper of the demo, which the reader gets
    "ui/scans/reader/process.py",  # what it was given by the program, no file
}
# Words of the program, chosen before: which kind of paper, whom one picks.
TITLES = {
    "ui/preview/dialog.py: title",
    "ui/preview/sheet_dialog.py: self._sheet.title",
    "ui/network/pick_dialog.py: title",
}
READS = {"read_bytes", "read_text", "write_bytes", "write_text"}
DIALOGS = {"getOpenFileName", "getSaveFileName", "getExistingDirectory"}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ATTACH)\s", re.I)


def name_of(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def imports(file: Path) -> Iterator[str]:
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def words(file: Path) -> Iterator[str]:
    for node in nodes(file):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
    yield from (part for name in imports(file) for part in name.split("."))


def calls(file: Path, name: str) -> list[ast.Call]:
    return [
        node
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
    ]


def test_the_source_is_found() -> None:
    assert len(FILES) > 200


def test_nothing_that_goes_online_is_imported() -> None:
    found = [
        f"{name_of(file)}: {name}"
        for file in FILES
        for name in imports(file)
        if any(name == each or name.startswith(f"{each}.") for each in ONLINE)
    ]

    assert found == []


@pytest.mark.parametrize("name", FORBIDDEN_NAMES)
def test_what_lets_out_is_used_nowhere_else(name: str) -> None:
    found = {name_of(file) for file in FILES if name in set(words(file))}

    assert found == FORBIDDEN_NAMES[name]


def test_no_module_that_makes_papers_reads_what_was_noted_of_providers() -> None:
    names = {"providers", "providing", "experience"}
    found = {name_of(file) for file in FILES if names & set(words(file))}

    assert found == PROVIDERS


def test_nothing_is_printed() -> None:
    assert [name_of(file) for file in FILES if calls(file, "print")] == []


def test_labels_and_boxes_are_made_where_their_text_is_made_plain() -> None:
    labels = {name_of(file) for file in FILES if calls(file, "QLabel")}
    boxes = {name_of(file) for file in FILES if calls(file, "QMessageBox")}

    assert labels <= LABELS
    assert boxes <= BOXES
    for name in boxes:
        assert "PlainText" in (SOURCE / name).read_text(encoding="utf-8")


def test_a_label_beside_the_plain_ones_holds_no_text() -> None:
    made = [call for file in FILES for call in calls(file, "QLabel")]

    assert not any(isinstance(call.args[0], ast.Constant) for call in made if call.args)
    assert all(len(call.args) <= 1 and not call.keywords for call in made)


def test_files_are_opened_only_where_it_was_thought_over() -> None:
    found = {
        name_of(file)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "open")
            or (isinstance(node.func, ast.Attribute) and node.func.attr in READS)
        )
    }

    assert found <= OPENERS


def test_no_dialog_of_files_leaves_a_trace() -> None:
    untraced = set()
    for file in FILES:
        inside = {
            id(inner)
            for node in nodes(file)
            if isinstance(node, ast.With)
            and any("no_traces" in ast.dump(item) for item in node.items)
            for inner in ast.walk(node)
        }
        untraced |= {
            f"{name_of(file)}:{node.lineno}"
            for node in nodes(file)
            if isinstance(node, ast.Attribute)
            and node.attr in DIALOGS
            and id(node) not in inside
        }

    assert untraced == set()


def test_no_title_of_a_window_is_put_together_from_words_of_a_case() -> None:
    """A title is a word of the program, or one of its own made by a class."""
    made = {
        f"{name_of(file)}: {ast.unparse(node.args[0])}"
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setWindowTitle"
        and not ast.unparse(node.args[0]).startswith(("_(", "'"))
    }

    assert made <= TITLES


def test_each_piece_of_sql_that_is_put_together_says_why_it_may() -> None:
    silent = []
    for file in FILES:
        lines = file.read_text(encoding="utf-8").splitlines()
        for node in nodes(file):
            if not isinstance(node, ast.JoinedStr) or not node.values:
                continue
            first = node.values[0]
            if isinstance(first, ast.Constant) and SQL.match(str(first.value)):
                said = "\n".join(lines[node.lineno - 6 : (node.end_lineno or 0) + 1])
                if name_of(file).split("/")[0] != "store":
                    silent.append(f"{name_of(file)}:{node.lineno}: not in store")
                elif "S608" not in said and not DROP.search(said):
                    silent.append(f"{name_of(file)}:{node.lineno}")
    assert silent == []


# Names of our own triggers and tables, in statements that can bind nothing.
DROP = re.compile(r"DROP TRIGGER|CREATE TRIGGER|ATTACH|DROP TABLE|DROP INDEX")
