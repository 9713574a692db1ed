"""Pairs of parties that may be one, as rows of their list, and their reasons in words."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.words import Language, say
from backend.parties.service import merging

PLACE = "/desk/parties/alike"
_SHARE = frozenset({"name_like", "address_like"})


def columns(language: Language) -> list[Column]:
    """Return the columns behind the names."""
    words = partial(say, language)
    return [
        Column(words("alike.other"), "xxl", wraps=True),
        Column(words("alike.reasons"), "xl", wraps=True),
        Column(words("alike.weight"), "s", number=True, named=True),
    ]


def reason(one: merging.Reason, language: Language) -> str:
    """Say one reason: "cùng số điện thoại", "tên gần giống: 0,86"."""
    said = say(language, f"alike.why_{one.why}")
    if str(one.why) not in _SHARE:
        return said
    share = f"{one.like / 100:.2f}"
    return f"{said}: {share.replace('.', ',') if language == 'vi' else share}"


def reasons(told: Sequence[merging.Reason], language: Language) -> str:
    """Say all reasons in one line, the weightiest first."""
    return "; ".join(reason(one, language) for one in told)


def lines(found: merging.PairsPage, language: Language, place: Place) -> list[Line]:
    """Return pairs as rows."""
    return [_line(one, found.sums.strong, language, place) for one in found.rows]


def _line(row: merging.ListedPair, likely: int, language: Language, place: Place) -> Line:
    key = f"pair-{row.one_id}-{row.other_id}"
    strong = row.state == "open" and row.weight >= likely
    told = row.apart_reason or reasons(row.reasons, language)
    return Line(
        key=key,
        title=row.one_name,
        href=place.record(f"{PLACE}/{row.one_id}/{row.other_id}", key),
        about=row.one_address,
        marks=[Mark(say(language, "alike.strong"), "accent")] if strong else [],
        cells=(
            Cell(f"{row.other_name} · {row.other_address}"),
            Cell(told),
            "" if row.state == "apart" else str(row.weight),
        ),
    )
