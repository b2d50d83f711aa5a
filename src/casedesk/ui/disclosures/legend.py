"""What the marks of the matrix mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from casedesk.domain.permission import Verdict
from casedesk.ui import wording
from casedesk.ui.colours import colours
from casedesk.ui.disclosures.marks import paint_mark
from casedesk.ui.disclosures.matrix_view import OBTAIN, PASS_ON
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ROOM = 4  # pixels around a mark


class Legend(QWidget):
    """Names every mark beside its shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=12)
        ways = _("{left} obtain   {right} pass on").format(left=OBTAIN, right=PASS_ON)
        flow.addWidget(plain_label(ways, "small", self))
        for verdict in Verdict:
            flow.addWidget(_Entry(verdict, self))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Entry(QWidget):
    def __init__(self, verdict: Verdict, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        row.addWidget(_Sign(verdict, self))
        row.addWidget(plain_label(wording.label(verdict), "small", self))


class _Sign(QWidget):
    def __init__(self, verdict: Verdict, parent: QWidget) -> None:
        super().__init__(parent)
        self._verdict = verdict
        side = self.fontMetrics().ascent() + 2
        self.setFixedSize(QSize(side, side))

    # --- QWidget

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.width() - 2
        place = QRectF(1, 1, side, side)
        paint_mark(QPainter(self), place, self._verdict, colours(self))
