"""The reader's process: files come in, pictures of pages and their codes go out."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from casedesk.domain.scan_file import ScanFault, fault_of_size
from casedesk.ui.scans.reader.frames import Frames, packed

if TYPE_CHECKING:
    from PIL import Image

PIECE = 1 << 16
LONGEST_KEPT = 2400  # dots: A4 at 200 dots per inch
QUALITY = 75
GREY_WITHIN = 20  # what scanners give as grey is never quite grey
SMALL = (850, 850)  # fine enough that the ink of a pen keeps its colour
CPU_SECONDS = 3600


def run(incoming: int, outgoing: BinaryIO) -> None:
    """Read file after file from a descriptor, until there are no more."""
    _forbid_files()
    frames = Frames()
    while piece := os.read(incoming, PIECE):
        for _facts, content in frames.take(piece):
            _read(content, outgoing)


def main() -> int:
    """Serve the program that started this process."""
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication(sys.argv[:1])
    if sys.platform == "win32":
        import msvcrt

        for channel in (0, 1):
            msvcrt.setmode(channel, os.O_BINARY)
    # A window program on Windows has no `sys.stdin`, but what it was given is there.
    with open(1, "wb", closefd=False) as outgoing:
        run(0, outgoing)
    del application
    return 0


def _forbid_files() -> None:
    """Let this process write no file and not run for ever, where the system can."""
    try:
        import resource
    except ImportError:  # on Windows
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def _read(content: bytes, outgoing: BinaryIO) -> None:
    from casedesk.ui.scans.reader.codes import codes_in
    from casedesk.ui.scans.reader.pages import Refused, pages_of

    fault = fault_of_size(content[:PIECE], len(content))
    try:
        if fault is not None:
            raise Refused(fault)
        for number, (pages, picture) in enumerate(pages_of(content), start=1):
            codes = codes_in(picture)
            kept = _kept(picture)
            facts = {
                "page": number,
                "pages": pages,
                "codes": codes.texts,
                "turn": codes.turn,
                "width": kept.width,
                "height": kept.height,
            }
            _send(outgoing, packed(facts, _jpeg(kept)))
    except Refused as refused:
        fault = refused.fault
    except MemoryError:
        fault = ScanFault.TOO_LARGE
    _send(outgoing, packed({"done": True, "fault": fault}))


def _send(outgoing: BinaryIO, frame: bytes) -> None:
    outgoing.write(frame)
    outgoing.flush()


def _kept(picture: Image.Image) -> Image.Image:
    """Return the page as it is kept: nothing cut, straightened or cleaned."""
    from PIL import Image, ImageChops

    if picture.mode == "RGB":
        red, green, blue = picture.resize(SMALL, Image.Resampling.BOX).split()
        pairs = ((red, green), (green, blue), (red, blue))
        tones = [ImageChops.difference(*pair).histogram() for pair in pairs]
        if not any(sum(tone[GREY_WITHIN:]) for tone in tones):
            picture = picture.convert("L")
    scale = LONGEST_KEPT / max(picture.size)
    if scale >= 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
