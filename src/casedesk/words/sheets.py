"""Long texts of sheets that are no forms to sign, from resources/forms."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.practice import Country, PaperLanguage
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_OPEN = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetField:
    """A line that is filled by pen, unless `value` names what is known already."""

    label: str
    value: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """A headed passage: paragraphs, then bullets, then lines to fill in."""

    id: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    fields: tuple[SheetField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetText:
    """The words of one sheet for one country, in one language."""

    kind: str
    country: Country
    language: str  # "de" or "en"
    version: str
    as_of: date
    title: str
    edition: str  # version, day and language, to be printed on the sheet
    intro: tuple[str, ...]
    sections: tuple[SheetSection, ...]

    def filled(self, values: Mapping[str, str]) -> SheetText:
        """Return the sheet with values for its words in braces; an unknown one raises.

        A value is never read for braces.
        """

        def said(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(_OPEN.sub(lambda m: values[m[1]], text) for text in texts)

        return replace(
            self,
            intro=said(self.intro),
            sections=tuple(
                replace(
                    section,
                    paragraphs=said(section.paragraphs),
                    bullets=said(section.bullets),
                )
                for section in self.sections
            ),
        )


def load_sheet(kind: str, country: Country, language: PaperLanguage) -> SheetText:
    """Return the newest text of a sheet; any German means that of the country."""
    words = "en" if language is PaperLanguage.EN else "de"
    path = resource("forms", f"{kind}.{country}.{words}.toml")
    toml = tomllib.loads(path.read_text(encoding="utf-8"))
    head = toml["head"]
    return SheetText(
        **{
            **head,
            "country": Country(head["country"]),
            "intro": tuple(head["intro"]),
        },
        sections=tuple(_section(section) for section in toml["sections"]),
    )


# Any: what tomllib returns; a wrong key or a missing one is refused by the dataclass.
def _section(toml: dict[str, Any]) -> SheetSection:
    fields = tuple(SheetField(**field) for field in toml.get("fields", ()))
    texts = {name: tuple(toml.get(name, ())) for name in ("paragraphs", "bullets")}
    return SheetSection(**{**toml, **texts, "fields": fields})
