"""Looks whether a form has what it must have, and names what it lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.words.form_passages import passages
from casedesk.words.form_template import Placeholder
from casedesk.words.forms import notions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedesk.words.form_passages import Passage
    from casedesk.words.form_template import FormSection, FormTemplate

# Lines that a practice may do without.
MAY_BE_LEFT_OUT = frozenset(
    {
        Placeholder.PRACTICE_NAME,
        Placeholder.DEPUTY,
        Placeholder.DATA_PROTECTION_CONTACT,
        Placeholder.COMPLAINT_BODY,
    }
)
# What fails where a part that is no section of its own has no words.
_POINTS = {
    "title": 1,
    "parties.0": 2,
    "parties.1": 3,
    "table": 7,
    "explanation": 16,
    "explanation.capacity": 17,
    "signatures": 18,
    "revocation": 19,
    "defaults.consequences_agree": 6,
    "defaults.consequences_refuse": 6,
    "defaults.consequences_withdraw": 6,
    "defaults.valid_until": 12,
    "defaults.retention": 13,
    "defaults.third_country": 15,
    "defaults.supervisory_authority": 14,
}
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_WORDLESS = ("intro", "explanation.capacity_note")


class FaultKind(StrEnum):
    """What is wrong with a passage."""

    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    MISSING_PLACEHOLDER = "missing_placeholder"
    NO_WORDS = "no_words"
    MISSING_NOTION = "missing_notion"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFault:
    """Something that keeps a form from being used, and where it is to be mended."""

    kind: FaultKind
    place: str
    names: tuple[str, ...] = ()
    """The place-holders, or the notions of which one has to be named."""
    points: tuple[int, ...] = ()
    """What a consent has to contain (reference 2.2) and this form no longer would."""


def faults(own: FormTemplate, shipped: FormTemplate) -> list[FormFault]:
    """Return what an own variant lacks that the shipped form has, place by place."""
    now = passages(own)
    before = {passage.place: passage.text for passage in passages(shipped)}
    return [
        *_unknown(now, shipped.placeholders),
        *_missing(now, before, own),
        *_without_words(now, before, own),
        *missing_notions(own),
    ]


def missing_notions(form: FormTemplate) -> list[FormFault]:
    """Return what the sections of a form have to speak of and do not.

    Which words tell it is listed for each language in `resources/forms/notions.toml`.
    """
    found = []
    for point, words in notions(form.kind, form.language).items():
        sections = [each for each in form.sections if point in each.points]
        said = " ".join(text for each in sections for text in _texts(each))
        said = " ".join((said, *_defaults_in(said, form))).casefold()
        if not sections or not said.strip():
            continue  # that it is lost is said already
        found += [
            FormFault(
                kind=FaultKind.MISSING_NOTION,
                place=f"sections.{sections[0].id}.paragraphs",
                names=tuple(notion.split("|")),
                points=(point,),
            )
            for notion in words
            if not any(word in said for word in notion.split("|"))
        ]
    return found


def _unknown(now: Iterable[Passage], known: frozenset[str]) -> Iterator[FormFault]:
    for passage in now:
        allowed = () if passage.place.startswith("defaults.") else known
        names = [
            found
            for found in _BRACES.findall(passage.text)
            if found[1:-1] not in allowed or found in "{}"
        ]
        if names:
            yield FormFault(
                kind=FaultKind.UNKNOWN_PLACEHOLDER,
                place=passage.place,
                names=tuple(dict.fromkeys(names)),
            )


def _missing(
    now: list[Passage], before: dict[str, str], own: FormTemplate
) -> Iterator[FormFault]:
    """A place-holder may move within its section, but not leave it."""
    here: dict[str, set[str]] = {}
    for passage in now:
        here.setdefault(_part(passage.place), set()).update(_names(passage.text))
    for place, text in before.items():
        gone = _names(text) - here.get(_part(place), set()) - MAY_BE_LEFT_OUT
        if gone:
            yield FormFault(
                kind=FaultKind.MISSING_PLACEHOLDER,
                place=place,
                names=tuple(f"{{{name}}}" for name in sorted(gone)),
                points=_points(place, own),
            )


def _without_words(
    now: list[Passage], before: dict[str, str], own: FormTemplate
) -> Iterator[FormFault]:
    bodies = {each.id: "".join(_texts(each)).strip() for each in own.sections}
    written = {passage.place for passage in now if passage.text.strip()}
    for place, text in before.items():
        if place in written or not text.strip():
            continue
        _, _, rest = place.partition("sections.")
        section, _, name = rest.partition(".")
        is_told = bool(bodies.get(section)) and name != "heading"
        if place not in _WORDLESS and not is_told:
            yield FormFault(
                kind=FaultKind.NO_WORDS, place=place, points=_points(place, own)
            )


def _points(place: str, form: FormTemplate) -> tuple[int, ...]:
    for section in form.sections:
        if place.startswith(f"sections.{section.id}."):
            return section.points
    known = sorted(
        (part for part in _POINTS if f"{place}.".startswith(f"{part}.")), key=len
    )
    return (_POINTS[known[-1]],) if known else ()


def _part(place: str) -> str:
    """Return the section, or whatever else a place-holder may not leave."""
    parts = place.split(".")
    return ".".join(parts[:2]) if parts[0] in ("sections", "parties") else place


def _names(text: str) -> set[str]:
    return {found[1:-1] for found in _BRACES.findall(text) if len(found) > 1}


def _texts(section: FormSection) -> Iterator[str]:
    yield from section.paragraphs
    yield from section.bullets
    yield from section.closing


def _defaults_in(text: str, form: FormTemplate) -> Iterator[str]:
    for name in _names(text):
        yield form.defaults.get(name, "")
