"""What is known of a party after a merge: field by field, of the one, of the other, or both together. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import msgspec

from schemas.parties.acts import MOST_IDENTIFIERS, MOST_REPRESENTATIVES, PartyDetails


class Combined(NamedTuple):
    """One field that is chosen; `most` entries if it is a list, of which both may be kept."""

    name: str
    most: int = 0


FIELDS: Final = (
    Combined("kind"),
    Combined("name"),
    Combined("trade_name"),
    Combined("sign"),
    Combined("identifiers", MOST_IDENTIFIERS),
    Combined("person"),
    Combined("representatives", MOST_REPRESENTATIVES),
    Combined("address"),
    Combined("phones", 5),
    Combined("emails", 5),
    Combined("business_lines"),
    Combined("main_party_id"),
    Combined("note"),
)
"""Every field of PartyDetails, in the order of the comparison."""


def differs(field: Combined, one: PartyDetails, other: PartyDetails) -> bool:
    """Tell whether there is anything to choose."""
    return bool(getattr(one, field.name) != getattr(other, field.name))


def combine(one: PartyDetails, other: PartyDetails, choices: Mapping[str, str]) -> PartyDetails:
    """Return the details by the choices; of a field without one, those of `one`.

    Lists that are kept both hold each entry once, those of `one` first, and no more than the field may.
    """
    found: dict[str, Any] = {}
    for field in FIELDS:
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        chosen = choices.get(field.name, "one")
        if chosen == "both" and field.most:
            found[field.name] = _once([*mine, *theirs])[: field.most]
        else:
            found[field.name] = theirs if chosen == "other" else mine
    return msgspec.structs.replace(one, **found)


def parted(before: PartyDetails, merged: PartyDetails, now: PartyDetails) -> PartyDetails:
    """Return the details of the party that stayed, once the merge is undone: what the merge brought goes, no more.

    A field that nobody corrected since is as before. A later correction stays; of a list, each entry is looked at.
    """
    found: dict[str, Any] = {}
    for field in FIELDS:
        was, brought, is_now = (getattr(one, field.name) for one in (before, merged, now))
        if is_now == brought:
            found[field.name] = was
        elif field.most:
            own = [entry for entry in is_now if entry in was or entry not in brought]
            back = [entry for entry in was if entry not in brought]
            found[field.name] = _once([*own, *back])[: field.most]
    return msgspec.structs.replace(now, **found)


class Brought(NamedTuple):
    """What was known of the party that stays before a merge, and by it."""

    before: PartyDetails
    merged: PartyDetails

    def without(self, earlier: "Brought") -> "Brought":
        """Return it as if an earlier merge had not been: who was parted leaves nothing in what came after."""
        return Brought(
            parted(earlier.before, earlier.merged, self.before),
            parted(earlier.before, earlier.merged, self.merged),
        )


class Joined(NamedTuple):
    """A merge that was in force: when it was asked for and decided, and when it was undone if it was."""

    brought: Brought
    asked_at: datetime
    decided_at: datetime
    undone_at: datetime | None


def brought_now(merge: Joined, others: Sequence[Joined]) -> Brought:
    """Return what a merge in force has brought, since some of the others were undone.

    `others`: all that the same party stayed by. One that was undone after this one was asked for had brought something
    that this one found, and that is gone: it must not come back when this one is undone.
    """
    found = {id(one): one.brought for one in (*others, merge)}
    undone = [(one.undone_at, one) for one in others if one.undone_at is not None]
    for at, gone in sorted(undone, key=lambda pair: pair[0]):
        for one in (*others, merge):
            later = one.asked_at >= gone.decided_at and one.decided_at <= at
            if later and (one.undone_at is None or one.undone_at > at):
                found[id(one)] = found[id(one)].without(found[id(gone)])
    return found[id(merge)]


def _once(entries: Sequence[Any]) -> list[Any]:
    kept: list[Any] = []
    numbers = set()
    for entry in entries:
        number = (getattr(entry, "kind", None), getattr(entry, "value", None))
        known = entry in kept or (number[1] is not None and number in numbers)
        if not known:
            kept.append(entry)
            numbers.add(number)
    return kept
