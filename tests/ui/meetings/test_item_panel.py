"""The chosen agenda item in the panel: section, outcome, links, ticks, and the answer it gives."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from lean_desktop.domain.links import Link
from lean_desktop.domain.meetings import AgendaItem, Outcome
from lean_desktop.edits import actions, carrying
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.item_panel import ItemPanel

LEFT = Qt.MouseButton.LeftButton
TODAY = 2


@pytest.fixture
def panel(editor: MeetingsEditor) -> ItemPanel:
    editor.details.build_now()
    editor.page.table.selectRow(1)
    return editor.details.item


def item(live: LiveDocument) -> AgendaItem:
    return live.read(queries.items, meeting_id=TODAY)[1]


def test_ticks_are_kept(panel: ItemPanel, filled: LiveDocument) -> None:
    QTest.mouseClick(panel.standing, LEFT, pos=panel.standing.rect().center() / 4)
    panel.protected.click()
    assert (item(filled).standing, item(filled).protected) == (True, True)
    filled.undo()
    assert not panel.protected.isChecked()


def test_a_section_and_an_outcome(panel: ItemPanel, filled: LiveDocument) -> None:
    panel.fields["section"].put("Forbedring")
    panel.fields["section"].commit()
    panel.fields["outcome"].put(Outcome.DEFERRED.value)
    panel.fields["outcome"].commit()
    assert (item(filled).section, item(filled).outcome) == ("Forbedring", Outcome.DEFERRED)


def test_links_are_written_and_opened(
    panel: ItemPanel, filled: LiveDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    panel.fields["links"].put("Tegning | https://example.org/zone\n/srv/felles/kjor.exe")
    panel.fields["links"].commit()
    found = filled.read(queries.links, item(filled).id)
    assert found[0] == Link("https://example.org/zone", "Tegning")
    for each in panel.links.findChildren(QPushButton):
        each.click()
    assert opened == ["https://example.org/zone"]
    assert "could not be opened" in panel.links._told.text()


def test_what_was_escalated_is_answered_here(
    editor: MeetingsEditor, panel: ItemPanel, filled: LiveDocument
) -> None:
    raised = filled.edit(M_("x"), actions.escalate, "Trenger truck", day=filled.today, unit_id=None)
    (told,) = filled.read(action_queries.escalations)
    assert told.receiver == "Styringsgruppa"
    from lean_desktop.edits import meetings

    when = filled.document.clock()
    meeting = filled.edit(
        M_("x"), meetings.plan_meeting, group_id=told.to_group_id, start=when.replace(hour=15)
    )
    filled.edit(M_("x"), carrying.bring_escalated, meeting)
    editor.show_meeting(meeting)
    editor.page.table.selectRow(0)
    assert panel.answer.isVisibleTo(panel)
    panel.answer.put("Leies inn fra mandag")
    panel.answer.commit()
    (answered,) = [each for each in filled.read(action_queries.escalations) if each.id == raised]
    assert answered.answer == "Leies inn fra mandag"
