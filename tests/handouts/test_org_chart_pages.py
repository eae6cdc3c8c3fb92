"""Every box of any chart is on some page, inside it, and meets no other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.domain.chart import Box, BoxKind, Chart, box_key
from lean_desktop.handouts.org_chart_layer import MOST, Layer, Room
from lean_desktop.handouts.org_chart_pages import ChartPage, Pages
from lean_desktop.handouts.org_chart_words import Words
from lean_desktop.layout.boxes import Place
from lean_desktop.layout.tree import COLUMN, ROW, lay_out
from tests.handouts.agendas import EN
from tests.scale import share

ROOM = Room(500, 330)


def key_of(number: int) -> int:
    return box_key(BoxKind.PERSON, number)


def chart(parents: list[int], aside: frozenset[int] = frozenset()) -> Chart:
    """Box n hangs below, or stands beside, box `parents[n]`, or below none where that is 0."""
    numbers = range(1, len(parents) + 1)
    boxes = [Box(BoxKind.PERSON, n, "Montør", f"Person {n}", n) for n in numbers]
    below: dict[int, list[int]] = {}
    beside: dict[int, list[int]] = {}
    for number, parent in enumerate(parents, 1):
        if parent:
            leaf = number in aside and number not in parents
            (beside if leaf else below).setdefault(key_of(parent), []).append(key_of(number))
    roots = [key_of(n) for n, parent in enumerate(parents, 1) if not parent]
    return Chart({box.key: box for box in boxes}, below, roots, (), beside)


def pages(found: Chart, leaves: dict[int, str] | None = None) -> list[ChartPage]:
    return Pages(Layer(found, Words(EN), leaves or {}, improving=False), ROOM).found()


def meet(one: Place, other: Place) -> bool:
    return (
        abs(one.x - other.x) < one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def assert_sound(found: Chart, laid: list[ChartPage]) -> None:
    shown = {key for page in laid for key in page.layout.places}
    assert shown == set(found.boxes)
    for page in laid:
        assert page.layout.width <= ROOM.width
        assert page.layout.height <= ROOM.height
        places = sorted(page.layout.places.values())
        for number, one in enumerate(places):
            assert not any(meet(one, other) for other in places[number + 1 :])
    folded = [key for page in laid for key in page.folded]
    tops = [page.top for page in laid if page.top is not None and page.part == 1]
    assert sorted(folded) == sorted(tops)


@st.composite
def parents(draw: st.DrawFn) -> list[int]:
    """Trees of every shape: the later ones may all hang below one, or each below the last."""
    count, near = draw(st.integers(1, 150)), draw(st.integers(1, 150))
    return [draw(st.integers(max(0, number - near), number)) for number in range(count)]


@settings(max_examples=share(500), deadline=None)
@given(
    parents(),
    st.frozensets(st.integers(1, 150), max_size=40),
    st.dictionaries(st.integers(1, 150).map(key_of), st.sampled_from([ROW, COLUMN])),
)
def test_every_box_is_on_a_page_and_meets_no_other(
    above: list[int], aside: frozenset[int], leaves: dict[int, str]
) -> None:
    found = chart(above, aside)
    assert_sound(found, pages(found, leaves))


def test_what_fits_is_on_one_page() -> None:
    (page,) = pages(chart([0, 1, 1, 2, 2, 3]))
    assert not page.folded
    assert ROOM.scale(page.layout.width, page.layout.height) == MOST


def test_leaves_stand_as_asked_where_there_is_room() -> None:
    above = [0, 1, 1, 2, 2]
    row, column = (pages(chart(above), {key_of(1): how})[0].layout for how in (ROW, COLUMN))
    assert row.places[key_of(4)].y == row.places[key_of(5)].y
    assert column.places[key_of(4)].x == column.places[key_of(5)].x


def test_a_row_that_was_asked_for_but_does_not_fit_is_not_laid_out() -> None:
    found = chart([0, 1, 1, *[2] * 20])
    assert_sound(found, pages(found, {key_of(1): ROW}))


def test_one_page_is_laid_out_as_on_the_screen() -> None:
    found = chart([0, 1, 1, 2, 2, 3])
    places = pages(found)[0].layout.places
    size = next(iter(places.values()))
    screen = lay_out(found.roots, found.below, (size.width, size.height)).places
    assert sorted(places, key=places.__getitem__) == sorted(screen, key=screen.__getitem__)


def test_fewer_pages_are_chosen_before_more_levels() -> None:
    """Two departments of five teams each of eight: two pages of departments, not ten of teams."""
    teams = [2 + n // 3 for n in range(6)]
    people = [4 + n // 7 for n in range(42)]
    laid = pages(chart([0, 1, 1, *teams, *people]))
    assert [page.top for page in laid] == [None, key_of(2), key_of(3)]


def test_a_crowd_of_assistants_hangs_below() -> None:
    found = chart([0, *[1] * 60], frozenset(range(2, 62)))
    assert_sound(found, pages(found))
