"""Every handout of the tab. The first is of what is shown: Ctrl+P prints it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from lean_desktop.domain.organisation import Group, Person
from lean_desktop.domain.roles import (
    MandateFor,
    Role,
    mandate_of_group,
    mandate_of_role,
    mandates_on,
)
from lean_desktop.i18n import Language
from lean_desktop.queries import roles as role_queries
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.paper import list_paper, person_paper
from lean_desktop.ui.organisation.toolbar import CHART, GOALS, ROLES
from lean_desktop.ui.sheets import sheet_for

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]


class Shown(NamedTuple):
    """What the tab shows: which page, the rows that are chosen, and the list and its rows.

    Of the chart it has the layers that are shown, and the key of the box one is at.
    """

    page: Callable[[], str]
    chosen: Callable[[], list[Any]]
    rows: Callable[[], tuple[str, list[Any]]]
    layer: Callable[[], str]
    box: Callable[[], int | None]


def papers_of(live: LiveDocument, t: Language, shown: Shown) -> Sequence[Paper]:
    """The handouts, that of what is shown first."""
    listed = list_paper(live, t, shown.rows)
    own = _own_papers(live, t, shown)
    person = person_paper(live, t, lambda: _chosen(shown, Person))
    first = _shown_paper(t, shown, listed, {paper.name: paper for paper in own})
    return (first, *own, person)


def _own_papers(live: LiveDocument, t: Language, shown: Shown) -> Sequence[Paper]:
    def paper(name: str, text: str, read: Callable[[], Draw | None]) -> Paper:
        return Paper(name, text, lambda: text, _prepared(live, read))

    return (
        paper("org_chart", t("Organisation chart"), lambda: _org_chart(live, shown)),
        paper("branch", t("Organisation chart from here down"), lambda: _branch(live, shown)),
        paper("mandate", t("Mandate"), lambda: _mandate(live, shown)),
        paper("agreement", t("Group agreement"), lambda: _agreement(live, shown)),
        paper("my_place", t("My place"), lambda: _my_place(live, shown)),
        paper("vision", t("Vision and goals"), lambda: _vision(live)),
    )


def _prepared(
    live: LiveDocument, read: Callable[[], Draw | None]
) -> Callable[[str, Language], Callable[[], bytes] | None]:
    def prepare(paper: str, language: Language) -> Callable[[], bytes] | None:
        draw = read()
        if draw is None:
            return None
        sheet = sheet_for(live, paper)
        return lambda: draw(sheet, language)

    return prepare


def _shown_paper(t: Language, shown: Shown, listed: Paper, own: dict[str, Paper]) -> Paper:
    """The handout that belongs to the page that is shown."""
    by_page = {CHART: own["org_chart"], ROLES: own["mandate"], GOALS: own["vision"]}

    def now() -> Paper:
        return by_page.get(shown.page(), listed)

    return Paper(
        "shown",
        t("What is shown"),
        lambda: now().title(),
        lambda paper, language: now().prepare(paper, language),
    )


# What each is of


def _org_chart(live: LiveDocument, shown: Shown, branch: int | None = None) -> Draw:
    """The layers that are shown on the screen, whole or from one box down."""
    from lean_desktop.queries.org_chart import chart_facts

    facts, layer = live.read(chart_facts, today=live.today), shown.layer()

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.org_chart import OrgChart, org_chart_pdf

        return org_chart_pdf(OrgChart(facts, layer, branch), sheet, t)

    return draw


def _branch(live: LiveDocument, shown: Shown) -> Draw | None:
    """From the box one is at on the chart."""
    branch = shown.box() if shown.page() == CHART else None
    return None if branch is None else _org_chart(live, shown, branch)


def _mandate(live: LiveDocument, shown: Shown) -> Draw | None:
    """The mandate that the chosen group or role acts on, or else every one."""
    from lean_desktop.queries.mandate import given, given_to

    to, today = _given_to(live, shown), live.today
    found = live.read(given_to, to, today=today) if to else None
    every = [found] if found else live.read(given, today=today)
    if not every:
        return None

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.mandate import mandate_pdf

        return mandate_pdf(every, sheet, t)

    return draw


def _given_to(live: LiveDocument, shown: Shown) -> MandateFor | None:
    counting = mandates_on(live.read(role_queries.mandates), live.today)
    group, role = _chosen(shown, Group), _chosen(shown, Role)
    found = mandate_of_group(group, counting) if group else None
    if role:
        found = mandate_of_role(role, counting)
    return found.to if found else None


def _agreement(live: LiveDocument, shown: Shown) -> Draw | None:
    """The agreement of the chosen group, or else of every group that has one."""
    from lean_desktop.queries.agreements import agreement_to_sign, agreements_to_sign

    group, today = _chosen(shown, Group), live.today
    one = live.read(agreement_to_sign, group.id, today=today) if group else None
    every = [one] if one else live.read(agreements_to_sign, today=today)
    if not every:
        return None

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.agreement import agreement

        return agreement(every, sheet, t)

    return draw


def _my_place(live: LiveDocument, shown: Shown) -> Draw | None:
    """Where the chosen person or group sits."""
    from lean_desktop.queries.my_place import group_place, person_place

    person, group, today = _chosen(shown, Person), _chosen(shown, Group), live.today
    if person:
        place: Any = live.read(person_place, person.id, today=today)
    else:
        place = live.read(group_place, group.id, today=today) if group else None
    if place is None:
        return None

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.my_place import my_place_pdf

        return my_place_pdf(place, sheet, t)

    return draw


def _vision(live: LiveDocument) -> Draw:
    from lean_desktop.queries.goals import direction

    found = live.read(direction)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.vision import vision

        return vision(found, sheet, t)

    return draw


def _chosen(shown: Shown, kind: type[Any]) -> Any:
    """The chosen row, if it is of that kind."""
    return next((row for row in shown.chosen() if isinstance(row, kind)), None)
