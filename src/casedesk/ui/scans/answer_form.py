"""The questions about a paper that came back; nothing is answered beforehand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.dates import Leaning
from casedesk.domain.signing import SignerRole
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from casedesk.domain.consent import ConsentItemId
    from casedesk.services.signed_papers import Question
    from casedesk.ui.widgets.editor import Editor


class _Said(StrEnum):
    """What the pen did to a row."""

    GRANTED = "granted"
    STRUCK = "struck"


class AnswerForm(QWidget):
    """Who signed, on which day, where, and which rows were granted or struck."""

    edited = Signal()

    def __init__(
        self,
        question: Question,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._rows: dict[ConsentItemId, ChoiceBox] = {}
        self.signers = ChoiceChips(wording.choices(SignerRole), self)
        day = fields.day("signed_on", _("Day"), today, leaning=Leaning.PAST)
        place = fields.line("signed_at", _("Place"))
        self.day, self.place = day.editor, place.editor
        by = Field("signed_by", _("Signed by"), self.signers)
        is_plan = question.kind is None
        self._build((by, day) if is_plan else (by, day, place))

    def missing(self) -> str:
        """Say what must be answered yet, nothing if all is said."""
        if not self.signers.value():
            return _("Choose who signed.")
        if self.day.problem() is not None or self.day.value() is None:
            return _("Enter the day of the signature.")
        if any(box.value() is None for box in self._rows.values()):
            return _("Say for each row whether it was granted or struck.")
        return ""

    def answers(self) -> dict[str, str]:
        """Return everything as it was typed and chosen, by field."""
        return {name: editor.raw() for name, editor in self._editors().items()}

    def set_answers(self, answers: Mapping[str, str]) -> None:
        """Show what was once typed and chosen."""
        for name, editor in self._editors().items():
            if answers.get(name):
                editor.set_raw(answers[name])

    def _editors(self) -> dict[str, Editor]:
        asked: dict[str, Editor] = {
            "signed_by": self.signers,
            "signed_on": self.day,
            "signed_at": self.place,
        }
        return asked | {str(item_id): box for item_id, box in self._rows.items()}

    def signed_by(self) -> tuple[SignerRole, ...]:
        """Return who signed."""
        return tuple(SignerRole(str(value)) for value in self.signers.value())

    def struck(self) -> tuple[ConsentItemId, ...]:
        """Return the rows that were struck."""
        return tuple(
            item_id
            for item_id, box in self._rows.items()
            if box.value() is _Said.STRUCK
        )

    def row(self, item_id: ConsentItemId) -> ChoiceBox:
        """Return the choice for a row."""
        return self._rows[item_id]

    def _build(self, asked: tuple[Field, ...]) -> None:
        page = ScrollPage(self)
        card = Card(_("The signature"), self)
        for field in asked:
            card.add(FieldCell(field, card))
            field.editor.edited.connect(self.edited)
        page.add(card)
        if self._question.rows:
            page.add(self._rows_card())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _rows_card(self) -> Card:
        card = Card(_("The rows, as they are printed"), self)
        card.add(
            plain_label(
                _("Look at each row on the paper: what was ticked or struck?"),
                "small",
                card,
                wraps=True,
            )
        )
        for number, row in enumerate(self._question.rows, start=1):
            box = ChoiceBox(
                [
                    (_Said.GRANTED, _("granted")),
                    (_Said.STRUCK, _("struck, or “no”")),
                ],
                card,
            )
            box.edited.connect(self.edited)
            self._rows[row.item_id] = box
            label = f"{number}. {row.name}"
            card.add(FieldCell(Field(row.item_id, label, box), card))
        return card
