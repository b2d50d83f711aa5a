"""What a sheet says, in words and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.words.scores import score_words

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.instrument import Instrument, Sheet
    from casedesk.domain.scoring import Figure, Outcome


def figure_words(found: Figure) -> str:
    """Write a figure with its range, and what it is called."""
    return score_words(found, _)


def main_figure(outcome: Outcome) -> str:
    """Say the figure that stands for the whole sheet: the last that has a heading."""
    shown = [each for each in outcome.figures if each.score.heading]
    return figure_words(shown[-1]) if shown else ""


def missing_words(outcome: Outcome) -> str:
    """Say which items are not answered yet."""
    if not outcome.missing:
        return ""
    items = ", ".join(outcome.missing)
    return _("Not answered yet: {items}.").format(items=items)


def sheet_line(sheet: Sheet, pack: Instrument, outcome: Outcome) -> str:
    """Say in one line what came out."""
    if pack.is_result_only:
        return sheet.result or _("no result yet")
    return main_figure(outcome)


def allowance_words(found: tuple[int, date] | None) -> str:
    """Say what a stage of the Austrian care allowance pays."""
    if found is None:
        return ""
    cents, since = found
    amount = f"{cents // 100}.{cents % 100:02}"
    return _("€ {amount} a month, amounts from {day} on").format(
        amount=amount, day=wording.day(since)
    )
