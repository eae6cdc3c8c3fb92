"""Places one should be warned of."""

from pathlib import Path

import pytest

from lean_desktop.document import places
from lean_desktop.document.places import risk
from lean_desktop.i18n import language

MOUNTS = [
    ("/", "ext4"),
    ("/home", "btrfs"),
    ("/home/kari/felles", "fuse.sshfs"),
    ("/srv/nett", "nfs4"),
    ("/srv/nett/lokal", "xfs"),
    ("/media/kari/MINNEPINNE", "vfat"),
]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/home/kari/Lean.leandesk", None),
        ("/home/kari/felles/Lean.leandesk", "network"),
        ("/home/kari/felles ting/Lean.leandesk", None),
        ("/srv/nett/avd/Lean.leandesk", "network"),
        ("/srv/nett/lokal/Lean.leandesk", None),
        ("/media/kari/MINNEPINNE/Lean.leandesk", "removable"),
        ("/media/kari/tom/Lean.leandesk", None),
        ("/home/kari/OneDrive/Lean.leandesk", "OneDrive"),
        ("/home/kari/OneDrive - Verkstedindustri AS/2026/Lean.leandesk", "OneDrive"),
        ("/home/kari/dropbox/Lean.leandesk", "Dropbox"),
        ("/home/kari/Google Drive/Lean.leandesk", "Google Drive"),
        ("/Users/k/Library/Mobile Documents/x/Lean.leandesk", "iCloud"),
        ("/Users/k/Library/CloudStorage/Box-Box/Lean.leandesk", "Box"),
        ("/home/kari/Nextcloud/Lean.leandesk", "Nextcloud"),
        ("/home/kari/OneDriveprosjekt/Lean.leandesk", None),
        ("/home/kari/OneDrive.leandesk", None),
    ],
)
def test_by_path(path: str, said: str | None) -> None:
    message = risk(Path(path), MOUNTS)
    if said is None:
        assert message is None
    else:
        assert message is not None
        assert said in language("en")(message)


def test_a_mark_of_a_service_above_the_file(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert risk(deep / "x.leandesk", MOUNTS) is None
    (tmp_path / "a" / ".stfolder").mkdir()
    message = risk(deep / "x.leandesk", MOUNTS)
    assert message is not None
    assert message.values == {"service": "Syncthing"}


def test_mounts_as_linux_writes_them() -> None:
    line = (
        r"36 35 98:0 / /media/bjørn/Min\040pinne rw,noatime shared:1 - vfat /dev/sdb1 rw,errors=x"
    )
    assert places._mount(line) == ("/media/bjørn/Min pinne", "vfat")
    assert places._mount("21 1 0:20 / /srv rw - nfs4 server:/x rw") == ("/srv", "nfs4")


def test_where_the_system_does_not_tell_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> str:
        raise OSError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert risk(tmp_path / "x.leandesk") is None


def test_a_drive_of_a_mac() -> None:
    mac = [("/", ""), ("/Volumes", "")]
    message = risk(Path("/Volumes/STICK/x.leandesk"), mac)
    assert message is not None
    assert "removable" in message.text
