"""What a person answers for in the cascade and the master plan."""

from sqlalchemy import Connection, select

from lean_desktop.document.schema.cascade import cascade_plan, checklist_item, phase, wave
from lean_desktop.document.schema.masterplan import activity, project
from lean_desktop.domain.cascade.held import AnswersFor

_NAMED = {
    cascade_plan: cascade_plan.c.name,
    wave: wave.c.name,
    phase: phase.c.name,
    checklist_item: checklist_item.c.text,
    activity: activity.c.name,
    project: project.c.title,
}


def cascade_held(connection: Connection, person_id: int) -> list[AnswersFor]:
    """Everything the person is the owner of."""
    return [
        AnswersFor(table.name, name)
        for table, column in _NAMED.items()
        for name in connection.scalars(
            select(column).where(table.c.owner_id == person_id).order_by(table.c.id)
        )
    ]
