"""What stands in the strips beside the matrix: who is qualified for what, and who lacks what."""

from lean_desktop.domain.competence.coverage import Coverage
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.i18n import Language
from lean_desktop.ui.competence.strip import Sum


def told_coverage(skill: Skill, covered: Coverage, t: Language) -> Sum:
    """Have and need, with a sign: a shield where one person alone can it, a triangle where too few."""
    text = f"{covered.have}/{covered.need}"
    said = t(
        "{skill}: {n} qualified, {need} needed",
        skill=skill.name,
        n=len(covered.qualified),
        need=covered.need,
    )
    if len(covered.qualified) <= 1:
        return Sum(text, "risk", "bad_fill", "bad_tint", f"{said}. {_vulnerable(covered, t)}")
    if covered.short:
        return Sum(text, "warn", "watch_fill", "watch_tint", said)
    return Sum(text, "dot", "good_fill", "", said)


def told_gap(name: str, gaps: int, t: Language) -> Sum:
    """At how many skills somebody is below the target."""
    return Sum(
        str(gaps),
        tip=t.plural(
            "{name}: {n} skill below target", "{name}: {n} skills below target", gaps, name=name
        ),
    )


def _vulnerable(covered: Coverage, t: Language) -> str:
    return t("Only one can it.") if covered.qualified else t("Nobody can it.")
