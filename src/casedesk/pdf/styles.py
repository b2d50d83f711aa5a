"""The sizes and weights of print, for ordinary and for large paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle

from casedesk.pdf.fonts import BOLD, OBLIQUE, REGULAR

_LABEL_GREY = 0.25
_BULLET_INDENT = 2
_LINE_HEIGHTS = (1.22, 1.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """Every style used on paper, and how much larger than ordinary the air is."""

    scale: float
    title: ParagraphStyle
    edition: ParagraphStyle
    headings: tuple[ParagraphStyle, ...]
    body: ParagraphStyle
    lead: ParagraphStyle
    own_words: ParagraphStyle
    fine: ParagraphStyle
    bullet: ParagraphStyle
    fine_bullet: ParagraphStyle
    value: ParagraphStyle
    cell: ParagraphStyle
    strong: ParagraphStyle
    banner: ParagraphStyle
    label: ParagraphStyle
    head: ParagraphStyle
    practice: ParagraphStyle
    sender: ParagraphStyle
    foot: ParagraphStyle


@cache
def styles(*, large: bool) -> Styles:
    """Return the styles of ordinary print, or of large print with 14 points."""
    scale = 14 / 10.5 if large else 1.0

    def style(
        font: str,
        points: tuple[float, float],
        *,
        before: float = 0,
        after: float = 0,
        indent: float = 0,
        grey: float = 0,
    ) -> ParagraphStyle:
        size = points[large]
        return ParagraphStyle(
            f"{font} {size}",
            fontName=font,
            fontSize=size,
            leading=round(size * _LINE_HEIGHTS[large], 1),
            textColor=Color(grey, grey, grey),
            spaceBefore=before * scale,
            spaceAfter=after * scale,
            leftIndent=indent * scale,
            bulletFontName=font,
            bulletFontSize=size,
            bulletIndent=_BULLET_INDENT * scale,
            embeddedHyphenation=1,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )

    return Styles(
        scale=scale,
        title=style(BOLD, (16, 22), after=1),
        edition=style(REGULAR, (8.5, 12), after=6),
        headings=(
            style(BOLD, (12, 17), before=8, after=1.5),
            style(BOLD, (10.5, 14.5), before=6, after=1.5),
            style(OBLIQUE, (10.5, 14.5), before=5, after=1.5),
        ),
        body=style(REGULAR, (10.5, 14), after=2.5),
        lead=style(REGULAR, (12, 16), after=5),
        own_words=style(OBLIQUE, (10.5, 14), after=3, indent=10),
        fine=style(REGULAR, (9.5, 14), after=2.5),
        bullet=style(REGULAR, (10.5, 14), after=1.5, indent=15),
        fine_bullet=style(REGULAR, (9.5, 14), after=1, indent=14),
        value=style(REGULAR, (10, 14)),
        cell=style(REGULAR, (9, 14)),
        strong=style(BOLD, (9, 14)),
        banner=style(BOLD, (10.5, 15)),
        label=style(REGULAR, (8.5, 12), grey=_LABEL_GREY),
        head=style(BOLD, (8.5, 12)),
        practice=style(BOLD, (12, 14)),
        sender=style(REGULAR, (8.5, 10)),
        foot=style(REGULAR, (8, 10)),
    )
