"""The views of an assessment, made when they are first wanted."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.ui.assessment.benefits_view import BenefitsView
    from casedesk.ui.assessment.domains_view import DomainsView
    from casedesk.ui.assessment.profile_view import ProfileView
    from casedesk.ui.desk import Desk
    from casedesk.ui.genogram.view import GenogramView
    from casedesk.ui.instruments.view import InstrumentsView
    from casedesk.ui.network_map.view import NetworkMapView

    # Those of a version have show_assessment(), look_for() and flush(); those of the
    # whole case show_case(), refresh() and flush().
    VersionView: TypeAlias = DomainsView | ProfileView
    CaseWideView: TypeAlias = (
        InstrumentsView | BenefitsView | NetworkMapView | GenogramView
    )
    ViewWidget: TypeAlias = VersionView | CaseWideView


class View(StrEnum):
    """What can be looked at, in the order of the switch."""

    DOMAINS = "domains"
    PROFILE = "profile"
    NETWORK_MAP = "network_map"
    GENOGRAM = "genogram"
    INSTRUMENTS = "instruments"
    BENEFITS = "benefits"


def title(view: View) -> str:
    """Name a view."""
    return {
        View.DOMAINS: _("Domains of life"),
        View.PROFILE: _("Profile"),
        View.NETWORK_MAP: _("Network map"),
        View.GENOGRAM: _("Genogram"),
        View.INSTRUMENTS: _("Instruments"),
        View.BENEFITS: _("Benefits and services"),
    }[view]


def make_version_view(view: View, desk: Desk) -> VersionView | None:
    """Make a view that shows one version, or nothing if it shows the whole case."""
    if view is View.PROFILE:
        from casedesk.ui.assessment.profile_view import ProfileView

        return ProfileView(desk)
    if view is not View.DOMAINS:
        return None
    from casedesk.ui.assessment.domains_view import DomainsView

    return DomainsView(desk)


def make_case_view(view: View, desk: Desk) -> CaseWideView:
    """Make a view that shows the case as it is now, whatever version is open."""
    if view is View.INSTRUMENTS:
        from casedesk.ui.instruments.view import InstrumentsView

        return InstrumentsView(desk)
    if view is View.NETWORK_MAP:
        from casedesk.ui.network_map.view import NetworkMapView

        return NetworkMapView(desk)
    if view is View.GENOGRAM:
        from casedesk.ui.genogram.view import GenogramView

        return GenogramView(desk)
    from casedesk.ui.assessment.benefits_view import BenefitsView

    return BenefitsView(desk)
