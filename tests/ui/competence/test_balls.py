"""How a cell looks: quarters, rings, ribbons, and what is pale."""

import pytest
from PySide6.QtGui import QColor, QImage

from lean_desktop.ui.competence.balls import Balls, Look
from lean_desktop.ui.theme import Theme

SIDE = 60
MIDDLE = SIDE // 2


@pytest.fixture
def balls(one_theme: Theme) -> Balls:
    return Balls(one_theme)


def drawn(balls: Balls, look: Look) -> QImage:
    return balls.pixmap(look, SIDE, 1.0).toImage()


def at(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixelColor(MIDDLE + x, MIDDLE + y)).name()


QUARTERS = [(5, -5), (5, 5), (-5, 5), (-5, -5)]
"""The middle of each quarter, clockwise from the top."""


@pytest.mark.parametrize("level", range(5))
def test_a_ball_fills_by_quarters_from_the_top(balls: Balls, one_theme: Theme, level: int) -> None:
    image = drawn(balls, Look(level))
    dark = one_theme.color("ball").name()
    assert [at(image, *place) == dark for place in QUARTERS] == [n < level for n in range(4)]


def test_an_arc_stands_where_levels_are_missing(balls: Balls, one_theme: Theme) -> None:
    bad = one_theme.color("bad_fill").name()
    image = drawn(balls, Look(2, target=3))
    ring = [at(image, x, y) == bad for x, y in ((15, -15), (15, 15), (-15, 15), (-15, -15))]
    assert ring == [False, False, True, False]
    assert drawn(balls, Look(3, target=3)) == drawn(balls, Look(3))


def test_each_state_has_a_look_of_its_own(balls: Balls) -> None:
    looks = [
        Look(3),
        Look(3, mark="3"),
        Look(3, certificate=True),
        Look(3, certificate=True, expired=True),
        Look(3, certificate=True, expiring=True),
        Look(3, expired=True),
        Look(3, stale=True),
        Look(3, exempt=True),
        Look(3, target=4),
        Look(),
        Look(None, 3),
    ]
    images = [drawn(balls, look) for look in looks]
    for place, image in enumerate(images):
        assert image not in images[:place]


def test_what_is_exempt_lacks_nothing_and_what_expired_counts_as_none() -> None:
    assert Look(1, target=3, exempt=True).missing == 0
    assert Look(3, target=3, expired=True).missing == 3
