"""A rule of law on which something goes that no consent covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.disclosure import Override
from casedesk.domain.statute import Statute, statutes_in
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.text_line import TextLine
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.practice import Country
    from casedesk.ui.widgets.editor import Editor


class LawForm(Card):
    """Asks for the rule, the reason, and a second confirmation."""

    edited = Signal()

    def __init__(self, country: Country, parent: QWidget | None = None) -> None:
        super().__init__(_("Without the client's consent, by law"), parent)
        rules = [(each, wording.label(each)) for each in statutes_in(country)]
        self.rule = ChoiceBox(rules, self)
        self.named = TextLine(self)
        self.reason = GrowingText(self, min_lines=2)
        self.confirmed = TickBox(
            _(
                "I have weighed this and take responsibility: it goes without the "
                "client's consent."
            ),
            self,
        )
        self._build()

    def override(self) -> Override | None:
        """Return what was filled in, or nothing as long as something is missing."""
        rule = self.rule.value()
        reason, named = self.reason.value(), self.named.value()
        needs_name = rule is Statute.OTHER and not str(named).strip()
        if not isinstance(rule, Statute) or not reason or needs_name:
            return None
        if not self.confirmed.value():
            return None
        return Override(
            statute=rule, named=str(named), reason=reason, is_confirmed=True
        )

    def editors(self) -> dict[str, Editor]:
        """Return what is typed and chosen, but for the confirmation."""
        return {"rule": self.rule, "named": self.named, "reason": self.reason}

    def clear(self) -> None:
        """Empty the form."""
        for editor in (self.rule, self.named, self.reason, self.confirmed):
            editor.set_value(None)

    def _build(self) -> None:
        self.add(
            plain_label(
                _(
                    "Only a rule of law lets it go. The reason stays in the log and is "
                    "marked there."
                ),
                "warning",
                self,
                wraps=True,
            )
        )
        cells = [
            FieldCell(Field("rule", _("Rule of law"), self.rule), self),
            FieldCell(Field("named", _("Which rule, if another"), self.named), self),
            FieldCell(Field("reason", _("Reason"), self.reason, wide=True), self),
        ]
        self.add(FieldGrid(cells, self))
        self.add(self.confirmed)
        for editor in (self.rule, self.named, self.reason, self.confirmed):
            editor.edited.connect(self.edited)
