from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from casedesk.ui import theme
from casedesk.ui.colours import DARK, LIGHT, Colours, colours, system_colours
from casedesk.ui.icons import pixmap
from casedesk.ui.style_sheet import style_sheet
from casedesk.ui.widgets.labels import plain_label
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, "light")
    qapp.setStyleSheet("")


def test_painted_widgets_follow_the_scheme(app: QApplication, qtbot: QtBot) -> None:
    seen = []
    schemes: tuple[theme.Scheme, ...] = ("dark", "light")
    for scheme in schemes:
        theme.apply(app, scheme)
        label = QLabel()
        qtbot.addWidget(label)
        seen.append(colours(label))

    assert seen == [DARK, LIGHT]


def test_text_size_is_set_not_added_up(app: QApplication) -> None:
    theme.apply(app, "light")
    once = app.font().pointSizeF()

    theme.apply(app, "light", 200)
    theme.apply(app, "light", 200)

    assert app.font().pointSizeF() == pytest.approx(2 * once)


def test_a_system_of_high_contrast_keeps_its_colours() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    palette.setColor(QPalette.ColorRole.Link, QColor("#00ffff"))

    found = colours(palette)

    assert found == system_colours(palette)
    assert (found.ground, found.muted) == ("#000000", "#ffff00")


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(scheme: Colours) -> None:
    pairs = [
        (scheme.text, scheme.card),
        (scheme.text, scheme.selected),
        (scheme.muted, scheme.card),
        (scheme.muted, scheme.ground),
        (scheme.accent, scheme.card),
        (scheme.accent, scheme.accent_soft),
        (scheme.accent_text, scheme.accent),
        (scheme.warning, scheme.warning_soft),
        (scheme.danger, scheme.card),
        (scheme.danger, scheme.danger_soft),
    ]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    assert contrast(scheme.edge, scheme.card) >= 3


def test_signs_take_the_colour_they_are_asked_for(qapp: QApplication) -> None:
    drawn = pixmap("check", "#ff0000", 24).toImage()

    shades = {
        drawn.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert shades == {"#ff0000"}


def test_every_picture_that_the_style_names_is_there() -> None:
    sheet = style_sheet(LIGHT, 10) + style_sheet(DARK, 10)

    named = {
        part.split(".svg")[0]
        for part in sheet.split(f"{resource('icons').as_posix()}/")[1:]
    }
    assert named
    assert all(resource("icons", f"{name}.svg").is_file() for name in named)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_labels_of_fields_have_room_for_the_dots_of_capitals(
    app: QApplication,
) -> None:
    theme.apply(app, "light")
    label = plain_label("Übergabe am", "field")
    label.ensurePolished()
    metrics = label.fontMetrics()
    dots = -metrics.tightBoundingRect("Ü").top()

    assert label.sizeHint().height() - metrics.descent() >= dots
