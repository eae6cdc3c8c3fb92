"""The desktop's files agree with each other and with the program."""

import configparser
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import lean_desktop
from lean_desktop.document.document import SUFFIX
from lean_desktop.document.trust import APPLICATION_ID

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
ID = "org.leandesktop.LeanDesktop"
MIME_TYPE = "application/x-leandesk"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # keys keep their case
    parser.read(LINUX / f"{ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def mime_type() -> ElementTree.Element:
    found = ElementTree.parse(LINUX / f"{ID}.mime.xml").find("m:mime-type", MIME)
    assert found is not None
    return found


def metainfo(path: str) -> list[str | None]:
    tree = ElementTree.parse(LINUX / f"{ID}.metainfo.xml")
    return [element.text for element in tree.findall(path)]


def test_the_desktop_starts_our_command_with_the_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    command, placeholder = desktop_entry()["Exec"].split()
    assert [command] == list(project["scripts"])
    assert placeholder == "%f"


def test_everything_is_said_in_both_languages() -> None:
    entry = desktop_entry()
    assert {"GenericName[nb]", "Comment[nb]", "Keywords[nb]"} <= set(entry)


def test_all_name_the_same_program_and_file_type() -> None:
    entry = desktop_entry()
    assert entry["Icon"] == ID
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert mime_type().attrib["type"] == MIME_TYPE
    assert metainfo("id") == [ID]
    assert metainfo("launchable") == [f"{ID}.desktop"]
    assert metainfo("provides/mediatype") == [MIME_TYPE]


def test_a_workspace_is_known_by_its_bytes_and_its_name() -> None:
    mark = mime_type().find("m:magic/m:match/m:match", MIME)
    glob = mime_type().find("m:glob", MIME)
    assert mark is not None
    assert glob is not None
    assert (mark.attrib["offset"], int(mark.attrib["value"], 16)) == ("68", APPLICATION_ID)
    assert glob.attrib["pattern"] == f"*{SUFFIX}"


def test_this_version_is_the_newest_release_and_the_newest_change() -> None:
    tree = ElementTree.parse(LINUX / f"{ID}.metainfo.xml")
    newest = tree.find("releases/release")
    changelog = (ROOT / "packaging" / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line for line in changelog.splitlines() if line.startswith("## ")]
    assert newest is not None
    assert newest.attrib["version"] == lean_desktop.__version__
    assert headings[0].split()[1] == lean_desktop.__version__
