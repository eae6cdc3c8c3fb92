"""The handouts of a meeting: the snapshot each is made of, and the making."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lean_desktop.domain.daily import month_of
from lean_desktop.domain.meetings import Meeting
from lean_desktop.i18n import Language
from lean_desktop.queries import meeting_papers as queries
from lean_desktop.queries.daily import daily_month
from lean_desktop.queries.meeting_year import meeting_year
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.sheets import sheet_for

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]
Read = Callable[[LiveDocument, Meeting], Draw | None]


def papers_of(
    live: LiveDocument, t: Language, shown: Callable[[], Meeting | None]
) -> Sequence[Paper]:
    """Every handout of the tab; of a meeting that is closed Ctrl+P prints the minutes."""

    def paper(name: str, text: str, read: Read) -> Paper:
        return Paper(name, text, lambda: _title(text, shown()), _prepared(live, shown, read))

    return (
        paper("agenda", t("Agenda"), _agenda_or_minutes),
        paper("preparation", t("Preparation sheets"), _preparation),
        paper("minutes", t("Minutes of the meeting"), _minutes),
        paper("attendance", t("Attendance list"), _attendance),
        Paper(
            "week_pack",
            t("Weekly pack"),
            lambda: f"{t('Weekly pack')} {live.today:%G-W%V}",
            _week_pack(live, shown),
        ),
        paper("daily", t("Month of the daily meeting"), _daily),
        Paper(
            "meeting_year",
            t("The year’s meetings"),
            lambda: f"{t('The year’s meetings')} {live.today:%G}",
            _meeting_year(live),
        ),
        paper("my_actions", t("Action list per person"), _my_actions),
    )


def _title(text: str, meeting: Meeting | None) -> str:
    return f"{text} {meeting.name} {meeting.planned_start:%Y-%m-%d}" if meeting else text


def _prepared(
    live: LiveDocument, shown: Callable[[], Meeting | None], read: Read
) -> Callable[[str, Language], Callable[[], bytes] | None]:
    def prepare(paper: str, language: Language) -> Callable[[], bytes] | None:
        meeting = shown()
        draw = read(live, meeting) if meeting else None
        if draw is None:
            return None
        sheet = sheet_for(live, paper)
        return lambda: draw(sheet, language)

    return prepare


def _agenda_or_minutes(live: LiveDocument, meeting: Meeting) -> Draw | None:
    if meeting.locked:
        return _minutes(live, meeting)
    snapshot = live.read(queries.agenda, meeting.id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.meetings import agenda

        return agenda(snapshot, sheet, t) if snapshot else b""

    return draw if snapshot else None


def _minutes(live: LiveDocument, meeting: Meeting) -> Draw | None:
    snapshot = live.read(queries.minutes, meeting.id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.minutes import minutes

        return minutes(snapshot, sheet, t) if snapshot else b""

    return draw if snapshot else None


def _preparation(live: LiveDocument, meeting: Meeting) -> Draw | None:
    papers = live.read(queries.preparing, meeting.id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.preparation import preparation

        return preparation(papers, sheet, t)

    return draw


def _attendance(live: LiveDocument, meeting: Meeting) -> Draw | None:
    snapshot = live.read(queries.attendants, meeting.id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.attendance import attendance

        return attendance(snapshot, sheet, t) if snapshot else b""

    return draw if snapshot else None


def _week_pack(
    live: LiveDocument, shown: Callable[[], Meeting | None]
) -> Callable[[str, Language], Callable[[], bytes] | None]:
    """The week of the meeting that is shown, else this week."""

    def prepare(paper: str, language: Language) -> Callable[[], bytes] | None:
        meeting = shown()
        day = meeting.planned_start.date() if meeting else live.today
        pack = live.read(queries.week_pack, day)
        sheet = sheet_for(live, paper)

        def make() -> bytes:
            from lean_desktop.handouts.week_pack import week_pack

            return week_pack(pack, sheet, language)

        return make

    return prepare


def _daily(live: LiveDocument, meeting: Meeting) -> Draw | None:
    if not meeting.is_daily:
        return None
    month = live.read(daily_month, meeting.unit_id, month_of(meeting.planned_start.date()))

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.daily_month import daily_month as drawn_month

        return drawn_month([month], sheet, t)

    return draw


def _meeting_year(live: LiveDocument) -> Callable[[str, Language], Callable[[], bytes] | None]:
    def prepare(paper: str, language: Language) -> Callable[[], bytes] | None:
        now = live.document.clock()
        found = live.read(meeting_year, now.isocalendar().year, now=now)
        sheet = sheet_for(live, paper)

        def make() -> bytes:
            from lean_desktop.handouts.meeting_year import meeting_year as drawn_year

            return drawn_year(found, sheet, language)

        return make

    return prepare


def _my_actions(live: LiveDocument, _meeting: Meeting) -> Draw | None:
    papers = live.read(queries.person_actions, today=live.today)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.my_actions import my_actions

        return my_actions(papers, sheet, t)

    return draw
