"""What the user chose is kept in a small file that tells of no case."""

from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from casedesk.ui.preferences import MOST_RECENT, Preferences

if TYPE_CHECKING:
    from pathlib import Path


def test_choices_are_there_again_after_a_restart(tmp_path: Path) -> None:
    before = Preferences(tmp_path)
    before.change(language="de_CH", scheme="dark", text_percent=150)
    before.change(lock_after_minutes=10)
    before.keep_geometry("main", b"\x01\xfe")

    after = Preferences(tmp_path)

    assert after.chosen == before.chosen
    assert after.chosen.scheme == "dark"
    assert after.geometry("main") == b"\x01\xfe"


def test_the_latest_vault_stands_first_and_none_twice(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    paths = [tmp_path / f"{number}.casedesk" for number in range(MOST_RECENT + 2)]

    for path in (*paths, paths[3]):
        preferences.remember_vault(path)

    recent = preferences.recent_vaults()
    assert recent[0] == paths[3]
    assert len(recent) == len(set(recent)) == MOST_RECENT


def test_who_wants_no_vault_remembered_leaves_no_trace(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.remember_vault(tmp_path / "secret.casedesk")

    preferences.change(remembers_vaults=False)
    preferences.remember_vault(tmp_path / "secret.casedesk")

    [file] = tmp_path.iterdir()
    assert "secret" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="torn"),
        pytest.param("[1, 2]", id="a list"),
        pytest.param(
            json.dumps(
                {
                    "language": 3,
                    "scheme": "pink",
                    "text_percent": "large",
                    "lock_after_minutes": True,
                    "remembers_vaults": None,
                    "recent_vaults": "x",
                    "windows": [],
                }
            ),
            id="other kinds",
        ),
        pytest.param("[" * 20_000, id="endlessly nested"),
    ],
)
def test_a_file_that_cannot_be_used_counts_as_none(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "preferences.json").write_text(content, "utf-8")

    assert Preferences(tmp_path).chosen == Preferences(tmp_path / "none").chosen


def test_numbers_out_of_range_are_brought_into_it(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)

    preferences.change(lock_after_minutes=600, text_percent=10)

    assert preferences.chosen.lock_after_minutes == 60
    assert preferences.chosen.text_percent == 100


def test_a_place_that_is_no_place_is_none(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.change(windows={"main": "not hexadecimal"})

    assert preferences.geometry("main") == b""


def test_where_nothing_can_be_written_the_choice_holds_all_the_same(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("in the way")
    preferences = Preferences(tmp_path / "file")

    preferences.change(scheme="dark")

    assert preferences.chosen.scheme == "dark"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_the_folder_is_the_users_own(tmp_path: Path) -> None:
    Preferences(tmp_path / "new").change(scheme="dark")

    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
