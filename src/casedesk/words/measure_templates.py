"""Reads the templates of measures that come with CaseDesk; a file is enough."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from casedesk.domain.measure import Responsible
from casedesk.domain.measure_template import (
    MeasureTemplate,
    MeasureTemplateId,
    StepKind,
    TemplateStep,
    TemplateStepId,
)
from casedesk.words.resources import resource

# Any: whatever a file holds.
Toml = dict[str, Any]

FOLDER = "measure_templates"
SHIPPED = "shipped."
"""How the ids begin that no vault knows."""


@cache
def _files() -> tuple[Toml, ...]:
    files = sorted(resource(FOLDER).glob("*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)


def shipped_templates(language: str) -> list[MeasureTemplate]:
    """Return the templates in a language, by name."""
    found = [_template(file["template"], language) for file in _files()]
    return sorted(found, key=lambda each: each.name.casefold())


def shipped_steps(template_id: MeasureTemplateId, language: str) -> list[TemplateStep]:
    """Return the steps of a template in a language; none if it is unknown."""
    return [
        _step(step, position, template_id, language)
        for file in _files()
        if _id(file["template"]) == template_id
        for position, step in enumerate(file["steps"], start=1)
    ]


def _id(head: Toml) -> MeasureTemplateId:
    return MeasureTemplateId(f"{SHIPPED}{head['id']}")


def _template(head: Toml, language: str) -> MeasureTemplate:
    return MeasureTemplate(
        id=_id(head),
        name=_said(head["name"], language),
        anchor=_said(head["anchor"], language),
        goal=_said(head["goal"], language),
        version=head["version"],
    )


def _step(
    toml: Toml, position: int, template_id: MeasureTemplateId, language: str
) -> TemplateStep:

    def said(name: str) -> str:
        return _said(toml.get(name, {}), language)

    return TemplateStep(
        id=TemplateStepId(f"{template_id}.{position}"),
        template_id=template_id,
        position=position,
        kind=StepKind(toml.get("kind", StepKind.MEASURE)),
        responsible=Responsible(toml.get("responsible", Responsible.CASE_MANAGER)),
        what=said("what"),
        near_help=said("near_help"),
        frequency=said("frequency"),
        success_criterion=said("success_criterion"),
        plan_b=said("plan_b"),
        from_day=toml["from_day"],
        until_day=toml.get("until_day"),
        review_day=toml.get("review_day"),
    )


def _said(texts: dict[str, str], language: str) -> str:
    """Return a text in a language, else as it is said in the language at large."""
    large = language.partition("_")[0]
    return texts.get(language) or texts.get(large) or texts.get("en", "")
