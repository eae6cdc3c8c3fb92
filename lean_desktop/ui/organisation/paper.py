"""What can be printed of the organisation."""

from collections.abc import Callable

from lean_desktop.domain.organisation import Person
from lean_desktop.i18n import Language
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.sheets import sheet_for


def person_paper(live: LiveDocument, t: Language, chosen: Callable[[], Person | None]) -> Paper:
    """Everything held about the person that is chosen."""

    def title() -> str:
        person = chosen()
        return f"{t('Held about')} {person.name}" if person else t("Held about")

    def prepare(paper: str, language: Language) -> Callable[[], bytes] | None:
        from lean_desktop.queries.privacy import person_record

        person = chosen()
        record = live.read(person_record, person.id, today=live.today) if person else None
        if record is None:
            return None
        sheet = sheet_for(live, paper)

        def make() -> bytes:
            from lean_desktop.handouts.organisation import person_sheet

            return person_sheet(record, sheet, language)

        return make

    return Paper("person", t("Everything held about a person"), title, prepare)
