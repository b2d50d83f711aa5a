"""Files that scanners and cameras make: what is taken, and why one is refused."""

from __future__ import annotations

from enum import StrEnum

MEGABYTE = 1_000_000
MOST_PDF_BYTES = 50 * MEGABYTE
MOST_PICTURE_BYTES = 25 * MEGABYTE
MOST_PICTURE_POINTS = 50_000_000
MOST_PAGES = 500
SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png")

_PDF_BEGINS_WITHIN = 1024  # some scanners write a few bytes before it


class ScanKind(StrEnum):
    """What a file is, by its first bytes and never by its name."""

    PDF = "pdf"
    PICTURE = "picture"


class ScanFault(StrEnum):
    """Why a file, or the rest of it, could not be read."""

    UNKNOWN_KIND = "unknown_kind"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"
    NOT_OPENED = "not_opened"
    NOT_READ = "not_read"


def kind_of(start: bytes) -> ScanKind | None:
    """Return what a file is by its first bytes, or nothing if it is not taken."""
    if start.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return ScanKind.PICTURE
    if b"%PDF-" in start[:_PDF_BEGINS_WITHIN]:
        return ScanKind.PDF
    return None


def fault_of_size(start: bytes, size: int) -> ScanFault | None:
    """Return why a file of this beginning and size is not taken, if it is not."""
    kind = kind_of(start)
    if kind is None:
        return ScanFault.UNKNOWN_KIND
    most = MOST_PDF_BYTES if kind is ScanKind.PDF else MOST_PICTURE_BYTES
    return ScanFault.TOO_LARGE if size > most else None
