"""A field for the canton, Bundesland or Land whose public holidays count."""

from __future__ import annotations

from casedesk.domain.region import every_region
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field


def region_field(name: str, label: str, *, unless: str, hint: str = "") -> Field:
    """Choose a region; `unless` says what counts without one."""
    items: list[tuple[object, str]] = [("", unless)]
    items += [
        (key, f"{name} ({country})") for key, (country, name) in every_region().items()
    ]
    return Field(name, label, ChoiceBox(items, may_be_empty=False), hint)
