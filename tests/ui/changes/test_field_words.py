from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from casedesk.services.records import Records
from casedesk.ui.changes.field_words import field_label

if TYPE_CHECKING:
    from casedesk.services.session import Session


def test_every_field_of_every_record_has_words(session: Session) -> None:
    kinds = [kind for kind in vars(session).values() if isinstance(kind, Records)]
    kinds.append(session.practice.records)

    missing = []
    with session._database.read() as tables:
        for records in kinds:
            for field in fields(records._rows(tables)._class):
                try:
                    assert field.name == "id" or field_label(records.noun, field.name)
                except KeyError:
                    missing.append(f"{records.noun}.{field.name}")

    assert len(kinds) > 20
    assert missing == []
