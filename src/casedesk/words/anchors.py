"""What each step of the scales means, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def burden(translate: Callable[[str], str]) -> tuple[str, ...]:
    """Return what 0 to 10 mean where a burden is rated."""
    _ = translate
    return (
        _("no burden"),
        _("hardly noticeable"),
        _("slight, now and then"),
        _("slight, often"),
        _("noticeable, easily managed alone"),
        _("moderate, managed alone with effort"),
        _("moderate, help is wanted now and then"),
        _("heavy, help is needed regularly"),
        _("heavy, restricts every day"),
        _("very heavy, hardly to be borne"),
        _("unbearable"),
    )


def resources(translate: Callable[[str], str]) -> tuple[str, ...]:
    """Return what 0 to 10 mean where resources are rated."""
    _ = translate
    return (
        _("none"),
        _("hardly any to be seen"),
        _("few, not usable at present"),
        _("few, usable with much support"),
        _("some, usable with support"),
        _("some, used alone at times"),
        _("good, used with encouragement"),
        _("good, mostly used alone"),
        _("strong, carry everyday life"),
        _("strong, carry in a crisis, too"),
        _("very strong, carry others as well"),
    )
