"""The group agreement on paper: what it says, who has signed, and a form where there is none."""

from datetime import date
from typing import Any

import pytest

from lean_desktop.domain.agreement import AgreementToSign, Signer
from lean_desktop.domain.organisation import Group, GroupKind, GroupRole
from lean_desktop.domain.roles import Agreement
from lean_desktop.handouts.agreement import agreement
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.margins import astray
from tests.handouts.readers import outline_of, pages_of, text_of

SINCE = date(2026, 7, 1)
GROUP = Group(
    *(3, GroupKind.PILOT, "Pilotteam Maskinering", "Halvere omstillingstiden"),
    unit="Maskinering",
    leader="Øystein Ødegård",
    pillar="Autonomt vedlikehold",
    shifts="Toskift",
)
AGREED = Agreement(
    *(2, 3, GROUP.name, 2),
    ground_rules="Vi møter presis\nAlle får snakke ferdig",
    sub_goals="Under 25 minutter",
    valid_from=SINCE,
    review=date(2026, 12, 30),
    values="Vi hjelper før vi blir spurt",
)
SIGNERS = (
    Signer("Øystein Ødegård", GroupRole.LEADER, date(2026, 7, 2)),
    Signer("Jonas Lie", GroupRole.MEMBER),
    Signer("Jan-Erik Wold", None, date(2026, 7, 3)),
)
PAPER = AgreementToSign(GROUP, AGREED, SIGNERS)


def test_it_says_what_the_group_has_agreed_on() -> None:
    pdf = agreement([PAPER], SHEET, EN)
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    for told in (
        "Group agreement Pilotteam Maskinering Version 2 Valid 01/07/2026–",
        "Our purpose Halvere omstillingstiden",
        "Kind Pilot team Group leader Øystein Ødegård",
        "Unit Maskinering Pillar Autonomt vedlikehold",
        "Shift pattern Toskift Next review 30/12/2026",
        "Our values Vi hjelper før vi blir spurt",
        "Our ground rules",
        "Vi møter presis",
        "Alle får snakke ferdig",
        "Our own sub-goals Under 25 minutter",
        "Verkstedindustri AS · Pilotteam Maskinering",
    ):
        assert told in text
    assert "Not valid" not in text


def test_who_has_signed_stands_with_the_day_and_who_has_not_has_room() -> None:
    text = text_of(agreement([PAPER], SHEET, EN))
    assert "2 of 3 have signed" in text
    assert "Øystein Ødegård Group leader 02/07/2026 has signed" in text
    assert "Jonas Lie Member Jan-Erik Wold" in text
    assert "Jan-Erik Wold no longer a member 03/07/2026 has signed" in text


def test_when_nobody_has_signed_no_count_is_made_of_it() -> None:
    paper = PAPER._replace(signers=(Signer("Jonas Lie", GroupRole.MEMBER),))
    text = text_of(agreement([paper], SHEET, EN))
    assert "Jonas Lie Member" in text
    assert "have signed" not in text


def test_a_heading_never_stands_above_nothing() -> None:
    bare = AGREED._replace(values="", sub_goals="")
    text = text_of(agreement([PAPER._replace(agreement=bare)], SHEET, EN))
    assert "Our ground rules" in text
    assert "Our values" not in text
    assert "sub-goals" not in text


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"valid_from": date(2026, 11, 1)}, "Not valid yet"),
        ({"valid_to": date(2026, 9, 30)}, "Expired"),
        ({"review": date(2026, 10, 10)}, "Due for review"),
    ],
)
def test_how_it_stands_is_told_where_it_is_not_simply_valid(
    days: dict[str, Any], told: str
) -> None:
    paper = PAPER._replace(agreement=AGREED._replace(**days))
    assert told in text_of(agreement([paper], SHEET, EN))


def test_a_group_that_has_not_agreed_yet_gets_lines_to_write_on() -> None:
    members = tuple(Signer(f"Medlem {n}", GroupRole.MEMBER) for n in range(6))
    pdf = agreement([AgreementToSign(GROUP, None, members)], SHEET, EN)
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    for told in ("Not agreed on yet", "Valid from", "Our ground rules", "Medlem 5 Member"):
        assert told in text


def test_a_group_without_members_and_purpose() -> None:
    bare = Group(3, GroupKind.IMPROVEMENT, "Montering")
    text = text_of(agreement([AgreementToSign(bare, None, ())], SHEET, EN))
    assert "Group leader Vacant" in text
    assert "No members yet." in text
    assert "None" not in text


def test_several_begin_on_a_page_of_their_own() -> None:
    other = PAPER._replace(group=GROUP._replace(name="Forbedringsgruppe Montering"))
    pdf = agreement([PAPER, other], SHEET, EN)
    assert [(title, page) for level, title, page in outline_of(pdf) if level == 0] == [
        ("Pilotteam Maskinering", 0),
        ("Forbedringsgruppe Montering", 1),
    ]
    assert "Verkstedindustri AS · Group agreements" in text_of(pdf, 1)
    assert "No group has an agreement yet." in text_of(agreement([], SHEET, EN))


def test_much_text_and_many_members_flow_over_pages_and_nothing_is_lost_or_cut() -> None:
    rules = "\n".join(f"Regel {n}: " + "vi holder det vi lover " * 12 for n in range(30))
    members = tuple(Signer(f"Medlem {n}", GroupRole.MEMBER, SINCE) for n in range(60))
    paper = AgreementToSign(GROUP, AGREED._replace(ground_rules=rules), members)
    pdf = agreement([paper], SHEET, NB)
    text = text_of(pdf)
    assert pages_of(pdf) > 3
    assert all(f"Regel {n}: " in text for n in range(30))
    assert all(f"Medlem {n} " in text for n in range(60))
    assert astray(pdf, SHEET) == []


def test_what_a_user_writes_is_only_text() -> None:
    written = "<b>Fort</b> & galt <br/> 100 %"
    paper = PAPER._replace(
        group=GROUP._replace(name=written, purpose=written),
        agreement=AGREED._replace(values=written, ground_rules=written, sub_goals=written),
        signers=(Signer(written, None, SINCE),),
    )
    assert text_of(agreement([paper], SHEET, EN)).count(written) >= 6


def test_one_word_longer_than_the_line_is_broken() -> None:
    paper = PAPER._replace(agreement=AGREED._replace(ground_rules="x" * 9000))
    assert astray(agreement([paper], SHEET, EN), SHEET) == []
