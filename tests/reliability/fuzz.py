"""R6: whatever is read from outside is broken in every way; nothing crashes or hangs.

A reader of another kind of file is one more line in `READERS`.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.domain.problems import Problem
from casedesk.security import recovery
from casedesk.services import backup_places, holder, vaults
from casedesk.services.anchors import AnchorFile

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_SECONDS = 10.0
MOST_MB = 1024
AT_ONCE = 500
MOST_SHOWN = 5
PIECES = (
    *(b"\x00", b"\xff" * 8, b"\x00" * 4096, b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00"),
    *(b"{", b"[" * 5000, b'"', b"null", b"-1", b"1e999", b"\\ud800", b"NaN"),
    *(b"%PDF-1.7", b"IHDR", b"\xff\xd8\xff\xe0", b"CD\x01", b"SQLite format 3\x00"),
    "\u202e\u0000ß\u0131".encode(),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Something that takes content from outside: good examples of it, and the code."""

    name: str
    examples: tuple[bytes, ...]
    read: Callable[[bytes, Path], object]
    share: int = 1
    """A slow one reads the fifth part, for instance."""

    def count(self, times: int) -> int:
        """Return how often it reads in a run."""
        return max(times // self.share, 1)


def every_reader(times: int, folder: Path) -> Figure:
    """Let each reader read so many broken things in processes of their own."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    import resource

    wrong: list[str] = []
    readers = _readers(folder)
    for reader in readers:
        wrong += _tried(reader, reader.count(times), folder)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    most_mb = children.ru_maxrss // 1024
    named = "; ".join(wrong[:MOST_SHOWN])
    return Figure(
        reached=", ".join(f"{each.name} {each.count(times):,}" for each in readers)
        + f": {len(wrong)} crashes or hangs{': ' + named if wrong else ''}; "
        f"at most {most_mb} MB",
        is_met=not wrong and most_mb < MOST_MB,
    )


def broken(example: bytes, random: Random) -> bytes:
    """Return an example with some things done to it."""
    content = bytearray(example)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        place = random.randrange(len(content) + 1)
        end = min(place + random.choice((1, 2, 4, 32, 500)), len(content))
        match random.randrange(7):
            case 0:
                content[place:end] = random.randbytes(end - place)
            case 1:
                del content[place:end]
            case 2:
                content[place:place] = random.choice(PIECES)
            case 3:
                content[place:end] = random.choice(PIECES)
            case 4:
                content[place:place] = content[place:end] * random.choice((2, 50))
            case 5 if content:
                content[place % len(content)] ^= 1 << random.randrange(8)
            case _:
                del content[place:]
    return bytes(content)


def _tried(reader: Reader, times: int, folder: Path) -> list[str]:
    """Return what went wrong, with the number that makes the same thing again."""
    wrong = []
    number = 0
    while number < times:
        end = min(number + AT_ONCE, times)
        child = Child(partial(_read_some, reader, number, end, folder))
        reached, fault = _listened(child, number)
        if fault:
            wrong.append(f"{reader.name} {reached}: {fault}")
            number = reached + 1
        else:
            number = end
    return wrong


def _listened(child: Child, number: int) -> tuple[int, str]:
    """Follow a child by the dots it says; return where it is, and what went wrong."""
    while True:
        if not child.speaks_within(LONGEST_SECONDS):
            child.kill()
            return number, "hangs"
        said = child.wait_for_word()
        if not said:
            _, code = child.wait()
            return number, f"ends with {code}" if code else ""
        number += said.count(b".")


def _read_some(
    reader: Reader, begin: int, end: int, folder: Path, say: Callable[[bytes], None]
) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # decoders complain there
    own = Path(tempfile.mkdtemp(dir=folder))
    for number in range(begin, end):
        random = Random(f"{reader.name} {number}")
        content = broken(random.choice(reader.examples), random)
        with suppress(Problem):  # is told to the user
            reader.read(content, own)
        say(b".")


def _readers(folder: Path) -> tuple[Reader, ...]:
    vault = folder / "example.casedesk"
    office.new_vault(vault, 5)
    pictures = tuple(_picture(kind) for kind in ("PNG", "JPEG"))
    sheet = "\n".join(recovery.sheet_lines(office.KEY)).encode()
    note = b'{"host": "desk", "since": "2026-03-14T09:00:00+00:00"}'
    anchors = b'{"anchors": {"v": {"number": 3, "seal": "00ff"}}, "failures": {"x": 2}}'
    chosen = (
        b'{"language": "de_CH", "text_percent": 115, "lock_after_minutes": 5, '
        b'"recent_vaults": ["/home/x.casedesk"], "windows": {"main": "00ff"}}'
    )
    return (
        Reader("logo chosen", pictures, _choose_logo),
        Reader("logo printed", pictures, _print_logo),
        Reader("recovery sheet", (sheet,), _type_sheet),
        Reader("head of a vault", (vault.read_bytes()[:64],), _read_head),
        Reader("vault", (vault.read_bytes(),), _open_vault),
        Reader("backup", (vault.read_bytes(),), _check_backup),
        Reader("preferences", (chosen,), _read_preferences),
        Reader("note of the holder", (note,), _read_note),
        Reader("anchors", (anchors,), _read_anchors),
        Reader("scan", (*pictures, _small_pdf()), _read_scan, share=5),
        Reader("mark of a drive", (b"0123456789abcdef\n",), _read_mark),
    )


def _picture(kind: str) -> bytes:
    from PIL import Image

    drawn = BytesIO()
    image = Image.frombytes("RGB", (48, 20), Random(6).randbytes(48 * 20 * 3))
    image.save(drawn, kind)
    return drawn.getvalue()


def _small_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(90, 60))
    for line in ("Einwilligung", "Anna Brunner"):
        canvas.drawString(4, 30, line)
        canvas.showPage()
    canvas.save()
    return drawn.getvalue()


def _read_scan(content: bytes, _folder: Path) -> None:
    from casedesk.ui.scans.reader import process

    process._read(content, BytesIO())


def _choose_logo(content: bytes, folder: Path) -> None:
    from casedesk.ui.settings import logo_picker

    path = folder / "logo.png"
    path.write_bytes(content)
    logo_picker._read(path)


def _print_logo(content: bytes, _folder: Path) -> None:
    from casedesk.pdf.logo import picture

    picture(content)


def _type_sheet(content: bytes, _folder: Path) -> None:
    lines = content.decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines, start=1):
        recovery.line_state(number % recovery.LINES + 1, line)
    recovery.read_lines(lines)


def _read_head(content: bytes, folder: Path) -> None:
    path = folder / "head.casedesk"
    path.write_bytes(content)
    vaults.check_file(path)


def _open_vault(content: bytes, folder: Path) -> None:
    path = folder / "foreign.casedesk"
    for left in folder.glob(f"{path.name}*"):
        left.unlink()
    path.write_bytes(content)
    session = vaults.unlock(path, office.KEY)
    try:
        office.found_in(session)
        session.search.find("Wolken")
    finally:
        session.lock()


def _check_backup(content: bytes, folder: Path) -> None:
    from casedesk.store import backup

    path = folder / "foreign.cdkbak"
    path.write_bytes(content)
    backup.examine(path, office.KEY)


def _read_preferences(content: bytes, folder: Path) -> None:
    from casedesk.ui.preferences import Preferences

    (folder / "preferences.json").write_bytes(content)
    preferences = Preferences(folder)
    preferences.recent_vaults()
    preferences.geometry("main")


def _read_note(content: bytes, folder: Path) -> None:
    vault = folder / "held.casedesk"
    holder.note_beside(vault).write_bytes(content)
    holder.check_not_held_elsewhere(vault)


def _read_anchors(content: bytes, folder: Path) -> None:
    path = folder / "anchors.json"
    path.write_bytes(content)
    anchors = AnchorFile(path)
    anchors.anchor_of("v")
    anchors.note_failure(folder / "v.casedesk")
    anchors.take_failures(folder / "v.casedesk")


def _read_mark(content: bytes, folder: Path) -> None:
    (folder / backup_places.ID_FILE).write_bytes(content)
    backup_places.found(
        backup_places.ExternalPlace(place_id="x", folder=folder, inside=""), ()
    )
