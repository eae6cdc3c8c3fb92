"""The sample's roles, who has them, mandates that are given, and agreements with who signed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lean_desktop.domain.organisation import GroupKind
from lean_desktop.domain.roles import COORDINATOR, MandateFor, Ready, RoleKind
from lean_desktop.samples.company import Company
from lean_desktop.samples.shipped import Words, shipped

Row = dict[str, Any]
Plan = Mapping[str, Any]


def company_roles(company: Company, day: date, words: Words, ready: Ready) -> dict[str, list[Row]]:
    """Rows of roles, assignments, mandates, agreements and signatures as they are on `day`.

    `ready` has the descriptions and mandate texts that ship, in the language of `words`.
    """
    return _Writer(company, day, words, ready).written(shipped("roles"))


class _Writer:
    def __init__(self, company: Company, day: date, words: Words, ready: Ready) -> None:
        self._company, self._day, self._words, self._ready = company, day, words, ready
        self._units = {row["name"]: row["id"] for row in company.rows["unit"]}
        self._versions: Counter[MandateFor | int] = Counter()
        self._keys: dict[str, int] = {}

    def written(self, data: Plan) -> dict[str, list[Row]]:
        descriptions = data["descriptions"]
        plans = [{**descriptions.get(plan.get("like"), {}), **plan} for plan in data["roles"]]
        rows: dict[str, list[Row]] = {
            "role": [self._role(key, plan) for key, plan in enumerate(plans, 1)],
            "role_assignment": [
                row for key, plan in enumerate(plans, 1) for row in self._assignments(key, plan)
            ],
        }
        rows["mandate"] = [self._mandate(plan) for plan in data["mandates"]]
        agreed = list(enumerate(data["agreements"], 1))
        rows["agreement"] = [self._agreement(key, plan) for key, plan in agreed]
        rows["signature"] = [row for key, plan in agreed for row in self._signatures(key, plan)]
        return rows

    def _role(self, key: int, plan: Plan) -> Row:
        kind = RoleKind(plan.get("kind", ""))
        told = self._ready.roles[kind]._asdict() if kind else {}
        own = {name: self._text(plan[name]) for name in _TEXTS if name in plan}
        texts = {**{name: _joined(told.get(name, "")) for name in _TEXTS}, **own}
        self._keys[plan.get("name", kind)] = key
        unit = plan.get("unit")
        return {
            "id": key,
            "kind": kind,
            **texts,
            "group_id": self._company.groups.get(plan.get("group", "")),
            "unit_id": self._units[self._words(unit)] if unit else None,
        }

    def _assignments(self, role: int, plan: Plan) -> Iterator[Row]:
        for part in ("holders", "deputies"):
            for name, *days in plan.get(part, ()):
                person = self._company.people[name]
                yield _held(role, person, part == "deputies", self._period(days))

    def _mandate(self, plan: Plan) -> Row:
        to = self._given_to(plan)
        self._versions[to] += 1
        giver = self._company.groups.get(plan.get("giver_group", ""))
        return {
            **to._asdict(),
            "version": self._versions[to],
            "giver": self._words(plan.get("giver_group", plan.get("giver", ""))),
            "giver_group_id": giver,
            "text": self._text(plan["text"]) if "text" in plan else self._shipped(to, plan),
            **self._period(plan["days"]),
            "review": self._ahead(plan.get("review")),
        }

    def _given_to(self, plan: Plan) -> MandateFor:
        if "group" in plan:
            return MandateFor(group_id=self._company.groups[plan["group"]])
        if "role" in plan:
            return MandateFor(role_id=self._keys[plan["role"]])
        return _kind(plan["to"])

    def _shipped(self, to: MandateFor, plan: Plan) -> str:
        return self._ready.mandates[_kind(plan["like"]) if "like" in plan else to]

    def _agreement(self, key: int, plan: Plan) -> Row:
        group = self._company.groups[plan["group"]]
        self._versions[group] += 1
        return {
            "id": key,
            "group_id": group,
            "version": self._versions[group],
            "shared_values": self._text(plan.get("values", "")),
            "ground_rules": self._text(plan["ground_rules"]),
            "sub_goals": self._text(plan["sub_goals"]),
            **self._period(plan["days"]),
            "review": self._ahead(plan.get("review")),
        }

    def _signatures(self, key: int, plan: Plan) -> Iterator[Row]:
        for days, names in plan["signed"].items():
            signed = self._day - timedelta(days=int(days))
            for name in names:
                yield {
                    "agreement_id": key,
                    "person_id": self._company.people[name],
                    "signed": signed,
                }

    def _text(self, text: str | Sequence[str]) -> str:
        each = [text] if isinstance(text, str) else text
        return "\n".join(map(self._words, each))

    def _period(self, days: Sequence[int]) -> Row:
        """From so many days before the day to so many before it; open where nothing is said."""
        ends = [self._day - timedelta(days=back) for back in days]
        return dict(zip(("valid_from", "valid_to"), [*ends, None, None][:2], strict=True))

    def _ahead(self, days: int | None) -> date | None:
        return None if days is None else self._day + timedelta(days=days)


_TEXTS = ("name", "purpose", "domain", "accountabilities")


def _held(role: int, person: int, deputy: bool, period: Row) -> Row:
    return {"role_id": role, "person_id": person, "deputy": deputy, **period}


def _kind(word: str) -> MandateFor:
    return COORDINATOR if word == "coordinator" else MandateFor(group_kind=GroupKind(word))


def _joined(text: str | Sequence[str]) -> str:
    return text if isinstance(text, str) else "\n".join(text)
