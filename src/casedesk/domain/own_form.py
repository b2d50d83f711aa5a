"""Own variants of the texts of forms: written, taken into use, given up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.form import FormKind, FormLanguage
    from casedesk.domain.practice import Country

OwnFormId = NewType("OwnFormId", str)
OwnPassageId = NewType("OwnPassageId", str)


class OwnFormState(StrEnum):
    """Where an own variant stands, derived from its dates."""

    DRAFT = "draft"
    IN_USE = "in_use"
    RETIRED = "retired"


class TextInUseStays(RuleBroken):
    """A text that was in use is never changed; a change is a new variant."""


class FormHasFaults(RuleBroken):
    """A text that lacks something a form must have is not taken into use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnForm:
    """An own variant of one form in one language: what it was made from, and when.

    Its words are its passages. `as_of` is the day it was taken into use.
    """

    id: OwnFormId
    kind: FormKind
    country: Country
    language: FormLanguage
    number: int
    based_on: str
    as_of: date | None = None
    retired_on: date | None = None

    @property
    def version(self) -> str:
        """By what it is told apart from the shipped text and from its like."""
        return f"{self.based_on}-{self.number}"

    @property
    def state(self) -> OwnFormState:
        """Where the variant stands: a draft until its day, then in use or given up."""
        if self.retired_on is not None:
            return OwnFormState.RETIRED
        return OwnFormState.DRAFT if self.as_of is None else OwnFormState.IN_USE


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPassage:
    """The words of one passage of an own variant; lines are paragraphs or points."""

    id: OwnPassageId
    form_id: OwnFormId
    place: str
    text: str = ""


def newest(forms: Iterable[OwnForm], state: OwnFormState) -> OwnForm | None:
    """Return the newest of these variants that stands so, if there is one."""
    standing = [form for form in forms if form.state is state]
    return max(standing, key=lambda form: form.number, default=None)
