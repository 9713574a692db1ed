"""Positions and inspection cards of one officer as rows of lists: every cell as text."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.table import Column, Empty, Line, Listing, Mark
from admin_ui.shell.words import Language, say
from backend.approvals.absences.service import ListedAbsence
from backend.force.accounts.service import Card, Position, Rank


def positions(rows: Sequence[Position], language: Language) -> Listing:
    """Return the positions with their days."""
    words = partial(say, language)
    return Listing(
        caption=words("people.positions"),
        heading=words("people.position"),
        columns=[
            Column(words("people.unit"), "xxl", wraps=True),
            Column(words("people.valid_from"), "s", named=True),
            Column(words("people.held_until"), "xl"),
        ],
        lines=[
            Line(
                key=f"position-{one.id}",
                title=getattr(one.title, language),
                cells=(
                    getattr(one.unit, language),
                    short_date(one.valid_from, language),
                    words("people.held_before", day=short_date(one.valid_to, language))
                    if one.valid_to
                    else words("people.open_end"),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("people.no_positions")),
    )


def ranks(rows: Sequence[Rank], language: Language, today: date) -> Listing:
    """Return the ranks with their days and decisions, the newest first; the one that holds today is marked."""
    words = partial(say, language)
    held = next((one.id for one in rows if one.valid_from <= today), None)
    return Listing(
        caption=words("people.ranks"),
        heading=words("people.rank"),
        columns=[
            Column(words("people.valid_from"), "s", named=True),
            Column(words("people.decision_number"), "l", named=True),
            Column(words("asks.decided_on"), "xl", named=True),
        ],
        lines=[
            Line(
                key=f"rank-{one.id}",
                title=rank_said(one.code, language),
                marks=[Mark(words("people.rank_now"), "good")] if one.id == held else [],
                cells=(
                    short_date(one.valid_from, language),
                    one.number,
                    short_date(one.decided_on, language),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("people.no_ranks")),
    )


def rank_said(code: str, language: Language) -> str:
    """Return a rank with its code: 21.189 Kiểm soát viên thị trường."""
    return f"{code} {say(language, f'people.rank_{code}')}"


def rank(one: Rank, language: Language) -> str:
    """Return a rank with the day from which it is held, to choose it."""
    since = short_date(one.valid_from, language)
    return f"{rank_said(one.code, language)} ({say(language, 'people.valid_from')} {since})"


def cards(rows: Sequence[Card], standings: Mapping[UUID, str], language: Language) -> Listing:
    """Return the inspection cards. `standings`: of each today."""
    words = partial(say, language)
    return Listing(
        caption=words("people.cards"),
        heading=words("people.card_number"),
        columns=[
            Column(words("people.state"), "l"),
            Column(words("people.issued_on"), "s", named=True),
            Column(words("people.expires_on"), "m", named=True),
        ],
        lines=[_card(one, standings[one.id], language) for one in rows],
        empty=Empty(words("people.no_cards")),
    )


def _card(card: Card, standing: str, language: Language) -> Line:
    said = say(language, f"people.card_{standing}")
    valid = standing == "valid"
    return Line(
        key=f"card-{card.id}",
        title=card.number,
        about=card.reason or "",
        marks=[] if valid else [Mark(said, "bad" if standing == "revoked" else "warn")],
        cells=(
            said if valid else "",
            short_date(card.issued_on, language),
            short_date(card.expires_on, language),
        ),
        more=[(say(language, "people.reason"), card.reason)] if card.reason else (),
    )


def leaves(rows: Sequence[ListedAbsence], language: Language, today: date) -> Listing:
    """Return the absences with their days and who stands in."""
    words = partial(say, language)
    return Listing(
        caption=words("people.leaves"),
        heading=words("people.leave_reason"),
        columns=[
            Column(words("people.leave_from"), "s", named=True),
            Column(words("people.leave_to"), "m", named=True),
            Column(words("people.leave_stand_in"), "xl", named=True),
        ],
        lines=[_leave(one, language, today) for one in rows],
        empty=Empty(words("people.no_leaves")),
    )


def _leave(one: ListedAbsence, language: Language, today: date) -> Line:
    last = min(one.last_day, one.ended_on - timedelta(days=1)) if one.ended_on else one.last_day
    return Line(
        key=f"absence-{one.id}",
        title=one.reason,
        marks=[Mark(say(language, "people.leave_now"))] if one.first_day <= today <= last else [],
        cells=(
            short_date(one.first_day, language),
            short_date(last, language),
            one.stand_in_name,
        ),
    )
