"""The words of a form passage by passage, to be edited and put in again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedesk.words.form_template import FormTemplate

_SECTION_TEXTS = ("heading", "paragraphs", "bullets", "closing")
_ALWAYS = ("heading", "paragraphs")
_TABLE_TEXTS = ("heading", "intro")
_EXPLANATION_TEXTS = ("heading", "intro", "capacity", "capacity_note")
_REVOCATION_TEXTS = ("heading", "intro")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text of a form that can be edited; each line is a paragraph or a point.

    The place is a path such as `sections.aim.paragraphs`.
    """

    place: str
    text: str
    is_short: bool = False
    """Whether it is a heading or a title, of one line."""


def passages(form: FormTemplate) -> list[Passage]:
    """Return the words of a form that can be edited, in the order of the paper."""
    return [*_passages(form)]


def with_passages(form: FormTemplate, texts: Mapping[str, str]) -> FormTemplate:
    """Return a form with other words in the given places; unknown ones are ignored."""

    # Any: a part of the form, whichever it is.
    def put(part: Any, path: str, names: tuple[str, ...]) -> Any:
        if part is None:
            return None
        changes = {
            name: _read(texts[f"{path}{name}"], getattr(part, name))
            for name in names
            if f"{path}{name}" in texts
        }
        return replace(part, **changes)

    defaults = {
        name: texts.get(f"defaults.{name}", text)
        for name, text in form.defaults.items()
    }
    titled: FormTemplate = put(form, "", ("title", "intro"))
    return replace(
        titled,
        parties=tuple(
            put(party, f"parties.{number}.", ("heading", "lines"))
            for number, party in enumerate(form.parties)
        ),
        sections=tuple(
            put(section, f"sections.{section.id}.", _SECTION_TEXTS)
            for section in form.sections
        ),
        table=put(form.table, "table.", _TABLE_TEXTS),
        explanation=put(form.explanation, "explanation.", _EXPLANATION_TEXTS),
        signatures=tuple(
            put(block, f"signatures.{block.role}.", ("heading", "statement"))
            for block in form.signatures
        ),
        revocation=put(form.revocation, "revocation.", _REVOCATION_TEXTS),
        defaults=MappingProxyType(defaults),
    )


def _passages(form: FormTemplate) -> Iterator[Passage]:
    yield Passage(place="title", text=form.title, is_short=True)
    yield Passage(place="intro", text=_written(form.intro))
    for number, party in enumerate(form.parties):
        yield from _of(party, f"parties.{number}.", ("heading", "lines"))
    for section in form.sections:
        names = [
            name for name in _SECTION_TEXTS if name in _ALWAYS or getattr(section, name)
        ]
        yield from _of(section, f"sections.{section.id}.", names)
        if form.table is not None and form.table.after == section.id:
            yield from _of(form.table, "table.", _TABLE_TEXTS)
    yield from _of(form.explanation, "explanation.", _EXPLANATION_TEXTS)
    for block in form.signatures:
        yield from _of(block, f"signatures.{block.role}.", ("heading", "statement"))
    yield from _of(form.revocation, "revocation.", _REVOCATION_TEXTS)
    for name, text in form.defaults.items():
        yield Passage(place=f"defaults.{name}", text=text.strip())


# Any: a part of the form, whichever it is.
def _of(part: Any, path: str, names: tuple[str, ...] | list[str]) -> Iterator[Passage]:
    for name in names if part is not None else ():
        yield Passage(
            place=f"{path}{name}",
            text=_written(getattr(part, name)),
            is_short=name in ("heading", "capacity"),
        )


def _written(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _read(text: str, before: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(before, str):
        return text.strip()
    return tuple(line.strip() for line in text.splitlines() if line.strip())
