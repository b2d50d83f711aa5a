from __future__ import annotations

import pytest

from casedesk.security.strength import Strength, judge


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "123456",
        "Sommer2026!",
        "passwort1234",
        "Willkommen2026",
        "Spitex-Bern-1",
        "casemanagement",
        "qwertzuiopü",
        "aaaaaaaaaaaaaaaa",
        "Kennwort!Kennwort!",
        "Praxis-Zürich-1",
        "xK9#z",
    ],
)
def test_what_is_guessed_soon_is_not_enough(passphrase: str) -> None:
    assert not judge(passphrase).is_enough


@pytest.mark.parametrize(
    "passphrase", ["vier Wolken tragen Kupfer heim", "Tq7-rhubarb/Vellum9_osprey"]
)
def test_words_that_do_not_belong_together_are_enough(passphrase: str) -> None:
    assert judge(passphrase).is_enough


def test_a_short_passphrase_is_weak_however_wild() -> None:
    assert judge("xK9#zQ!7%").strength <= Strength.WEAK


NAMES = ("Praxis Federwerk Hüsli", "Annegret Zollikofer-Brändli", "Federwerk")


@pytest.mark.parametrize(
    "passphrase",
    [
        "praxis federwerk huesli",
        "Annegret Zollikofer-Brändli",
        "Zollikofer-Brändli!77",
        "Federwerk-Federwerk-19",
        "annegretzollikofer1974",
    ],
)
def test_a_passphrase_that_is_mainly_a_known_name_is_not_enough(
    passphrase: str,
) -> None:
    assert not judge(passphrase, NAMES).is_enough


def test_a_known_name_among_other_words_does_no_harm() -> None:
    assert judge("Federwerk wolken tragen kupfer heim morgens", NAMES).is_enough
    assert judge("vier Wolken tragen Kupfer heim", NAMES).is_enough


# What people take when they are asked for twelve letters, in German and Swiss German.
BAD = """
123456789012 qwertzuiopasdf qwertzuiopü+ asdfghjklöä yxcvbnm,.-yxc 1q2w3e4r5t6z
1qay2wsx3edc aaaaaaaaaaaa passwort1234 Passwort2026! passwortpasswort meinpasswort1
MeinPasswort123 kennwort2026 Kennwort!Kennwort! geheim123456 geheimgeheim
Geheimnis2026 streng-geheim-1 TopSecret12345 hallo12345678 hallohallo123
HalloWelt2026! willkommen1234 Willkommen2026 Willkommen-2026! Sommer2026!
Sommer2026!Sommer Sommerferien26 Winter2025/26 Frühling2026! Herbst-2026-!
Sommer-Winter-1 Januar2026!! Februar2026! Maerz2026!!! März2026!!!! April2026!!!
Dezember2026! Montag123456 Dienstag2026! Mittwoch12345 Donnerstag2026 Freitag-der-13.
Samstag-Sonntag Montagmorgen1 Zürich2026!! Zuerich123456 zürichsee2026 Praxis-Zürich-1
PraxisZuerich1 Praxis-Bern-2026 Bern-Bern-Bern Basel1893!!!! FCBasel1893!!
Luzern2026!!! Genf-Genève-1 Winterthur8400 StGallen9000! Solothurn2026 Aarau5000!!!!
Wien2026!!!!! Wien-Wien-Wien Graz8010!!!!! Linz4020!!!!! Salzburg2026! Innsbruck6020
Berlin2026!!! Berlin-Berlin1 Hamburg040!!! München089!!! Muenchen2026! Koeln4711!!!!
Köln-am-Rhein1 Frankfurt2026 Stuttgart0711 Düsseldorf211 Leipzig04109! Dresden01067!
Schweiz1291!! Schweiz-1291!! Grüezi-Mitenand Deutschland1! Oesterreich1!
Österreich2026 Eidgenosse1291 Hoppschwiiz!! Matterhorn4478 Rütlischwur1291
Spitex-Bern-1 Spitex-2026!! spitexspitex1 Pflege-2026!! pflegepflege1 Pflegeheim2026
Pflegedienst1! Altersheim123 Casemanagement case-manager-1 CaseManager2026
Casemanager123! casemanagement casemanagement1 Fallmanagement fallmanager2026
Fallfuehrung-1 Beratung2026!! Beratung-Beratung Betreuung2026! Sozialarbeit1!
sozialdienst26 Sozialdienst-1 Krankenkasse1! Krankenhaus26! Spital-Spital1
Unispital2026! Gesundheit2026 Gesundheit-1!! Datenschutz1! Datenschutz2026
Schweigepflicht Schweigepflicht1 Vertraulich1!! Vertraulich2026 Klient-Klientin
Klientin-2026 Klienten-2026! Patient-2026!! Patientenakte1 Akte-Akte-Akte
Dokument2026!! Aktenschrank1 Buero-Buero-1 Bürokratie2026 Homeoffice2026 Computer12345
Laptop-Laptop1 Internet12345 Drucker12345! Schatz-Schatzi Schatzi12345! ichliebedich1
IchLiebeDich2026 liebeliebe123 Mama-und-Papa Mutter-Vater-1 Familie2026!!
Familie-Familie Grossmutter12 Großmutter123 Schwester1234 Hund-und-Katze
Hund-Katze-Maus Katze12345678 Hundename2026 Fussball2026! Fußball2026!! BayernMünchen1
Bayern-Muenchen fcbayern2026! Schalke04!!!! Dortmund09!!! BVB09BVB09BVB Borussia1909!
Rapid-Wien-1899 YoungBoys1898! Eishockey2026! Sonnenschein1 Sonnenblume26
Schmetterling Schmetterling1 Gartenhaus123 Blumenwiese1! Regenbogen2026 Sternenhimmel
Sternenhimmel1 Mondschein26! Weihnachten24! Weihnachten2026 Geburtstag1974
Geburtstag-2026 Urlaub-2026!! Ferien-2026!! Ferienhaus123 Mallorca2026! Italien2026!!
Schokolade2026 Schoggi-Schoggi Käsefondue2026 Bratwurst1234 Sauerkraut123
Kaffeepause1! Kaffeetasse12 Feierabend2026 Feierabendbier Guten-Morgen-1
GutenMorgen2026 Gutentag12345 Aufwiedersehen Aufwiedersehen1 Dankeschön123
Servus-Servus1 Moin-Moin-2026 Letmein123456 password1234 Password2026! iloveyou12345
dragon1234567 starwars12345 admin12345678 Administrator1 superman12345 master1234567
12.03.1974-12.03 01011990010119 19741974197419 0791234567079 +41791234567!
abcdefghijklm abc123abc123a AbcAbc123123! P@sswort1234! P4ssw0rt2026! K3nnw0rt2026!
G3h31m123456! S0mm3r2026!!! Z0ttel-Z0ttel Rudolf-Steiner
""".split()  # noqa: SIM905 - nobody would read it as a list


def test_the_table_of_bad_passphrases_is_long() -> None:
    assert len(set(BAD)) > 200
    assert min(map(len, BAD)) >= 8


@pytest.mark.parametrize("passphrase", BAD)
def test_not_one_of_the_usual_passphrases_is_accepted(passphrase: str) -> None:
    assert not judge(passphrase).is_enough


@pytest.mark.parametrize(
    "passphrase",
    [
        "Tangente lobt Fährmann zwei Drosseln",
        "7 Gummistiefel im Opernhaus tanzen Walzer",
        "Mein Velo hat drei Räder und keinen Sattel seit 1987",
        "zQ4vLp8mXw2nRt6k",
        "Krabben! Fagott! Lawine! Pinsel!",
    ],
)
def test_what_a_person_can_remember_and_nobody_guesses_is_accepted(
    passphrase: str,
) -> None:
    assert judge(passphrase).is_enough
