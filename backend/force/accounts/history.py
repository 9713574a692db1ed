"""Describes acts about an officer in words.

The words name the role, the passkey, or the position with its unit and its first or last day; the
type of the act, before them, says which of these it is.
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.core import formats
from backend.core.errors import NotFound
from backend.force.queries.positions import ListedPosition
from backend.force.texts import asks as ask_words
from backend.force.units import service as units
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import ShownEntry
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct

_ROLES = frozenset({PeopleAct.ROLE_GIVEN, PeopleAct.ROLE_TAKEN, PeopleAct.ROLE_ASKED})
_POSITIONS = frozenset({PeopleAct.POSITION_GIVEN, PeopleAct.POSITION_ASKED})
_ENDS = frozenset({PeopleAct.POSITION_ENDED, PeopleAct.POSITION_END_ASKED})
_PASSKEYS = frozenset({PeopleAct.PASSKEY_ADDED, PeopleAct.PASSKEY_REMOVED})
_RANKS = frozenset({PeopleAct.RANK_GIVEN, PeopleAct.RANK_WITHDRAWN})
_MOVES = frozenset({PeopleAct.OFFICER_MOVED, PeopleAct.MOVE_ASKED})


async def told(
    officer_id: UUID, entries: list[ShownEntry], positions: list[ListedPosition]
) -> dict[int, Text]:
    """Return what entries are about, by entry number, if their type alone does not say it."""
    contents = await ledger_reading.contents(officer_id)
    by_id = {str(one.id): one for one in positions}
    passkeys = {
        one["passkey_id"]: one["name"]
        for one in contents.values()
        if "passkey_id" in one and "name" in one
    }
    ranks = {one["rank_id"]: one for one in contents.values() if "rank_id" in one and "code" in one}
    found = {}
    for entry in entries:
        content = contents.get(entry.number) or {}
        if entry.act_type in _PASSKEYS:
            name = passkeys.get(content["passkey_id"], "")
            found[entry.number] = Text(vi=name, en=name)
            continue
        if entry.act_type in _RANKS:
            found[entry.number] = _rank(ranks[content["rank_id"]])
            continue
        said = await _said(entry.act_type, content, by_id)
        if said is not None:
            found[entry.number] = said
    return found


def _rank(given: dict[str, Any]) -> Text:
    day = formats.day(date.fromisoformat(given["valid_from"]))
    return Text(vi=f"{given['code']}, từ {day}", en=f"{given['code']}, from {day}")


async def _said(
    kind: str, content: dict[str, Any], positions: dict[str, ListedPosition]
) -> Text | None:
    if kind in _ROLES:
        return ask_words.role_name(Role(content["role"]))
    if kind in _POSITIONS:
        since = date.fromisoformat(content["valid_from"])
        unit = await _unit(content["unit_id"])
        return ask_words.position_name(content["title_vi"], content["title_en"], unit, since)
    if kind in _ENDS:
        return _ended(positions.get(content["position_id"]), content)
    return ask_words.move(await _unit(content["unit_id"])) if kind in _MOVES else None


def _ended(position: ListedPosition | None, content: dict[str, Any]) -> Text | None:
    if position is None:
        return None
    until = date.fromisoformat(content["valid_to"])
    unit = Text(vi=position.unit_vi, en=position.unit_en)
    return ask_words.position_name(position.title_vi, position.title_en, unit, until)


async def _unit(unit_id: str) -> Text:
    try:
        return await units.name_of(UUID(unit_id))
    except NotFound:
        return Text(vi="–", en="–")
