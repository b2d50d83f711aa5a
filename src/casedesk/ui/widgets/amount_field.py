"""A sum of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class AmountField(ParsedLine):
    """Edits an amount in whole cents, typed as the language writes money."""

    def __init__(
        self,
        parse: Callable[[str], object],
        show: Callable[[object], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parse, show, _("Please type an amount, such as 120.50."), parent
        )
        self.set_letters(14)
