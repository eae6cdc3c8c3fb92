"""What can be done in the Meetings tab, by menu, keys and palette."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from lean_desktop.ui.editor import Command

if TYPE_CHECKING:
    from lean_desktop.ui.meetings.editor import MeetingsEditor

MORE = (
    *("call_meeting", "close_meeting", "rate_meeting", "reopen_meeting", "cancel_meeting"),
    *("uncall_meeting", "send_preparation", "export_meeting", "export_series"),
    *("person_calendar", "change_series", "extend_series", "daily_wall"),
    *("save_template", "remove_following", "remove_meeting"),
)
"""Commands behind the three dots."""


def commands_of(editor: "MeetingsEditor") -> Sequence[Command]:
    """Everything the editor can be asked for."""
    return (*_insert(editor), *_stages(editor), *_edit(editor), *_view(editor), *_tools(editor))


def _insert(editor: "MeetingsEditor") -> Sequence[Command]:
    t, edit = editor.t, partial(Command, menu="insert", edits=True)
    return (
        edit("plan_meeting", t("Plan a meeting …"), editor.plan, keys="New", icon="plus"),
        edit("plan_series", t("Plan a series of meetings …"), editor.plan_series, icon="cal"),
        edit(
            "new_item",
            t("New agenda item"),
            editor.page.begin_item,
            keys="Ins",
            allowed=editor.can_change,
        ),
    )


def _stages(editor: "MeetingsEditor") -> Sequence[Command]:
    t, edit = editor.t, partial(Command, menu="edit", edits=True)
    return (
        edit("call_meeting", t("Call the meeting"), editor.call, allowed=editor.is_draft),
        edit(
            "start_meeting",
            t("Start the meeting"),
            editor.start,
            keys="Ctrl+Return",
            icon="play",
            allowed=editor.can_start,
        ),
        edit(
            "record_meeting",
            t("Key in the minutes from paper"),
            editor.record,
            keys="Ctrl+R",
            icon="note",
            allowed=editor.can_record,
        ),
        edit("close_meeting", t("Close the meeting"), editor.close_meeting, allowed=editor.is_open),
        edit("rate_meeting", t("Rate the meeting …"), editor.rate, allowed=editor.can_rate),
        edit("reopen_meeting", t("Open again …"), editor.reopen, allowed=editor.is_closed),
        edit("cancel_meeting", t("Call the meeting off …"), editor.cancel, allowed=editor.is_open),
        edit(
            "uncall_meeting", t("Back to draft"), editor.back_to_draft, allowed=editor.can_be_draft
        ),
        edit(
            "change_series",
            t("Change this meeting and those that follow …"),
            editor.change_series,
            allowed=editor.can_change_series,
        ),
        edit(
            "extend_series",
            t("Plan the series a year further"),
            editor.extend_series,
            allowed=editor.in_series,
        ),
        edit(
            "remove_following",
            t("Delete this meeting and those that follow"),
            editor.remove_following,
            allowed=editor.in_series,
        ),
        edit(
            "remove_meeting", t("Delete the meeting"), editor.remove_meeting, allowed=editor.is_open
        ),
    )


def _edit(editor: "MeetingsEditor") -> Sequence[Command]:
    t, page = editor.t, editor.page
    edit = partial(Command, menu="edit", edits=True, allowed=editor.has_item)
    return (
        edit("move_up", t("Move the item up"), lambda: page.move_chosen(-1)),
        edit("move_down", t("Move the item down"), lambda: page.move_chosen(1)),
        edit("item_to_next", t("Move the item to the next meeting"), editor.item_to_next),
        edit("item_copied", t("Copy the item to the next meeting"), editor.item_copied),
        edit("item_waits", t("Let the item wait"), editor.item_waits),
    )


def _view(editor: "MeetingsEditor") -> Sequence[Command]:
    t, view = editor.t, partial(Command, menu="view", allowed=editor.is_shown)
    back, on = partial(editor.step, -1), partial(editor.step, 1)
    return (
        view("previous_meeting", t("Previous meeting"), back, keys="Alt+Left"),
        view("next_meeting", t("Next meeting"), on, keys="Alt+Right"),
        Command(
            "daily_wall",
            t("Show the month on the screen"),
            editor.show_month,
            "view",
            "F5",
            "present",
            allowed=editor.is_daily,
        ),
        Command(
            "meeting_year",
            t("The year’s meetings"),
            editor.show_year,
            "view",
            "Ctrl+Shift+Y",
            "cal",
        ),
    )


def _tools(editor: "MeetingsEditor") -> Sequence[Command]:
    t = editor.t
    return (
        Command("templates", t("Meeting templates …"), editor.edit_templates, "tools"),
        Command(
            "company_calendar",
            t("Company calendar …"),
            editor.edit_calendar,
            "tools",
            edits=True,
        ),
        Command(
            "send_preparation",
            t("Preparation by mail …"),
            editor.send_preparation,
            "file",
            allowed=editor.is_shown,
        ),
        Command(
            "export_meeting",
            t("Export the meeting to a calendar …"),
            editor.export_meeting,
            "file",
            allowed=editor.is_shown,
        ),
        Command(
            "export_series",
            t("Export the series to a calendar …"),
            editor.export_series,
            "file",
            allowed=editor.in_series,
        ),
        Command(
            "person_calendar",
            t("Export a person’s meetings to a calendar …"),
            editor.export_person,
            "file",
        ),
        Command(
            "save_template",
            t("Save the agenda as a template …"),
            editor.save_as_template,
            "tools",
            allowed=editor.is_shown,
            edits=True,
        ),
    )
