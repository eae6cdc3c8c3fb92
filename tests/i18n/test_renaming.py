"""Actions called what a workspace calls them, and nothing else touched."""

import pytest

from lean_desktop.i18n import M_, calling_actions, language

TILTAK = ("tiltak", "tiltaket", "tiltak", "tiltakene")
TASK = ("oppgave", "oppgaven", "oppgaver", "oppgavene")


@pytest.mark.parametrize(
    ("original", "said"),
    [
        ("New action", "Nytt tiltak"),
        ("Actions", "Tiltak"),
        ("Find an action", "Finn et tiltak"),
        ("Board", "Tavle"),
    ],
)
def test_the_word_is_exchanged_and_keeps_its_capital(original: str, said: str) -> None:
    assert calling_actions(language("nb"), TILTAK)(original) == said


def test_english_tells_one_from_several() -> None:
    nb = calling_actions(language("nb"), TASK)
    assert nb("Actions") == "Oppgaver"
    assert nb("No actions are open.") == "Ingen åpne oppgaver."
    assert nb.plural("{n} open action", "{n} open actions", 1) == "1 åpent oppgave"
    assert nb.plural("{n} open action", "{n} open actions", 3) == "3 åpne oppgaver"
    en = calling_actions(language("en"), ("task", "the task", "tasks", "the tasks"))
    assert en("New action") == "New task"
    assert en.plural("{n} open action", "{n} open actions", 2) == "2 open tasks"


def test_what_the_user_has_written_is_left_alone() -> None:
    nb = calling_actions(language("nb"), TILTAK)
    label = M_("Change {what} of “{name}”", what=M_("title"), name="Rydde gjøremål")
    assert "Rydde gjøremål" in nb(label)
    assert nb("{action}, due {day}", action="Action gjøremål", day="i dag").startswith("Action gj")


def test_another_language_calls_them_the_same() -> None:
    en = calling_actions(language("nb"), TILTAK).speaking("en")
    assert en.code == "en"
    assert en("New action") == "New tiltak"
    assert language("nb").speaking("en") is language("en")


def test_without_a_word_of_ones_own_it_is_the_plain_language() -> None:
    assert calling_actions(calling_actions(language("nb"), TILTAK), None) is language("nb")
