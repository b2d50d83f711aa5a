"""The columns in which ties stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.tie import Closeness
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.record_table import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.tie import Tie


def tie_columns(name_of: Callable[[Tie], str]) -> list[Column[Tie]]:
    """Return who, where, how close, how, and what support there is."""
    return [
        Column(_("Name"), name_of, stretch=3),
        Column(_("Sector"), lambda tie: wording.label(tie.sector)),
        Column(
            _("Closeness"),
            lambda tie: wording.label(tie.closeness),
            sort_key=lambda tie: list(Closeness).index(tie.closeness),
        ),
        Column(_("Tie"), _quality, stretch=3),
        Column(_("Support"), _support, stretch=4),
    ]


def _quality(tie: Tie) -> str:
    return f"{wording.label(tie.quality)}, {wording.label(tie.flow)}"


def _support(tie: Tie) -> str:
    parts = [wording.label(kind) for kind in tie.kinds]
    parts += [tie.frequency] if tie.frequency else []
    parts += [_("deputises in an emergency")] if tie.deputises else []
    return "; ".join(parts)
