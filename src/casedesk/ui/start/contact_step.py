"""Third step of the assistant: what stands on the letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.settings.logo_picker import LogoPicker
from casedesk.ui.start.step import Step

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ContactStep(Step):
    """Everything here may stay empty and be filled in later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Your letterhead"),
            _("This stands on your papers. What you leave out can be added later."),
            parent,
        )
        self.add_fields(
            [
                fields.line("street", _("Street and number"), wide=True),
                fields.line("postcode", _("Postcode")),
                fields.line("town", _("Town")),
                fields.line("phone", _("Phone")),
                fields.line("email", _("E-mail")),
            ]
        )
        self.logo = LogoPicker(self)
        self.body.addWidget(self.logo)
