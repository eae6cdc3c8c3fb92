"""What ships beside the code: found everywhere, complete, and fit for screen and paper."""

import importlib.util
import json
import re
import shutil
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from lean_desktop import resources
from lean_desktop.domain.meetings import ItemKind, MeetingKind, PresenterRole
from lean_desktop.i18n import LANGUAGES

INTER = ["Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"]
DEJAVU = ["DejaVuSans", "DejaVuSans-Bold"]
FOR_STYLE_SHEETS = ("arrow-", "tick")  # These have colours of their own.
ICONS = sorted(
    path.stem
    for path in resources.resource("icons").glob("*.svg")
    if not path.stem.startswith(FOR_STYLE_SHEETS)
)
SAMI = "ÁáČčĐđŊŋŠšŦŧŽžÏïÅåÆæØøÄäÖö"
VIETNAMESE = "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẶặẸẹẾếỀềỂểỄễỆệỈỉỊịỌọỐốỘộỚớỢợỤụỦủỨứỰựỲỳỴỵỶỷỸỹ"
PRINTED = "–—−×’“”«»…•·→✓§°½№"


def letters(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


ALPHABETS = {
    "Latin": letters(0x21, 0x7E) + letters(0xC0, 0x148) + letters(0x14A, 0x17F),
    "Greek": letters(0x391, 0x3A1) + letters(0x3A3, 0x3CE),
    "Cyrillic": letters(0x400, 0x45F),
    "Vietnamese": VIETNAMESE,
    "Sámi": SAMI,
    "typography": PRINTED,
}


def loaded_from(package: Path) -> ModuleType:
    package.mkdir(parents=True)
    copy = Path(shutil.copy(resources.__file__, package / "resources.py"))
    spec = importlib.util.spec_from_file_location("copied", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("place", ["lean_desktop/resources", "resources"])
def test_found_inside_the_package_and_beside_it(tmp_path: Path, place: str) -> None:
    module = loaded_from(tmp_path / "lean_desktop")
    (tmp_path / place).mkdir()
    assert module.resource_folder() == tmp_path / place


def test_the_package_goes_before_what_lies_beside_it(tmp_path: Path) -> None:
    module = loaded_from(tmp_path / "lean_desktop")
    (tmp_path / "resources").mkdir()
    (tmp_path / "lean_desktop" / "resources").mkdir()
    assert module.resource_folder() == tmp_path / "lean_desktop" / "resources"


def test_says_where_it_looked_when_they_are_gone(tmp_path: Path) -> None:
    module = loaded_from(tmp_path / "lean_desktop")
    with pytest.raises(FileNotFoundError, match="lean_desktop"):
        module.resource_folder()


@pytest.mark.parametrize("name", INTER + DEJAVU)
def test_fonts_are_truetype(name: str) -> None:
    data = resources.font_file(name).read_bytes()
    assert data[:4] == b"\x00\x01\x00\x00"
    assert b"glyf" in data[:512]


@pytest.mark.parametrize("name", INTER + DEJAVU)
@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_fonts_have_the_letters_of_our_names(qapp: QApplication, name: str, alphabet: str) -> None:
    font = QRawFont(str(resources.font_file(name)), 20)
    assert not [each for each in ALPHABETS[alphabet] if not font.supportsCharacter(ord(each))]


def test_figures_can_be_set_in_columns(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontDatabase

    for name in INTER:
        QFontDatabase.addApplicationFont(str(resources.font_file(name)))
    font = QFont("Inter")
    font.setPixelSize(40)
    assert QFontMetricsF(font).horizontalAdvance("1") < QFontMetricsF(font).horizontalAdvance("8")
    font.setFeature(QFont.Tag("tnum"), 1)
    assert len({QFontMetricsF(font).horizontalAdvance(figure) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_drawn_on_one_grid(name: str) -> None:
    root = ElementTree.parse(resources.icon_file(name)).getroot()
    assert root.attrib["viewBox"] == "0 0 20 20"
    assert root.attrib["stroke-linecap"] == root.attrib["stroke-linejoin"] == "round"
    assert (root.attrib["stroke"], root.attrib["stroke-width"]) == ("currentColor", "1.5")


@pytest.mark.parametrize("name", ICONS)
def test_icons_show_something(qapp: QApplication, name: str) -> None:
    svg = resources.icon_file(name).read_text("utf-8").replace("currentColor", "#000000")
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    white = QColor("white").rgb()
    inked = sum(image.pixel(x, y) != white for x in range(40) for y in range(40))
    assert 20 < inked < 1200


def test_the_program_icon_comes_in_the_sizes_its_names_say(qapp: QApplication) -> None:
    sizes = {path.stem.rsplit("-", 1)[1]: QImage(str(path)) for path in resources.program_icons()}
    assert {"16", "32", "48", "256"} <= set(sizes)
    for size, image in sizes.items():
        assert (image.width(), image.height()) == (int(size), int(size))


def licence_titles() -> list[str]:
    beside = [
        *resources.resource("fonts").glob("*.txt"),
        *resources.resource("icons").glob("*.txt"),
    ]
    texts = [path.read_text("utf-8") for path in [*resources.licence_files(), *beside]]
    return [text.splitlines()[0].casefold() for text in texts]


def test_everything_that_ships_has_its_licence() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    needed = {re.split("[-<>=]", each)[0].casefold() for each in project["project"]["dependencies"]}
    needed -= {"python"}  # python-dateutil and python-calamine are named in full below
    needed |= {"qt", "pillow", "inter", "dejavu", "lucide", "dateutil", "calamine", "pdfium"}
    titles = licence_titles()
    assert not [name for name in needed if not any(name in title for title in titles)]


def templates(code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.template_file(code).read_text("utf-8"))
    return found


def shapes(code: str) -> dict[str, Any]:
    return {
        key: (each["minutes"], [(i["kind"], i["minutes"], i["presenter"]) for i in each["items"]])
        for key, each in templates(code).items()
    }


def test_there_is_a_template_for_every_kind_of_meeting() -> None:
    assert set(templates("nb")) == set(MeetingKind) - {MeetingKind.OTHER}


def test_templates_are_the_same_in_both_languages() -> None:
    assert shapes("nb") == shapes("en")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", [each for each in MeetingKind if each is not MeetingKind.OTHER])
def test_a_template_fits_its_time_and_says_what_for(code: str, kind: MeetingKind) -> None:
    template = templates(code)[kind]
    items = template["items"]
    assert template["name"]
    assert template["purpose"]
    assert len(items) >= 5
    assert sum(item["minutes"] for item in items) <= template["minutes"]
    assert all(item["title"] and item["purpose"] and item["minutes"] > 0 for item in items)
    assert any(item["preparation"] for item in items)
    assert {item["kind"] for item in items} <= set(ItemKind)
    assert {item["presenter"] for item in items} <= set(PresenterRole)


@pytest.mark.parametrize("kind", [each for each in MeetingKind if each is not MeetingKind.OTHER])
def test_the_chair_opens_and_closes(kind: MeetingKind) -> None:
    items = templates("nb")[kind]["items"]
    assert items[0]["presenter"] == items[-1]["presenter"] == PresenterRole.CHAIR


def topics(code: str) -> list[str]:
    return [path.name for path in resources.help_pages(code)]


def test_the_help_has_the_same_pages_in_both_languages() -> None:
    assert topics("nb") == topics("en") != []


@pytest.mark.parametrize("code", LANGUAGES)
def test_help_pages_have_a_title_and_links_that_lead_somewhere(code: str) -> None:
    for path in resources.help_pages(code):
        text = path.read_text("utf-8")
        assert re.fullmatch(r"# \S.*", text.splitlines()[0])
        assert not re.search(r"<[a-z/]", text)
        for link in re.findall(r"\]\(([^)]*)\)", text):
            assert (path.parent / link).is_file(), link
