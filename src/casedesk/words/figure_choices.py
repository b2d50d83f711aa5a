"""The words for the choices of network map and genogram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.kinship import Birth, BondKind, DescentKind, Sex, UnionKind
from casedesk.domain.tie import (
    Closeness,
    Flow,
    MapChangeKind,
    Quality,
    Sector,
    SupportKind,
)

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


FIGURE_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Sector: {
        Sector.FAMILY: _("Family"),
        Sector.FRIENDS: _("Friends and neighbours"),
        Sector.PROFESSIONALS: _("Professionals"),
        Sector.WORK: _("Work and school"),
    },
    Closeness: {
        Closeness.CLOSE: _("close"),
        Closeness.MIDDLE: _("in between"),
        Closeness.DISTANT: _("distant"),
    },
    Quality: {
        Quality.SUPPORTING: _("supporting"),
        Quality.NEUTRAL: _("neutral"),
        Quality.BURDENING: _("burdening"),
        Quality.BROKEN: _("broken off"),
    },
    Flow: {
        Flow.BOTH: _("support goes both ways"),
        Flow.TO_CLIENT: _("supports the client"),
        Flow.FROM_CLIENT: _("is supported by the client"),
        Flow.NONE: _("no direction"),
    },
    SupportKind: {
        SupportKind.EMOTIONAL: _("emotional support"),
        SupportKind.PRACTICAL: _("practical help"),
        SupportKind.FINANCIAL: _("money"),
        SupportKind.INFORMATION: _("information and advice"),
    },
    MapChangeKind: {
        MapChangeKind.NEW: _("new"),
        MapChangeKind.GONE: _("no longer"),
        MapChangeKind.CLOSER: _("closer"),
        MapChangeKind.FURTHER: _("further away"),
        MapChangeKind.OTHERWISE: _("otherwise"),
    },
    Sex: {
        Sex.FEMALE: _("female"),
        Sex.MALE: _("male"),
        Sex.OTHER: _("other or not known"),
    },
    Birth: {
        Birth.BORN: _("born alive"),
        Birth.STILLBIRTH: _("stillbirth"),
        Birth.MISCARRIAGE: _("miscarriage"),
    },
    UnionKind: {
        UnionKind.MARRIED: _("married"),
        UnionKind.PARTNERS: _("partnership"),
        UnionKind.SEPARATED: _("separated"),
        UnionKind.DIVORCED: _("divorced"),
    },
    DescentKind: {
        DescentKind.BIRTH: _("born to them"),
        DescentKind.ADOPTED: _("adopted"),
        DescentKind.FOSTER: _("foster child"),
    },
    BondKind: {
        BondKind.CLOSE: _("close bond"),
        BondKind.FUSED: _("fused"),
        BondKind.CONFLICT: _("conflict"),
        BondKind.CUT_OFF: _("cut off"),
    },
}
