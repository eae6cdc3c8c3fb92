"""What the charts are made of, read at once."""

from lean_desktop.document.document import Document
from lean_desktop.domain.attention import AttentionKind
from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.edits import chart, reporting
from lean_desktop.i18n import language
from lean_desktop.queries.org_chart import chart_facts
from tests.plants import STEP, TODAY, Plant

NB = language("nb")


def test_both_charts_of_the_plant(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    document.edit(STEP, reporting.add_dotted, keys.kari, keys.ola)
    document.edit(STEP, chart.lay_leaves, BoxKind.GROUP, keys.group, "row")
    facts = document.read(chart_facts, today=TODAY)
    line, improvement = facts.line(NB), facts.improvement(NB)
    assert {"Åse Ødegård", "Kari Lie"} & {box.name for box in line.boxes.values()}
    assert box_key(BoxKind.GROUP, keys.group) in improvement.boxes
    assert improvement.boxes[box_key(BoxKind.GROUP, keys.group)].mandate
    assert len(line.dotted) == 1
    assert facts.leaves == {box_key(BoxKind.GROUP, keys.group): "row"}
    assert AttentionKind.NO_DEPUTY in {each.kind for each in facts.attention}
