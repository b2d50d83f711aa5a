from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import a_clock
from store.plain_pages import _Aes256, plain_pages

from casedesk.store import vault_file

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey


def test_the_cipher_is_that_of_the_standard() -> None:
    # The example for AES-256 in FIPS 197, appendix C.3.
    cipher = _Aes256(bytes(range(32)))
    hidden = bytes.fromhex("8ea2b7ca516745bfeafc49904b496089")

    plain = cipher.decipher(hidden, bytes(16))

    assert plain.hex() == "00112233445566778899aabbccddeeff"


def test_what_was_written_is_read_in_the_pages(tmp_path: Path, key: VaultKey) -> None:
    path = tmp_path / "pages.casedesk"
    database = vault_file.create(path, key, a_clock().now)
    with database.note() as tables:
        tables.settings.put("word", "Zwetschgenmus7193")
    database.close()

    assert any(b"Zwetschgenmus7193" in page for page in plain_pages(path, key))
