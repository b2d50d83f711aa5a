"""The words of one form, passage by passage, to read or to write."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from casedesk.ui import fields, wording
from casedesk.ui.forms import form_words
from casedesk.ui.widgets.record_form import Deeds, FieldGroup, RecordForm
from casedesk.words.form_passages import passages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.own_form import OwnPassage
    from casedesk.services.forms import FormService
    from casedesk.ui.widgets.field_cell import Field
    from casedesk.words.form_passages import Passage
    from casedesk.words.form_template import FormTemplate


class TextForm(RecordForm):
    """Shows a form; with an own draft, what is typed is stored by itself."""

    def __init__(self, shipped: FormTemplate, parent: QWidget | None = None) -> None:
        self._offered = {each.place: each.text for each in passages(shipped)}
        super().__init__(_groups(shipped), parent, most_columns=1)
        self._records: dict[str, OwnPassage] = {}

    def show_text(self, form: FormTemplate) -> None:
        """Show the words of a form that can only be read."""
        if self._records:
            self.end_visits()  # what stands in the field with the cursor was another's
        self._records = {}
        self.show_values({each.place: each.text for each in passages(form)}, {})
        self.set_locked(True)

    def show_draft(self, forms: FormService, own_id: str) -> None:
        """Show an own draft, to be written."""
        found = forms.passages.of(form_id=own_id)
        if {each.id for each in found} != {each.id for each in self._records.values()}:
            self.end_visits()
        self._records = {passage.place: passage for passage in found}
        self.bind(
            Deeds(
                save=partial(self._store, forms),
                keep_draft=lambda _place, _text: None,  # every text is a text
                drop_draft=lambda _place: None,
                words=wording.problem,
            )
        )
        self.show_values({each.place: each.text for each in found}, {})
        self.set_locked(False)

    def passage_id(self, place: str) -> str:
        """Return the record of a passage, nothing where the form can only be read."""
        passage = self._records.get(place)
        return "" if passage is None else passage.id

    def _store(
        self, forms: FormService, place: str, value: object, sitting: str
    ) -> None:
        passage = self._records.get(place)
        if passage is not None:
            forms.passages.change(passage.id, sitting=sitting, text=str(value))


def _groups(form: FormTemplate) -> list[FieldGroup]:
    grouped = groupby(
        passages(form), lambda each: form_words.group_title(each.place, form)
    )
    return [
        FieldGroup(title, [_field(each) for each in group]) for title, group in grouped
    ]


def _field(passage: Passage) -> Field:
    label = form_words.field_label(passage.place)
    if passage.is_short:
        return fields.line(passage.place, label, wide=True)
    hint = form_words.placeholders(passage.text)
    return fields.text(passage.place, label, hint=hint)
