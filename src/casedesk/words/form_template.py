"""A form a client signs, in words: its parts, and how placeholders are filled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from casedesk.domain.consent import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from casedesk.domain.form import FormKind, FormLanguage
    from casedesk.domain.practice import Country

BLANK = "______________"
BLANK_LINES = 3  # room to write where a whole line was left open
POINTS = frozenset(range(1, 20))  # what a consent has to contain (reference 2.2)

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
Part = TypeVar("Part", bound=Any)  # any of the dataclasses below


class Placeholder(StrEnum):
    """A word the template leaves open, written in braces."""

    CLIENT_NAME = "client_name"
    CLIENT_BORN = "client_born"
    CLIENT_ADDRESS = "client_address"
    CASE_NUMBER = "case_number"
    REPRESENTATIVE = "representative"  # name and role
    HOLDER_NAME = "holder_name"  # the case manager
    PRACTICE_NAME = "practice_name"
    PRACTICE_ADDRESS = "practice_address"
    PRACTICE_CONTACT = "practice_contact"  # phone and mail
    DEPUTY = "deputy"  # who stands in for the case manager
    DATA_PROTECTION_CONTACT = "data_protection_contact"
    SUPERVISORY_AUTHORITY = "supervisory_authority"
    COMPLAINT_BODY = "complaint_body"
    AIM = "aim"  # in the client's words
    PURPOSE = "purpose"  # one line each
    CONSEQUENCES_AGREE = "consequences_agree"
    CONSEQUENCES_REFUSE = "consequences_refuse"
    CONSEQUENCES_WITHDRAW = "consequences_withdraw"
    VALID_UNTIL = "valid_until"  # a day or a condition
    RETENTION = "retention"  # whole sentences
    THIRD_COUNTRY = "third_country"  # which, or that none is planned
    SECRECY = "secrecy"  # from secrecy_text()
    BODIES = "bodies"  # offices of a power of attorney, one line each
    SCOPE = "scope"  # what a power of attorney allows, one line each
    EXCLUSIONS = "exclusions"  # what is not included, one line each
    MANDATE_SCOPE = "mandate_scope"  # what the case manager does, one line each
    MANDATE_PERIOD = "mandate_period"
    NOTICE_PERIOD = "notice_period"
    FEE = "fee"
    PAYER = "payer"


OPTIONAL = frozenset(
    {
        Placeholder.REPRESENTATIVE,
        Placeholder.PRACTICE_NAME,
        Placeholder.DEPUTY,
        Placeholder.DATA_PROTECTION_CONTACT,
        Placeholder.COMPLAINT_BODY,
    }
)
"""Placeholders whose line is left out when there is nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormParty:
    """One side of the paper, with the lines that name it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A headed passage: paragraphs, then bullets, then closing paragraphs."""

    id: str
    heading: str
    points: tuple[int, ...]  # of POINTS, covered by these words
    numbered: bool = False  # the bullets bear numbers
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientsTable:
    """The words of the table that names each recipient in a row of its own."""

    after: str  # id of the section it follows
    heading: str
    intro: str
    number: str
    recipient: str
    direction: str
    categories: str
    means: str
    valid_until: str
    agreed: str
    yes: str
    no: str
    initials: str
    obtain: str
    pass_on: str
    both: str

    def said(self, direction: Direction) -> str:
        """Return the word for a direction in the language of the paper."""
        return {
            Direction.OBTAIN: self.obtain,
            Direction.PASS_ON: self.pass_on,
            Direction.BOTH: self.both,
        }[direction]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationRecord:
    """The labels under which the explanation before the signature is recorded."""

    heading: str
    intro: str
    explained_on: str
    explained_by: str
    duration: str
    language: str
    interpreter: str
    interpreter_bound: str
    aids: str
    questions: str
    handed_over: str
    capacity: str
    capacity_note: str
    capacity_given: str
    capacity_doubtful: str
    capacity_not_given: str
    own_view: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """Where one person signs, what the signature says, and the labels of its lines."""

    role: str  # client, representative or case_manager
    heading: str
    statement: str
    place: str
    date: str
    name: str
    signature: str
    extra: tuple[str, ...] = ()  # further lines to fill in


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationBlock:
    """The part of the paper on which it can be withdrawn."""

    heading: str
    intro: str
    everything: str
    single_lines: str
    effective_on: str
    signature: str
    received_by: str
    recipients_told_on: str
    original_returned_on: str = ""  # power of attorney only


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTemplate:
    """A whole paper in the words of one country and one language."""

    kind: FormKind
    country: Country
    language: FormLanguage
    version: str
    as_of: date
    title: str
    short_title: str
    edition: str  # version, day and language, to be printed on each page
    structural: tuple[int, ...]  # of POINTS, covered by the build of the paper
    intro: tuple[str, ...]
    parties: tuple[FormParty, ...]
    sections: tuple[FormSection, ...]
    signatures: tuple[SignatureBlock, ...]
    table: RecipientsTable | None = None
    explanation: ExplanationRecord | None = None
    revocation: RevocationBlock | None = None
    defaults: Mapping[str, str] = field(hash=False)

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of all words this paper leaves open."""
        found = (_PLACEHOLDER.findall(text) for text in _texts(self))
        return frozenset(name for names in found for name in names)

    @property
    def points(self) -> frozenset[int]:
        """What this paper contains of all that a consent has to contain."""
        by_words = (point for section in self.sections for point in section.points)
        return frozenset(self.structural).union(by_words)

    def filled(self, values: Mapping[str, str], *, blank: str = BLANK) -> FormTemplate:
        """Return the paper with values in its placeholders; fill it only once.

        What is missing or empty takes the default text, else a line to write on.
        An unknown name raises KeyError. A value is never read for placeholders.
        """
        for name in sorted(self.placeholders.union(values)):
            if name not in frozenset(Placeholder):
                raise KeyError(name)
        words = {
            name: values.get(name, "").strip() or self.defaults.get(name, "")
            for name in self.placeholders
        }
        return _filled(self, words, blank)


def _filled(part: Part, words: Mapping[str, str], blank: str) -> Part:
    changes = {
        each.name: _value(getattr(part, each.name), words, blank)
        for each in fields(part)
    }
    return replace(part, **changes)


def _value(value: Any, words: Mapping[str, str], blank: str) -> Any:
    """Fill the value of a field, which may be of any type a part has."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return _text(value, words, blank)
    if isinstance(value, tuple):
        return tuple(new for old in value for new in _items(old, words, blank))
    if is_dataclass(value):
        return _filled(value, words, blank)
    return value


def _items(item: Any, words: Mapping[str, str], blank: str) -> list[Any]:
    """Fill one item of a list; an open line may become several lines or none."""
    if not isinstance(item, str):
        return [_value(item, words, blank)]
    names = _PLACEHOLDER.findall(item)
    if any(name in OPTIONAL and not words[name] for name in names):
        return []
    if names and item == f"{{{names[0]}}}":
        lines = [line.strip() for line in words[names[0]].splitlines()]
        return [line for line in lines if line] or [blank] * BLANK_LINES
    return [_text(item, words, blank)]


def _text(text: str, words: Mapping[str, str], blank: str) -> str:
    return _PLACEHOLDER.sub(lambda match: words[match[1]] or blank, text)


def _texts(part: Any) -> Iterator[str]:
    """Yield every text of a part, however deep; defaults are not part of it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts(item)
    elif is_dataclass(part):
        for each in fields(part):
            yield from _texts(getattr(part, each.name))
