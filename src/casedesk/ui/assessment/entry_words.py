"""The texts and ratings of a domain of life in words, to be read beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import MARKS, RATINGS, TEXTS
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.changes.value_words import value_words
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.assessment import DomainEntry

NOUN = "domain_entry"


def labelled(entry: DomainEntry) -> list[tuple[str, str, str]]:
    """Return what is written and rated: the field, its label, its words."""
    found = [(n, field_label(NOUN, n), said(entry, n)) for n in (*TEXTS, *RATINGS)]
    return [each for each in found if each[2]]


def said(entry: DomainEntry | None, name: str) -> str:
    """Write a field with where it comes from and what it is."""
    if entry is None:
        return ""
    value = value_words(name, getattr(entry, name))
    if not value:
        return ""
    marks = [value_words(mark, getattr(entry, mark)) for mark in MARKS.get(name, ())]
    marks = [mark for mark in marks if mark]
    if not marks:
        return value
    return _("{text} ({marks})").format(text=value, marks=", ".join(marks))
