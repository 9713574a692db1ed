"""Definitions of figures before the legal department, as the desk shows them."""

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.insight.figures import definitions
from backend.insight.queries import signing as queries
from backend.insight.rules import signing as rules
from backend.insight.rules.signing import Said, Stand, Standing
from backend.insight.signing.handler import may_present, may_sign
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.insight.definitions import FigureDefinition, FigureGroup
from schemas.insight.signing import FIGURE_SIGNING_CONTENTS, DefinitionShown

__all__ = ["Defined", "Defining", "Said", "Standing", "defining", "signed", "take"]
_TYPES = {content: kind for kind, content in FIGURE_SIGNING_CONTENTS.items()}


class Defined(msgspec.Struct, frozen=True, kw_only=True):
    """One figure, and how it stands."""

    figure: FigureDefinition
    hash: str
    stand: Stand


class Defining(msgspec.Struct, frozen=True, kw_only=True):
    """All figures by group, how many stand how, and what the reader can do."""

    groups: list[tuple[FigureGroup, list[Defined]]]
    counts: dict[Standing, int]
    presentable: list[DefinitionShown]
    """What this reader would present: the new ones."""
    signable: list[DefinitionShown]
    """What this reader would sign: presented by others, nothing objected."""
    may_object: bool


async def defining(actor: Actor) -> Defining:
    """Return what figures mean today, and how each stands with the legal department."""
    figures = definitions.in_force(clock.today())
    known = rules.stands(figures.values(), await queries.everything())
    shown = {
        code: DefinitionShown(code=code, hash=rules.hash_of(figures[code])) for code in figures
    }
    grouped = [
        (
            group,
            [
                Defined(figure=one, hash=shown[one.code].hash, stand=known[one.code])
                for one in figures.values()
                if one.group == group.id
            ],
        )
        for group in definitions.groups()
    ]
    return Defining(
        groups=grouped,
        counts={each: sum(one.standing == each for one in known.values()) for each in Standing},
        presentable=[shown[code] for code, one in known.items() if one.standing is Standing.NEW]
        if may_present(actor)
        else [],
        signable=[
            shown[code]
            for code, one in known.items()
            if one.standing is Standing.PRESENTED and not rules.presented_by(one, actor.officer_id)
        ]
        if may_sign(actor)
        else [],
        may_object=may_sign(actor),
    )


async def signed() -> bool:
    """Tell whether the legal department signed all figures as they read today."""
    said = await queries.everything()
    if not said:
        return False
    known = rules.stands(definitions.in_force(clock.today()).values(), said)
    return all(one.standing is Standing.SIGNED for one in known.values())


async def take(content: Wire, actor: Actor) -> Outcome:
    """Record an act about definitions. Refused with its reason; see the handler."""
    act = ledger.desk_act(RecordKind.FIGURES, rules.RECORD, _TYPES[type(content)], content, actor)
    return await ledger.record(act, actor)
