import pytest

from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.exchange.sheet import MOST_COLUMNS, column_number


@pytest.mark.parametrize("number", [1, 26, 27, 52, 500, 702])
def test_names_and_numbers_of_columns_agree(number: int) -> None:
    assert column_number(column_letters(number - 1).lower().encode()) == number


def test_names_beyond_every_spreadsheet_are_beyond_the_limit() -> None:
    assert column_number(b"A" * 1_000_000) > MOST_COLUMNS
    assert column_number(b"") == 0
