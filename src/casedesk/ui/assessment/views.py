"""The views of an assessment, made when they are first wanted.

Each shows one version: it has show_assessment(), look_for() and flush().
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.ui.assessment.benefits_view import BenefitsView
    from casedesk.ui.assessment.domains_view import DomainsView
    from casedesk.ui.desk import Desk

    ViewWidget: TypeAlias = DomainsView | BenefitsView


class View(StrEnum):
    """What can be looked at, in the order of the switch."""

    DOMAINS = "domains"
    BENEFITS = "benefits"


def title(view: View) -> str:
    """Name a view."""
    return {
        View.DOMAINS: _("Domains of life"),
        View.BENEFITS: _("Benefits and services"),
    }[view]


def make_view(view: View, desk: Desk) -> ViewWidget:
    """Make a view."""
    return {View.DOMAINS: _domains, View.BENEFITS: _benefits}[view](desk)


def _domains(desk: Desk) -> ViewWidget:
    from casedesk.ui.assessment.domains_view import DomainsView

    return DomainsView(desk)


def _benefits(desk: Desk) -> ViewWidget:
    from casedesk.ui.assessment.benefits_view import BenefitsView

    return BenefitsView(desk)
