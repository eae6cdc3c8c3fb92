"""The sheet of a mandate: what is given to whom and by whom, for how long, with room to sign."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from lean_desktop.domain.mandate import GivenMandate, LedGroup, Receiver
from lean_desktop.domain.roles import VALIDITY_NAMES, Mandate, Role, Validity, lines
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import Beside, bar, facts, head, heading, points, rows, triangle
from lean_desktop.handouts.type import REGULAR, STRONG, paragraph, spans
from lean_desktop.i18n import Language, Message

NOTHING = "–"

_TO_SIGN = 16
"""Points below a name, to write on."""

_TOGETHER = 8
"""So many signatures stay on one page; more begin where they come."""


def mandate_pdf(given: Sequence[GivenMandate], sheet: Sheet, t: Language) -> bytes:
    """Mandates, each beginning on a page of its own and as long as it needs to be."""
    story: list[Flowable] = []
    for each in given:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    if len(given) == 1:
        name = _name(given[0].mandate, t)
        return build(story, sheet, t, title=f"{t('Mandate')}: {name}", scope=name)
    story = story or [*head(sheet, "", t("Mandates"), []), paragraph(t("No mandates yet."))]
    return build(story, sheet, t, title=f"{t('Mandates')}, {sheet.owner}", scope=t("Mandates"))


def _one(given: GivenMandate, sheet: Sheet, t: Language) -> list[Flowable]:
    mandate = given.mandate
    right = [
        paragraph(t("Version {n}", n=mandate.version), "strong_right"),
        paragraph(_days(mandate, t), "body_right"),
    ]
    return [
        *head(sheet, t("Mandate"), _name(mandate, t), right),
        *_about(given, sheet, t),
        *heading(t("What the mandate says")),
        Beside(paragraph(mandate.text), 10, bar, around=3),
        *_groups(given.groups, sheet, t),
        *_roles(given.roles, sheet, t),
        *_versions(t("Earlier versions"), _beside(given, later=False), sheet, t),
        *_versions(t("Later versions"), _beside(given, later=True), sheet, t),
        *_signatures(given, sheet, t),
    ]


def _about(given: GivenMandate, sheet: Sheet, t: Language) -> list[Flowable]:
    mandate = given.mandate
    told = [
        (t("Given to"), _given_to(mandate, t)),
        (t("Given by"), mandate.giver or NOTHING),
        (t("Valid from"), t.date(mandate.valid_from)),
        (
            t("Valid to"),
            t.date(mandate.valid_to) if mandate.valid_to else t("until further notice"),
        ),
        (t("Next review"), t.date(mandate.review) if mandate.review else NOTHING),
    ]
    story: list[Flowable] = [
        facts(told[:2], sheet, label=100),
        facts(told[2:], sheet, columns=2, label=100),
    ]
    if given.standing is not Validity.VALID:
        told_so = paragraph(_standing(given.standing, t), "strong")
        story += [Spacer(0, 6), Beside(told_so, 13, triangle)]
    return story


def _standing(standing: Validity, t: Language) -> str:
    """Only a mandate that has not begun is on paper though it is missing today."""
    if standing is Validity.MISSING:
        return t("Not valid yet")
    return t(VALIDITY_NAMES[standing])


def _given_to(mandate: Mandate, t: Language) -> str:
    name = _name(mandate, t)
    if mandate.group_kind:
        return t("{kind}, every group of this kind", kind=name)
    return name


def _groups(groups: Iterable[LedGroup], sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("Group"), t("Leader"), t("Deputy")]
    body = [
        [
            [paragraph(led.group.name, "strong"), *_small(led.group.purpose)],
            paragraph(_names(led.leaders) or t("Vacant")),
            paragraph(_names(led.deputies) or NOTHING),
        ]
        for led in groups
    ]
    return _table(t("Groups it holds for"), heads, body, (0.5, 0.25, 0.25), sheet)


def _roles(alike: Iterable[tuple[Role, ...]], sheet: Sheet, t: Language) -> list[Flowable]:
    story: list[Flowable] = []
    for roles in alike:
        story += _role(roles, sheet, t)
    return story


def _role(roles: Sequence[Role], sheet: Sheet, t: Language) -> list[Flowable]:
    """What the role is for and answers for, and who has it today, wherever it is found."""
    role = roles[0]
    story = heading(t("The role: {name}", name=role.name))
    told = [(t("Purpose of the role"), role.purpose), (t("Decides on"), role.domain)]
    story += [_labelled(label, text) for label, text in told if text]
    if answers := lines(role.accountabilities):
        story += [paragraph(f"{t('Accountable for')}:", "strong"), *points(answers)]
    heads = [t("Belongs to"), t("Holder today"), t("Deputy today")]
    body = [
        [
            paragraph(each.place or NOTHING),
            paragraph(_names(each.holders) or t("Vacant"), "strong"),
            paragraph(_names(each.deputies) or NOTHING),
        ]
        for each in roles
    ]
    return [*story, Spacer(0, 6), _rows(heads, body, (0.4, 0.3, 0.3), sheet)]


def _versions(title: str, versions: Iterable[Mandate], sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("Version"), t("Given by"), t("Valid from"), t("Valid to")]
    body = [
        [
            paragraph(str(each.version)),
            paragraph(each.giver or NOTHING),
            paragraph(t.date(each.valid_from)),
            paragraph(t.date(each.valid_to) if each.valid_to else NOTHING),
        ]
        for each in versions
    ]
    return _table(title, heads, body, (0.14, 0.46, 0.2, 0.2), sheet)


def _signatures(given: GivenMandate, sheet: Sheet, t: Language) -> list[Flowable]:
    """A line for who gives it and for each who receives it; a bare one where nobody is known."""
    heads = ["", t("Name"), t("Date"), t("Signature")]
    signing = [(t("Gives the mandate"), each) for each in _givers(given)]
    signing += [(t("Receives the mandate"), each) for each in given.receivers or [Receiver("")]]
    body = [
        [paragraph(part), [paragraph(who.name), *_small(who.place), Spacer(0, _TO_SIGN)], "", ""]
        for part, who in signing
    ]
    signed = _rows(heads, body, (0.22, 0.34, 0.14, 0.3), sheet)
    name = _name(given.mandate, t)
    title = t("Signatures: {name}, version {n}", name=name, n=given.mandate.version)
    story = [*heading(title), signed]
    return story if len(body) > _TOGETHER else [KeepTogether(story[1:])]


def _givers(given: GivenMandate) -> list[Receiver]:
    """Who leads the group that gives it, or the giver as it was written."""
    mandate = given.mandate
    if mandate.giver_group_id:
        return [Receiver(name, mandate.giver) for name in given.giver_leaders or ("",)]
    return [Receiver(mandate.giver)]


def _beside(given: GivenMandate, *, later: bool) -> list[Mandate]:
    return [each for each in given.others if (each.valid_from > given.mandate.valid_from) is later]


def _table(
    title: str,
    heads: Sequence[str],
    body: Sequence[Sequence[object]],
    shares: Sequence[float],
    sheet: Sheet,
) -> list[Flowable]:
    """A table under its heading; nothing where there are no rows."""
    return [*heading(title), _rows(heads, body, shares, sheet)] if body else []


def _rows(
    heads: Sequence[str], body: Sequence[Sequence[object]], shares: Sequence[float], sheet: Sheet
) -> Flowable:
    return rows(heads, body, [share * width(sheet) for share in shares])


def _labelled(label: str, text: str) -> Flowable:
    return spans([(f"{label}: ", STRONG), (text, REGULAR)])


def _small(text: str) -> list[Flowable]:
    return [paragraph(text, "small")] if text else []


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)


def _days(mandate: Mandate, t: Language) -> str:
    last = t.date(mandate.valid_to) if mandate.valid_to else ""
    return t("Valid {days}", days=f"{t.date(mandate.valid_from)}–{last}")


def _name(mandate: Mandate, t: Language) -> str:
    """The name of a group or role is the user's own words and is not translated."""
    name = mandate.name
    return t(name) if isinstance(name, Message) else name
