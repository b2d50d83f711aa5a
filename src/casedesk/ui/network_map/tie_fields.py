"""The fields of a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.tie import Closeness, Flow, Quality, Sector, SupportKind
from casedesk.ui import fields
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.ui.widgets.field_cell import Field


def tie_fields() -> list[Field]:
    """Return the fields of a tie; the name is that of the party where there is one."""

    def label(name: str) -> str:
        return field_label("tie", name)

    return [
        fields.line("name", label("name"), wide=True),
        fields.choice("sector", label("sector"), Sector),
        fields.choice("closeness", label("closeness"), Closeness),
        fields.choice("quality", label("quality"), Quality),
        fields.choice("flow", label("flow"), Flow),
        fields.line(
            "frequency", label("frequency"), placeholder=_("every Sunday, by phone")
        ),
        fields.tick("deputises", label("deputises")),
        fields.tick("is_organisation", label("is_organisation")),
        fields.chips("kinds", label("kinds"), SupportKind),
        fields.text("note", label("note"), lines=1),
    ]
