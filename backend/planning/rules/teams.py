"""Whom to suggest for the team of an item, and why. Pure.

Area: nobody is assigned an area in this system yet, so officers of the item's own unit, and those who have led in the
commune before, go first. Load and leave are counted in the item's days. A leader needs a card that is valid on the
last of them (Ordinance 11/2016 Art 23).
"""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from backend.core import formats
from schemas.core.problems import Text
from schemas.planning.views import TeamReason


class Candidate(Protocol):
    """What these rules read of an officer."""

    @property
    def officer_id(self) -> UUID:
        """The officer."""

    @property
    def full_name(self) -> str:
        """By which equal ones are ordered."""

    @property
    def unit_id(self) -> UUID:
        """The officer's own unit."""

    @property
    def card_expires_on(self) -> date | None:
        """Of the card in force; None without one."""

    @property
    def leads(self) -> bool:
        """Has the role of a team leader."""

    @property
    def away(self) -> bool:
        """Is absent on one of the item's days."""

    @property
    def inspections(self) -> int:
        """Inspections that are not submitted yet."""

    @property
    def items(self) -> int:
        """Other items to lead in these days."""

    @property
    def same_area(self) -> int:
        """Items led in the commune before."""


One = TypeVar("One", bound=Candidate)


def may_lead(one: Candidate, last_day: date) -> bool:
    """Tell whether an officer may lead on these days: the role, and a card that is valid on the last."""
    return one.leads and one.card_expires_on is not None and one.card_expires_on >= last_day


def load(one: Candidate) -> int:
    """Return how much an officer has to do in the item's days."""
    return one.inspections + one.items


def ranked(
    candidates: Sequence[One], unit_id: UUID, proposed: Sequence[UUID], last_day: date
) -> list[One]:
    """Return officers, the most suitable first: present, proposed, of the unit, least loaded, known in the area."""
    return sorted(
        candidates,
        key=lambda one: (
            one.away,
            one.officer_id not in proposed,
            one.unit_id != unit_id,
            load(one),
            -one.same_area,
            not may_lead(one, last_day),
            one.full_name,
        ),
    )


def reasons(
    one: Candidate, unit_id: UUID, proposed: Sequence[UUID], last_day: date
) -> list[TeamReason]:
    """Return why an officer stands where he does, what speaks against him first."""
    found: list[TeamReason] = []

    def add(vi: str, en: str, *, good: bool) -> None:
        found.append(TeamReason(good=good, text=Text(vi=vi, en=en)))

    if one.away:
        add("vắng mặt trong thời gian này", "away in these days", good=False)
    if one.leads and one.card_expires_on is None:
        add("không có thẻ còn hiệu lực", "no card in force", good=False)
    elif one.leads and one.card_expires_on is not None and one.card_expires_on < last_day:
        day = formats.day(one.card_expires_on)
        add(f"thẻ hết hạn ngày {day}", f"card expires on {day}", good=False)
    busy = load(one)
    if busy:
        add(
            f"{busy} cuộc kiểm tra, mục kế hoạch trong thời gian này",
            f"{busy} inspections and plan items in these days",
            good=False,
        )
    else:
        add("không có cuộc kiểm tra nào trong thời gian này", "free in these days", good=True)
    if one.officer_id in proposed:
        add("kế hoạch dự kiến", "proposed by the plan", good=True)
    if one.unit_id == unit_id:
        add("thuộc đơn vị thực hiện", "of the unit that inspects", good=True)
    if one.same_area:
        add("đã kiểm tra tại địa bàn", "has inspected in this area", good=True)
    return found
