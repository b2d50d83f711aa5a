"""The declarations a client signs, each by itself: headed, on its own pages, signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    ByHand,
    Choices,
    Column,
    Fact,
    Facts,
    Heading,
    NewPage,
    Signatures,
    Stacked,
    Table,
    Text,
    Title,
    Together,
)
from casedesk.pdf.section import Abreast, Section, columns, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Cell, Sheet, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientColumns:
    """The heads of the table of recipients, and the words beside its boxes."""

    recipient: str
    direction: str
    categories: str
    means: str
    valid_until: str
    decision: str
    yes: str
    no: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who may learn or tell what, on which way and until when."""

    name: str
    function: str = ""
    address: str = ""
    direction: str = ""
    categories: str = ""
    means: str = ""
    valid_until: str = ""
    decision: str = ""
    """What was said to the row, where it is signed on the screen."""
    ways: tuple[str, ...] = ()
    """Directions to be ticked by pen, in a row where all is written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """The recipients, each to be allowed or refused by pen."""

    heading: str
    columns: RecipientColumns
    rows: tuple[Recipient, ...]
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Where a declaration is signed, or its receipt confirmed."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    """Written by hand where a value is missing."""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One declaration, or a sheet of information whose receipt is confirmed."""

    title: str
    edition: str = ""
    """Number, version and the day of the text, in one line."""
    body: tuple[Section | Abreast | Recipients, ...] = ()
    explanation: Section | None = None
    """The record of the explanation given before the signature."""
    signing: Signing | None = None
    revocation: Signing | None = None
    """To be filled in on the same sheet when the declaration is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSet:
    """Declarations that are explained and handed out together."""

    sheet: Sheet
    declarations: tuple[Declaration, ...]
    particulars: tuple[Fact, ...] = ()
    """Client, case and case manager: repeated in each declaration, as each may
    travel alone."""


def render(paper: ConsentSet) -> bytes:
    """Return the declarations as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, consent_set_blocks(paper))


def consent_set_blocks(paper: ConsentSet) -> Iterator[Block]:
    """Yield what the paper is made of."""
    for number, declaration in enumerate(paper.declarations):
        if number:
            yield NewPage()
        yield Title(declaration.title, declaration.edition)
        if paper.particulars:
            yield Facts(paper.particulars)
        yield from _declaration(declaration)


def _declaration(declaration: Declaration) -> Iterator[Block]:
    # What is signed may begin a page, but never stands there with nothing else.
    *body, last = declaration.body or (Section(),)
    explained, revoked = declaration.explanation, declaration.revocation
    for part in body:
        yield from _part(part)
    signing = (*_signing(declaration.signing), *_signing(revoked))
    explanation = (*section_blocks(explained),) if explained else (*_part(last),)
    if explained:
        yield from _part(last)
    if revoked:
        yield Together(explanation)
        yield Together(signing)
    else:
        yield Together((*explanation, *signing))


def _part(part: Section | Abreast | Recipients) -> Iterator[Block]:
    if isinstance(part, Recipients):
        yield from _recipients(part)
    elif isinstance(part, Abreast):
        yield columns(part)
    else:
        yield from section_blocks(part)


def _signing(signing: Signing | None) -> Iterator[Block]:
    if signing is None:
        return
    if signing.heading:
        yield Heading(signing.heading)
    yield from section_blocks(
        Section(
            paragraphs=signing.paragraphs,
            choices=signing.choices,
            facts=signing.facts,
            fact_columns=2,
            by_hand=True,
        )
    )
    if signing.signatures:
        yield Signatures(signing.signatures)


def _recipients(recipients: Recipients) -> Iterator[Block]:
    words = recipients.columns
    if recipients.heading:
        yield Heading(recipients.heading)
    for paragraph in recipients.paragraphs:
        yield Text(paragraph, opens=True)
    by_hand = any(recipient.ways for recipient in recipients.rows)
    yield Table(
        columns=(
            Column(title=words.recipient, share=44),
            Column(title=words.direction, share=26 if by_hand else 20, hyphenated=True),
            Column(title=words.categories, share=37, hyphenated=True),
            Column(title=words.means, share=20, hyphenated=True),
            Column(title=words.valid_until, share=20, hyphenated=True),
            Column(title=words.decision, share=18, hyphenated=True),
            Column(title=words.initials, share=16, hyphenated=True),
        ),
        rows=tuple(_row(recipient, words) for recipient in recipients.rows),
    )


def _row(recipient: Recipient, words: RecipientColumns) -> tuple[Cell, ...]:
    decision = recipient.decision or Choices((words.yes, words.no))
    if recipient.ways:
        blank = ByHand()
        ways = Choices(recipient.ways)
        return recipient.name, ways, blank, blank, blank, decision, blank
    return (
        Stacked(
            recipient.name,
            (
                Fact(label="", value=recipient.function),
                Fact(label="", value=recipient.address),
            ),
        ),
        recipient.direction,
        recipient.categories,
        recipient.means,
        recipient.valid_until,
        decision,
        ByHand(),
    )
