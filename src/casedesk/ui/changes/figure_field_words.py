"""The words for the fields of network map and genogram."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _network_map() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "drawn_on": _("Drawn on"),
        "note": _("Note"),
    }


def _tie() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "map_id": _("Network map"),
        "party_id": _("Party"),
        "name": _("Name"),
        "is_organisation": _("Is an organisation"),
        "sector": _("Sector"),
        "closeness": _("Closeness"),
        "quality": _("Quality of the tie"),
        "flow": _("Direction of support"),
        "frequency": _("How often"),
        "kinds": _("What the support is"),
        "deputises": _("Deputises in an emergency"),
        "note": _("Note"),
        "angle": _("Place by hand, around"),
        "reach": _("Place by hand, outwards"),
    }


def _relative() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "is_index": _("Is the client"),
        "party_id": _("Party"),
        "name": _("Name"),
        "sex": _("Symbol"),
        "birth": _("Birth"),
        "born_year": _("Year of birth"),
        "died_year": _("Year of death"),
        "is_dead": _("Has died"),
        "in_household": _("Lives in the household"),
        "twin_of_id": _("Twin of"),
        "note": _("Note"),
        "shift_x": _("Moved by hand, sideways"),
        "shift_y": _("Moved by hand, up or down"),
    }


def _union() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "first_id": _("One"),
        "second_id": _("The other"),
        "kind": _("Kind of union"),
        "from_year": _("Since (year)"),
        "until_year": _("Until (year)"),
        "note": _("Note"),
    }


def _descent() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "union_id": _("Parents"),
        "child_id": _("Child"),
        "kind": _("Kind of descent"),
    }


def _bond() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "first_id": _("One"),
        "second_id": _("The other"),
        "kind": _("How they get on"),
        "note": _("Note"),
    }


# Functions, because words are translated when they are asked for.
FIGURE_WORDS = {
    "network_map": _network_map,
    "tie": _tie,
    "relative": _relative,
    "union": _union,
    "descent": _descent,
    "bond": _bond,
}
