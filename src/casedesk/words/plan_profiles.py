"""Reads the profiles of plans; to add one, a file is enough."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from casedesk.domain.plan_profile import FREE, Holder, PlanProfile, ProfileContent
from casedesk.domain.practice import Country
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from casedesk.domain.practice import PaperLanguage

FOLDER = "plans"
_ENGLISH, _GERMAN = "en", "de"

# Any: whatever a file holds.
Toml = dict[str, Any]


def profiles(language: PaperLanguage, country: Country) -> list[PlanProfile]:
    """Return the newest version of each profile of a country, the free one first."""
    newest = {each.id: each for each in _all(_spoken(language))}
    offered = (each for each in newest.values() if country in each.countries)
    return sorted(offered, key=lambda each: (each.id != FREE, each.name))


def plan_profile(
    profile_id: str, version: str, language: PaperLanguage
) -> PlanProfile | None:
    """Return a profile as it was in a version, or its newest one; nothing if unknown.

    Without a version the newest one counts.
    """
    known = [each for each in _all(_spoken(language)) if each.id == profile_id]
    exact = [each for each in known if each.version == version]
    return next(iter(exact), known[-1] if known else None)


def _spoken(language: PaperLanguage) -> str:
    return _GERMAN if language.tag.startswith(_GERMAN) else _ENGLISH


@cache
def _all(spoken: str) -> tuple[PlanProfile, ...]:
    """Return every profile, older versions before newer ones."""
    files = sorted(resource(FOLDER).glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    by_id = {toml["id"]: toml for toml in read}
    return tuple(_profile(toml, by_id, spoken) for toml in read)


def _profile(toml: Toml, known: dict[str, Toml], spoken: str) -> PlanProfile:
    own = [_content(each, spoken) for each in toml.get("contents", ())]
    beside = known[toml["beside"]]["contents"] if "beside" in toml else ()
    return PlanProfile(
        id=toml["id"],
        version=toml["version"],
        countries=tuple(map(Country, toml["countries"])),
        name=toml["name"][spoken],
        law=toml.get("law", ""),
        is_verified=toml.get("is_verified", False),
        as_of=toml.get("as_of"),
        longest_months=toml.get("longest_months"),
        usual_months=toml["usual_months"],
        note=toml.get("note", {}).get(spoken, ""),
        contents=(*(_content(each, spoken) for each in beside), *own),
    )


def _content(toml: Toml, spoken: str) -> ProfileContent:
    return ProfileContent(
        key=toml["key"],
        words=toml[spoken],
        held_by=tuple(map(Holder, toml.get("held_by", ()))),
    )
