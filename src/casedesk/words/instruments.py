"""Reads the packs of instruments; to add one, a file is enough."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from casedesk.domain.instrument import (
    PER_DAY,
    Alert,
    Choice,
    Instrument,
    InstrumentId,
    Item,
    ItemKind,
    Needs,
    Rule,
    Score,
    Section,
    Step,
    Variant,
)
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Any: whatever a file holds.
Toml = dict[str, Any]

FOLDER = "instruments"


@cache
def packs() -> tuple[Instrument, ...]:
    """Return every pack there is, in all languages and versions."""
    files = sorted(resource(FOLDER).glob("*.toml"))
    return tuple(read_pack(file.read_text(encoding="utf-8")) for file in files)


def instruments(language: str) -> list[Instrument]:
    """Return the newest version of each instrument, in a language if it speaks it."""
    newest: dict[InstrumentId, Instrument] = {}
    for pack in packs():
        known = newest.get(pack.id)
        if known is None or _rank(pack, language) > _rank(known, language):
            newest[pack.id] = pack
    return sorted(newest.values(), key=lambda each: each.name.casefold())


def instrument(instrument_id: str, version: str, language: str) -> Instrument | None:
    """Return the pack with which a sheet was filled in, as it was then."""
    fitting = [p for p in packs() if (p.id, p.version) == (instrument_id, version)]
    return max(fitting, key=lambda each: each.language == language, default=None)


def read_pack(text: str) -> Instrument:
    """Return the instrument that a file describes; `KeyError` names what is missing."""
    toml = tomllib.loads(text)
    head: Toml = dict(toml["pack"])
    lists = {name: _choices(rows) for name, rows in toml.get("answers", {}).items()}
    for bound in ("result_low", "result_high"):
        if bound in head:
            head[bound] = Fraction(head[bound])
    for listed in ("countries", "result_choices"):
        head[listed] = tuple(head.get(listed, ()))
    return Instrument(
        **head,
        sections=tuple(_section(each, lists) for each in toml.get("sections", ())),
        scores=tuple(_score(each) for each in toml.get("scores", ())),
        alerts=tuple(
            Alert(**{**each, "at_least": Fraction(each["at_least"])})
            for each in toml.get("alerts", ())
        ),
        variants=tuple(Variant(**each) for each in toml.get("variants", ())),
    )


def _rank(pack: Instrument, language: str) -> tuple[bool, str]:
    return pack.language == language, pack.version


def _choices(rows: Iterable[tuple[str, str, str]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(code=code, text=text, points=Fraction(points))
        for code, text, points in rows
    )


def _section(toml: Toml, lists: Mapping[str, tuple[Choice, ...]]) -> Section:
    items = tuple(_item(each, lists) for each in toml["items"])
    return Section(**{**toml, "items": items})


def _item(toml: Toml, lists: Mapping[str, tuple[Choice, ...]]) -> Item:
    values: Toml = {**toml}
    values["kind"] = ItemKind(values.get("kind", ItemKind.CHOICE))
    if "answers" in values:
        values["choices"] = lists[values.pop("answers")]
    if values["kind"] is ItemKind.RATE:
        per = values.get("per")
        values["per"] = (
            {span: Fraction(points) for span, points in per.items()} if per else PER_DAY
        )
    if "needs" in values:
        needs = values["needs"]
        values["needs"] = Needs(item=needs["item"], any_of=tuple(needs["any_of"]))
    values["flat"] = tuple(values.get("flat", ()))
    return Item(**values)


def _score(toml: Toml) -> Score:
    values: Toml = {**toml, "rule": Rule(toml["rule"]), "of": tuple(toml["of"])}
    values["table"] = tuple(_step(row) for row in toml.get("table", ()))
    for number in ("at_least", "low", "high"):
        if number in values:
            values[number] = Fraction(values[number])
    return Score(**values)


def _step(row: list[str]) -> Step:
    """Read `["2", "2.5", "gering"]`; `>65` means above 65, not from it on."""
    since, value, *label = row
    return Step(
        since=Fraction(since.removeprefix(">")),
        value=Fraction(value),
        label="".join(label),
        is_above=since.startswith(">"),
    )
