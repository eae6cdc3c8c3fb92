"""What the lines minutes are keyed in on record: one edit each, and read again afterwards."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from lean_desktop.domain import capture
from lean_desktop.domain.actions import Action, ActionLine, Answered, Source, parse_action_line
from lean_desktop.domain.capture import all_but
from lean_desktop.domain.meetings import AgendaItem, Meeting, Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How
from lean_desktop.edits import actions as action_edits
from lean_desktop.edits import escalating
from lean_desktop.edits import meeting_states as state_edits
from lean_desktop.edits import minutes as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import Connection
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.capture_minutes import Minutes
from lean_desktop.ui.meetings.model import people_choices


class Recording:
    """Records what is keyed in about one meeting. Everything raises RuleBroken, nothing done."""

    def __init__(self, live: LiveDocument, t: Language, minutes: Minutes) -> None:
        self.live, self.t = live, t
        self.minutes = minutes
        self._people: Sequence[tuple[int, str]] | None = None

    @property
    def meeting(self) -> Meeting:
        """The meeting as it was read last."""
        return self.minutes.meeting

    @property
    def day(self) -> date:
        """The day of the meeting: what was written then counts from there."""
        return self.meeting.planned_start.date()

    def people(self) -> Sequence[tuple[int, str]]:
        """Everyone who may be named; read when it is first needed."""
        if self._people is None:
            self._people = people_choices(self.live)
        return self._people

    def forget_people(self) -> None:
        """Read again who may be named."""
        self._people = None

    # All, but for the exceptions that are written

    def arrivals(self, text: str) -> None:
        """Who came and how."""
        people = self.minutes.people
        named = capture.arrivals(text, people, self.people())
        known = {each.person_id for each in people if each.arrived}
        found = all_but(_keys(people), Arrived(Arrival.ON_TIME), known, named)
        self._edit_all(M_("Attendance"), edits.record_arrivals, found)

    def prepared(self, text: str) -> None:
        """Who was prepared, of those who came."""
        people = self.minutes.came
        named = capture.preparations(text, people)
        known = {each.person_id for each in people if each.prepared}
        found = all_but(_keys(people), How.YES, known, named)
        self._edit_all(M_("Preparation"), edits.record_prepared, found)

    def kept(self, text: str) -> None:
        """Which items were treated. Once any was, those that were not are known not to be."""
        items = self.minutes.items
        keys = [each.id for each in items]
        named = capture.outcomes(text, keys)
        told = any(each.outcome is Outcome.TREATED for each in items)
        known = {each.id for each in items if told or each.outcome is not Outcome.OPEN}
        found = all_but(keys, Outcome.TREATED, known, named)
        if found:
            self._edit(M_("Agenda"), edits.record_outcomes, found)

    def asked(self, text: str) -> None:
        """What was asked about, and answered."""
        actions = self.minutes.actions
        named = capture.answers(text, actions, self.day)
        keys = [each.id for each in actions]
        found = all_but(keys, Answered(), self.minutes.answers.keys(), named)
        if found:
            self.answer(found, M_("Asked about"))

    def said(self, text: str) -> None:
        """Who had a say, of those who came."""
        people = self.minutes.came
        named = capture.contributions(text, people)
        known = {each.person_id for each in people if each.had_a_say is not None}
        found = all_but(_keys(people), True, known, named)
        self._edit_all(M_("Contributing"), edits.record_contributions, found)

    # One person, item or action

    def arrival_of(self, each: Called, arrived: Arrived | None) -> None:
        """How one person came; None: not recorded."""
        label = M_("Attendance of {name}", name=each.name)
        self._change(label, edits.record_arrivals, {each.person_id: arrived})

    def prepared_of(self, each: Called, how: How | None) -> None:
        """How one person was prepared; None: not recorded."""
        label = M_("Preparation of {name}", name=each.name)
        self._change(label, edits.record_prepared, {each.person_id: how})

    def said_of(self, each: Called, had_a_say: bool | None) -> None:
        """Whether one person had a say; None: not recorded."""
        label = M_("Contribution of {name}", name=each.name)
        self._change(label, edits.record_contributions, {each.person_id: had_a_say})

    def outcome_of(self, item: AgendaItem, outcome: Outcome) -> None:
        """What became of one item."""
        label = M_("Outcome of “{name}”", name=item.title)
        self.live.edit(label, edits.record_outcomes, {item.id: outcome})

    def answer(self, answers: Mapping[int, Answered], what: Message) -> None:
        """What was answered about these actions; what is stuck goes one level up with it."""
        self._edit(
            what,
            escalating.answer_in_meeting,
            self.meeting.id,
            answers,
            day=self.day,
            now=self.live.document.clock(),
        )

    def answer_of(self, action: Action, answered: Answered | None) -> None:
        """What was answered about one action; None: not recorded."""
        label = M_("Ask about “{name}”", name=action.title)
        if answered:
            self.answer({action.id: answered}, label)
        else:
            self._edit(label, escalating.forget_answer, self.meeting.id, action.id)

    def escalate(self, action: Action) -> None:
        """Take an action that is stuck one level up."""
        told = self.minutes.answers.get(action.id, Answered())
        now = self.live.document.clock()
        label = M_("Take “{name}” one level up", name=action.title)
        key = self.meeting.id
        self.live.edit(label, escalating.escalate_stuck, action.id, key, told.note, now)

    def withdraw(self, action: Action) -> None:
        """The group solves it itself after all."""
        label = M_("Take “{name}” back from one level up", name=action.title)
        self.live.edit(label, escalating.withdraw, action.id, self.meeting.id)

    # What is added

    def add_actions(self, lines: Sequence[str]) -> None:
        """New actions, one a line."""
        new = [self.read_action(line) for line in lines]
        label = M_("Add “{name}”", name=new[0].title)
        many = M_("Add {n} actions", n=len(new))
        self.live.edit(many if len(new) > 1 else label, self._add_actions, new)

    def read_action(self, line: str) -> ActionLine:
        """What a line says of an action, days counted from the meeting."""
        return parse_action_line(line, self.people(), self.day)

    def add_ideas(self, lines: Sequence[str]) -> None:
        """New ideas, one a line, and who had them."""
        new = [self.read_action(line) for line in lines]
        self._edit(M_("Idea"), self._add_ideas, new)

    def add_decisions(self, lines: Sequence[str]) -> None:
        """Decisions, one a line."""
        self._edit(M_("Decision"), _add_each, edits.add_decision, self.meeting.id, lines)

    def add_notes(self, lines: Sequence[str]) -> None:
        """Notes for the minutes, one a line."""
        self._edit(M_("Note"), _add_each, edits.add_note, self.meeting.id, lines)

    def _add_actions(self, connection: Connection, new: Sequence[ActionLine]) -> None:
        for each in new:
            action_edits.add_action(
                connection,
                each.title,
                created=self.day,
                group_id=self.meeting.group_id,
                owner_id=each.owner_id,
                due=each.due,
                source=Source.MEETING,
                meeting_id=self.meeting.id,
            )

    def _add_ideas(self, connection: Connection, new: Sequence[ActionLine]) -> None:
        for each in new:
            action_edits.add_idea(
                connection,
                each.title,
                day=self.day,
                person_id=each.owner_id,
                group_id=self.meeting.group_id,
                meeting_id=self.meeting.id,
            )

    # The meeting itself

    def set_start(self, typed: str) -> None:
        """When it began; nothing typed takes it back."""
        start = self._moment(typed, self.meeting.planned_start)
        self._set_times(start, self.meeting.actual_end)

    def set_end(self, typed: str) -> None:
        """When it ended; nothing typed takes it back."""
        end = self._moment(typed, self.meeting.planned_end)
        self._set_times(self.meeting.actual_start, end)

    def close(self) -> None:
        """Finish the minutes; the planned times count where no others were written."""
        self._edit(M_("Close"), state_edits.close_meeting, self.meeting.id)

    def _set_times(self, start: datetime | None, end: datetime | None) -> None:
        self._edit(M_("Actual times"), edits.record_times, self.meeting.id, start, end)

    def _moment(self, typed: str, planned: datetime) -> datetime | None:
        """The moment nearest to the planned one: a meeting may go on past midnight."""
        if not typed.strip():
            return None
        at = datetime.combine(planned.date(), self.t.parse_time(typed))
        return min(
            (at + timedelta(days) for days in (0, -1, 1)), key=lambda one: abs(one - planned)
        )

    def _edit_all(
        self, what: Message, change: Callable[..., object], found: Mapping[int, object]
    ) -> None:
        if found:
            self._edit(what, change, self.meeting.id, found)

    def _change(
        self, label: Message, change: Callable[..., object], found: Mapping[int, object]
    ) -> None:
        self.live.edit(label, change, self.meeting.id, found)

    def _edit(
        self, what: Message, change: Callable[..., object], *args: object, **kwargs: object
    ) -> None:
        one = self.meeting
        label = M_("{what}: {name} {n}", what=what, name=one.name, n=one.number)
        self.live.edit(label, change, *args, **kwargs)


def _keys(people: Sequence[Called]) -> list[int]:
    return [each.person_id for each in people]


def _add_each(
    connection: Connection,
    add: Callable[[Connection, int, str], object],
    meeting_id: int,
    lines: Sequence[str],
) -> None:
    for line in lines:
        add(connection, meeting_id, line)
