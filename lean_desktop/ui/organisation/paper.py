"""What can be printed of the organisation."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lean_desktop.domain.organisation import Person
from lean_desktop.i18n import Language
from lean_desktop.queries.organisation import memberships
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.toolbar import GROUPS, PEOPLE, UNITS
from lean_desktop.ui.sheets import sheet_for

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet


Make = Callable[["Sheet", Language], bytes]


def list_paper(
    live: LiveDocument, t: Language, shown: Callable[[], tuple[str, list[Any]]]
) -> Paper:
    """The list that is shown, with the rows that are in it and in their order."""
    titles = {PEOPLE: t("People"), UNITS: t("Units"), GROUPS: t("Groups")}

    def title() -> str:
        return titles[shown()[0]]

    def prepare(paper: str, language: Language) -> Callable[[], bytes]:
        which, rows = shown()
        sheet, make = sheet_for(live, paper), _maker(live, which, rows)
        return lambda: make(sheet, language)

    return Paper("list", t("The list that is shown"), title, prepare)


def _maker(live: LiveDocument, which: str, rows: list[Any]) -> Make:
    members = live.read(memberships) if which == GROUPS else []

    def make(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts import organisation as handouts

        if which == PEOPLE:
            return handouts.people_sheet(rows, sheet, t)
        if which == UNITS:
            return handouts.units_sheet(rows, sheet, t)
        return handouts.groups_sheet(rows, members, sheet, t)

    return make


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
