"""Ties forms to records: what is typed is stored, what makes no value is kept."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any

from casedesk.domain.problems import NotStored
from casedesk.ui import wording
from casedesk.ui.widgets.record_form import Deeds

if TYPE_CHECKING:
    from casedesk.services.records import Records
    from casedesk.ui.widgets.record_form import RecordForm

SHOWN = "record_id"


# Any: a form takes records of every kind.
def show_in_form(form: RecordForm, records: Records[Any], record: Any) -> None:
    """Let a form show one record and store what is typed into it.

    What the form held of another record is stored first; where that fails, the form
    stays as it is and `NotStored` is raised.
    """
    if form.property(SHOWN) != record.id:
        if not form.flush():
            raise NotStored  # else the text would go to the other record
        form.end_visits()  # a field with the cursor in it shows the new record, too
        form.setProperty(SHOWN, record.id)
    may_change = records.may_change(record)
    form.bind(deeds_on(records, record.id, may_change=may_change))
    record = records.find(record.id) or record  # as it is after what was just stored
    form.show_values(values_of(record), records.drafts(record.id))


def deeds_on(
    records: Records[Any], record_id: str, *, may_change: bool | None = None
) -> Deeds:
    """Return what a form does with what is typed about one record."""

    def save(name: str, value: object, sitting: str) -> None:
        records.change(record_id, sitting=sitting, **{name: value})

    return Deeds(
        save=save,
        keep_draft=partial(records.keep_draft, record_id),
        drop_draft=partial(records.drop_draft, record_id),
        words=wording.problem,
        may_change=not records.is_read_only if may_change is None else may_change,
    )


def values_of(record: Any) -> dict[str, object]:
    """Return the fields of a record by name."""
    return {field.name: getattr(record, field.name) for field in fields(record)}
