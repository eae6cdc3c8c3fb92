import pytest

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.encodings import decoded

NAMES = "Åse;Bjørn;Łukasz;Nguyễn\n"
NORWEGIAN = "Åse;Bjørn;Kjærstad – «BLÅ»\n"


@pytest.mark.parametrize(
    ("codec", "told"),
    [("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-8", "UTF-8")],
)
def test_any_name_in_unicode(codec: str, told: str) -> None:
    assert decoded(NAMES.encode(codec), "a.csv") == (NAMES, told)


def test_utf_16_without_a_mark() -> None:
    text = "Navn;Åse\n"
    assert decoded(text.encode("utf-16-le"), "a.csv") == (text, "UTF-16")
    assert decoded(text.encode("utf-16-be"), "a.csv") == (text, "UTF-16")


def test_norwegian_in_windows_1252() -> None:
    assert decoded(NORWEGIAN.encode("cp1252"), "a.csv") == (NORWEGIAN, "Windows-1252")


def test_plain_letters_are_utf_8() -> None:
    assert decoded(b"a;b\n", "a.csv") == ("a;b\n", "UTF-8")


def test_nothing_at_all() -> None:
    assert decoded(b"", "a.csv").text == ""


def test_a_mixture_is_refused_with_its_line() -> None:
    data = "Åse\nBjørn\n".encode() + "Pål\n".encode("cp1252") + "Søren\n".encode()
    with pytest.raises(KnownError) as caught:
        decoded(data, "a.csv")
    assert caught.value.happened.values == {"name": "a.csv", "row": 3}


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x81\x8d" * 9, b"ab\0\0\0\0\0\1\2" * 20, b"\xff\xfea\0\0\xd8b\0"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        decoded(data, "a.csv")
    assert "a.csv" in str(caught.value)


def test_single_control_characters_are_dropped() -> None:
    assert decoded(b"x" * 200 + b"O\0la\x07\n", "a.csv").text == "x" * 200 + "Ola\n"
