"""Scans as scanners make them, from papers as they are printed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from services.paper_case import PaperCase, a_paper_case, a_recipient

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.handing import TO_CLIENT
from casedesk.ui.scans.reader.pages import pages_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from casedesk.domain.document import Document
    from casedesk.services.session import Session


def an_issued_release(
    session: Session, *, explained_on: date | None = None
) -> tuple[PaperCase, Document]:
    """Issue a release with two recipients."""
    paper = a_paper_case(session)
    [consent] = session.declarations.new_set(paper.case.id, (ConsentKind.RELEASE,))
    a_recipient(session, consent, paper.doctor, Direction.BOTH)
    a_recipient(session, consent, paper.nurse, Direction.OBTAIN)
    if explained_on is not None:
        session.declarations.change(consent.id, explained_on=explained_on)
    prepared = session.papers.consent_set([consent.id], with_information=False)
    return paper, session.papers.issue(prepared, prepared.render(), TO_CLIENT).document


def scanned(pdf: bytes, *, turn: int = 0, dpi: int = 150) -> list[bytes]:
    """Return the pages as JPEG in grey, as a simple scanner makes them."""
    scans = []
    for _, page in pages_of(pdf):
        size = (round(8.27 * dpi), round(11.69 * dpi))
        buffer = BytesIO()
        grey = page.convert("L").resize(size, Image.Resampling.BILINEAR)
        grey.rotate(turn, expand=True, fillcolor=255).save(buffer, "JPEG", quality=40)
        scans.append(buffer.getvalue())
    return scans


def scan_files(folder: Path, pdf: bytes, *, turn: int = 0) -> list[Path]:
    """Lay the pages into a folder, one file each."""
    paths = []
    for number, scan in enumerate(scanned(pdf, turn=turn), start=1):
        path = folder / f"scan{number}.jpg"
        path.write_bytes(scan)
        paths.append(path)
    return paths


def an_empty_page() -> bytes:
    """Return a page without a code."""
    buffer = BytesIO()
    Image.new("L", (1240, 1754), 250).save(buffer, "JPEG", quality=40)
    return buffer.getvalue()
