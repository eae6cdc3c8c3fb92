"""The organisation goes out to files and comes back the same."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import KnownError, RuleBroken
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.domain.plain_tables import SHEETS, Kind, plan_tables, written
from lean_desktop.edits import organisation as edits
from lean_desktop.edits.agreements import sign
from lean_desktop.edits.plain_tables import take_in
from lean_desktop.exchange.plain_files import read_organisation, write_organisation
from lean_desktop.i18n import language
from lean_desktop.queries.plain_tables import stored
from lean_desktop.queries.workspace import workspace
from lean_desktop.samples.generated import Size
from lean_desktop.samples.making import make_empty, make_generated, make_sample
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant
from tests.scale import share

NOW = datetime(2026, 10, 6, 8, 0)
Planted = tuple[Document, Plant]


def empty(path: Path) -> Document:
    """A workspace with nothing in it."""
    make_empty(path, path.stem)
    return Document.open(path)


def out_and_in(document: Document, path: Path, into: Document, code: str = "nb") -> None:
    """Write one workspace to files, and take the files into another."""
    write_organisation(
        path, written(document.read(stored), document.read(workspace).uuid, language(code))
    )
    plan = plan_tables(read_organisation(path), into.read(stored), into.read(workspace).uuid)
    assert plan.faults == ()
    into.edit(STEP, take_in, plan)


def content(document: Document) -> dict[str, list[Any]]:
    """Every row of every table, where rows point at others by what stands in those."""
    rows = document.read(stored)

    def told(table: str, key: int | None, deep: int = 0) -> Any:
        if key is None:
            return None
        sheet = next(each for each in SHEETS if each.table == table)
        values = rows[table][key]
        return tuple(
            told(field.of, values[field.name], deep + 1)
            if field.kind is Kind.ROW and deep < 2
            else values[field.name]
            for field in sheet.fields
            if field.kind is not Kind.ROW or deep < 2
        )

    return {
        table: sorted((told(table, key) for key in there), key=repr)
        for table, there in rows.items()
    }


@pytest.mark.parametrize("name", ["organisation.xlsx", "organisation"])
@pytest.mark.parametrize("code", ["nb", "en"])
def test_the_sample_comes_back_the_same(tmp_path: Path, name: str, code: str) -> None:
    make_sample(tmp_path / "a.leandesk", NOW, code)
    with (
        closing(Document.open(tmp_path / "a.leandesk")) as one,
        closing(empty(tmp_path / "b.leandesk")) as other,
    ):
        before = dump(other)
        out_and_in(one, tmp_path / name, other, code)
        assert content(other) == content(one)
        other.undo()
        assert dump(other) == before


def test_three_hundred_people_come_back_the_same(tmp_path: Path) -> None:
    make_generated(tmp_path / "a.leandesk", Size(300, 1, 1), NOW, "nb")
    with (
        closing(Document.open(tmp_path / "a.leandesk")) as one,
        closing(empty(tmp_path / "b.leandesk")) as other,
    ):
        out_and_in(one, tmp_path / "o.xlsx", other)
        assert content(other) == content(one)


@pytest.mark.parametrize("name", ["o.xlsx", "o"])
def test_ones_own_files_change_nothing(plant: Planted, tmp_path: Path, name: str) -> None:
    document, _ = plant
    write_organisation(
        tmp_path / name,
        written(document.read(stored), document.read(workspace).uuid, language("nb")),
    )
    plan = plan_tables(
        read_organisation(tmp_path / name), document.read(stored), document.read(workspace).uuid
    )
    new, changed, unchanged = plan.counts
    assert (new, changed, plan.faults) == (0, 0, ())
    assert unchanged == sum(map(len, document.read(stored).values()))


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n=+-@'\""), max_size=40
).map(str.strip)


@settings(max_examples=share(60))
@given(
    texts=st.lists(TEXTS.filter(bool), min_size=2, max_size=4),
    name=st.sampled_from(["o.xlsx", "o"]),
)
def test_any_text_comes_back_as_it_was(
    texts: list[str], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    with (
        closing(empty(folder / "a.leandesk")) as one,
        closing(empty(folder / "b.leandesk")) as other,
    ):
        for text in texts:
            unit = one.edit(STEP, edits.add_unit, text).result
            one.edit(STEP, edits.add_person, first_name=text, unit_id=unit)
            one.edit(STEP, edits.add_group, GroupKind.PILOT, text, purpose=text)
        out_and_in(one, folder / name, other)
        assert content(other) == content(one)


def changed(document: Document, title: str, row: int, column: int, text: str) -> Any:
    """The plan when one cell of the files is another."""
    tables = written(document.read(stored), document.read(workspace).uuid, language("en"))
    for name, rows in tables:
        if name == title:
            rows[row][column] = text
    return plan_tables(tables, document.read(stored), document.read(workspace).uuid)


def test_a_changed_cell_changes_that_row_alone(plant: Planted) -> None:
    document, _ = plant
    plan = changed(document, "People", 2, 4, "Støper")
    assert plan.counts[:2] == (0, 1)
    before = dump(document)
    document.edit(STEP, take_in, plan)
    found = document.read(stored)["person"]
    assert [row["title"] for row in found.values()] == ["", "Støper", ""]
    document.undo()
    assert dump(document) == before


def test_a_row_without_a_key_is_new_and_may_point_by_name(plant: Planted) -> None:
    document, keys = plant
    tables = written(document.read(stored), document.read(workspace).uuid, language("en"))
    for title, rows in tables:
        if title == "Units":
            rows.append(["", "Lager", "Produksjon", "Nils Aasen"])
        if title == "People":
            rows.append(["", "7", "Nils", "Aasen", "", "Lager", "", "", "", "", "", "", "", ""])
    document.edit(
        STEP, take_in, plan_tables(tables, document.read(stored), document.read(workspace).uuid)
    )
    found = document.read(stored)
    (lager,) = [key for key, row in found["unit"].items() if row["name"] == "Lager"]
    (nils,) = [key for key, row in found["person"].items() if row["first_name"] == "Nils"]
    assert found["unit"][lager]["parent_id"] == keys.works
    assert found["unit"][lager]["leader_id"] == nils
    assert found["person"][nils]["unit_id"] == lager


@pytest.mark.parametrize(
    ("title", "row", "column", "text", "sentence"),
    [
        ("People", 1, 12, "31.02.2026", "People, row 2, column M: “31.02.2026” is no day."),
        ("People", 2, 11, "mye", "People, row 3, column L: “mye” is no number."),
        ("People", 2, 5, "Smia", "People, row 3, column F: “Smia” is not there."),
        ("Units", 1, 1, "", "Units, row 2, column B: This cannot be empty."),
        ("Groups", 1, 1, "Klubb", "Groups, row 2, column B: “Klubb” is not known here."),
        ("Units", 2, 0, "x", "Units, row 3, column A: “x” is no key"),
        ("Units", 1, 2, "2 · Støperi", "Units, row 1: key 1: That would put it below itself."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    plant: Planted, title: str, row: int, column: int, text: str, sentence: str
) -> None:
    document, _ = plant
    plan = changed(document, title, row, column, text)
    t = language("en")
    assert any(t(fault.sentence).startswith(sentence) for fault in plan.faults)
    before = dump(document)
    with pytest.raises(RuleBroken):
        document.edit(STEP, take_in, plan)
    assert dump(document) == before


def test_a_missing_column_that_is_needed_is_told() -> None:
    plan = plan_tables([("Units", [["Key", "Below"], ["1", ""]])], {}, "")
    assert language("en")(plan.faults[0].sentence) == (
        "Units, row 1: The column “Name” is missing."
    )


def test_formulas_stay_texts_in_files(plant: Planted, tmp_path: Path) -> None:
    document, _ = plant
    document.edit(STEP, edits.add_unit, "=1+1")
    write_organisation(
        tmp_path / "o",
        written(document.read(stored), document.read(workspace).uuid, language("en")),
    )
    assert "'=1+1" in (tmp_path / "o" / "Units.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("name", ["nothing.xlsx", "nothing", "empty"])
def test_files_that_hold_nothing_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(KnownError):
        read_organisation(tmp_path / name)


def test_days_are_days(plant: Planted, tmp_path: Path) -> None:
    document, keys = plant
    document.edit(STEP, edits.change_people, [keys.ola], active_from=date(2020, 2, 29))
    tables = dict(written(document.read(stored), document.read(workspace).uuid, language("en")))
    assert tables["People"][3][12] == "2020-02-29"
    assert date(2020, 2, 29) < TODAY


def test_keys_of_another_workspace_mean_nothing_here(plant: Planted, tmp_path: Path) -> None:
    document, keys = plant
    with closing(empty(tmp_path / "other.leandesk")) as other:
        other.edit(STEP, edits.add_unit, "Produksjon")
        other.edit(STEP, edits.add_person, first_name="Nils", unit_id=1)
        before = document.read(stored)
        out_and_in(other, tmp_path / "o.xlsx", document)
    after = document.read(stored)
    (nils,) = [key for key in after["person"] if key not in before["person"]]
    assert after["person"][nils]["unit_id"] == keys.works  # known by its name
    assert {k: after["person"][k] for k in before["person"]} == before["person"]


def test_what_has_changed_since_the_plan_is_not_written_over(plant: Planted) -> None:
    document, keys = plant
    plan = changed(document, "People", 2, 4, "Støper")
    document.edit(STEP, edits.change_people, [keys.kari], title="Formann")
    with pytest.raises(RuleBroken, match="in the meantime"):
        document.edit(STEP, take_in, plan)


def test_a_new_name_does_not_hide_whom_others_point_at(plant: Planted) -> None:
    document, _ = plant
    plan = changed(document, "People", 1, 3, "Ødegaard")
    assert plan.faults == ()
    assert plan.counts[:2] == (0, 1)


def test_a_signed_text_is_not_changed_by_a_file(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, sign, 1, [keys.boss], TODAY)
    plan = changed(document, "Group agreements", 1, 3, "Noe annet")
    assert "have signed this text" in language("en")(plan.faults[0].sentence)


@pytest.mark.parametrize(
    ("title", "column", "text"),
    [("People", 11, "5000"), ("Members", 5, "01.01.1999")],
)
def test_rules_of_the_edits_hold_for_files_too(
    plant: Planted, title: str, column: int, text: str
) -> None:
    document, _ = plant
    assert changed(document, title, 3, column, text).faults


def test_a_text_that_is_too_long_is_refused_in_words(plant: Planted) -> None:
    document, _ = plant
    with pytest.raises(RuleBroken, match="at most 200"):
        document.edit(STEP, take_in, changed(document, "People", 2, 4, "x" * 201))
