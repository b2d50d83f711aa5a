"""Everybody who has to sign draws the signature, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.drawn_signature import LEAST_POINTS
from casedesk.domain.signing import SignerRole
from casedesk.ui import wording
from casedesk.ui.consents.signature_pad import SignaturePad
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.drawn_signature import Stroke


class DrawingPart(QWidget):
    """A field to draw in, and who is drawing."""

    changed = Signal()

    def __init__(
        self, signers: dict[SignerRole, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signers = signers
        self._drawn: dict[SignerRole, tuple[Stroke, ...]] = {}
        self.pad = SignaturePad(self)
        self._build()

    def signatures(self) -> dict[SignerRole, tuple[Stroke, ...]]:
        """Return what each has drawn."""
        return {role: self._drawn[role] for role in self._signers if self._has(role)}

    def missing(self) -> list[SignerRole]:
        """Return who has not drawn a signature yet."""
        return [role for role in self._signers if not self._has(role)]

    def choose(self, role: SignerRole) -> None:
        """Let somebody else draw."""
        self._who.set_value(role)
        self._on_chosen()

    def clear(self) -> None:
        """Take every signature away."""
        self._drawn.clear()
        self.pad.show_strokes(())

    def set_open(self, *, is_open: bool) -> None:
        """Let signatures be drawn, or not yet."""
        for widget in (self.pad, self._undo, self._clear):
            widget.setEnabled(is_open)

    def _has(self, role: SignerRole) -> bool:
        return sum(map(len, self._drawn.get(role, ()))) >= LEAST_POINTS

    def _role(self) -> SignerRole:
        return SignerRole(str(self._who.value()))

    def _build(self) -> None:
        offered = [
            (role, " – ".join(filter(None, (wording.label(role), name))))
            for role, name in self._signers.items()
        ]
        label = plain_label(_("Who signs now"), "field", self)
        self._who = ChoiceBox(offered, self, may_be_empty=False)
        self._who.setAccessibleName(label.text())
        label.setBuddy(self._who)
        self._undo = button(_("Undo the last stroke"), "", self)
        self._clear = button(_("Clear"), "", self)
        bar = QWidget(self)
        acts = FlowLayout(bar, gap=GRID)
        acts.addWidget(self._undo)
        acts.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(label)
        layout.addWidget(self._who)
        layout.addWidget(self.pad)
        layout.addWidget(bar)
        self.pad.drawn.connect(self._on_drawn)
        self._who.edited.connect(self._on_chosen)
        self._undo.clicked.connect(self.pad.undo)
        self._clear.clicked.connect(self.pad.clear)

    def _on_drawn(self) -> None:
        self._drawn[self._role()] = self.pad.strokes()
        self.changed.emit()

    def _on_chosen(self) -> None:
        self.pad.show_strokes(self._drawn.get(self._role(), ()))
