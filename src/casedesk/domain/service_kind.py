"""Whether two services are the same, and two payers: compared by their words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

# Families of services, by what their words contain; spelt as `folded` spells. A family
# says only that two are of one kind; whether they meet is for the rules to decide.
_FAMILIES: dict[str, tuple[str, ...]] = {
    "physiotherapy": ("physiother", "krankengymnast", "heilgymnast"),
    "occupational therapy": ("ergother", "handther"),
    "speech therapy": ("logopaed", "sprachther", "speech ther"),
    "psychotherapy": ("psychother", "traumather", "gespraechsther"),
    "basic care": (
        "grundpfleg",
        "koerperpfleg",
        "hilfe beim duschen",
        "morgentoilette",
        "duschen",
        "waschen und anzieh",
        "personal care",
        "stuetzstruempfe",
    ),
    "medication": (
        "dosett",
        "medikamente richten",
        "medikamentengabe",
        "tabletten richten",
        "medikamente stellen",
    ),
    "wound care": ("wundversorg", "verbandwechsel", "wundpfleg", "wound care"),
    "meals": ("mahlzeitendienst", "essen auf raedern", "meals on wheels"),
    "transport": ("fahrdienst", "transportdienst", "krankenfahrt"),
    "emergency call": ("notruf", "emergency call"),
    "household": (
        "haushaltshilf",
        "hauswirtschaft",
        "raumpfleg",
        "putzhilf",
        "haushaltfuehr",
        "haushaltsfuehr",
    ),
    "shopping": ("einkauf",),
    "respite": ("verhinderungspfleg", "entlastungsdienst", "kurzzeitpfleg"),
    "day centre": ("tageszentrum", "tagespfleg", "tagesstaette", "tagesklinik"),
    "debt advice": ("schuldnerberat", "schuldenberat", "budgetberat"),
    "addiction advice": ("suchtberat", "suchtther", "alkoholberat"),
    "job coaching": ("jobcoach", "arbeitscoach", "arbeitsvermittl", "stellenvermittl"),
    "language course": ("deutschkurs", "sprachkurs", "kurs deutsch", "language course"),
    "housing support": ("wohnbegleit", "betreutes wohnen", "wohncoach"),
    "family support": ("familienbegleit", "familienhilf"),
    "coordination": ("case management", "fallfuehr", "fallkoordin"),
}
_WORD = re.compile(r"[a-z]{4,}")
_WEAK = frozenset(
    {
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "oder",
        "nach",
        "beim",
        "fuer",
        "hause",
        "haus",
        "zuhause",
        "zweimal",
        "dreimal",
        "woche",
        "wochen",
        "woechentlich",
        "taeglich",
        "jeden",
        "jede",
        "monat",
        "monatlich",
        "einmal",
        "durch",
        "ueber",
        "unter",
        "ohne",
        "alle",
        "allen",
        "neun",
        "zehn",
        "acht",
        "sieben",
        "sechs",
        "fuenf",
        "vier",
        "drei",
        "zwei",
        "stunden",
        "minuten",
        "with",
        "from",
        "that",
        "weekly",
        "daily",
        "every",
        "this",
        "and",
        "the",
        "ihre",
        "ihren",
        "seine",
        "seinen",
        "dienst",
        "dienste",
        "hilfe",
        "unterstuetzung",
        "begleitung",
        "begleitet",
        "massnahme",
        "leistung",
        "leistungen",
        "angebot",
        "termin",
        "termine",
        "gespraech",
        "gespraeche",
        "behandlung",
        "behandlungen",
    }
)
_PAYS_ONESELF = re.compile(
    r"\bselbst|\beigen|\bklient|\bprivat\b|\bfamilie\b|\bangehoerige|\btochter|\bsohn\b|"
    r"\behe(?:mann|frau)|\bself|\bown\b|\bpatient"
)
_PAYER_WEAK = frozenset({"nach", "auf", "der", "die", "das", "von", "und", "mit"})
_ALIKE = 0.6
_SAME_TASK = 0.75


@lru_cache(maxsize=4000)
def families(what: str) -> frozenset[str]:
    """Return the families of services that words name."""
    text = folded(what)
    return frozenset(
        name for name, stems in _FAMILIES.items() if any(stem in text for stem in stems)
    )


@lru_cache(maxsize=4000)
def _strong_words(what: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(what))) - _WEAK


def is_same_service(one: str, other: str) -> bool:
    """Whether two texts name the same service."""
    known, others = families(one), families(other)
    if known and others:
        return not known.isdisjoint(others)
    return _likeness(one, other) >= _ALIKE


def are_other_services(one: str, other: str) -> bool:
    """Whether two texts are known to name services of different families."""
    known, others = families(one), families(other)
    return bool(known and others) and known.isdisjoint(others)


def is_same_task(one: str, other: str) -> bool:
    """Whether two texts name the same task, nearly word for word."""
    return _likeness(one, other) >= _SAME_TASK


def is_same_payer(one: str, other: str) -> bool:
    """Whether two texts name the same payer; what stands after a comma tells more."""
    ours, theirs = _payer_words(one), _payer_words(other)
    return ours <= theirs or theirs <= ours


def distinct_payers(payers: Iterable[str]) -> list[str]:
    """Return each payer once, by its fullest name, without what follows a comma."""
    shown: list[str] = []
    for payer in payers:
        name = payer.partition(",")[0].strip()
        same = (n for n, each in enumerate(shown) if is_same_payer(each, name))
        place = next(same, None)
        if place is None:
            shown.append(name)
        elif len(name) > len(shown[place]):
            shown[place] = name
    return shown


def pays_oneself(payer: str) -> bool:
    """Whether the client or the family pays, which is a share and no second payer."""
    return bool(_PAYS_ONESELF.search(folded(payer)))


@lru_cache(maxsize=4000)
def _payer_words(payer: str) -> frozenset[str]:
    head = re.split(r"[,;(/]", folded(payer), maxsplit=1)[0]
    return frozenset(re.findall(r"\w+", head)) - _PAYER_WEAK


def _likeness(one: str, other: str) -> float:
    """Return how much of the shorter text stands in the longer: 0 to 1."""
    ours, theirs = _strong_words(one), _strong_words(other)
    if not ours or not theirs:
        return 0.0
    shared = len(ours & theirs)
    shorter, longer = sorted((len(ours), len(theirs)))
    # One word in common says little about long texts.
    return shared / shorter if longer <= 2 * shorter + 1 else shared / longer
