"""A day that a record cannot be without."""

from __future__ import annotations

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.date_field import DateField


class NeededDateField(DateField):
    """Edits a day; an emptied field is no value, so that the earlier day stays."""

    def value(self) -> object:
        """Return the day, or raise `ValueError` if there is none."""
        if not self.text().strip():
            raise ValueError
        return super().value()

    def problem(self) -> str | None:
        """Say what is expected if the text makes no day."""
        if not self.text().strip():
            return _("A day is needed here. The earlier one stays until then.")
        return super().problem()
