"""Keep the translations in step with the code; the English in the code is the original.

    python packaging/translations.py --update [--absorb FOLDER]   take in new texts, drop old ones
    python packaging/translations.py --check                      say what is missing; 1 if anything

`--absorb` takes translations from the *.po files of a folder, which need no header.
The compiled files are committed, so that running the program needs no tool.
"""

from __future__ import annotations

import argparse
import ast
import string
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import PySide6
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CODE = "nb"
KEYWORDS = {"t": None, "_t": None, "plural": (1, 2), "M_": None, "N_": None}
METHODS = [("**.py", "python")]
HEADER = f"""\
Language: {CODE}
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Plural-Forms: nplurals=2; plural=(n != 1);
"""


def main(args: list[str]) -> int:
    """Do what the command line says; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--update", action="store_true", help="bring the catalogue up to the code")
    task.add_argument("--check", action="store_true", help="only say what is wrong")
    parser.add_argument("--absorb", type=Path, metavar="FOLDER", help="take translations from here")
    chosen = parser.parse_args(args)
    if chosen.update:
        fragments = sorted(chosen.absorb.glob("*.po")) if chosen.absorb else []
        update(ROOT / "lean_desktop", FOLDER, fragments)
    problems = check(ROOT / "lean_desktop", FOLDER)
    print("\n".join(problems) or "The translations are complete.")
    return 1 if problems and chosen.check else 0


def update(code: Path, folder: Path, fragments: Iterable[Path] = ()) -> None:
    """Write the catalogue anew for the texts in `code`, a fragment's word before the old one."""
    known = {key(message): message for message in read(folder / f"{CODE}.po")}
    for fragment in fragments:
        known |= {key(message): message for message in read(fragment) if message.string}
    catalog = Catalog(CODE, charset="utf-8")
    for text in extracted(code):
        old = known.get(text if isinstance(text, str) else text[0])
        catalog.add(text, old.string if old and forms(old.id) == forms(text) else None)
    write(catalog, folder / f"{CODE}.po")
    (folder / f"{CODE}.mo").write_bytes(compiled(read(folder / f"{CODE}.po")))
    (folder / f"qtbase_{CODE}.qm").write_bytes(released(folder / f"qtbase_{CODE}.ts"))


def check(code: Path, folder: Path) -> list[str]:
    """Sentences about everything that is not as it should be."""
    messages = read(folder / f"{CODE}.po")
    here = {key(message): forms(message.id) for message in messages}
    wanted = {text if isinstance(text, str) else text[0]: forms(text) for text in extracted(code)}
    problems = [f"not in {CODE}.po: {text!r}" for text in wanted if here.get(text) != wanted[text]]
    problems += [f"no longer in the code: {text!r}" for text in here if text not in wanted]
    for message in messages:
        problems += flaws(message)
    fresh = {f"{CODE}.mo": compiled(messages)}
    fresh[f"qtbase_{CODE}.qm"] = released(folder / f"qtbase_{CODE}.ts")
    for name, data in fresh.items():
        if not (folder / name).is_file() or (folder / name).read_bytes() != data:
            problems.append(f"not compiled anew: {name}")
    return problems


def extracted(code: Path) -> list[str | tuple[str, ...]]:
    """Every text marked for translation, sorted; a pair where it has a plural."""
    found = [text for _, _, text, *_ in extract_from_dir(code, METHODS, keywords=KEYWORDS)]
    texts: dict[str, str | tuple[str, ...]] = {}
    for text in (*found, *_in_braces(code)):
        first = text if isinstance(text, str) else text[0]
        if first not in texts or isinstance(text, tuple):
            texts[first] = text
    return [texts[first] for first in sorted(texts)]


def _in_braces(code: Path) -> Iterator[str]:
    """Texts marked within the braces of an f-string, where Babel does not look."""
    for path in sorted(code.rglob("*.py")):
        for whole in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(whole, ast.JoinedStr):
                yield from (text for node in ast.walk(whole) for text in _marked(node))


def _marked(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call) or not node.args:
        return
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    text = node.args[0]
    if name in KEYWORDS and KEYWORDS[name] is None and isinstance(text, ast.Constant):
        yield str(text.value)


def flaws(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    originals, translations = forms(message.id), forms(message.string)
    if len(translations) != len(originals) or not all(translations):
        yield f"not translated: {key(message)!r}"
        return
    if message.fuzzy:
        yield f"marked fuzzy: {key(message)!r}"
    for original, translation in zip(originals, translations, strict=True):
        if fields(original) != fields(translation):
            yield f"other braces in the translation: {original!r}"


def read(path: Path) -> list[Message]:
    """The messages of a catalogue, header and obsolete ones left out; none when it is missing."""
    if not path.is_file():
        return []
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=CODE, charset="utf-8") if message.id]


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalogue that depends on nothing but its messages: no dates, no line numbers."""
    header = "".join(f'"{line}\\n"\n' for line in HEADER.splitlines())
    with path.open("wb") as file:
        file.write(f'msgid ""\nmsgstr ""\n{header}\n'.encode())
        write_po(file, catalog, width=98, no_location=True, omit_header=True, sort_output=True)


def compiled(messages: Iterable[Message]) -> bytes:
    """The catalogue as GNU gettext's .mo format lays it out."""
    translated = [message for message in messages if all(forms(message.string))]
    pairs = {"\0".join(forms(each.id)): "\0".join(forms(each.string)) for each in translated}
    pairs[""] = HEADER
    keys, values = zip(*sorted((k.encode(), v.encode()) for k, v in pairs.items()), strict=True)
    count, tables = len(keys), 28
    start = tables + 16 * count
    index, data = [], b""
    for text in (*keys, *values):
        index += [len(text), start + len(data)]
        data += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, tables, tables + 8 * count, 0, start)
    return head + struct.pack(f"<{len(index)}I", *index) + data


def released(ts: Path) -> bytes:
    """Qt's own texts as its lrelease compiles them."""
    tool = Path(PySide6.__file__).parent / (
        "lrelease.exe" if sys.platform == "win32" else "lrelease"
    )
    with tempfile.TemporaryDirectory() as folder:
        qm = Path(folder) / "compiled.qm"
        subprocess.run([str(tool), "-silent", str(ts), "-qm", str(qm)], check=True)
        return qm.read_bytes()


def key(message: Message) -> str:
    """What a message is looked up by: its first form."""
    return forms(message.id)[0]


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """One form, or one for each number."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def fields(text: str) -> set[str]:
    """The names in braces; doubled braces are none."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
