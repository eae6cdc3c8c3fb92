"""What competence holds of one person: tables of the sheet given to that person."""

from reportlab.platypus import Flowable

from lean_desktop.domain.competence.held import Held
from lean_desktop.domain.competence.levels import KIND_NAMES, short
from lean_desktop.handouts.listed import NOTHING, on_day, section
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import cells
from lean_desktop.i18n import Language


def competence_recorded(held: Held, sheet: Sheet, t: Language) -> list[Flowable]:
    """A table for each kind of what there is."""
    return [
        *_said(held, sheet, t),
        *_training(held, sheet, t),
        *_spells(held, sheet, t),
        *_courses(held, sheet, t),
    ]


def _said(held: Held, sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        cells(
            [
                t.date(each.day),
                each.skill,
                short(each.level, each.scale, t) or t("cleared"),
                t(KIND_NAMES[each.kind]),
                each.by,
                on_day(each.valid_until, t),
            ]
        )
        for each in held.said
    ]
    heads = [t("Date"), t("Skill"), t("Level"), t("Kind"), t("Assessed by"), t("To")]
    return section(t("Assessments"), heads, body, (0.13, 0.29, 0.1, 0.19, 0.17, 0.12), sheet)


def _training(held: Held, sheet: Sheet, t: Language) -> list[Flowable]:
    body = [
        cells(
            [
                each.skill,
                str(each.level),
                each.course or each.trainer,
                on_day(each.by_when, t),
                on_day(each.done, t),
            ]
        )
        for each in held.training
    ]
    heads = [t("Skill"), t("Level"), t("Trained by"), t("By when"), t("Done")]
    return section(t("Training plan"), heads, body, (0.36, 0.1, 0.26, 0.14, 0.14), sheet)


def _spells(held: Held, sheet: Sheet, t: Language) -> list[Flowable]:
    exempt = [
        cells([t("Exempt"), each.skill, t.date(each.since), on_day(each.until, t)])
        for each in held.exempt
    ]
    practised = [
        cells([t("Practised"), each.skill, t.date(each.since), ""]) for each in held.practised
    ]
    heads = [t("What"), t("Skill"), t("From"), t("To")]
    body = [*exempt, *practised]
    return section(t("Exemptions and practice"), heads, body, (0.2, 0.5, 0.15, 0.15), sheet)


def _courses(held: Held, sheet: Sheet, t: Language) -> list[Flowable]:
    came = {None: NOTHING, True: t("Came"), False: t("Did not come")}
    courses = [cells([t.date(each.day), each.course, came[each.came]]) for each in held.courses]
    diplomas = [cells([t.date(each.day), each.step, t("Diploma")]) for each in held.diplomas]
    heads = [t("Date"), t("Name"), ""]
    return section(
        t("Courses and diplomas"), heads, [*courses, *diplomas], (0.18, 0.57, 0.25), sheet
    )
