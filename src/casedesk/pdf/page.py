"""The sheet that all papers share: letterhead, pages, and the foot of every page."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from casedesk.domain.document import DocumentId
from casedesk.domain.page_code import PageCode
from casedesk.pdf.code import draw_square, square_of
from casedesk.pdf.envelope import LetterTop
from casedesk.pdf.figure import Drawing
from casedesk.pdf.fonts import REGULAR, printable, register
from casedesk.pdf.logo import Logo, picture
from casedesk.pdf.parts import keywords
from casedesk.pdf.rows import Grid, Row, Rows
from casedesk.pdf.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.platypus.flowables import Flowable

    from casedesk.pdf.blocks import Block, Letterhead, Sheet
    from casedesk.pdf.cells import Cells
    from casedesk.pdf.envelope import Envelope
    from casedesk.pdf.typesetter import Run

_LEFT = 25 * mm
_RIGHT = 15 * mm
_TOP = 13 * mm
_BOTTOM = 8 * mm
_ABOVE_FOOT = 4 * mm
_WIDTH = A4[0] - _LEFT - _RIGHT
_LOGO_WIDTH = 42 * mm
_LOGO_HEIGHT = 18 * mm
_ROUNDING = 1e-6
# The square stands in the margin, beneath the holes of a binder, and takes no room.
_CODE_SIZE = 14.5 * mm
_CODE_LEFT = 7.5 * mm


class Placed(NamedTuple):
    """Something that has found its place on a page."""

    flowable: Flowable
    bottom: float


def printed(
    sheet: Sheet, blocks: Iterable[Block], envelope: Envelope | None = None
) -> bytes:
    """Return the blocks as PDF on the sheet; a letter shows an address in a window."""
    register()
    typesetter = Typesetter(sheet, _WIDTH)
    foot = _Foot(sheet, typesetter.cells)
    pages = _Pages(top=A4[1] - _TOP, bottom=_BOTTOM + foot.height + _ABOVE_FOOT)
    top = _letterhead(sheet.letterhead, typesetter.cells)
    if envelope is not None:
        top = LetterTop(top, envelope, typesetter.cells, left=_LEFT, top=_TOP)
    pages.place([top])
    for run in typesetter.runs(blocks):
        pages.place_run(run)
    return _drawn(sheet, pages, foot)


class _Pages:
    """Pages that fill from top to bottom."""

    def __init__(self, *, top: float, bottom: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.begins: list[int] = []
        self._top = top
        self._bottom = bottom
        self._y = top
        self._air = 0.0

    def place_run(self, run: Run) -> None:
        """Place the run, on a new page if its beginning would be torn apart."""
        height = _height_to_begin(run, whole=run.whole)
        if height > self._top - self._bottom:
            height = _height_to_begin(run, whole=False)
        kept = run.whole or len(run.flowables) > 1
        if run.new_page or (kept and height > self._room(run)):
            self._turn()
        if run.opens:
            self.begins.append(len(self.pages))
        self.place(run.flowables)

    def place(self, flowables: Iterable[Flowable]) -> None:
        """Place the flowables one beneath the other, split where they must be."""
        for flowable in flowables:
            rest: Flowable | None = flowable
            while rest is not None:
                rest = self._begin(rest)

    def _begin(self, flowable: Flowable) -> Flowable | None:
        gap = self._gap(flowable)
        room = self._y - gap - self._bottom
        height = flowable.wrap(_WIDTH, room)[1]
        if height <= room + _ROUNDING:
            self._put(flowable, gap, height)
            return None
        parts = flowable.split(_WIDTH, room) if room > 0 else []
        if len(parts) == 2:
            self._put(parts[0], gap, parts[0].wrap(_WIDTH, room)[1])
            self._turn()
            return parts[1]
        if not self.pages[-1]:
            # Nothing is gained by another page: better over the edge than lost.
            flowable.wrap(_WIDTH, room)
            self._put(flowable, gap, height)
            return None
        self._turn()
        return flowable

    def _put(self, flowable: Flowable, gap: float, height: float) -> None:
        self._y -= gap + height
        self._air = flowable.getSpaceAfter()
        self.pages[-1].append(Placed(flowable, self._y))

    def _gap(self, flowable: Flowable) -> float:
        if not self.pages[-1]:
            return 0
        return max(self._air, flowable.getSpaceBefore())

    def _room(self, run: Run) -> float:
        return self._y - self._gap(run.flowables[0]) - self._bottom + _ROUNDING

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._y = self._top
            self._air = 0


class _Foot:
    """The foot that lets a loose page find its way back."""

    def __init__(self, sheet: Sheet, cells: Cells) -> None:
        self._sheet = sheet
        self._style = cells.styles.foot
        marks = (
            sheet.case_number,
            sheet.document_number,
            sheet.version,
            sheet.short_code,
        )
        widest = self._page_of(999, 999)
        room = _WIDTH - self._width_of(widest) - 5 * mm
        self._marks: Paragraph = cells.words(
            " · ".join(mark for mark in marks if mark.strip()) or " ", self._style
        )
        self.height: float = self._marks.wrap(room, A4[1])[1]

    def draw(self, canvas: Canvas, page: int, pages: int, right: float) -> None:
        """Draw the foot of one page."""
        top = _BOTTOM + self.height
        canvas.setLineWidth(0.5)
        canvas.line(_LEFT, top + 3, right, top + 3)
        self._marks.drawOn(canvas, _LEFT, _BOTTOM)
        canvas.setFont(self._style.fontName, self._style.fontSize)
        baseline = top - self._style.fontSize
        canvas.drawRightString(right, baseline, self._page_of(page, pages))
        self._draw_code(canvas, page)

    def _draw_code(self, canvas: Canvas, page: int) -> None:
        """Draw the square by which a scanned page finds its way back."""
        if not self._sheet.document_id:
            return
        text = PageCode(DocumentId(self._sheet.document_id), page).text
        if text:
            # A quarter of it may be lost to the scanner, the punch or the staple.
            dark = square_of(text, "Q")
            draw_square(canvas, dark, (_CODE_LEFT, _BOTTOM), _CODE_SIZE)

    def _page_of(self, page: int, pages: int) -> str:
        pattern = printable(self._sheet.page_of)
        return pattern.replace("{page}", str(page)).replace("{pages}", str(pages))

    def _width_of(self, text: str) -> float:
        return float(stringWidth(text, self._style.fontName, self._style.fontSize))


def _height_to_begin(run: Run, *, whole: bool) -> float:
    *leading, last = run.flowables
    height = 0.0
    air = 0.0
    for flowable in leading:
        gap = max(air, flowable.getSpaceBefore()) if height else 0
        height += gap + flowable.wrap(_WIDTH, A4[1])[1]
        air = flowable.getSpaceAfter()
    height += max(air, last.getSpaceBefore()) if leading else 0
    return height + _least_height(last, whole=whole)


def _least_height(flowable: Flowable, *, whole: bool) -> float:
    height = flowable.wrap(_WIDTH, A4[1])[1]
    if whole:
        return height
    if isinstance(flowable, Rows):
        return flowable.lead_height
    if isinstance(flowable, Paragraph):
        # Two lines stay on either side of a page's end: three are not parted.
        leading = flowable.style.leading
        return height if height <= 3 * leading + _ROUNDING else 2 * leading
    return height


def _letterhead(letterhead: Letterhead, cells: Cells) -> Flowable:
    look = cells.styles
    logo = picture(letterhead.logo)
    left = _WIDTH - (_LOGO_WIDTH if logo else 0)
    halves = Grid(widths=(left / 2, left / 2), gutter=8)
    sender = tuple(
        [cells.words(line, look.sender) for line in lines]
        for lines in (letterhead.address, letterhead.contact)
    )
    whole = Grid(widths=(left, _WIDTH - left))
    name = cells.words(letterhead.name, look.practice)
    words = [name, Rows(halves, [Row(grid=halves, cells=sender)])]
    frame = [Logo(logo, _LOGO_WIDTH, _LOGO_HEIGHT)] if logo else []
    return Rows(whole, [Row(grid=whole, cells=(words, frame))], after=18)


def _lift(page: list[Placed]) -> float:
    """Return how much room something at the foot of the page takes from its foot."""
    return max((getattr(p.flowable, "lifts_foot", 0) for p in page), default=0)


def _drawn(sheet: Sheet, placed: _Pages, foot: _Foot) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=A4,
        invariant=1,
        lang=sheet.language,
        # Without it every file refers to a Helvetica that is not embedded.
        initialFontName=REGULAR,  # type: ignore[arg-type]  # stubs say float
    )
    canvas.setTitle(printable(sheet.title))
    canvas.setAuthor(printable(sheet.letterhead.name))
    canvas.setCreator("CaseDesk")
    pages = placed.pages
    canvas.setKeywords(keywords(placed.begins or [1], len(pages)))
    for number, page in enumerate(pages, start=1):
        is_turned = any(
            isinstance(each.flowable, Drawing) and each.flowable.is_turned
            for each in page
        )
        size = landscape(A4) if is_turned else A4
        canvas.setPageSize(size)
        for flowable, bottom in page:
            flowable.drawOn(canvas, _LEFT, bottom)
        canvas.translate(0, _lift(page))
        foot.draw(canvas, number, len(pages), size[0] - _RIGHT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
