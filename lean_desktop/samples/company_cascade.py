"""How the sample company spreads its improvement work: from one pilot team, wave by wave."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lean_desktop.domain.cascade.plan import WEEK, Kind
from lean_desktop.domain.cascade.templates import PhaseTemplate
from lean_desktop.samples.company import Company
from lean_desktop.samples.shipped import Words

Row = dict[str, Any]

BEGUN, FROZEN = 26, 27
"""Weeks before the day of the sample."""


class _Wave(NamedTuple):
    """A wave: its name, kind and teams; `teams` are names of groups, the week each begins, and slip."""

    name: str
    kind: Kind
    owner: str
    teams: tuple[tuple[str, int, int], ...] = ()


WAVES = (
    _Wave("Oppstart", Kind.START_UP, "Kari Solberg"),
    _Wave("Bølge 1", Kind.PILOT, "Øystein Ødegård", (("Pilotteam Maskinering", 4, 0),)),
    _Wave(
        "Bølge 2",
        Kind.NEW_PILOTS,
        "Kari Solberg",
        (("Forbedringsgruppe Støperi", 18, 2), ("Forbedringsgruppe Montering", 19, 3)),
    ),
    _Wave(
        "Bølge 3",
        Kind.EXPANSION,
        "Ragnhild Moen",
        (("Forbedringsgruppe Lager & logistikk", 30, 0), ("Forbedringsgruppe Vedlikehold", 32, 0)),
    ),
)


def company_cascade(
    company: Company, day: date, ready: Sequence[PhaseTemplate], words: Words
) -> dict[str, list[Row]]:
    """Rows of one plan, half a year under way, frozen when it began."""
    made = _Made(company, day, ready, words)
    for place, wave in enumerate(WAVES):
        made.add_wave(place, wave)
    return made.rows


class _Made:
    """The rows as they come to be."""

    def __init__(
        self, company: Company, day: date, ready: Sequence[PhaseTemplate], words: Words
    ) -> None:
        self._company, self._ready, self._words = company, ready, words
        monday = day - timedelta(days=day.weekday())
        self._begun = monday - timedelta(weeks=BEGUN)
        self._today = day
        begins = self._begun
        years = f"{begins.year}–{begins.year + 1}"
        self.rows: dict[str, list[Row]] = {
            "cascade_plan": [
                {
                    "id": 1,
                    "position": 0,
                    "name": f"{words('Kaskade')} {years}",
                    "begins": begins,
                    "owner_id": company.people.get("Kari Solberg"),
                }
            ],
            "frozen_plan": [
                {"id": 1, "plan_id": 1, "day": monday - timedelta(weeks=FROZEN)},
            ],
            **{
                name: []
                for name in ("wave", "team", "phase", "dependency", "checklist_item", "gate")
            },
            "frozen_phase": [],
        }

    def add_wave(self, place: int, wave: _Wave) -> None:
        """One wave with its phases."""
        key, owner = place + 1, self._company.people.get(wave.owner)
        self.rows["wave"].append(
            {
                "id": key,
                "plan_id": 1,
                "position": place,
                "name": self._words(wave.name),
                "kind": wave.kind,
                "owner_id": owner,
            }
        )
        templates = [each for each in self._ready if each.kind is wave.kind]
        if not wave.teams:
            self._add_chain(key, templates, 0, 0, owner)
        for at, (name, week, slip) in enumerate(wave.teams):
            team = len(self.rows["team"]) + 1
            group = self._company.groups[name]
            row = {"id": team, "wave_id": key, "group_id": group, "position": at}
            self.rows["team"].append({**row, "parent_id": 1 if team > 1 else None})
            first, rest = templates[:1], templates[1:] if at == 0 else []
            self._add_chain(key, [*first, *rest], week, slip, owner, team)

    def _add_chain(
        self,
        wave_id: int,
        templates: Sequence[PhaseTemplate],
        week: int,
        slip: int,
        owner: int | None,
        team_id: int | None = None,
    ) -> None:
        """Phases of a team: an open-ended one runs beside the others, these follow each other."""
        before: int | None = None
        planned = self._begun + timedelta(weeks=week)
        for each in templates:
            start = planned if team_id is None or each.open_ended else planned + timedelta(weeks=2)
            key = self._add_phase(
                wave_id, each, start, slip, owner, team_id, tied=before is not None
            )
            if before is not None:
                self.rows["dependency"].append({"before_id": before, "after_id": key})
            planned = planned if each.open_ended else start + timedelta(weeks=each.weeks)
            before = None if each.open_ended else key

    def _add_phase(
        self,
        wave_id: int,
        each: PhaseTemplate,
        start: date,
        slip: int,
        owner: int | None,
        team_id: int | None,
        *,
        tied: bool,
    ) -> int:
        phases = self.rows["phase"]
        key, begun = len(phases) + 1, start + timedelta(weeks=slip)
        phases.append(
            {
                "id": key,
                "wave_id": wave_id,
                "team_id": team_id,
                "position": key,
                "name": each.name,
                "weeks": each.weeks,
                "wished": None if tied else begun,
                "open_ended": each.open_ended,
                "owner_id": owner,
            }
        )
        finish = start + timedelta(days=WEEK * each.weeks - 1)
        frozen = {"frozen_id": 1, "phase_id": key, "name": each.name}
        self.rows["frozen_phase"].append({**frozen, "start": start, "finish": finish})
        self.rows["checklist_item"] += self._items(key, each, begun)
        if each.kind is Kind.START_UP and tied:
            self._pass_gate(key, finish)
        return key

    def _items(self, phase_id: int, each: PhaseTemplate, begun: date) -> Iterator[Row]:
        """Done is what there has been time for: the share of the weeks that have gone."""
        gone = (self._today - begun).days / (WEEK * each.weeks)
        for place, text in enumerate(each.items):
            done = (place + 1) / len(each.items) <= gone
            last = begun + timedelta(days=round(WEEK * each.weeks * (place + 1) / len(each.items)))
            row = {"phase_id": phase_id, "position": place, "text": text}
            yield {**row, "done": min(last, self._today) if done else None}

    def _pass_gate(self, phase_id: int, day: date) -> None:
        self.rows["gate"].append(
            {
                "id": 1,
                "phase_id": phase_id,
                "name": self._words("Tavler og grupper er på plass"),
                "decision": "passed",
                "decided": day,
                "decided_by": self._words("Styringsgruppe"),
            }
        )
