"""Making files and filling them."""

import sqlite3
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.attention import AttentionKind
from lean_desktop.domain.errors import KnownError
from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.organisation import Person, Workspace
from lean_desktop.edits.meetings import plan_meeting
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import meetings, organisation, roles
from lean_desktop.queries.soundness import complaints
from lean_desktop.queries.workspace import workspace
from lean_desktop.samples import making
from lean_desktop.samples.generated import Size

NOW = datetime(2026, 10, 6, 8, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made.leandesk"


def opened(path: Path) -> tuple[Workspace, list[Person], Meeting | None, Message | None]:
    document = Document.open(path)
    try:
        assert document.read(complaints) == []
        return (
            document.read(workspace),
            document.read(organisation.people, today=NOW.date()),
            document.read(meetings.next_meeting, NOW),
            document.undo_label,
        )
    finally:
        document.close()


def test_the_sample_opens_with_its_next_meeting_ahead_and_nothing_to_undo(path: Path) -> None:
    made = making.make_sample(path, NOW, "nb")
    about, people, ahead, undo = opened(path)
    assert ahead is not None
    assert about.company == about.name == "Verkstedindustri AS"
    assert made["person"] == len(people) == 52
    assert (ahead.group, ahead.number) == ("Forbedringsgruppe Montering", 14)
    assert (ahead.minutes, ahead.planned_minutes) == (50, 45)
    assert undo is None


WANTING = {
    AttentionKind.VACANT_ROLE: 2,
    AttentionKind.NO_MANDATE: 1,
    AttentionKind.MANDATE_EXPIRED: 1,
    AttentionKind.MANDATE_DUE: 1,
    AttentionKind.NO_DEPUTY: 3,
    AttentionKind.NO_AGREEMENT: 5,
    AttentionKind.NO_SERIES: 1,
    AttentionKind.NO_GROUP: 21,
}
"""What the sample's coordinator has to look at."""


def test_something_of_the_sample_needs_attention(path: Path) -> None:
    making.make_sample(path, NOW, "nb")
    document = Document.open(path)
    told = document.read(roles.attention, today=NOW.date())
    document.close()
    assert Counter(each.kind for each in told) == WANTING
    (expired,) = [each for each in told if each.kind is AttentionKind.MANDATE_EXPIRED]
    assert expired.name == "Forbedringsgruppe Lager & logistikk"


def test_the_sample_speaks_english(path: Path) -> None:
    making.make_sample(path, NOW, "en")
    about, _, ahead, _ = opened(path)
    assert ahead is not None
    assert (about.name, ahead.group) == ("Verkstedindustri AS", "Improvement group Assembly")


def test_the_next_meeting_planned_takes_the_next_number(path: Path) -> None:
    making.make_sample(path, NOW, "nb")
    document = Document.open(path)
    (group,) = [
        each.id
        for each in document.read(organisation.groups, today=NOW.date())
        if "Montering" in each.name
    ]
    key = document.edit(M_("Plan"), plan_meeting, group_id=group, start=NOW).result
    (planned,) = document.read(meetings.meetings, [key])
    document.close()
    assert (planned.number, planned.chair, planned.place) == (17, "Pål Strand", "Tavlerom 2")


def test_an_empty_workspace_has_its_name(path: Path) -> None:
    assert not making.make_empty(path, "Forbedring")
    about, people, ahead, _ = opened(path)
    assert (about.name, about.company, people, ahead) == ("Forbedring", "", [], None)


def dump(path: Path) -> list[str]:
    raw = sqlite3.connect(path)
    try:
        return list(raw.iterdump())
    finally:
        raw.close()


def test_a_generated_workspace_is_the_same_for_the_same_seed(path: Path) -> None:
    other = path.with_name("other.leandesk")
    for each in (path, other):
        making.make_generated(each, Size(30, 1, 7), NOW, "nb")
    assert dump(path) == dump(other)
    assert len(opened(path)[1]) == 30


def test_an_existing_file_stays_as_it_is(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(KnownError):
        making.make_sample(path, NOW, "nb")
    assert path.read_text() == "mine"


def test_a_file_half_made_is_taken_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("no more")

    monkeypatch.setattr(making, "meetings", fail)
    with pytest.raises(OSError, match="no more"):
        making.make_generated(path, Size(5, 1, 1), NOW, "nb")
    assert list(path.parent.iterdir()) == []
