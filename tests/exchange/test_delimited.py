import csv
import io
from typing import Literal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.delimited import DELIMITERS, read_delimited, read_pasted
from lean_desktop.exchange.sheet import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS


def rows(text: str) -> list[list[str]]:
    return read_delimited(text.encode(), "a.csv").rows


def delimiter(text: str) -> str:
    return read_delimited(text.encode(), "a.csv").delimiter


@pytest.mark.parametrize("sign", DELIMITERS)
def test_each_delimiter_is_found(sign: str) -> None:
    text = "Nr;Navn;Prosent\n1;Åse Dahl;100\n2;Pål Moen;80\n".replace(";", sign)
    assert read_delimited(text.encode(), "a.csv").delimiter == sign
    assert rows(text)[1] == ["1", "Åse Dahl", "100"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nr;Prosent\n1;37,5\n2;50,0\n3;100,0\n", ";"),
        ("Navn;Avdeling\nHagen, Pål;HMS\nMoen, Åse;HMS\n", ";"),
        ("Hagen, Pål;HMS\nMoen, Åse;HMS\n", ";"),
        ("Hagen, Pål\tHMS\nMoen, Åse\tHMS\n", "\t"),
        ("Navn,Merknad\nPål,a;b\nÅse,c\n", ","),
        ('Navn,Merknad\n"Hagen, Pål","a;b;c"\n"Moen, Åse","d;e;f"\n', ","),
        ("Navn, Avdeling\nPål, HMS\nÅse, HMS\n", ","),
        ("Ansatte per 1.1.2026, alle\n\nNr;Navn;Avd\n1;Pål;HMS\n2;Åse;HMS\n", ";"),
        ("Nr,Navn\n1,Pål\n2,Åse\n3,Ola,for mye\n4,Kari\n", ","),
        ("sep=|\nNr|Navn\n1|a,b,c\n2|d,e,f\n", "|"),
    ],
)
def test_the_delimiter_that_fits(text: str, expected: str) -> None:
    assert delimiter(text) == expected


def test_one_column_of_last_names_first_stays_one() -> None:
    assert rows("Navn\nHagen, Pål\nMoen, Åse\n") == [["Navn"], ["Hagen, Pål"], ["Moen, Åse"]]


def test_the_line_that_tells_the_delimiter_counts_as_a_blank_row() -> None:
    assert rows("sep=;\r\nNr;Navn\r\n") == [[], ["Nr", "Navn"]]


def test_blank_rows_are_kept_so_numbers_agree_with_the_file() -> None:
    assert rows("Nr;Navn\n\n1;Pål\n") == [["Nr", "Navn"], [], ["1", "Pål"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(end: str) -> None:
    assert rows(f"Nr;Navn{end}1;Pål{end}") == [["Nr", "Navn"], ["1", "Pål"]]


def test_lines_within_quotes() -> None:
    assert rows('Nr;Tittel\n1;"Leder\nog ""sjef"" ; her"\n')[1] == ["1", 'Leder\nog "sjef" ; her']


@pytest.mark.parametrize("text", ["", "\n", "Navn", "Navn\n"])
def test_hardly_anything(text: str) -> None:
    assert [row for row in rows(text) if row] in ([], [["Navn"]])


def test_an_open_quotation_mark_is_refused_with_its_row() -> None:
    with pytest.raises(KnownError) as caught:
        rows('Nr;Navn\n1;Pål\n2;"Åse\n3;Ola\n')
    assert str(caught.value) == "In row 3 of “a.csv” a quotation mark is never closed."


def test_text_after_a_quotation_is_refused_with_its_row() -> None:
    with pytest.raises(KnownError) as caught:
        rows('Nr;Navn\n1;"Pål" Hagen\n')
    assert str(caught.value) == "In row 2 of “a.csv” text follows after a closing quotation mark."


def test_a_mark_that_swallows_the_rest_of_a_long_list_is_refused_with_its_row() -> None:
    with pytest.raises(KnownError) as caught:
        rows('Nr;Navn\n1;"Pål\n' + "2;Åse\n" * 30_000)
    assert str(caught.value) == "In row 2 of “a.csv” a cell holds more text than a cell can."


def test_a_cell_that_is_too_long_is_refused_with_its_place() -> None:
    with pytest.raises(KnownError) as caught:
        rows("Nr;Navn\n1;" + "x" * (LONGEST_CELL + 1) + "\n")
    assert str(caught.value) == "Row 2, column B of “a.csv” holds more text than a cell can."


@pytest.mark.parametrize(
    "text",
    ["a;b\n" * (MOST_ROWS + 1), ";" * MOST_COLUMNS + "\n", ";" * (MOST_CELLS + 1), "a\n" * 120_000],
    ids=["rows", "columns", "cells", "lines"],
)
def test_more_than_a_list_can_be_is_refused(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        rows(text)
    assert "too" in str(caught.value)


def test_formulas_are_text() -> None:
    assert rows("Nr;Navn\n1;=1+1\n2;@SUM(A1)\n")[1:] == [["1", "=1+1"], ["2", "@SUM(A1)"]]


def test_cells_pasted_from_a_spreadsheet() -> None:
    sheet = read_pasted('1\tPål "Pølse" Moen\t37,5\r\n2\t"to\nlinjer"\t\r\n')
    assert sheet.rows == [["1", 'Pål "Pølse" Moen', "37,5"], ["2", "to\nlinjer", ""]]


def test_quotation_marks_in_a_paste_are_text_where_they_are_not_in_pairs() -> None:
    assert read_pasted('"Pål" Moen\tHMS\nÅse\t"\n').rows == [['"Pål" Moen', "HMS"], ["Åse", '"']]


def test_half_a_surrogate_in_a_paste_is_dropped() -> None:
    assert read_pasted("Pål\ud83d\tHMS").rows == [["Pål", "HMS"]]


def test_nothing_pasted() -> None:
    assert read_pasted("").rows == []


CELL = st.text(
    st.characters(codec="cp1252", exclude_categories=["Cc"], exclude_characters='";|,\t'),
    min_size=1,
    max_size=12,
).map(lambda text: text.strip() or "x")
QUOTED = st.text(st.sampled_from('ab ;,|\t"\nøÅ'), max_size=8)


@given(
    table=st.integers(2, 6).flatmap(
        lambda width: st.lists(
            st.tuples(
                *[CELL] * (width - 1),
                QUOTED,
            ),
            min_size=3,
            max_size=12,
        )
    ),
    sign=st.sampled_from(DELIMITERS),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
@example([("Æ", "ø")] * 3, ";", "cp1252", csv.QUOTE_ALL)
def test_what_is_written_is_read(
    table: list[tuple[str, ...]], sign: str, codec: str, quoting: Literal[0, 1]
) -> None:
    """Any delimiter, encoding and quoting; where two readings fit alike, the width settles it."""
    file = io.StringIO(newline="")
    headings = tuple(f"Kolonne{index}" for index in range(len(table[0])))
    csv.writer(file, delimiter=sign, quoting=quoting).writerows([headings, *table])
    data = file.getvalue().encode(codec)
    assume(codec != "cp1252" or b"\xc3" not in data)
    sheet = read_delimited(data, "a.csv")
    assert sheet.delimiter == sign
    assert sheet.rows == [list(row) for row in [headings, *table]]
