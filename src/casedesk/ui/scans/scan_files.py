"""Scan files on the disk: read whole and within limits, and removed again."""

from __future__ import annotations

import os
import secrets
import stat
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from casedesk.domain.problems import FileNotRemoved
from casedesk.domain.scan_file import (
    MOST_PDF_BYTES,
    SUFFIXES,
    ScanFault,
    ScanKind,
    fault_of_size,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

START = 4096
PIECE = 1 << 20
PDF_END = b"%%EOF"
NEAR_THE_END = 2048


@dataclass(frozen=True, slots=True)
class ScanFile:
    """What a file holds, or why it is not taken."""

    path: Path
    content: bytes = b""
    sha256: str = ""
    fault: ScanFault | None = None


def read_file(path: Path) -> ScanFile:
    """Read a file whole. Runs on a worker thread."""
    try:
        with path.open("rb") as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                return ScanFile(path, fault=ScanFault.NOT_OPENED)
            content = file.read(START)
            fault = fault_of_size(content, facts.st_size)
            if fault is not None:
                return ScanFile(path, fault=fault)
            content += file.read(MOST_PDF_BYTES)
    except OSError:
        return ScanFile(path, fault=ScanFault.NOT_OPENED)
    return ScanFile(path, content, sha256(content).hexdigest())


def is_scan(path: Path) -> bool:
    """Whether a file is one that may be read in, by its name."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~"))


def is_complete(file: ScanFile) -> bool:
    """Whether the scanner has written all of a file."""
    end = file.content[-NEAR_THE_END:]
    if kind_of(file.content[:START]) is ScanKind.PDF:
        return PDF_END in end
    if file.content.startswith(b"\x89PNG"):
        return b"IEND" in end
    return b"\xff\xd9" in end


def remove_files(files: Iterable[tuple[Path, str]]) -> int:
    """Overwrite and remove files that still are what they were; return how many.

    `files` are paths with the hash of what was read. Raises `FileNotRemoved` if one
    of them cannot be removed. Runs on a worker thread.
    """
    count = 0
    for path, mark in files:
        if read_file(path).sha256 != mark:
            continue  # it was changed since: it is not what was filed
        try:
            _remove(path)
        except OSError as error:
            raise FileNotRemoved from error
        count += 1
    return count


def _remove(path: Path) -> None:
    """Overwrite a file, take its name away, and remove it.

    On flash disks and in folders that are synchronised, copies can outlive this.
    """
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            piece = min(left, PIECE)
            file.write(secrets.token_bytes(piece))
            left -= piece
        file.flush()
        os.fsync(file.fileno())
    nameless = path.with_name(secrets.token_hex(8))
    path.rename(nameless)
    nameless.unlink()
