import io
from contextlib import suppress
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.workbook import read_workbook
from tests.exchange.workbooks import MAIN, cell, workbook


def book(**sheets: list[list[object]]) -> bytes:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(
        file, {"strings_to_formulas": False, "default_date_format": "dd.mm.yyyy"}
    )
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    made.close()
    return file.getvalue()


def test_cells_as_people_write_them() -> None:
    data = book(Ark=[[1001, 37.5, "Åse ", date(2007, 2, 19), datetime(2007, 2, 19, 13, 30), True]])
    assert read_workbook(data, "a.xlsx").rows == [
        ["1001", "37.5", "Åse ", "2007-02-19", "2007-02-19 13:30:00", "True"]
    ]


def test_numbers_too_large_to_be_whole_stay_as_they_are() -> None:
    sheet = f'<row r="1">{cell("A1", "1e300")}{cell("B1", 92984664)}</row>'
    assert read_workbook(workbook(sheet), "a.xlsx").rows == [["1e+300", "92984664"]]


def test_formulas_give_their_result_and_text_stays_text() -> None:
    sheet = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
    assert read_workbook(workbook(sheet), "a.xlsx").rows == [["2"]]
    assert read_workbook(book(Ark=[["=1+1"]]), "a.xlsx").rows == [["=1+1"]]


def test_rows_keep_their_numbers_when_the_first_are_blank() -> None:
    sheet = f'<row r="3">{cell("B3")}</row>'
    assert read_workbook(workbook(sheet), "a.xlsx").rows == [["", ""], ["", ""], ["", "1"]]


def test_the_first_sheet_with_anything_in_it() -> None:
    sheet = read_workbook(book(Tom=[], Ansatte=[["Navn"]], Annet=[["x"]]), "a.xlsx")
    assert (sheet.sheet, sheet.sheets) == ("Ansatte", ("Tom", "Ansatte", "Annet"))
    assert sheet.rows == [["Navn"]]


def test_a_sheet_may_be_named() -> None:
    assert read_workbook(book(En=[["a"]], To=[["b"]]), "a.xlsx", "To").rows == [["b"]]


def test_a_sheet_that_is_not_there() -> None:
    with pytest.raises(KnownError) as caught:
        read_workbook(book(En=[["a"]], To=[["b"]]), "a.xlsx", "Tre")
    assert caught.value.remedy.values == {"sheets": "En, To"}


def test_hidden_sheets_are_passed_over() -> None:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file)
    made.add_worksheet("Skjult").write(0, 0, "x")
    made.add_worksheet("Synlig").write(0, 0, "y")
    made.worksheets()[1].activate()
    made.worksheets()[0].hide()
    made.close()
    sheet = read_workbook(file.getvalue(), "a.xlsx")
    assert (sheet.rows, sheet.sheets) == ([["y"]], ("Synlig",))


def test_an_empty_workbook_has_no_rows() -> None:
    assert read_workbook(book(Ark=[]), "a.xlsx").rows == []


def test_charts_and_pictures_do_no_harm() -> None:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file)
    sheet = made.add_worksheet("Ansatte")
    sheet.write_row(0, 0, ["Navn", 1])
    chart = made.add_chart({"type": "line"})
    chart.add_series({"values": "=Ansatte!$B$1:$B$2"})
    sheet.insert_chart("D2", chart)
    sheet.write_comment("A1", "hei")
    made.close()
    assert read_workbook(file.getvalue(), "a.xlsx").rows == [["Navn", "1"]]


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="0"><c r="A0"><v>7</v></c></row>',
        '<row r="1"><c r="A1"><v>7</c></row>',
        '<row r="1"><c r="A&#49;"><v>7</v></c></row>',
    ],
    ids=["no such text", "row 0", "broken tags", "entity"],
)
def test_a_damaged_sheet_is_refused(sheet: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_workbook(workbook(sheet), "a.xlsx")
    assert "damaged" in str(caught.value)


def test_control_characters_are_dropped() -> None:
    texts = f'<sst xmlns="{MAIN}"><si><t>O_x0007_la</t></si></sst>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    )
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>O\x7fla</t></is></c></row>'
    parts = {"xl/sharedStrings.xml": texts, "xl/worksheets/_rels/sheet1.xml.rels": relations}
    assert read_workbook(workbook(sheet, parts), "a.xlsx").rows == [["Ola"]]


PIECES = st.sampled_from(
    [
        *('<row r="1">', '<row r="7">', "<row>", "</row>", '<row r="2"/>', '<c r="A1">', "<c>"),
        *('<c r="C9" s="1"/>', '<c r="B2" t="s">', '<c r="ZZ9">', "<v>1</v>", "<v>1e9</v>", "</c>"),
        *('<c r="A5" t="b">', '<c r="A6" t="e">', '<c r="A7" t="d">', "<v>x</v>", "<f>A1</f>", '"'),
        *("<is><t>a</t></is>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "<", ">", 'r="XFD1"'),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_heap_of_cells_is_read_or_refused(sheet: str) -> None:
    with suppress(KnownError):
        assert read_workbook(workbook(sheet), "a.xlsx").sheets == ("Ark1",)
