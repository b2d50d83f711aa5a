"""Scores in words. `translate` decides in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.instrument import Rule
from casedesk.words.phrases import figure

if TYPE_CHECKING:
    from casedesk.domain.scoring import Figure
    from casedesk.words.phrases import Translate


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


_NONE = _("no result yet")
_OF = _("{value} of {top}")


def score_words(found: Figure, translate: Translate) -> str:
    """Write a figure with the most that it can be, and what it is called."""
    if found.value is None:
        return translate(_NONE)
    if found.score.rule is Rule.TABLE and found.label:
        return found.label
    value = figure(found.value, translate)
    if found.score.high is not None:
        top = figure(found.score.high, translate)
        value = translate(_OF).format(value=value, top=top)
    return f"{value} · {found.label}" if found.label else value
