"""R5: bytes of the file change while nobody looks."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.children import HAS_FORK, NO_FORK, Child
from reliability.figures import Figure, skipped

from casedesk.domain.problems import Problem
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096


def in_the_file(mutations: int, folder: Path) -> Figure:
    """Change bits, bytes, sectors and pages; each must be noticed or do no harm."""
    if not HAS_FORK:
        return skipped(NO_FORK)
    original, rotten = folder / "vault.casedesk", folder / "rotten.casedesk"
    state = office.new_vault(original, 60)
    content, random = original.read_bytes(), Random(5)
    noticed = harmless = unnoticed = crashed = 0
    for turn in range(mutations):
        changed = mutated(content, random, turn)
        rotten.write_bytes(changed)
        said, code = Child(partial(_look, rotten, state)).wait()
        crashed += code != 0
        noticed += said == b"noticed"
        harmless += said == b"harmless"
        unnoticed += said == b"unnoticed"
    return Figure(
        reached=f"{mutations} changes: {noticed} noticed, {harmless} harmless, "
        f"{unnoticed} unnoticed, {crashed} crashes",
        is_met=noticed + harmless == mutations and not crashed,
    )


def mutated(content: bytes, random: Random, turn: int) -> bytes:
    """Return the content with one thing changed."""
    changed = bytearray(content)
    place = random.randrange(len(changed))
    page = place // PAGE * PAGE
    match turn % 6:
        case 0:
            changed[place] ^= 1 << random.randrange(8)
        case 1:
            changed[place] = (changed[place] + random.randrange(1, 256)) % 256
        case 2:
            sector = place // 512 * 512
            changed[sector : sector + 512] = bytes(512)
        case 3:
            changed[page : page + PAGE] = random.randbytes(PAGE)
        case 4:
            other = random.randrange(len(changed) // PAGE) * PAGE
            first, second = changed[page : page + PAGE], changed[other : other + PAGE]
            changed[page : page + PAGE], changed[other : other + PAGE] = second, first
        case _:
            del changed[place:]
    return bytes(changed)


def _look(path: Path, state: office.State, say: Callable[[bytes], None]) -> None:
    try:
        if vaults.read_header(path) != office.KEY.salt:
            say(b"noticed")  # the passphrase would not fit, and its sheet would
            return
        session = vaults.unlock(path, office.KEY)
        is_same = office.found_in(session) == state
        is_sound = office.is_sound(session)
    except Problem:
        say(b"noticed")
        return
    if is_same:
        say(b"harmless" if is_sound else b"noticed")
    else:
        say(b"unnoticed" if is_sound else b"noticed")
