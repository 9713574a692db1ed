"""The record handler of what figures mean: one officer presents definitions, another one signs them."""

from typing import Any

from backend.core import clock
from backend.core.actors import Actor
from backend.insight.figures import definitions
from backend.insight.queries import signing as queries
from backend.insight.rules import signing as rules
from backend.insight.rules.signing import Said, Stand, Standing
from backend.insight.texts.signing import refusal
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.core.vocabulary import Role
from schemas.insight.signing import (
    DefinitionShown,
    FigureObjected,
    FiguresPresented,
    FiguresSigned,
    ObjectionSettled,
)
from schemas.insight.words import FigureSigningAct
from schemas.ledger.acts import Act


def may_present(actor: Actor) -> bool:
    """Tell whether an officer puts definitions before the legal department. They are the same for the whole force."""
    return actor.has(Role.ADMINISTRATOR, Role.LEGAL) and actor.unit.level == 1


def may_sign(actor: Actor) -> bool:
    """Tell whether an officer signs definitions, or objects to them."""
    return actor.has(Role.LEGAL) and actor.unit.level == 1


class FiguresRecordHandler:
    """How these acts are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(FigureSigningAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> list[Said]:
        """Return what was said so far. The ledger has locked the record, which has no row of its own."""
        del act
        return await queries.everything()

    async def judge(
        self, state: list[Said], parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act by who it is from and how the definitions stand that it names."""
        del doubt  # made at the desk
        content: Any = parsed.content
        if actor.face != "desk":
            return refusal("figures_at_desk")
        able = may_present(actor) if isinstance(content, FiguresPresented) else may_sign(actor)
        if not able:
            return refusal("figures_not_yours")
        if parsed.act.record.id != rules.RECORD:
            return refusal("figures_misplaced")
        figures = definitions.in_force(clock.today())
        known = rules.stands(figures.values(), state)
        code = _fault(content, known, actor)
        return refusal(code) if code else Accept()

    async def apply(
        self,
        state: list[Said],
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write what was said of each definition."""
        del judgement
        content: Any = parsed.content
        by = (parsed.act.id, actor.officer_id, entry.received_at)
        match content:
            case FiguresPresented(figures=figures, note=note):
                await queries.insert(figures, "presented", None, note, by)
            case FiguresSigned(figures=figures):
                await queries.insert(figures, "signed", None, "", by)
            case FigureObjected(figure=figure, reason=reason):
                await queries.insert([figure], "objected", None, reason, by)
            case ObjectionSettled(objection_id=objection, reason=reason):
                about = next(one for one in state if one.act_id == objection)
                shown = DefinitionShown(code=about.code, hash=about.hash)
                await queries.insert([shown], "settled", objection, reason, by)


def _fault(content: Any, known: dict[str, Stand], actor: Actor) -> str | None:
    figures = definitions.in_force(clock.today())
    match content:
        case FiguresPresented() | FiguresSigned():
            shown = {one.code: one.hash for one in content.figures}
            if len(shown) != len(content.figures):
                return "figures_other"
            signs = isinstance(content, FiguresSigned)
            wanted = Standing.PRESENTED if signs else Standing.NEW
            fault = rules.fault(shown, figures, known, wanted)
            if fault is None and signs:
                own = any(rules.presented_by(known[one], actor.officer_id) for one in shown)
                fault = "figures_two_persons" if own else None
            return fault
        case FigureObjected(figure=figure):
            current = figures.get(figure.code)
            same = current is not None and rules.hash_of(current) == figure.hash
            return None if same else "figures_other"
        case ObjectionSettled(objection_id=objection):
            waiting = {one.act_id for stand in known.values() for one in stand.objections}
            return None if objection in waiting else "figures_no_objection"
        case _:
            raise TypeError(f"no judgement for {type(content)}")
