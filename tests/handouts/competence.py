"""Finished snapshots of a matrix, for the tests of what is printed of it."""

from datetime import date

from lean_desktop.domain.competence.papers import MatrixPaper, PaperCell, PaperColumn, PaperRow
from lean_desktop.domain.competence.training import TrainingItem

DAY = date(2026, 10, 6)
ITEM = TrainingItem(1, 1, "Łukasz Kowalczyk", 1, "Sveis TIG", 3, date(2026, 11, 13), trainer="Åse")


def column(name: str = "Sveis TIG", category: str = "Maskin", qualified: int = 3) -> PaperColumn:
    """A skill of which three are needed."""
    return PaperColumn(name, category, "3", qualified, 3, qualified)


def row(
    name: str, *cells: PaperCell, gaps: int = 0, notes: dict[int, str] | None = None
) -> PaperRow:
    """A person."""
    return PaperRow(name, "Montering", cells, notes or {}, gaps)


def large(people: int, skills: int) -> MatrixPaper:
    """People and skills numbered through, all kinds of cells among them."""
    kinds = [
        PaperCell(level, target, expired, exempt)
        for level in (None, 0, 1, 2, 3, 4)
        for target in (0, 3)
        for expired, exempt in ((False, False), (True, False), (False, True))
    ]
    columns = tuple(column(f"Ferdighet {n}", f"Kategori {n // 7}", n % 4) for n in range(skills))
    rows = tuple(
        row(f"Person {n}", *(kinds[(n + at) % len(kinds)] for at in range(skills)))
        for n in range(people)
    )
    return MatrixPaper("Støperi", DAY, rows, columns)
