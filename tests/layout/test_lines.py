"""Each line is the same, whether it is asked for alone, in a part or with all of them."""

import pytest
from hypothesis import given, settings

from lean_desktop.layout.tree import Layouter, lay_out
from tests.layout.forests import SIZE, Chart, charts
from tests.scale import share


@settings(max_examples=share(500))
@given(charts())
def test_one_line_and_all_of_them(chart: Chart) -> None:
    lines = chart.laid_out(Layouter(SIZE)).lines
    every = list(lines)
    assert len(every) == len(lines)
    assert [lines[number] for number in range(len(lines))] == every
    assert lines[2:-1] == every[2:-1]


def test_there_is_no_line_after_the_last() -> None:
    lines = lay_out([1, 4], {1: [2, 3]}, SIZE).lines
    assert lines[-1] == lines[1]
    with pytest.raises(IndexError):
        lines[2]
