from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from ui.scans.scans import an_empty_page

from casedesk.domain.problems import FileNotRemoved
from casedesk.domain.scan_file import ScanFault
from casedesk.ui.scans.scan_files import (
    is_complete,
    is_scan,
    read_file,
    remove_files,
)
from casedesk.ui.scans.watched import Seen, arrived, look

if TYPE_CHECKING:
    from pathlib import Path


def test_files_are_taken_by_their_names_unless_they_are_still_hidden(
    tmp_path: Path,
) -> None:
    names = ("a.pdf", "b.JPG", "c.png", ".d.pdf", "~e.pdf", "f.pdf.part", "g.txt")

    assert [n for n in names if is_scan(tmp_path / n)] == ["a.pdf", "b.JPG", "c.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()

    assert read_file(tmp_path / "folder.pdf").fault is ScanFault.NOT_OPENED


def test_a_file_is_complete_when_its_end_is_there(tmp_path: Path) -> None:
    contents = {
        "whole.pdf": (b"%PDF-1.7\n ... %%EOF\n", True),
        "half.pdf": (b"%PDF-1.7\n ...", False),
        "whole.jpg": (an_empty_page(), True),
        "half.jpg": (an_empty_page()[:-50], False),
    }
    for name, (content, complete) in contents.items():
        (tmp_path / name).write_bytes(content)

        assert is_complete(read_file(tmp_path / name)) is complete, name


def test_only_what_was_filed_is_overwritten_and_removed(tmp_path: Path) -> None:
    for name in ("same.jpg", "changed.jpg"):
        (tmp_path / name).write_bytes(an_empty_page())
    files = [(p, read_file(p).sha256) for p in sorted(tmp_path.iterdir())]
    (tmp_path / "changed.jpg").write_bytes(an_empty_page() + b"more")
    twin = tmp_path / "twin"
    os.link(tmp_path / "same.jpg", twin)

    assert remove_files(files) == 1

    assert [p.name for p in sorted(tmp_path.iterdir())] == ["changed.jpg", "twin"]
    assert twin.read_bytes()[:3] != an_empty_page()[:3]


def test_a_file_that_cannot_be_removed_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "scan.jpg"
    path.write_bytes(an_empty_page())
    mark = read_file(path).sha256
    if os.geteuid() == 0:
        pytest.skip("root may remove everything")
    path.chmod(0o400)
    tmp_path.chmod(0o500)

    with pytest.raises(FileNotRemoved):
        remove_files([(path, mark)])


def test_a_file_has_arrived_when_two_looks_see_the_same(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF")
    (tmp_path / "empty.pdf").touch()
    first = look(tmp_path)

    assert arrived({}, first, ()) == []
    assert arrived(first, look(tmp_path), ()) == [path]
    assert arrived(first, look(tmp_path), {first[path]}) == []
    growing = {path: Seen(path.name, 99, 1)}
    assert arrived(first, growing, ()) == []
