"""Checks a whole list of steps before the first is done: on a picture of the tree that each step changes. Pure.

The one door asks the same again when a step is carried out, and asks of people too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from backend.force.rules.units import MAX_LEVEL, may_lie_below
from schemas.force.restructuring import Step

TWO = 2
"""Parts at least, of a split."""


@dataclass(frozen=True)
class Node:
    """A unit in force in the picture."""

    code: str
    parent: str | None
    valid_from: date
    officers: int = 0
    kind: str = "national"


@dataclass(frozen=True)
class Fault:
    """Why a step cannot be carried out."""

    step: int
    """From 1."""
    code: str
    """Of a refusal (backend/force/texts/units.py)."""


def _parts(step: Step) -> set[str]:
    """Return the codes of the parts that a split names."""
    named = {*step.units.values(), *step.officers.values(), *step.areas.values()}
    return named | ({step.to} if step.to else set())


class Picture:
    """Units in force by code."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._nodes = {one.code: one for one in nodes}

    def check(self, steps: Sequence[Step], today: date) -> list[Fault]:
        """Return what is wrong with the steps; one that is wrong changes nothing for those behind it."""
        found = []
        for number, step in enumerate(steps, 1):
            why = self._fault(step, today)
            if why:
                found.append(Fault(number, why))
            else:
                _DOES[step.what](self, step)
        return found

    def _fault(self, step: Step, today: date) -> str | None:
        if not step.decision.decided_on <= step.valid_from <= today:
            return "step_day"
        if step.what == "create":
            return self._creating(step)
        unit = self._nodes.get(step.code)
        if unit is None:
            return "step_code_unknown"
        if step.new_code and step.new_code != step.code and step.new_code in self._nodes:
            return "unit_code_taken"
        if step.what == "rename":
            return None if step.name_vi and step.name_en else "step_name"
        if unit.parent is None:
            return "unit_top"
        if step.what == "close" and step.to is None:
            return None if self._empty(unit) else "unit_inhabited"
        if step.valid_from < unit.valid_from or (
            step.what != "move" and step.valid_from == unit.valid_from
        ):
            return "unit_dates"
        return self._going(step, unit)

    def _creating(self, step: Step) -> str | None:
        if step.code in self._nodes:
            return "unit_code_taken"
        if not step.name_vi or not step.name_en or step.kind is None:
            return "step_name"
        if step.to not in self._nodes:
            return "step_to_unknown"
        if self._level(step.to) >= MAX_LEVEL:
            return "unit_too_deep"
        above = self._nodes[step.to].kind
        return None if may_lie_below(step.kind, above) else "unit_kind_below"

    def _going(self, step: Step, unit: Node) -> str | None:
        if step.what == "split" and (why := self._splitting(step)):
            return why
        if step.to is None or step.to not in self._nodes:
            return "step_to_unknown"
        if step.code in self._above(step.to):
            return "unit_below_itself"
        if step.what == "close":
            return None if self._empty(unit) else "unit_inhabited"
        if step.what == "move" and unit.parent == step.to:
            return "unit_there_already"
        new_level = self._level(step.to) + (step.what == "move")
        deepest = max(self._level(one) for one in self._below(step.code)) - self._level(step.code)
        if new_level + deepest > MAX_LEVEL:
            return "unit_too_deep"
        above = self._nodes[step.to].kind
        misplaced = step.what == "move" and not may_lie_below(unit.kind, above)
        return "unit_kind_below" if misplaced else None

    def _splitting(self, step: Step) -> str | None:
        parts = _parts(step)
        if not parts <= self._nodes.keys():
            return "step_to_unknown"
        if len(parts) < TWO:
            return "unit_one_part"
        children = {code for code, one in self._nodes.items() if one.parent == step.code}
        return None if step.units.keys() <= children else "unit_not_below"

    def _above(self, code: str | None) -> list[str]:
        found: list[str] = []
        while code is not None:
            found.append(code)
            code = self._nodes[code].parent
        return found

    def _level(self, code: str | None) -> int:
        return len(self._above(code))

    def _below(self, code: str) -> list[str]:
        return [one for one in self._nodes if code in self._above(one)]

    def _empty(self, unit: Node) -> bool:
        return unit.officers == 0 and len(self._below(unit.code)) == 1

    def create(self, step: Step) -> None:
        """Have a new unit."""
        self._nodes[step.code] = Node(step.code, step.to, step.valid_from, kind=step.kind or "team")

    def rename(self, step: Step) -> None:
        """Have a unit under another code, if it gets one."""
        new = step.new_code or step.code
        self._nodes[new] = replace(self._nodes.pop(step.code), code=new)
        self._rehang(step.code, new)

    def move(self, step: Step) -> None:
        """Have a unit below another."""
        self._nodes[step.code] = replace(self._nodes[step.code], parent=step.to)
        self.rename(step)

    def end(self, step: Step) -> None:
        """Have a unit no more; what was below it lies below its successor, or the part that was named."""
        for code, to in step.units.items():
            self._nodes[code] = replace(self._nodes[code], parent=to)
        gone = self._nodes.pop(step.code)
        if step.to is not None:
            self._rehang(step.code, step.to)
            to_node = self._nodes[step.to]
            self._nodes[step.to] = replace(to_node, officers=to_node.officers + gone.officers)

    def _rehang(self, before: str, after: str) -> None:
        for code, one in self._nodes.items():
            if one.parent == before:
                self._nodes[code] = replace(one, parent=after)


_DOES: dict[str, Callable[[Picture, Step], None]] = {
    "create": Picture.create,
    "rename": Picture.rename,
    "move": Picture.move,
    "merge": Picture.end,
    "split": Picture.end,
    "close": Picture.end,
}
