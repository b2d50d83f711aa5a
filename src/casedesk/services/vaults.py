"""Vaults: made, unlocked, given a new passphrase."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casedesk.domain.problems import (
    PassphrasesDiffer,
    PassphraseTooWeak,
    Problem,
    SheetOfAnotherVault,
    VaultDamaged,
)
from casedesk.security.keys import (
    LIGHT,
    RANDOM_BYTES,
    STRONG,
    Profile,
    VaultKey,
    key_for,
    new_key,
    profile_of,
)
from casedesk.security.offer import offered_passphrase
from casedesk.security.strength import Judgement, Strength, judge
from casedesk.services.clock import Clock
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from casedesk.domain.practice import Practice
    from casedesk.services.session import Session

__all__ = [
    "DEMO_PASSPHRASE",
    "LIGHT",
    "STRONG",
    "SUFFIX",
    "Judgement",
    "NewPassphrase",
    "Profile",
    "Strength",
    "VaultKey",
    "change_passphrase",
    "check_file",
    "check_new_passphrase",
    "create",
    "demo_key",
    "derive_key",
    "get_ready",
    "is_check_due",
    "judged",
    "known_names",
    "look_over_to_recover",
    "make_key",
    "offered",
    "read_header",
    "recover",
    "recovered_key",
    "replacing_key",
    "unlock",
]

SUFFIX = ".casedesk"
# Printed beside the demo vault; it keeps nothing secret.
DEMO_PASSPHRASE = "demo"  # noqa: S105 - meant to be known


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassphrase:
    """A passphrase as it was typed twice; shown by nothing."""

    passphrase: str = field(repr=False)
    again: str = field(repr=False)


def judged(passphrase: str, known: Sequence[str] = ()) -> Judgement:
    """Estimate how long a passphrase withstands guessing. Takes some milliseconds.

    `known` are names that a thief tries first, such as that of the practice.
    """
    return judge(passphrase, known)


def offered(clock: Clock | None = None) -> str:
    """Return a passphrase of six words drawn by chance: 66 bits."""
    words = resource("words", "de.txt").read_text(encoding="utf-8").split()
    return offered_passphrase(words, (clock or Clock()).random)


def known_names(practice: Practice, path: Path) -> tuple[str, ...]:
    """Return the names that a passphrase may not mainly consist of."""
    names = (practice.name, practice.holder_name, path.stem)
    return tuple(name for name in names if name)


def check_new_passphrase(
    passphrase: str, again: str, known: Sequence[str] = ()
) -> None:
    """Raise `PassphrasesDiffer` or `PassphraseTooWeak` unless it may be used."""
    if passphrase != again:
        raise PassphrasesDiffer
    if not judge(passphrase, known).is_enough:
        raise PassphraseTooWeak


def make_key(
    passphrase: str, clock: Clock | None = None, profile: Profile = STRONG
) -> VaultKey:
    """Make the key of a new vault. Slow on purpose: call it on a worker thread."""
    return new_key(passphrase, (clock or Clock()).random(RANDOM_BYTES), profile)


def demo_key(clock: Clock | None = None) -> VaultKey:
    """Make the key of a demo vault, quickly."""
    return make_key(DEMO_PASSPHRASE, clock, LIGHT)


def get_ready() -> None:
    """Load what unlocking a vault needs, on a worker thread."""
    import argon2.low_level  # noqa: F401 - loaded for later

    import casedesk.services.anchors
    import casedesk.services.mending
    import casedesk.services.session  # noqa: F401
    from casedesk.store import vault_file

    vault_file.get_ready()


def read_header(path: Path) -> bytes:
    """Return what a closed vault tells about its key, or raise the `Problem`."""
    from casedesk.store import vault_file

    return vault_file.header_of(path)


def check_file(path: Path) -> None:
    """Raise the `Problem` if a file is no vault, as far as its head tells."""
    profile_of(read_header(path))


def is_check_due(
    path: Path, checked_at: datetime | None, clock: Clock | None = None
) -> bool:
    """Whether every page of a closed vault is to be looked at before it is opened.

    So it is after an unclean end, and when the last time is more than a week ago.
    """
    from casedesk.domain import backup
    from casedesk.store.repair import was_left_open

    now = (clock or Clock()).now()
    return was_left_open(path) or backup.is_check_due(checked_at, now)


def derive_key(passphrase: str, header: bytes) -> VaultKey:
    """Derive the key of a vault, or raise the `Problem` that prevents it.

    Slow on purpose: call it on a worker thread.
    """
    return key_for(passphrase, header)


def create(
    path: Path, key: VaultKey, practice: Practice, clock: Clock | None = None
) -> Session:
    """Make a new vault for a practice and open it."""
    from casedesk.services import holder
    from casedesk.services.session import Session
    from casedesk.store import vault_file

    clock = clock or Clock()
    session = Session(vault_file.create(path, key, clock.now), path, clock, key)
    session.practice.set_up(practice)
    holder.hold(path, clock.now())
    return session


def unlock(path: Path, key: VaultKey, clock: Clock | None = None) -> Session:
    """Open a vault, or raise the `Problem` that prevents it."""
    from casedesk.services import holder, mending
    from casedesk.services.session import Session
    from casedesk.store import vault_file

    clock = clock or Clock()
    holder.check_not_held_elsewhere(path)
    session = Session(vault_file.open_vault(path, key, clock.now), path, clock, key)
    holder.hold(path, clock.now())
    vault_file.sweep(path)
    mending.sweep_kept(path, clock.today())
    return session


def look_over_to_recover(
    path: Path,
    key: VaultKey,
    clock: Clock | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Look at every page of a closed vault, with the key of its recovery sheet.

    Raises what `mending.look_over` and `recover` raise. Slow: call it on a worker
    thread.
    """
    from casedesk.services import mending

    with _sheet_compared(path, key):
        mending.look_over(path, key, clock, is_stopped)


@contextmanager
def _sheet_compared(path: Path, key: VaultKey) -> Iterator[bool]:
    """Tell whether the head of the file fits the sheet, and a fault apart by that."""
    from casedesk.store import vault_file

    is_sound = vault_file.header_of(path) == key.salt
    try:
        yield is_sound
    except VaultDamaged:
        raise (VaultDamaged if is_sound else SheetOfAnotherVault) from None


def recover(path: Path, key: VaultKey, clock: Clock | None = None) -> Session:
    """Open a vault with the key of its recovery sheet, or raise the `Problem`.

    If the head of the file is damaged, it is mended. Raises `SheetOfAnotherVault` if
    neither the key nor the head of the file belongs to the sheet.
    """
    from casedesk.store import header

    with _sheet_compared(path, key) as is_sound:
        session = unlock(path, key, clock)
    if not is_sound:
        session.lock()
        header.mend_header(path, key)
        session = unlock(path, key, clock)
    return _noted(session, "vault.recover")


def _noted(session: Session, action: str) -> Session:
    """Note in the trail how a vault came to be open; a full disk changes nothing."""
    with suppress(Problem):
        session.trail.note(action)
    return session


def recovered_key(
    new: NewPassphrase,
    clock: Clock | None = None,
    profile: Profile = STRONG,
    known: Sequence[str] = (),
) -> VaultKey:
    """Make the key that is to replace one whose passphrase is forgotten.

    Raises what `check_new_passphrase` raises. Slow on purpose: call it on a worker
    thread.
    """
    check_new_passphrase(new.passphrase, new.again, known)
    return make_key(new.passphrase, clock, profile)


def replacing_key(
    header: bytes,
    passphrase: str,
    new: NewPassphrase,
    clock: Clock | None = None,
    profile: Profile = STRONG,
    known: Sequence[str] = (),
) -> VaultKey:
    """Make the key that is to replace the one of a vault.

    Raises `WrongPassphrase` unless the present passphrase is right, and what
    `check_new_passphrase` raises. Slow on purpose: call it on a worker thread.
    """
    check_new_passphrase(new.passphrase, new.again, known)
    derive_key(passphrase, header)
    return make_key(new.passphrase, clock, profile)


def change_passphrase(
    session: Session, key: VaultKey, tick: Callable[[], None] = lambda: None
) -> Session:
    """Put an open vault under a new key: this session ends, the returned one begins.

    A backup under the old key is made first, if the last one is not up to date. Then
    the file is written anew beside the vault, verified, and takes its place in one
    step, so that whatever happens the vault opens with the old key or with the new.
    If a `Problem` is raised, the old key is still the right one; the session goes on
    unless `session.is_locked`.
    """
    from casedesk.store import vault_file

    path = session.path
    vault_file.sweep(path)
    fresh = vault_file.next_to(path)
    session.backups.secure(tick)
    try:
        session.write_copy(fresh, key, tick)
        session.lock()
        vault_file.replace(path, fresh)
    except BaseException:
        vault_file.sweep(path)
        raise
    return _noted(unlock(path, key, session.clock), "vault.new_passphrase")
