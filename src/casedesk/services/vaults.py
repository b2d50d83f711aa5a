"""Vaults: made, unlocked, given a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.problems import (
    PassphrasesDiffer,
    PassphraseTooWeak,
)
from casedesk.security.keys import (
    RANDOM_BYTES,
    STRONG,
    Profile,
    VaultKey,
    key_for,
    new_key,
)
from casedesk.security.strength import Judgement, judge
from casedesk.services.clock import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.domain.practice import Practice
    from casedesk.services.session import Session

SUFFIX = ".casedesk"


def judged(passphrase: str) -> Judgement:
    """Estimate how long a passphrase withstands guessing. Takes some milliseconds."""
    return judge(passphrase)


def check_new_passphrase(passphrase: str, again: str) -> None:
    """Raise `PassphrasesDiffer` or `PassphraseTooWeak` unless it may be used."""
    if passphrase != again:
        raise PassphrasesDiffer
    if not judge(passphrase).is_enough:
        raise PassphraseTooWeak


def make_key(
    passphrase: str, clock: Clock | None = None, profile: Profile = STRONG
) -> VaultKey:
    """Make the key of a new vault. Slow on purpose: call it on a worker thread."""
    return new_key(passphrase, (clock or Clock()).random(RANDOM_BYTES), profile)


def read_header(path: Path) -> bytes:
    """Return what a closed vault tells about its key, or raise the `Problem`."""
    from casedesk.store import vault_file

    return vault_file.header_of(path)


def derive_key(passphrase: str, header: bytes) -> VaultKey:
    """Derive the key of a vault, or raise the `Problem` that prevents it.

    Slow on purpose: call it on a worker thread.
    """
    return key_for(passphrase, header)


def create(
    path: Path, key: VaultKey, practice: Practice, clock: Clock | None = None
) -> Session:
    """Make a new vault for a practice and open it."""
    from casedesk.services.session import Session
    from casedesk.store import vault_file

    clock = clock or Clock()
    session = Session(vault_file.create(path, key, clock.now), path, clock)
    session.practice.set_up(practice)
    return session


def unlock(path: Path, key: VaultKey, clock: Clock | None = None) -> Session:
    """Open a vault, or raise the `Problem` that prevents it."""
    from casedesk.services.session import Session
    from casedesk.store import vault_file

    clock = clock or Clock()
    return Session(vault_file.open_vault(path, key, clock.now), path, clock)
