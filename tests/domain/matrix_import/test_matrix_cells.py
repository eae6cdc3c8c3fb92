"""Cells of a competence matrix as they stand in real files."""

import pytest

from lean_desktop.domain.competence.levels import Scale
from lean_desktop.domain.matrix_import.cells import read_cell, scale_of
from lean_desktop.i18n import language

T = language("en")


@pytest.mark.parametrize(
    ("text", "scale", "level"),
    [
        ("0", Scale.LEVELS, 0),
        ("3 ", Scale.LEVELS, 3),
        ("3.0", Scale.LEVELS, 3),
        ("2,0", Scale.LEVELS, 2),
        ("◕", Scale.LEVELS, 3),
        ("U", Scale.ILUO, 3),
        ("X", Scale.YES_NO, 3),
        ("nei", Scale.YES_NO, 0),
        ("", Scale.LEVELS, None),
        ("–", Scale.LEVELS, None),
    ],
)
def test_a_cell_says_a_level(text: str, scale: Scale, level: int | None) -> None:
    assert read_cell("D7", text, scale, T).level == level


@pytest.mark.parametrize("text", ["x", "5", "n/a", "3 ", "-1", "3.5"])
def test_every_odd_cell_is_named(text: str) -> None:
    remark = read_cell("D7", text, Scale.LEVELS, T).remark
    assert remark is not None
    assert remark.values["place"] == "D7"
    assert remark.values["text"] == text


@pytest.mark.parametrize("text", ["", "0", "4", "●"])
def test_of_a_plain_cell_nothing_is_told(text: str) -> None:
    assert read_cell("D7", text, Scale.LEVELS, T).remark is None


def test_a_column_is_kept_in_the_scale_of_all_its_cells() -> None:
    assert scale_of(["I", "u", "", "n/a"]) is Scale.ILUO
    assert scale_of(["x", "", "Nei"]) is Scale.YES_NO
    assert scale_of(["3", "x", ""]) is Scale.LEVELS
    assert scale_of([]) is Scale.LEVELS
