"""The network: persons and organisations, entered once, met in many cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

PersonId = NewType("PersonId", str)
OrganisationId = NewType("OrganisationId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A service, authority, insurer or company."""

    id: OrganisationId
    name: str = ""
    department: str = ""
    services: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A relative, professional or volunteer; never the client."""

    id: PersonId
    family_name: str = ""
    given_name: str = ""
    title: str = ""
    function: str = ""
    organisation_id: OrganisationId | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    languages: str = ""
    note: str = ""

    @property
    def full_name(self) -> str:
        """Title, given and family name, as on a letter."""
        parts = (self.title, self.given_name, self.family_name)
        return " ".join(part for part in parts if part)
