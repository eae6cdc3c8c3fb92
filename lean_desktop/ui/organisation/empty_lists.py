"""What stands where a list is empty: nothing is there yet, or nothing fits what is asked for."""

from collections.abc import Callable

from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.toolbar import GROUPS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.widgets.empty_state import EmptyState


def empty_list(
    which: str,
    around: Surroundings,
    import_people: Callable[[], object],
    new: Callable[[], object],
) -> EmptyState:
    """The page of a list that has nothing in it yet."""
    t = around.t
    icon, fact, sentence, text = {
        PEOPLE: (
            "users",
            t("No people yet"),
            t("The list of the HR system brings all of them, with their units and managers."),
            t("New person"),
        ),
        UNITS: (
            "org",
            t("No units yet"),
            t("They come with the list of people, or one by one."),
            t("New unit"),
        ),
        GROUPS: (
            "layers",
            t("No groups yet"),
            t("A steering group is a good beginning."),
            t("New group"),
        ),
        ROLES: (
            "flag",
            t("No roles yet"),
            t("Ready descriptions of the usual ones are there to begin with."),
            t("New role"),
        ),
    }[which]
    page = EmptyState(icon, fact, sentence, around.theme)
    if around.live.read_only:
        return page
    if which in (PEOPLE, UNITS):
        page.offer(t("Import people"), import_people, icon="table")
    page.offer(text, new, icon="plus")
    return page


def nothing_found(around: Surroundings, show_all: Callable[[], object]) -> EmptyState:
    """The page of a list in which nothing fits the search and the filters."""
    t = around.t
    page = EmptyState(
        "search",
        t("Nothing fits"),
        t("There are rows, but none with these words and filters."),
        around.theme,
    )
    page.offer(t("Show all"), show_all)
    return page
