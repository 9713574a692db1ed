"""What a decision confiscates: exhibits, all or chosen ones, and means, each with its value. Pure.

Law on Handling Administrative Violations Art 26. Only what the rows provide can be confiscated
(Decree 118/2021 Art 8.2): exhibits, tools of production, the vehicle or other means. A title's limit is
on the value of all of it together (Decree 189/2025 Art 12).
"""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args
from uuid import UUID

import msgspec

from backend.casework.rules.facts import Exhibit
from backend.core import formats
from schemas.core.problems import Text
from schemas.law.sanctions import Behaviour, ExtraKind, ExtraPenalty

Thing = Literal["goods", "tools", "vehicle", "means"]
THINGS: tuple[Thing, ...] = get_args(Thing)
_MEANS = "means"
"""The kind under which a list of exhibits has a vehicle or a tool."""
_WORDS: dict[Thing, str] = {
    "goods": "Tịch thu tang vật vi phạm hành chính",
    "tools": "Tịch thu công cụ, phương tiện sản xuất",
    "vehicle": "Tịch thu phương tiện vận chuyển",
    "means": "Tịch thu phương tiện vi phạm hành chính",
}
_MOST_NAMED = 10
"""Exhibits that the text of a decision names; its list has all of them."""


class Seized(msgspec.Struct, frozen=True, kw_only=True):
    """An exhibit whose end is not decided, as the page offers it. `value` in đồng, if recorded."""

    id: UUID
    position: int
    name: str
    quantity: str
    unit: str
    means: bool
    value: int | None


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of one kind of thing to confiscate."""

    thing: Thing
    everything: bool
    """All exhibits of its kind; else those that are named."""
    named: frozenset[str] = frozenset()
    """Ids of the exhibits that were chosen."""
    words: str = ""
    """Something that is on no list: kind, number plate, owner."""
    value: int | None = None
    """What was typed: of the exhibits all together, or of what is on no list. In đồng."""


def seized(undecided: Iterable[Exhibit]) -> list[Seized]:
    """Return the exhibits whose end is not decided, as the page offers them."""
    return [
        Seized(
            id=one.content.exhibit_id,
            position=one.position,
            name=one.content.name,
            quantity=one.content.quantity,
            unit=one.content.unit,
            means=one.content.kind == _MEANS,
            value=one.content.value,
        )
        for one in undecided
    ]


def provided(rows: Sequence[Behaviour], *, everything: bool = False) -> list[Thing]:
    """Return what the rows allow to confiscate.

    `everything`: without a fine (Law Art 65.2), or where a decree was not read, it does not depend
    on the row.
    """
    if everything or any(row.certainty is None for row in rows):
        return ["goods", "means"]
    found = {
        one.object or "goods"
        for row in rows
        for group in row.extra
        for one in group
        if one.kind is ExtraKind.CONFISCATION
    }
    return [one for one in THINGS if one in found]


def of_kind(exhibits: Sequence[Seized], thing: Thing) -> list[Seized]:
    """Return the exhibits that can be such a thing: goods, or else what is listed as means."""
    return [one for one in exhibits if one.means == (thing != "goods")]


def penalty(typed: Taken, exhibits: Sequence[Seized], *, all_there: bool) -> ExtraPenalty:
    """Return the confiscation of one kind of thing.

    `all_there`: nothing else is confiscated, and nothing is left: then the order names no exhibit,
    as it takes all of them.
    """
    own = of_kind(exhibits, typed.thing)
    taken = own if typed.everything else [one for one in own if str(one.id) in typed.named]
    whole = all_there and typed.everything and len(own) == len(exhibits)
    return ExtraPenalty(
        kind=ExtraKind.CONFISCATION,
        value_vnd=value_of(typed, taken),
        months=None,
        text_vi=_said(typed, taken),
        object=typed.thing,
        exhibits=None if whole else [one.id for one in taken],
    )


def value_of(typed: Taken, taken: Sequence[Seized]) -> int | None:
    """Return the value that counts for competence, in đồng; None if it is not known.

    It is what is recorded of the exhibits, or what was typed if that is more. What is on no list
    has the typed value, and comes on top.
    """
    known = [one.value for one in taken]
    recorded = sum(one or 0 for one in known)
    if typed.words:
        return None if None in known or typed.value is None else recorded + typed.value
    if typed.value is not None:
        return max(typed.value, recorded)
    return recorded if taken and None not in known else None


def _said(typed: Taken, taken: Sequence[Seized]) -> str:
    """Return the confiscation as the decision prints it."""
    names = [f"{one.name} ({one.quantity} {one.unit})".replace(" )", ")") for one in taken]
    shown = names[:_MOST_NAMED]
    if len(names) > len(shown):
        shown.append(f"và {len(names) - len(shown)} mục khác trong danh mục kèm theo")
    if typed.words:
        shown.append(typed.words)
    value = value_of(typed, taken)
    worth = f", trị giá {formats.money(value, 'vi')}" if value is not None else ""
    start = _WORDS[typed.thing]
    return (f"{start}: {'; '.join(shown)}{worth}" if shown else start)[:2000]


WORDS: dict[Thing, Text] = {
    "goods": Text(vi="Tang vật", en="Exhibits"),
    "tools": Text(vi="Công cụ, phương tiện sản xuất", en="Tools of production"),
    "vehicle": Text(vi="Phương tiện vận chuyển", en="The vehicle that transported"),
    "means": Text(vi="Phương tiện vi phạm", en="Means of the violation"),
}
"""Things to confiscate as the page names them."""
