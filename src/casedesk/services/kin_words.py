"""What stands on a genogram and what it says in words, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.kinship import (
    Birth,
    BondKind,
    DescentKind,
    Sex,
    UnionKind,
    generations,
)
from casedesk.figures.genogram import KinWords
from casedesk.figures.kin_legend import LegendWords
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from enum import StrEnum

    from casedesk.domain.kinship import Relative, RelativeId, Union
    from casedesk.services.kinship import ShownFamily

    Translate = Callable[[str], str]

_CHOICES: tuple[type[StrEnum], ...] = (Sex, Birth, UnionKind, DescentKind, BondKind)


def kin_words(shown: ShownFamily, words: Translate) -> KinWords:
    """Return all words of the picture."""
    relatives = shown.family.relatives
    return KinWords(
        title=words("Genogram of {name}").format(name=shown.client_name),
        labels={r.id: (shown.names[r.id], years(r)) for r in relatives},
        spoken={r.id: said(r, shown, words) for r in relatives},
        legend=LegendWords(
            choices={
                (type(each), each): phrases.label(each, words)
                for kind in _CHOICES
                for each in kind
            },
            index=words("Client"),
            dead=words("has died"),
            household=words("Household"),
        ),
        summary=" ".join(summary(shown, words)),
    )


def years(relative: Relative) -> str:
    """Write the years of a life."""
    born = "" if relative.born_year is None else str(relative.born_year)
    if relative.died_year is not None:
        return f"{born or '?'}–{relative.died_year}"
    if born and relative.birth is Birth.BORN:
        return f"*{born}"
    return born


def name_of(
    relative_id: RelativeId | None, shown: ShownFamily, words: Translate
) -> str:
    """Name somebody; who has no name is called by sign and year."""
    if relative_id is None or relative_id not in shown.names:
        return words("somebody not known")
    if shown.names[relative_id]:
        return shown.names[relative_id]
    [relative] = [r for r in shown.family.relatives if r.id == relative_id]
    sex = phrases.label(relative.sex, words)
    about = ", ".join(part for part in (sex, years(relative)) if part)
    return words("without a name ({about})").format(about=about)


def said(relative: Relative, shown: ShownFamily, words: Translate) -> str:
    """Say all that the picture shows about somebody."""
    parts = [phrases.label(relative.sex, words)]
    if relative.is_index:
        parts.insert(0, words("the client"))
    if relative.birth is not Birth.BORN:
        parts.append(phrases.label(relative.birth, words))
    if years(relative):
        parts.append(years(relative))
    if relative.has_died:
        parts.append(words("has died"))
    if relative.in_household:
        parts.append(words("lives in the household"))
    about = ", ".join(parts)
    sentences = [f"{name_of(relative.id, shown, words)}: {about}."]
    return " ".join([*sentences, *relations(relative, shown, words)])


def relations(
    relative: Relative, shown: ShownFamily, words: Translate
) -> Iterator[str]:
    """Yield a sentence for parents, each union, and each bond."""
    yield from _descent(relative, shown, words)
    for union in shown.family.unions:
        if relative.id in (union.first_id, union.second_id):
            yield _union(relative, union, shown, words)
    for bond in shown.family.bonds:
        if relative.id in (bond.first_id, bond.second_id):
            is_first = bond.first_id == relative.id
            other = bond.second_id if is_first else bond.first_id
            kind = phrases.label(bond.kind, words)
            yield f"{kind}: {name_of(other, shown, words)}."


def _descent(relative: Relative, shown: ShownFamily, words: Translate) -> Iterator[str]:
    unions = {union.id: union for union in shown.family.unions}
    for descent in shown.family.descents:
        if descent.child_id != relative.id:
            continue
        parents = pair_words(unions[descent.union_id], shown, words)
        pattern = {
            DescentKind.BIRTH: words("Child of {parents}."),
            DescentKind.ADOPTED: words("Adopted child of {parents}."),
            DescentKind.FOSTER: words("Foster child of {parents}."),
        }[descent.kind]
        yield pattern.format(parents=parents)


def _union(
    relative: Relative, union: Union, shown: ShownFamily, words: Translate
) -> str:
    partner = union.second_id if union.first_id == relative.id else union.first_id
    if partner is None:
        return words("Has children with somebody not known.")
    since = f" {union.from_year}" if union.from_year else ""
    until = f"–{union.until_year}" if union.until_year else ""
    kind = phrases.label(union.kind, words)
    return f"{kind}{since}{until}: {name_of(partner, shown, words)}."


def summary(shown: ShownFamily, words: Translate) -> list[str]:
    """Return how many people and generations the picture shows."""
    family = shown.family
    rows = len(set(generations(family).values()))
    lines = [
        words("{people} people in {generations} generations.").format(
            people=len(family.relatives), generations=rows
        )
    ]
    together = [shown.names[r.id] for r in family.relatives if r.in_household]
    named = [name for name in together if name]
    if named:
        names = ", ".join(named)
        lines.append(words("In the household: {names}.").format(names=names))
    return lines


def pair_words(union: Union, shown: ShownFamily, words: Translate) -> str:
    """Name the two of a union, or the one who is known."""
    first = name_of(union.first_id, shown, words)
    if union.second_id is None:
        return first
    other = name_of(union.second_id, shown, words)
    return words("{one} and {other}").format(one=first, other=other)
