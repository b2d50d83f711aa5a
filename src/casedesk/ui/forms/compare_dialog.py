"""An own text beside the shipped one: only the passages that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.forms import form_words
from casedesk.ui.language import gettext as _
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.side_by_side import SideBySide
from casedesk.words.form_passages import passages

if TYPE_CHECKING:
    from casedesk.words.form_template import FormTemplate


class CompareDialog(QDialog):
    """Shows both texts of each passage that is not the same in both."""

    def __init__(
        self, own: FormTemplate, shipped: FormTemplate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Compare with the shipped text"))
        make_room(self, letters=150, lines=44)
        self.places = differing(own, shipped)
        page = ScrollPage(self, margin=2 * GRID)
        page.add(plain_label(form_words.title(own), "heading", self, wraps=True))
        if not self.places:
            page.add(EmptyState(_("Both texts are the same."), "", self))
        mine, theirs = _texts(own), _texts(shipped)
        for place in self.places:
            page.add(self._card(place, mine, theirs, own, shipped))
        close = button(_("Close"), "primary", self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(row)

    def _card(
        self,
        place: str,
        mine: dict[str, str],
        theirs: dict[str, str],
        own: FormTemplate,
        shipped: FormTemplate,
    ) -> Card:
        part = form_words.group_title(place, own if place in mine else shipped)
        label = form_words.field_label(place)
        card = Card(_("{part} · {passage}").format(part=part, passage=label), self)
        sides = (
            (_("Own text, version {version}").format(version=own.version), mine),
            (
                _("Shipped text, version {version}").format(version=shipped.version),
                theirs,
            ),
        )
        left, right = (
            [
                plain_label(title, "field", self, wraps=True),
                plain_label(texts.get(place) or _("(nothing)"), "", self, wraps=True),
            ]
            for title, texts in sides
        )
        card.add(SideBySide(left, right, self))
        return card


def differing(own: FormTemplate, shipped: FormTemplate) -> list[str]:
    """Return the places whose words are not the same, in the order of the paper."""
    mine, theirs = _texts(own), _texts(shipped)
    places = dict.fromkeys((*theirs, *mine))
    return [each for each in places if mine.get(each, "") != theirs.get(each, "")]


def _texts(form: FormTemplate) -> dict[str, str]:
    return {each.place: each.text for each in passages(form)}
