"""Sheets of people and groups, and everything held about one person."""

from datetime import date

from lean_desktop.domain.organisation import (
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    ReportingLine,
    Unit,
)
from lean_desktop.domain.privacy import Drafted, Mention, Part, PersonRecord, TakenPart
from lean_desktop.domain.recorded import AskedOf, Recorded
from lean_desktop.domain.roles import RoleAssignment, Signature
from lean_desktop.handouts.organisation import groups_sheet, people_sheet, person_sheet, units_sheet
from lean_desktop.i18n import M_
from tests.handouts.agendas import EN, MEETING, NB, SHEET, item
from tests.handouts.readers import outline_of, pages_of, text_of

LUKASZ = Person(
    id=7,
    number="1027",
    first_name="Łukasz",
    last_name="Kowalczyk",
    title="CNC-operatør",
    unit="Maskinering",
    manager="Øystein Ødegård",
    email="lukasz@verkstedindustri.example",
    phone="900 00 027",
    percent=80.0,
    active_from=date(2008, 6, 2),
)
MEMBER = Membership(1, 3, "Montering", 7, LUKASZ.name, GroupRole.DEPUTY, date(2026, 3, 20))
PRESENTED = item(2, "Soner", preparation="Łukasz tar med skisse", minutes=12)
RECORD = PersonRecord(
    LUKASZ,
    leads=(Unit(2, "Dreiing"),),
    manages=("Vegard Hagen", "Agnė Žukauskaitė"),
    memberships=(MEMBER,),
    meetings=(TakenPart(MEETING, (Part.CHAIR, Part.PRESENTER), (PRESENTED,)),),
    asked=(AskedOf(MEETING, PRESENTED.title, PRESENTED.tasks[0]),),
    mentions=(
        Mention("preparation", PRESENTED.tasks[0].id, "task", "Łukasz tar med skisse", False),
        Mention("group", 3, "purpose", "Idé av Łukasz Kowalczyk", True, "Montering"),
        Mention("meeting", 9, "purpose", "Takk til Łukasz B.", False, "Styret", date(2026, 5, 1)),
    ),
)


def test_roles_are_held_too_but_no_heading_stands_above_nothing() -> None:
    role = RoleAssignment(
        *(1, 3, "Gruppeleder", 7, LUKASZ.name, True),
        valid_from=date(2026, 3, 20),
        place="Montering",
    )
    text = text_of(person_sheet(RECORD._replace(roles=(role,)), SHEET, EN))
    assert "Roles" in text
    assert "Gruppeleder Montering Deputy 20/03/2026" in text
    assert "Roles" not in text_of(person_sheet(RECORD, SHEET, EN))


def test_agreements_the_person_has_signed_are_held_too() -> None:
    signed = Signature(1, 2, 7, LUKASZ.name, date(2026, 4, 1), "Montering", 3)
    text = text_of(person_sheet(RECORD._replace(signatures=(signed,)), SHEET, EN))
    assert "Agreements signed Group agreement Version Signed Montering 3 01/04/2026" in text
    assert "Agreements signed" not in text_of(person_sheet(RECORD, SHEET, EN))


def test_lines_and_what_drafts_would_change_are_held_too() -> None:
    line = ReportingLine(
        1, 7, LUKASZ.name, 2, "Pål Strand", dotted=True, valid_from=date(2026, 4, 1)
    )
    drafted = Drafted("Neste år", M_("{name} would move.", name="Łukasz"))
    person = LUKASZ._replace(manager_since=date(2025, 1, 1), assistant=True)
    record = RECORD._replace(person=person, lines=(line,), drafted=(drafted,))
    text = text_of(person_sheet(record, SHEET, EN))
    for told in (
        "Manager since 01/01/2025",
        "Assistant of Øystein Ødegård",
        "Łukasz Kowalczyk Pål Strand Dotted 01/04/2026",
        "Neste år Łukasz would move.",
    ):
        assert told in text
    bare = text_of(person_sheet(RECORD, SHEET, EN))
    assert "Other lines" not in bare
    assert "In drafts" not in bare


def test_the_person_sees_everything_that_is_held() -> None:
    text = text_of(person_sheet(RECORD, SHEET, EN))
    for told in (
        "Everything held about Łukasz Kowalczyk",
        "First name Łukasz",
        "Last name Kowalczyk",
        "Number 1027",
        "Job title CNC-operatør",
        "Unit Maskinering",
        "Manager Øystein Ødegård",
        "E-mail lukasz@verkstedindustri.example",
        "Phone 900 00 027",
        "Position % 80",
        "Employed 02/06/2008–",
        "Leads Dreiing",
        "Manager of Vegard Hagen, Agnė Žukauskaitė",
        "Montering Deputy 20/03/2026",
        "06/10/2026 Forbedringsgruppe Montering, no. 14 Chair, Presenter Soner",
        "Forbedringsgruppe Montering, no. 14 Soner Łukasz tar med skisse",
        "Purpose of a group Montering Idé av Łukasz Kowalczyk",
        "Corrections",
        "Personal, given only to Łukasz Kowalczyk",
    ):
        assert told in text


def test_what_may_be_about_another_is_placed_but_not_told() -> None:
    text = text_of(person_sheet(RECORD, SHEET, EN))
    assert "Takk til" not in text
    assert "Goal of a meeting Styret, 01/05/2026 Only a first or last name" in text


def test_who_has_no_part_but_was_recorded_is_not_said_to_be_noted_nowhere() -> None:
    there = RECORD._replace(meetings=(), asked=(), recorded=(Recorded(MEETING, had_a_say=True),))
    text = text_of(person_sheet(there, SHEET, EN))
    assert "Recorded in meetings" in text
    assert "Noted in no meeting." not in text


def test_what_a_table_shows_is_not_listed_twice() -> None:
    text = text_of(person_sheet(RECORD, SHEET, EN))
    assert text.count("tar med skisse") == 1
    assert "Preparation of an agenda item" not in text


def test_a_person_about_whom_little_is_known() -> None:
    bare = PersonRecord(Person(1, "", "Bo", ""), (), (), (), (), ())
    pdf = person_sheet(bare, SHEET, EN)
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    assert "In no group." in text
    assert "Noted in no meeting." in text
    assert "Named in texts" not in text
    assert "None" not in text


def test_sections_of_the_record_are_bookmarked() -> None:
    titles = [title for _, title, _ in outline_of(person_sheet(RECORD, SHEET, EN))]
    assert titles == [
        *("Łukasz Kowalczyk", "About the person", "Groups", "Meetings", "Asked to prepare"),
        *("Named in texts", "Corrections"),
    ]


def test_a_long_record_flows_over_pages() -> None:
    many = RECORD._replace(meetings=RECORD.meetings * 200, asked=())
    pdf = person_sheet(many, SHEET, NB)
    assert pages_of(pdf) > 5
    assert text_of(pdf).count("06.10.2026") == 200


def test_people_are_listed_in_the_order_given() -> None:
    others = [LUKASZ._replace(id=n, last_name=f"Etternavn{n}") for n in range(60)]
    pdf = people_sheet(others, SHEET, NB)
    text = text_of(pdf)
    assert "60 personer" in text
    assert text.index("Etternavn3 ") < text.index("Etternavn41 ")
    assert text.count("lukasz@verkstedindustri.example") == 60
    assert all("Navn" in text_of(pdf, page) for page in range(pages_of(pdf)))


def test_an_empty_list_says_so() -> None:
    assert "No people yet." in text_of(people_sheet([], SHEET, EN))


def test_units_with_who_leads_them() -> None:
    hall = Unit(
        1, "Produksjon – Maskinering", parent="Produksjon", leader="Łukasz Kowalczyk", people=12
    )
    text = text_of(units_sheet([hall], SHEET, EN))
    assert "1 unit" in text
    assert "Produksjon – Maskinering Produksjon Łukasz Kowalczyk 12" in text
    assert "No units yet." in text_of(units_sheet([], SHEET, EN))


def test_groups_show_who_is_in_them_on_the_day() -> None:
    montering = Group(
        3, GroupKind.IMPROVEMENT, "Montering", "Kortere vei for delene", unit="Hall 2"
    )
    before = MEMBER._replace(id=2, person="Pål Strand", valid_to=date(2026, 10, 5))
    empty = Group(4, GroupKind.PILOT, "Pilotteam")
    text = text_of(groups_sheet([montering, empty], [MEMBER, before], SHEET, EN))
    assert "Montering Improvement group, Hall 2 Kortere vei for delene" in text
    assert "Łukasz Kowalczyk Deputy 20/03/2026" in text
    assert "Pål Strand" not in text
    assert "Pilotteam Pilot team No members yet." in text
    assert "2 groups" in text
