"""What a paper is made of: its sheet, and blocks of words in reading order.

Plain records without a trace of the typesetting, so that a paper can be composed,
compared and sent to a worker thread before anything is laid out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from casedesk.figures.figure import Figure
    from casedesk.pdf.swiss_bill import SwissBill


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who issues the paper, printed at the top of the first page."""

    name: str
    address: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    logo: bytes | None = None
    """A PNG or JPEG picture; one that cannot be read is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every page of one paper shares."""

    title: str
    """Stands in the file's properties and must not name the client."""
    letterhead: Letterhead
    case_number: str = ""
    document_number: str = ""
    version: str = ""
    short_code: str = ""
    document_id: str = ""
    """Stands on every page as a square to be scanned; a sheet without one has none."""
    page_of: str = "{page} / {pages}"
    """The words around the two numbers, such as `Page {page} of {pages}`."""
    language: str = "de"
    large_print: bool = False


class Look(StrEnum):
    """How a paragraph looks."""

    BODY = "body"
    LEAD = "lead"
    OWN_WORDS = "own words"
    FINE = "fine"
    """A little smaller, for what must be said but is seldom looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and its value."""

    label: str
    value: str = ""
    lines: int = 1
    """How many lines to draw where the value is to be written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Strokes drawn on the screen, where and when, and what such a signature is."""

    strokes: tuple[tuple[tuple[int, int], ...], ...]
    """Points in thousandths of the height of the field, from its upper left corner."""
    place_date: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A line to sign on, who signs, and the line for place and date."""

    name: str
    role: str
    place_date: str
    """The words beneath the second line, such as `Place, date`."""
    heading: str = ""
    statement: str = ""
    """What the signature says, printed above its line."""
    facts: tuple[Fact, ...] = ()
    """Written by hand beneath, such as the proof of a representative."""
    drawn: Drawn | None = None
    """What was drawn on the screen in place of a signature by hand."""


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the paper and the line beneath it."""

    text: str
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that never stands alone at the foot of a page."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; line ends in it are kept."""

    text: str
    look: Look = Look.BODY
    opens: bool = False
    """Whether it stays with the block that follows."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]
    look: Look = Look.BODY
    in_order: bool = False
    """Whether one stands beneath the other, also where two columns would do."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values: beside each other, or in several columns above each other."""

    facts: tuple[Fact, ...]
    columns: int = 1
    by_hand: bool = False
    """Whether a missing value becomes a line to write on."""
    opens: bool = False
    """Whether they stay with the block that follows."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Statements with an empty box each, ticked by pen."""

    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoomToWrite:
    """Lines across the whole width, to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class ByHand:
    """A cell left blank to be filled by pen."""


@dataclass(frozen=True, slots=True)
class Stacked:
    """A cell with its main words above a few facts; empty facts are left out."""

    main: str
    facts: tuple[Fact, ...] = ()


Cell: TypeAlias = str | Stacked | Choices | ByHand


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The head of a column and its share of the width."""

    title: str
    share: float = 1
    hyphenated: bool = False
    """Whether German words may be parted; never where names can stand."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows beneath a head that returns on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    beneath: tuple[tuple[Fact, ...], ...] = ()
    """For each row, what follows it across the width; empty facts are left out."""


@dataclass(frozen=True, slots=True)
class Banner:
    """A shaded line that opens a group, such as a goal with its measures."""

    mark: str
    text: str
    note: str = ""
    detail: str = ""
    """Printed beneath the text, less strongly."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, two beside each other, kept together with their heading."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Numbered lines to be typed letter by letter, and the same as a square to scan."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure; one that is turned by a quarter takes a page for itself."""

    figure: Figure
    turned: bool = False


@dataclass(frozen=True, slots=True)
class SlipPart:
    """A heading of a payment slip and its lines; without any, a box to fill."""

    heading: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSlip:
    """The slip of a Swiss QR-bill, which takes the foot of its page."""

    bill: SwissBill
    """What the code says; it is made when the page is."""
    receipt_title: str
    payment_title: str
    receipt: tuple[SlipPart, ...]
    payment: tuple[SlipPart, ...]
    currency_label: str
    currency: str
    amount_label: str
    amount: str
    acceptance_point: str
    cut_here: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins a page."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Parts in two columns of about equal height, read one column after the other."""

    parts: tuple[tuple[Block, ...], ...]
    flowing: bool = False
    """Whether a part may begin in one column and end in the other."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page if one page can hold them."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Title
    | Heading
    | Text
    | Bullets
    | Facts
    | Choices
    | RoomToWrite
    | Table
    | Banner
    | Signatures
    | Code
    | Picture
    | PaymentSlip
    | NewPage
    | Columns
    | Together
)
