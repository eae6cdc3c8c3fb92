"""The board of one group of the sample, set up with limits."""

from lean_desktop.domain.board import USUAL
from lean_desktop.samples.company_held import HeldByGroup, Row
from lean_desktop.samples.shipped import Words

WITH_LIMITS = "Forbedringsgruppe Montering"
MOST = {"planned": 6, "doing": 4}
NAMES = ("Nye", "Planlagt", "Pågår", "Venter", "Ferdig")


def company_boards(groups: list[HeldByGroup], words: Words) -> dict[str, list[Row]]:
    """The board with its columns; the boards of the other groups are as the program draws them."""
    group = next(group for group in groups if group.name == WITH_LIMITS)
    columns = [
        {
            "board_id": 1,
            "position": place,
            "name": words(name),
            "statuses": column.statuses[0].value,
            "most": MOST.get(column.statuses[0].value),
        }
        for place, (column, name) in enumerate(zip(USUAL, NAMES, strict=True))
    ]
    return {"board": [{"id": 1, "group_id": group.group_id}], "board_column": columns}
