"""Cantons, Bundesländer and Länder: where which public holidays are kept."""

from __future__ import annotations

from casedesk.domain.practice import Country

# The names are names: they stay as they are in every language.
REGIONS: dict[Country, dict[str, str]] = {
    Country.CH: {
        "AG": "Aargau",
        "AI": "Appenzell Innerrhoden",
        "AR": "Appenzell Ausserrhoden",
        "BE": "Bern",
        "BL": "Basel-Landschaft",
        "BS": "Basel-Stadt",
        "FR": "Freiburg",
        "GE": "Genf",
        "GL": "Glarus",
        "GR": "Graubünden",
        "JU": "Jura",
        "LU": "Luzern",
        "NE": "Neuenburg",
        "NW": "Nidwalden",
        "OW": "Obwalden",
        "SG": "St. Gallen",
        "SH": "Schaffhausen",
        "SO": "Solothurn",
        "SZ": "Schwyz",
        "TG": "Thurgau",
        "TI": "Tessin",
        "UR": "Uri",
        "VD": "Waadt",
        "VS": "Wallis",
        "ZG": "Zug",
        "ZH": "Zürich",
    },
    Country.DE: {
        "BW": "Baden-Württemberg",
        "BY": "Bayern",
        "BE": "Berlin",
        "BB": "Brandenburg",
        "HB": "Bremen",
        "HH": "Hamburg",
        "HE": "Hessen",
        "MV": "Mecklenburg-Vorpommern",
        "NI": "Niedersachsen",
        "NW": "Nordrhein-Westfalen",
        "RP": "Rheinland-Pfalz",
        "SL": "Saarland",
        "SN": "Sachsen",
        "ST": "Sachsen-Anhalt",
        "SH": "Schleswig-Holstein",
        "TH": "Thüringen",
    },
    Country.AT: {
        "1": "Burgenland",
        "2": "Kärnten",
        "3": "Niederösterreich",
        "4": "Oberösterreich",
        "5": "Salzburg",
        "6": "Steiermark",
        "7": "Tirol",
        "8": "Vorarlberg",
        "9": "Wien",
    },
}
"""The regions of each country, by the code under which their holidays are known."""


def every_region() -> dict[str, tuple[Country, str]]:
    """Return all regions by `CH-ZH` and the like, with country and name."""
    return {
        f"{country}-{code}": (country, name)
        for country, regions in REGIONS.items()
        for code, name in regions.items()
    }


def country_and_code(region: str, at_home: Country) -> tuple[Country, str]:
    """Return country and code of a region; an unknown one is the whole country."""
    found = every_region().get(region)
    if found is None:
        return at_home, ""
    return found[0], region.partition("-")[2]
