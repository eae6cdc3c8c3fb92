"""Actions from a list are one step, and undo takes all of it back."""

from datetime import date

from lean_desktop.document.document import Document
from lean_desktop.domain.actions_import import Here, action_list, plan_actions
from lean_desktop.edits.actions_import import import_actions
from lean_desktop.i18n import M_, language
from lean_desktop.queries.actions import actions
from lean_desktop.queries.cards import cards, comments
from lean_desktop.queries.exported_actions import stored_actions
from tests.dumps import dump
from tests.plants import Plant

TODAY = date(2026, 10, 6)


def test_one_step_with_tags_and_comments(plant: tuple[Document, Plant]) -> None:
    document, _ = plant
    whole, before = dump(document), document.read(actions)
    rows = [
        ["Action", "Due", "Tags", "Note"],
        ["A", "asap", "x, y", ""],
        ["B", "12.10.2026", "", "b"],
    ]
    here = Here([], {}, document.read(stored_actions))
    plan = plan_actions(action_list(rows), here, TODAY, language("en"))
    document.edit(M_("Import actions"), import_actions, plan, TODAY)
    new = {each.title: each for each in document.read(actions) if each not in before}
    assert new.keys() == {"A", "B"}
    assert (new["B"].first_due, new["B"].due) == (date(2026, 10, 12), date(2026, 10, 12))
    assert [each.tags for each in document.read(cards, [new["A"].id])] == [("x", "y")]
    assert [each.text for each in document.read(comments, new["A"].id)] == ["Due: asap"]
    assert [each.text for each in document.read(comments, new["B"].id)] == ["b"]
    document.undo()
    assert dump(document) == whole
