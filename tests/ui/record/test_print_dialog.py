from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from services.paper_case import a_paper_case

from casedesk.domain.document import DocumentKind
from casedesk.domain.entry import Entry, EntryId, EntryKind
from casedesk.domain.happening import Narrowing, Topic, kinds_of
from casedesk.domain.phase import Phase
from casedesk.ui.record.print_dialog import PrintDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


def test_it_begins_with_what_is_looked_for_and_shows_the_paper(
    desk: Desk, asked: Asked, qtbot: QtBot
) -> None:
    case = a_paper_case(desk.session).case
    entry = Entry(
        id=EntryId("one"),
        case_id=case.id,
        phase=Phase.INTAKE,
        kind=EntryKind.VISIT,
        happened_on=date(2026, 3, 1),
        entered_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    desk.session.entries.add(entry)
    contacts = kinds_of(frozenset({Topic.CONTACTS}))
    narrowing = Narrowing(kinds=contacts, since=date(2026, 2, 1))
    dialog = PrintDialog(desk, case.id, narrowing)
    qtbot.addWidget(dialog)
    assert dialog.topics.value() == (Topic.CONTACTS,)
    dialog.internal.set_value(False)

    dialog.show_paper.click()

    [paper] = asked.papers
    assert (paper.kind, paper.entry_ids) == (DocumentKind.RECORD, ("one",))
    extract = dialog.extract()
    assert extract.narrowing == narrowing
    assert not extract.with_internal


def test_one_kind_that_is_looked_for_stays_what_is_printed(
    desk: Desk, qtbot: QtBot
) -> None:
    case = a_paper_case(desk.session).case
    only = Narrowing(kinds=frozenset({EntryKind.PHONE}))
    dialog = PrintDialog(desk, case.id, only)
    qtbot.addWidget(dialog)

    assert dialog.topics.value() == ()
    assert dialog.extract().narrowing == only

    dialog.topics.set_value((Topic.PLAN,))
    kinds = dialog.extract().narrowing.kinds
    assert kinds == kinds_of(frozenset({Topic.PLAN}))
