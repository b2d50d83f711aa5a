"""Loads the texts of forms and of professional secrecy from resources/forms."""

from __future__ import annotations

import tomllib
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.practice import Country, Profession
from casedesk.words.form_template import (
    ExplanationRecord,
    FormParty,
    FormSection,
    FormTemplate,
    RecipientsTable,
    RevocationBlock,
    SignatureBlock,
)
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

# What tomllib returns; a wrong key or a missing one is refused by the dataclass.
Toml = dict[str, Any]
Part = TypeVar("Part")


def load_form(kind: FormKind, country: Country, language: FormLanguage) -> FormTemplate:
    """Return the newest text of a form that is shipped."""
    toml = _read(kind, country, language)
    head = _frozen(toml["head"])
    head["kind"] = FormKind(head["kind"])
    head["country"] = Country(head["country"])
    head["language"] = FormLanguage(head["language"])
    return FormTemplate(
        **head,
        defaults=MappingProxyType(toml.get("defaults", {})),
        parties=_each(FormParty, toml["parties"]),
        sections=_each(FormSection, toml["sections"]),
        signatures=_each(SignatureBlock, toml["signatures"]),
        table=_maybe(RecipientsTable, toml.get("table")),
        explanation=_maybe(ExplanationRecord, toml.get("explanation")),
        revocation=_maybe(RevocationBlock, toml.get("revocation")),
    )


@cache
def notions(kind: FormKind, language: FormLanguage) -> dict[int, tuple[str, ...]]:
    """Return what a form has to speak of, by point; `|` parts words of one notion."""
    path = resource("forms", "notions.toml")
    toml = tomllib.loads(path.read_text(encoding="utf-8"))
    found: Toml = toml[language].get(kind, {})
    return {int(point): tuple(words) for point, words in found.items()}


def secrecy_text(
    profession: Profession, country: Country, language: FormLanguage
) -> str:
    """Return how the case manager is bound to secrecy, for {secrecy} in forms."""
    text: str = _read("secrecy", country, language)["texts"][profession]
    return text


def _read(name: str, country: Country, language: FormLanguage) -> Toml:
    path = resource("forms", f"{name}.{country}.{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _frozen(toml: Toml) -> Toml:
    return {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in toml.items()
    }


def _each(part: Callable[..., Part], tables: list[Toml]) -> tuple[Part, ...]:
    return tuple(part(**_frozen(table)) for table in tables)


def _maybe(part: Callable[..., Part], table: Toml | None) -> Part | None:
    return None if table is None else part(**_frozen(table))
