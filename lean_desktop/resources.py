"""Where the files that ship with the program are: in a checkout, an installed wheel or a bundle.

A wheel and a PyInstaller bundle carry the folder inside the package; a checkout, and an editable
install of one, has it beside the package.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resource_folder() -> Path:
    """The folder all shipped files lie in. Raises FileNotFoundError when it is gone."""
    return _first_folder(_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """The path of one shipped file or folder, whether it exists or not."""
    return resource_folder().joinpath(*parts)


def font_file(name: str) -> Path:
    """A TrueType file, as `Inter-Regular` or `DejaVuSans`."""
    return resource("fonts", f"{name}.ttf")


def icon_file(name: str) -> Path:
    """An icon of the 20-pixel grid, drawn in `currentColor`."""
    return resource("icons", f"{name}.svg")


def program_icons() -> list[Path]:
    """The program's own icon as PNG pictures, one for each usual size."""
    return sorted(resource("icons", "program").glob("*.png"))


def catalogue(code: str) -> Path:
    """The compiled translations of a language; the language of the originals has none."""
    return resource("translations", f"{code}.mo")


def qt_catalogue(code: str) -> Path:
    """The compiled translations of Qt's own texts."""
    return resource("translations", f"qtbase_{code}.qm")


def template_file(code: str) -> Path:
    """The meeting templates of a language, as JSON."""
    return resource("templates", f"meetings.{code}.json")


def ready_roles_file(code: str) -> Path:
    """The role descriptions and mandate texts of a language, as JSON."""
    return resource("templates", f"roles.{code}.json")


def ready_skills_file(code: str) -> Path:
    """The skills of an improvement organisation in a language, as JSON."""
    return resource("templates", f"skills.{code}.json")


def ready_phases_file(code: str) -> Path:
    """The phases of a cascade and their checklists in a language, as JSON."""
    return resource("templates", f"cascade.{code}.json")


def ready_agreement_file(code: str) -> Path:
    """The texts of a language a group agreement can begin from, as JSON."""
    return resource("templates", f"agreement.{code}.json")


def help_pages(code: str) -> list[Path]:
    """The help of a language in reading order; each page begins with `# Title`."""
    return sorted(resource("help", code).glob("*.md"))


def licence_files() -> list[Path]:
    """The licence texts of the libraries; those of fonts and icons lie beside them."""
    return sorted(resource("licenses").glob("*.txt"))


def _first_folder(*candidates: Path) -> Path:
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no resources in {' or '.join(map(str, candidates))}")
