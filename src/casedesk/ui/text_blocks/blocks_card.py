"""The card of the text blocks of the practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import PaperLanguage
from casedesk.domain.text_block import TextBlock, TextBlockId
from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.record_list import RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class BlocksCard(Card):
    """Adds, changes and removes text blocks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Text blocks"), parent)
        self._session = desk.session
        self.list = RecordList(
            desk.session.text_blocks,
            _fields,
            lambda block: block.abbreviation or _("(no abbreviation yet)"),
            add_text=_("Add a text block"),
            empty_text="",
            desk=desk,
            parent=self,
        )
        self.add(
            plain_label(
                _(
                    "Type the abbreviation in any long text and press Space or Tab: it "
                    "is written out, and Ctrl+Z takes that back. Ctrl+Space shows all "
                    "text blocks."
                ),
                "muted",
                self,
                wraps=True,
            )
        )
        self.add(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; a field in which the user types stays as it is."""
        self.list.show_records(self._session.text_blocks.all(), self._new)

    def flush(self) -> None:
        """Store what is typed now."""
        self.list.flush()

    def _new(self) -> TextBlock:
        return TextBlock(id=TextBlockId(self._session.clock.new_id()))


def _fields() -> list[Field]:
    return [
        fields.line(
            "abbreviation", _("Abbreviation"), hint=_("one word, such as “tk”")
        ),
        fields.choice(
            "language",
            _("Language"),
            PaperLanguage,
            may_be_empty=True,
            hint=_("Without one it serves in all languages."),
        ),
        fields.text("text", _("Text"), lines=2),
    ]
