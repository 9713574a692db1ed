"""Notices about a hand-over: one to each colleague, to the officer, and to the heads where an administrator did it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from backend.core.actors import Actor
from backend.force.notices import telling
from backend.insight.handing_over.records import Order
from backend.insight.queries.handing_over import Kind, Line, Person
from backend.insight.texts import handing_over as texts
from schemas.core.problems import Text
from schemas.force.handing_over import HandedTo


@dataclass(frozen=True)
class Handed:
    """What was handed over of an officer's work."""

    officer: Person
    told: list[HandedTo]
    """Without places in teams: their issuers are told (teams_waiting.py)."""
    given: list[Line]
    order: Order
    goes: bool
    """Whether the account closes or moves in the same step."""
    at_others_wish: bool
    """Whether an administrator did it, who decides nobody's work alone."""


async def tell(handed: Handed, how: Literal["stay", "leave", "move"], actor: Actor) -> None:
    """Tell everybody, in the caller's transaction. The officer of a closed account reads nothing."""
    officer, by = handed.officer, {"by": actor.full_name, "officer": handed.officer.full_name}
    for to in sorted({one.officer_id for one in handed.told} - {actor.officer_id}):
        what = texts.counted(_by_kind(one for one in handed.told if one.officer_id == to))
        await telling.tell([to], "person", officer.id, "person.handed_over", {**by, "what": what})
    if how != "leave":
        await _tell_officer(handed, actor)
    if handed.at_others_wish:
        heads = await telling.heads_of(officer.path, officer.id)
        key = "person.handed_over_goes" if handed.goes else "person.handed_over_of"
        words = _said(handed, actor, texts.ASKERS)
        await telling.tell(heads, "person", officer.id, key, words)


async def _tell_officer(handed: Handed, actor: Actor) -> None:
    """Say what went elsewhere; of an administrator also at whose wish and why, to be contradicted."""
    ident = handed.officer.id
    words: dict[str, str | Text]
    if handed.at_others_wish and handed.order.asked_by is not None:
        words = _said(handed, actor, texts.ASKERS_TO_THE_OFFICER)
        await telling.tell([ident], "person", ident, "person.hands_over_asked", words)
    elif handed.told:
        what = texts.counted(_by_kind(handed.told))
        words = {"by": actor.full_name, "what": what}
        await telling.tell([ident], "person", ident, "person.hands_over", words)


def _said(handed: Handed, actor: Actor, askers: Mapping[str, Text]) -> dict[str, str | Text]:
    words: dict[str, str | Text] = {
        "by": actor.full_name,
        "officer": handed.officer.full_name,
        "what": texts.counted(Counter(one.kind for one in handed.given)),
        "why": handed.order.reason,
    }
    if handed.order.asked_by is not None:
        words["asker"] = askers[handed.order.asked_by]
    return words


def _by_kind(given: Iterable[HandedTo]) -> Counter[Kind]:
    sums: Counter[Kind] = Counter()
    for one in given:
        sums[one.kind] += one.count
    return sums
