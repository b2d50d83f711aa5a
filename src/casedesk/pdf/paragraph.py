"""Paragraphs that are set once, however often they are asked for their height."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Paragraph

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle


class SetOnce(Paragraph):
    """A paragraph that breaks its lines anew only in another width."""

    _set_in: float | None = None
    _size = (0.0, 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size, breaking lines if that was not yet done in this width."""
        # Splitting makes ReportLab forget the lines.
        if self._set_in != width or not hasattr(self, "blPara"):
            self._size = super().wrap(width, height)
            self._set_in = width
        return self._size


def paragraph(
    markup: str, style: ParagraphStyle, *, bullet: str | None = None
) -> Paragraph:
    """Return a paragraph of escaped words; line ends in it are `<br/>`."""
    if "<" in markup or "&" in markup or not markup.strip():
        return SetOnce(markup, style, bulletText=bullet)
    # Without markup there is nothing to parse, which takes longest with short texts.
    words = _plain(style).clone(text=markup.strip())
    return SetOnce("", style, bulletText=bullet, frags=[words])


@cache
def _plain(style: ParagraphStyle) -> Any:  # ReportLab's fragments have no type
    return Paragraph("x", style).frags[0]
