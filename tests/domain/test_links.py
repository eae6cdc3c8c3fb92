"""Links of agenda items: written one a line, and only opened when that shows something."""

import pytest

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import Link, as_text, written_links


def test_a_link_a_line_with_or_without_a_name() -> None:
    text = "Tegning | S:\\tegninger\\zone 1.pdf\n\n https://example.org/a "
    found = written_links(text)
    assert found == [Link("S:\\tegninger\\zone 1.pdf", "Tegning"), Link("https://example.org/a")]
    assert written_links(as_text(found)) == found
    assert [each.shown for each in found] == ["Tegning", "a"]


@pytest.mark.parametrize(
    ("target", "harmless"),
    [
        ("https://example.org", True),
        ("mailto:a@b.example", True),
        ("file:///home/a.pdf", True),
        ("C:\\a.xlsx", True),
        ("/srv/felles/a.xlsx", True),
        ("/srv/felles/a.EXE", False),
        ("file:///a.lnk", False),
        ("javascript:alert(1)", False),
        ("ms-settings:about", False),
    ],
)
def test_nothing_that_would_run_is_opened(target: str, harmless: bool) -> None:
    assert Link(target).harmless is harmless


def test_a_link_that_is_too_long_is_refused() -> None:
    with pytest.raises(RuleBroken):
        written_links("https://" + "x" * 2000)
