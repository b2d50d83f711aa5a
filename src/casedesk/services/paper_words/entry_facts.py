"""The texts and ratings of a domain of life as facts on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import MARKS, TEXTS
from casedesk.pdf.blocks import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.assessment import DomainEntry
    from casedesk.words.catalog import Words


def text_label(name: str, words: Words) -> str:
    """Name a text of a domain."""
    return {
        "situation": words("Situation"),
        "client_view": words("The client's view"),
        "others_view": words("The view of others"),
        "resources": words("Resources"),
        "need": words("Need"),
        "risk": words("Risk"),
        "professional_view": words("Professional view"),
    }[name]


def rating_label(name: str, words: Words) -> str:
    """Name a rating of a domain."""
    return {
        "burden_self": words("Burden, as the client says"),
        "burden": words("Burden, professional view"),
        "resource_self": words("Resources, as the client says"),
        "resource_level": words("Resources, professional view"),
        "need_level": words("Need for action"),
        "client_priority": words("Priority for the client"),
        "professional_priority": words("Professional priority"),
    }[name]


def marks(entry: DomainEntry, name: str, words: Words) -> str:
    """Say what a text is and where it comes from."""
    # First what it is, then its source.
    said = [getattr(entry, mark) for mark in reversed(MARKS.get(name, ()))]
    return ", ".join(words.label(each) for each in said if each is not None)


def text_facts(entry: DomainEntry, words: Words) -> Iterator[Fact]:
    """Yield each text that is written, with what it is and where it comes from."""
    for name in TEXTS:
        text = getattr(entry, name)
        if text.strip():
            label = text_label(name, words)
            said = marks(entry, name, words)
            yield Fact(label=f"{label} ({said})" if said else label, value=text)


def rating_facts(entry: DomainEntry, words: Words) -> Iterator[Fact]:
    """Yield burden, resources and need in three lines, as far as they are rated."""
    for label, own, professional in (
        (words("Burden, 0 to 10"), entry.burden_self, entry.burden),
        (words("Resources, 0 to 10"), entry.resource_self, entry.resource_level),
    ):
        said = both(own, professional, words)
        if said:
            yield Fact(label=label, value=said)
    if entry.need_level is not None:
        yield Fact(label=words("Need for action"), value=words.label(entry.need_level))


def both(own: int | None, professional: int | None, words: Words) -> str:
    """Say how the client and how the professional rates."""
    parts = []
    if own is not None:
        parts.append(words("client {value}").format(value=own))
    if professional is not None:
        parts.append(words("professional {value}").format(value=professional))
    return ", ".join(parts)
