"""PDFs into files and onto paper."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.ui.pdf_output import (
    file_name,
    paper_size,
    print_pages,
    wanted_pages,
)
from tests.ui.pdfs import opened, small_pdf


def quiet(done: int, total: int) -> None:
    pass


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    printer.setResolution(150)
    return printer


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Agenda Montering 6. oktober", "Agenda Montering 6. oktober.pdf"),
        ("a/b\\c: d?", "a-b-c- d.pdf"),
        ("CON", "_CON.pdf"),
        (" .. ", "Lean Desktop.pdf"),
        ("x" * 300, "x" * 120 + ".pdf"),
    ],
)
def test_file_names_every_system_accepts(title: str, name: str) -> None:
    assert file_name(title) == name


def test_printing_puts_every_page_where_the_pdf_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    out = tmp_path / "out.pdf"
    with opened(small_pdf()) as source:
        print_pages(source, printer_to(out), lambda *each: told.append(each))
    with opened(out) as printed:
        assert len(printed) == 2
        image = printed.picture(0, 1.0)
    assert told == [(1, 2), (2, 2)]
    assert image.pixelColor(68, 68).lightness() < 60
    assert image.pixelColor(76, 76).lightness() > 200


def test_a_wide_page_turns_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    with opened(small_pdf(1, wide=True)) as wide:
        print_pages(wide, printer_to(out), quiet)
    with opened(out) as printed:
        points = printed.points(0)
    assert points.width() > points.height()


def test_printing_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with opened(small_pdf()) as pages, pytest.raises(Cancelled):
        print_pages(pages, printer_to(tmp_path / "out.pdf"), stop)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_a_known_error(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "gone" / "out.pdf")
    with opened(small_pdf()) as pages, pytest.raises(KnownError, match="printer"):
        print_pages(pages, printer, quiet)


def test_the_range_and_the_order_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    assert list(wanted_pages(printer, 3)) == [0, 1, 2]
    printer.setFromTo(2, 9)
    assert list(wanted_pages(printer, 3)) == [1, 2]
    printer.setFromTo(7, 9)
    assert list(wanted_pages(printer, 3)) == [0, 1, 2]
    printer.setFromTo(1, 2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(wanted_pages(printer, 3)) == [1, 0]


def test_paper_is_known_by_its_name(qtbot: QtBot) -> None:
    with opened(small_pdf(1, wide=True)) as wide:
        assert paper_size(wide.points(0)).name() == "A4"
