"""A vault opens with its recovery sheet; the sheets say what they must and no more."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock, a_practice
from pypdf import PdfReader

from casedesk.domain.practice import Country, Language, PaperLanguage
from casedesk.domain.problems import (
    NotAVault,
    PassphrasesDiffer,
    PassphraseTooWeak,
    SheetOfAnotherVault,
    VaultDamaged,
    VaultMissing,
)
from casedesk.security.keys import LIGHT, new_key
from casedesk.security.recovery import read_lines, sheet_lines
from casedesk.services import vaults
from casedesk.services.vaults import NewPassphrase
from casedesk.store import header, vault_file

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.recovery import LooseSheet
    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey

OTHER = "sieben Birken schweigen lieber"
HEADS = [
    pytest.param(bytes(16), id="all of it"),
    pytest.param(b"CD\x01" + bytes(13), id="all but the first letters"),
    pytest.param(b"\x80" * 16, id="overwritten"),
]


@pytest.fixture
def vault(session: Session) -> Path:
    session.lock()
    return session.path


def damage(path: Path, head: bytes, at: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(head)


def words(sheet: LooseSheet) -> str:
    pages = PdfReader(BytesIO(sheet.render())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def typed_again(key: VaultKey) -> VaultKey:
    return read_lines(sheet_lines(key))


def test_the_sheet_opens_the_vault(vault: Path, key: VaultKey) -> None:
    session = vaults.recover(vault, typed_again(key), a_clock())

    assert session.practice.get() == a_practice()
    assert session.trail.last(1)[0].action == "vault.recover"
    session.lock()


@pytest.mark.parametrize("head", HEADS)
def test_a_damaged_head_is_mended(vault: Path, key: VaultKey, head: bytes) -> None:
    damage(vault, head)

    session = vaults.recover(vault, typed_again(key), a_clock())
    session.practice.change(town="Thun")
    session.lock()

    assert vault_file.header_of(vault) == key.salt
    assert vault.stat().st_mode & 0o077 == 0
    assert not vault_file.next_to(vault).exists()
    again = vaults.unlock(vault, vaults.derive_key(PASSPHRASE, key.salt), a_clock())
    assert again.practice.get().town == "Thun"
    again.lock()


def test_a_mending_that_was_interrupted_is_no_hindrance(
    vault: Path, key: VaultKey
) -> None:
    damage(vault, bytes(16))
    vault_file.next_to(vault).write_bytes(b"half")

    vaults.recover(vault, typed_again(key), a_clock()).lock()

    assert vault_file.header_of(vault) == key.salt


def test_the_vault_stays_as_it_is_if_it_cannot_be_mended(
    vault: Path, key: VaultKey
) -> None:
    damage(vault, bytes(16))
    before = vault.read_bytes()
    wrong = replace(key, key=bytes(32))

    with pytest.raises(VaultDamaged):
        header.mend_header(vault, wrong)

    assert vault.read_bytes() == before
    assert not vault_file.next_to(vault).exists()


def test_the_sheet_of_another_vault_is_told_from_a_damaged_one(
    vault: Path, key: VaultKey
) -> None:
    foreign = new_key(PASSPHRASE, b"elsewhere..", LIGHT)

    with pytest.raises(SheetOfAnotherVault):
        vaults.recover(vault, foreign, a_clock())
    damage(vault, b"\xff" * 64, at=2000)
    with pytest.raises(VaultDamaged):
        vaults.recover(vault, typed_again(key), a_clock())


def test_the_sheet_of_an_earlier_passphrase_opens_nothing(
    session: Session, key: VaultKey
) -> None:
    new = vaults.make_key(OTHER, a_clock(), LIGHT)
    vaults.change_passphrase(session, new).lock()

    with pytest.raises(SheetOfAnotherVault):
        vaults.recover(session.path, typed_again(key), a_clock())


def test_what_is_no_vault_is_not_recovered(tmp_path: Path, key: VaultKey) -> None:
    (tmp_path / "short").write_bytes(b"CD")

    with pytest.raises(NotAVault):
        vaults.recover(tmp_path / "short", key, a_clock())
    with pytest.raises(VaultMissing):
        vaults.recover(tmp_path / "gone", key, a_clock())


def test_a_new_passphrase_needs_no_present_one(vault: Path, key: VaultKey) -> None:
    session = vaults.recover(vault, typed_again(key), a_clock())
    new = NewPassphrase(passphrase=OTHER, again=OTHER)

    fresh = vaults.recovered_key(new, a_clock(), LIGHT)
    vaults.change_passphrase(session, fresh).lock()

    opened = vaults.derive_key(OTHER, vaults.read_header(vault))
    vaults.unlock(vault, opened, a_clock()).lock()


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        pytest.param(
            NewPassphrase(passphrase=OTHER, again="x"), PassphrasesDiffer, id="differ"
        ),
        pytest.param(
            NewPassphrase(passphrase=OTHER[:4], again=OTHER[:4]),
            PassphraseTooWeak,
            id="weak",
        ),
    ],
)
def test_a_new_passphrase_must_still_do(
    new: NewPassphrase, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        vaults.recovered_key(new, a_clock(), LIGHT)


def test_the_vault_knows_whether_the_sheet_of_this_passphrase_was_printed(
    session: Session,
) -> None:
    before = session.recovery.is_printed()

    session.recovery.note_printed()

    assert not before
    assert session.recovery.is_printed()
    new = vaults.make_key(OTHER, a_clock(), LIGHT)
    after = vaults.change_passphrase(session, new)
    assert not after.recovery.is_printed()
    after.lock()


def test_the_recovery_sheet_has_every_letter_and_names_nobody(
    session: Session, key: VaultKey
) -> None:
    read = words(session.recovery.sheet(Language.EN))

    letters = read.replace(" ", "")
    assert all(line.replace(" ", "") in letters for line in sheet_lines(key))
    assert f"Mark {session.recovery.mark()} · printed on 14/03/2026" in read
    practice = session.practice.get()
    for name in (practice.name, practice.holder_name, practice.town, "test.casedesk"):
        assert name not in read


def test_the_recovery_sheet_is_one_page_in_the_language_of_the_papers(
    session: Session,
) -> None:
    sheet = session.recovery.sheet()

    assert sheet.is_secret
    assert sheet.language is PaperLanguage.DE_CH
    assert len(PdfReader(BytesIO(sheet.render())).pages) == 1


def test_neither_sheet_shows_its_letters_by_accident(session: Session) -> None:
    assert sheet_lines_of(session)[0] not in repr(session.recovery.sheet())


def sheet_lines_of(session: Session) -> tuple[str, ...]:
    return sheet_lines(session.recovery._key)


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("language", [None, Language.EN])
def test_the_emergency_sheet_says_where_things_are_and_holds_no_secret(
    session: Session, country: Country, language: Language | None, tmp_path: Path
) -> None:
    session.practice.change(country=country, supervisory_authority="Aufsicht Muster")

    sheet = session.recovery.emergency_sheet(
        backups=tmp_path / "Sicherungen", language=language
    )

    read = words(sheet)
    squeezed = read.replace(" ", "")
    assert str(session.path).replace(" ", "") in squeezed
    assert str(tmp_path / "Sicherungen").replace(" ", "") in squeezed
    assert session.recovery.mark() in read
    assert "Aufsicht Muster" in read
    assert session.practice.get().name in read
    assert not sheet.is_secret
    lines = sheet_lines_of(session)
    assert not any(line.replace(" ", "") in squeezed for line in lines)
