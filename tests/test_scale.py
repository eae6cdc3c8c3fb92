"""A quick run does few rounds, a full run all of them."""

import pytest

from tests.scale import share


@pytest.mark.parametrize(("flag", "rounds"), [("0", (40, 20, 1)), ("1", (2000, 2000, 7))])
def test_share(flag: str, rounds: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEAN_DESKTOP_FULL", flag)
    assert (share(2000), share(2000, percent=1), share(7)) == rounds
