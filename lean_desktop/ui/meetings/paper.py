"""The agenda as a sheet: the snapshot it is made of, and the making."""

from collections.abc import Callable

from lean_desktop.domain.meetings import Meeting
from lean_desktop.i18n import Language
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.sheets import sheet_for


def agenda_paper(live: LiveDocument, t: Language, shown: Callable[[], Meeting | None]) -> Paper:
    """The agenda of the meeting that is shown."""

    def title() -> str:
        meeting = shown()
        if meeting is None:
            return t("Agenda")
        return f"{t('Agenda')} {meeting.name} {meeting.planned_start:%Y-%m-%d}"

    def prepare(paper: str, language: Language) -> Callable[[], bytes] | None:
        meeting = shown()
        snapshot = live.read(queries.agenda, meeting.id) if meeting else None
        if snapshot is None:
            return None
        sheet = sheet_for(live, paper)

        def make() -> bytes:
            from lean_desktop.handouts.meetings import agenda

            return agenda(snapshot, sheet, language)

        return make

    return Paper("agenda", t("Agenda"), title, prepare)
