"""The client, and what belongs to the person rather than to a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from casedesk.domain.dates import PartialDate

ClientId = NewType("ClientId", str)
AddressId = NewType("AddressId", str)
ContactPointId = NewType("ContactPointId", str)
InsuranceNumberId = NewType("InsuranceNumberId", str)


class Gender(StrEnum):
    """Gender as the person states it."""

    FEMALE = "female"
    MALE = "male"
    DIVERSE = "diverse"
    NOT_STATED = "not_stated"


class Salutation(StrEnum):
    """How the person wishes to be addressed."""

    MS = "ms"
    MR = "mr"
    NEUTRAL = "neutral"


class AddressKind(StrEnum):
    """What an address is for."""

    HOME = "home"
    POSTAL = "postal"
    TEMPORARY = "temporary"


class ContactPointKind(StrEnum):
    """A way to reach somebody."""

    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"


class NumberScheme(StrEnum):
    """Which insurance number it is; three of them carry a check digit."""

    AHV = "ahv"
    KVNR = "kvnr"
    SVNR = "svnr"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A person whose care is coordinated."""

    id: ClientId
    family_name: str = ""
    given_name: str = ""
    former_name: str = ""
    called_name: str = ""
    born: PartialDate | None = None
    gender: Gender = Gender.NOT_STATED
    salutation: Salutation = Salutation.NEUTRAL
    title: str = ""
    languages: str = ""
    needs_interpreter: bool = False
    interpreter_note: str = ""
    communication_needs: str = ""
    emergency_name: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""
    note: str = ""

    @property
    def full_name(self) -> str:
        """Given and family name, with the title, as on a letter."""
        return _joined(self.title, self.given_name, self.family_name)

    @property
    def sorted_name(self) -> str:
        """Family name first, as in a list."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a client lives or gets post, and how to get in."""

    id: AddressId
    client_id: ClientId
    kind: AddressKind = AddressKind.HOME
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    access_hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A number or address at which a client is reached, with discretion."""

    id: ContactPointId
    client_id: ClientId
    kind: ContactPointKind = ContactPointKind.MOBILE
    value: str = ""
    note: str = ""
    leave_no_message: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceNumber:
    """A number under which an insurer or authority knows the client."""

    id: InsuranceNumberId
    client_id: ClientId
    scheme: NumberScheme = NumberScheme.POLICY
    number: str = ""
    insurer: str = ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
