from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.trail import Anchor
from casedesk.services.anchors import AnchorFile

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.session import Session


def do_something(session: Session) -> None:
    anna = Client(id=ClientId("anna"), family_name="Brunner")
    session.cases.open_for_new_client(anna, Area.NURSING_CARE)
    session.clients.change("anna", note="hört schlecht")


def test_the_trail_of_daily_work_holds(session: Session) -> None:
    do_something(session)

    result = session.trail.check()

    assert result.holds
    assert result.lines == len(session.trail.last(99)) > 2


def test_a_line_written_past_the_services_is_found(session: Session) -> None:
    do_something(session)
    connection = session._database._connection
    connection.execute(
        "INSERT INTO deed (at, action) VALUES ('2026-03-14T00:00:00+00:00', 'forged')"
    )
    do_nothing = session.trail.last(1)[0].number

    assert session.trail.check().broken_at == do_nothing


def test_an_older_copy_is_noticed_by_the_anchor(session: Session) -> None:
    do_something(session)
    anchor = session.trail.anchor()
    assert anchor is not None

    assert not session.trail.is_older_than(anchor)
    assert not session.trail.is_older_than(None)
    assert session.trail.is_older_than(Anchor(number=anchor.number, seal="other"))
    assert session.trail.is_older_than(Anchor(number=anchor.number + 1, seal="later"))


def test_the_export_holds_every_line_and_no_case_text(session: Session) -> None:
    do_something(session)

    table = session.trail.exported().decode("utf-8-sig")

    assert len(table.splitlines()) == len(session.trail.last(99)) + 1
    assert "client.change" in table
    assert "trail.export" in table
    assert "Brunner" not in table
    assert "hört" not in table


def test_anchors_are_kept_beside_the_preferences(tmp_path: Path) -> None:
    anchors = AnchorFile(tmp_path / "new folder" / "trails.json")
    assert anchors.anchor_of("v") is None

    anchors.keep("v", Anchor(number=7, seal="abc"))
    anchors.keep("w", Anchor(number=8, seal="def"))

    assert anchors.anchor_of("v") == Anchor(number=7, seal="abc")


def test_wrong_passphrases_are_counted_without_naming_the_file(tmp_path: Path) -> None:
    path = tmp_path / "trails.json"
    anchors = AnchorFile(path)
    vault = tmp_path / "Brunner.casedesk"

    anchors.note_failure(vault)
    anchors.note_failure(vault)

    assert "Brunner" not in path.read_text()
    assert anchors.take_failures(vault) == 2
    assert anchors.take_failures(vault) == 0


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "[" * 20_000,
        '{"anchors": {}}',
        '{"anchors": []}',
        '{"anchors": {"v": 3}, "failures": "many"}',
        '{"anchors": {"v": {"number": "x", "seal": 1}}, "failures": null}',
    ],
)
def test_a_broken_file_counts_as_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "trails.json"
    path.write_text(content)
    anchors = AnchorFile(path)

    assert anchors.anchor_of("v") is None
    anchors.note_failure(tmp_path / "Praxis.casedesk")
    assert anchors.take_failures(tmp_path / "Praxis.casedesk") == 1
    anchors.keep("v", Anchor(number=7, seal="00ff"))
    assert anchors.anchor_of("v") == Anchor(number=7, seal="00ff")
