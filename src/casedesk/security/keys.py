"""From a passphrase and the salt in the vault's header to the key of the vault.

The header salt of 16 bytes is `CD`, the profile (1), a check value (2) and 11 random
bytes. Argon2id takes the 14 bytes without the check value, padded with zeros to 16. The
check value tells a wrong passphrase from a damaged file and costs an attacker as much
as the key itself.
"""

from __future__ import annotations

import hmac
import unicodedata
from dataclasses import dataclass

from casedesk.domain.problems import NotAVault, VaultTooNew, WrongPassphrase

SALT_BYTES = 16
KEY_BYTES = 32
MAGIC = b"CD"
RANDOM_BYTES = 11
_CHECK = slice(3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How much work Argon2id (RFC 9106, version 1.3) is given."""

    number: int
    passes: int
    memory_kib: int
    lanes: int


STRONG = Profile(number=1, passes=4, memory_kib=256 * 1024, lanes=4)
# For demo vaults, whose passphrase is printed beside them, and for tests.
LIGHT = Profile(number=255, passes=1, memory_kib=8 * 1024, lanes=1)
PROFILES = {profile.number: profile for profile in (STRONG, LIGHT)}


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultKey:
    """What opens one vault: the key of the database and the salt of its header."""

    key: bytes
    salt: bytes

    def __repr__(self) -> str:
        """Show nothing of the key."""
        return "VaultKey(…)"


def new_key(passphrase: str, random: bytes, profile: Profile = STRONG) -> VaultKey:
    """Make the key and header salt of a new vault. Takes most of a second.

    `random` are `RANDOM_BYTES` unpredictable bytes.
    """
    unchecked = MAGIC + bytes([profile.number]) + bytes(2) + random[:RANDOM_BYTES]
    key, check = _derived(passphrase, unchecked, profile)
    return VaultKey(key=key, salt=unchecked[:3] + check + unchecked[5:])


def key_for(passphrase: str, salt: bytes) -> VaultKey:
    """Derive the key of an existing vault from its header. Takes most of a second.

    Raises `NotAVault`, `VaultTooNew` for an unknown profile, or `WrongPassphrase`.
    """
    key, check = _derived(passphrase, salt, profile_of(salt))
    if not hmac.compare_digest(check, salt[_CHECK]):
        raise WrongPassphrase
    return VaultKey(key=key, salt=salt)


def profile_of(salt: bytes) -> Profile:
    """Return the profile that a header names, or raise `NotAVault`, `VaultTooNew`."""
    if len(salt) < SALT_BYTES or not salt.startswith(MAGIC):
        raise NotAVault
    profile = PROFILES.get(salt[2])
    if profile is None:
        raise VaultTooNew
    return profile


def _derived(passphrase: str, salt: bytes, profile: Profile) -> tuple[bytes, bytes]:
    from argon2.low_level import Type, hash_secret_raw

    typed = unicodedata.normalize("NFC", passphrase).encode()
    root = hash_secret_raw(
        typed,
        (salt[:3] + salt[5:SALT_BYTES]).ljust(SALT_BYTES, b"\0"),
        time_cost=profile.passes,
        memory_cost=profile.memory_kib,
        parallelism=profile.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
        version=0x13,
    )
    key = hmac.digest(root, b"CaseDesk v1 db", "sha512")[:KEY_BYTES]
    return key, hmac.digest(root, b"CaseDesk v1 kcv", "sha512")[:2]
