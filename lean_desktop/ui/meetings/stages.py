"""How a meeting comes from draft to minutes, as the user asks for it: one step each."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.meetings import Meeting, MeetingState
from lean_desktop.edits import meeting_states as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.reason_dialog import ReasonDialog


def call(around: Surroundings, meeting: Meeting) -> None:
    """Those who are to come have been told."""
    around.live.edit(_label(M_("Call"), meeting), edits.call_meetings, [meeting.id])


def back_to_draft(around: Surroundings, meeting: Meeting) -> None:
    """The calling is taken back, or a meeting that was called off takes place after all."""
    around.live.edit(_label(M_("Back to draft"), meeting), edits.uncall_meetings, [meeting.id])


def start(around: Surroundings, meeting: Meeting) -> None:
    """The meeting goes on from now, unless it does so already."""
    if meeting.state is not MeetingState.IN_PROGRESS:
        now = around.live.document.clock()
        around.live.edit(_label(M_("Start"), meeting), edits.start_meeting, meeting.id, now)


def close(around: Surroundings, meeting: Meeting) -> None:
    """The minutes are finished: nothing in the meeting changes any more."""
    around.live.edit(_label(M_("Close"), meeting), edits.close_meeting, meeting.id)


def ask_to_reopen(around: Surroundings, meeting: Meeting, parent: QWidget) -> None:
    """Ask why a closed meeting is to be opened again, and open it."""
    t = around.t
    now = around.live.document.clock()
    label = _label(M_("Open again"), meeting)

    def reopen(reason: str) -> None:
        around.live.edit(label, edits.reopen_meeting, meeting.id, now, reason)

    ReasonDialog(t("Open again"), t("Why it is opened again"), reopen, around, parent).open()


def ask_to_cancel(around: Surroundings, meeting: Meeting, parent: QWidget) -> None:
    """Ask why a meeting does not take place, and call it off."""
    t, label = around.t, _label(M_("Call off"), meeting)

    def cancel(reason: str) -> None:
        around.live.edit(label, edits.cancel_meetings, [meeting.id], reason)

    ReasonDialog(t("Call the meeting off"), t("Why (may be empty)"), cancel, around, parent).open()


def become(around: Surroundings, meeting: Meeting, state: MeetingState, parent: QWidget) -> None:
    """Bring the meeting into a state, asking why where that is to be kept."""
    if meeting.state is MeetingState.CLOSED:
        ask_to_reopen(around, meeting, parent)
        return
    does: dict[MeetingState, Callable[[Surroundings, Meeting], None]] = {
        MeetingState.DRAFT: back_to_draft,
        MeetingState.CALLED: call,
        MeetingState.IN_PROGRESS: start,
        MeetingState.CLOSED: close,
    }
    does[state](around, meeting)


def _label(what: Message, meeting: Meeting) -> Message:
    return M_("{what}: {name} {n}", what=what, name=meeting.name, n=meeting.number)
