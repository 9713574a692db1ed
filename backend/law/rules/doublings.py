"""The doublings of an edition, as its rows name them: what raises a band, and when. Pure data.

Decree 98/2020 doubles by clauses of single articles, each once, even if several of its grounds
meet. A row names its doublings by id, so none can reach an article that does not have it.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from schemas.core.problems import Text
from schemas.law.provisions import Condition
from schemas.law.reckoning import Certainty


class Goods(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of goods of a doubling clause, in our words. An officer says whether goods are in it."""

    point: str
    text: Text


class Doubling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A factor for the band of the rows that name it. A `percent` of 200 doubles it.

    `any_of`: one of these conditions is enough, and several count once. `from_day`: a condition
    that an amendment added counts only for acts from that day on. `excludes`: ids that cannot be
    applied together with this one. `cap_vnd`: the raised band ends here, for an individual.
    `only_for`: it reaches only this kind of subject. `stated_for`: the raised band is stated for
    this kind of subject, so that it is not converted again; null leaves what the row says.
    """

    id: str
    percent: Annotated[int, Meta(ge=101, le=400)]
    any_of: Annotated[list[Condition], Meta(min_length=1)]
    from_day: dict[Condition, date] = msgspec.field(default_factory=dict)
    excludes: list[str] = msgspec.field(default_factory=list)
    cap_vnd: int | None = None
    only_for: Literal["individual", "organisation"] | None = None
    stated_for: Literal["individual", "organisation"] | None = None
    name: Text
    article: str
    goods: list[Goods] = msgspec.field(default_factory=list)
    certainty: Certainty
    check: Text | None = None


def read(content: bytes) -> dict[str, Doubling]:
    """Parse an edition's multipliers.json. Raises ValidationError, ValueError for an id named twice."""
    found = msgspec.json.decode(content, type=list[Doubling])
    known = {one.id: one for one in found}
    if len(known) != len(found):
        raise ValueError("two doublings have the same id")
    if unknown := {other for one in found for other in one.excludes} - known.keys():
        raise ValueError(f"excluded, but not there: {sorted(unknown)}")
    return known
