"""A group's agreement: what it stands for, its ground rules and sub-goals, and room to sign.

For a group that has none yet the same sheet has lines to write it on.
"""

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from lean_desktop.domain.agreement import AgreementToSign, Signer
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, GROUP_ROLE_NAMES
from lean_desktop.domain.roles import VALIDITY_NAMES, Agreement, Validity, lines, validity
from lean_desktop.handouts.form import Lines, Rule
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import Beside, Mark, facts, head, heading, points, rows, triangle
from lean_desktop.handouts.type import INK3, REGULAR, paragraph, style
from lean_desktop.i18n import Language

NOTHING = "–"

_LABEL = 104
"""Points for the labels at the left."""

_TO_SIGN = 10
"""Points below a name, to write beside."""

_FEW = 8
"""So many signatures stand together on one page."""


def agreement(papers: Sequence[AgreementToSign], sheet: Sheet, t: Language) -> bytes:
    """Agreements of groups, each beginning on a page of its own and as long as it needs to be."""
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    if len(papers) == 1:
        name = papers[0].group.name
        return build(story, sheet, t, title=f"{t('Group agreement')}: {name}", scope=name)
    title = t("Group agreements")
    story = story or [*head(sheet, "", title, []), paragraph(t("No group has an agreement yet."))]
    return build(story, sheet, t, title=f"{title}, {sheet.owner}", scope=title)


def _one(paper: AgreementToSign, sheet: Sheet, t: Language) -> list[Flowable]:
    told = paper.agreement
    return [
        *head(sheet, t("Group agreement"), paper.group.name, _version(told, t)),
        *_about(paper, sheet, t),
        *(_texts(told, t) if told else _form(t)),
        *_signatures(paper.signers, sheet, t),
    ]


def _version(told: Agreement | None, t: Language) -> list[Flowable]:
    if told is None:
        return [paragraph(t("Not agreed on yet"), "strong_right")]
    last = t.date(told.valid_to) if told.valid_to else ""
    days = t("Valid {days}", days=f"{t.date(told.valid_from)}–{last}")
    return [
        paragraph(t("Version {n}", n=told.version), "strong_right"),
        paragraph(days, "body_right"),
    ]


def _about(paper: AgreementToSign, sheet: Sheet, t: Language) -> list[Flowable]:
    group, told = paper.group, paper.agreement
    known: list[tuple[str, str | Flowable]] = [
        (t("Kind"), t(GROUP_KIND_NAMES[group.kind])),
        (t("Group leader"), group.leader or t("Vacant")),
        (t("Unit"), group.unit),
        (t("Pillar"), group.pillar),
        (t("Shift pattern"), group.shifts),
        _days(told, t),
    ]
    story: list[Flowable] = []
    if group.purpose:
        story.append(facts([(t("Our purpose"), group.purpose)], sheet, label=_LABEL))
    story.append(facts([each for each in known if each[1]], sheet, columns=2, label=_LABEL))
    standing = validity(told, sheet.printed.date())
    if told and standing is not Validity.VALID:
        begun = standing is not Validity.MISSING
        text = t(VALIDITY_NAMES[standing]) if begun else t("Not valid yet")
        story += [Spacer(0, 6), Beside(paragraph(text, "strong"), 13, triangle)]
    return story


def _days(told: Agreement | None, t: Language) -> tuple[str, str | Flowable]:
    """When it is to be looked at again; where it is to be written, from when it holds."""
    if told is None:
        return t("Valid from"), Rule()
    return t("Next review"), t.date(told.review) if told.review else NOTHING


def _texts(told: Agreement, t: Language) -> Iterator[Flowable]:
    if values := lines(told.values):
        yield from [*heading(t("Our values")), *points(values)]
    if rules := lines(told.ground_rules):
        yield from [*heading(t("Our ground rules")), *_numbered(rules)]
    if goals := lines(told.sub_goals):
        yield from [*heading(t("Our own sub-goals")), *points(goals)]
    if items := lines(told.standing_items):
        yield from [*heading(t("Our standing items")), *points(items)]


def _form(t: Language) -> Iterator[Flowable]:
    for title, most in (
        (t("Our values"), 3),
        (t("Our ground rules"), 6),
        (t("Our own sub-goals"), 3),
    ):
        written = Lines(title, most=most, least=most)
        yield from [written.needed(), written]


def _numbered(texts: Sequence[str]) -> list[Flowable]:
    """Ground rules have numbers, so that one can be named in a meeting."""
    indent = 12 if len(texts) < 10 else 18
    return [
        Beside(paragraph(text), indent, _number(number)) for number, text in enumerate(texts, 1)
    ]


def _number(number: int) -> Mark:
    def mark(canvas: Canvas, height: float) -> None:
        look = style("body")
        canvas.setFont(REGULAR, look.fontSize)
        canvas.setFillColor(INK3)
        canvas.drawString(0, height - look.leading + 3.5, f"{number}.")

    return mark


def _signatures(signers: Sequence[Signer], sheet: Sheet, t: Language) -> list[Flowable]:
    """A line for every member: signed already, or to be signed here."""
    if not signers:
        return [*heading(t("Signatures")), paragraph(t("No members yet."), "label")]
    heads = [t("Name"), t("Part in the group"), t("Date"), t("Signature")]
    body = [_signer(each, t) for each in signers]
    shares = [share * width(sheet) for share in (0.32, 0.22, 0.16, 0.3)]
    above = [*heading(t("Signatures")), *_so_far(signers, t)]
    if len(signers) > _FEW:
        return [CondPageBreak(150), *above, rows(heads, body, shares)]
    return [KeepTogether([*above, rows(heads, body, shares)])]


def _so_far(signers: Sequence[Signer], t: Language) -> list[Flowable]:
    count = sum(each.signed is not None for each in signers)
    if not count:
        return []
    text = t("{n} of {all} have signed", n=count, all=len(signers))
    return [paragraph(text, "small"), Spacer(0, 4)]


def _signer(signer: Signer, t: Language) -> list[object]:
    part = t(GROUP_ROLE_NAMES[signer.part]) if signer.part else t("no longer a member")
    name = [paragraph(signer.person, "strong"), Spacer(0, _TO_SIGN)]
    if signer.signed is None:
        return [name, paragraph(part), "", ""]
    signed = paragraph(t("has signed"), "label")
    return [name, paragraph(part), paragraph(t.date(signer.signed)), signed]
