"""What a restructuring does and touches, as its confirmation and the page of its ask show it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from admin_ui.force.units.restructuring import communes, outside
from admin_ui.shell.formats import number, short_date
from admin_ui.shell.listing.table import Column, Empty, Line, Listing, totalled
from admin_ui.shell.words import Language, say
from backend.force.accounts import service as accounts
from backend.force.units import service as units
from backend.force.units.service import Change, PlannedCase, Preview, UnitView
from schemas.core.problems import Text
from schemas.force.restructuring_acts import UnitMerged, UnitMoved, UnitSplit

COUNTED = (
    "officers",
    "heads",
    "devices",
    "open_cases",
    "cases",
    "inspections",
    "informations",
    "plans",
    "submissions",
    "reports",
    "parties",
    "papers",
    "ranges",
)
"""What is counted, in its order; each has a word `people.preview_<name>`."""
PAGE = 50
"""Cases of a split on one page."""
_NAMED = 20
"""Communes that a warning names; of more it says how many."""


class Count(NamedTuple):
    """One line of what is touched."""

    label: str
    now: str
    then: str = ""
    """What it was when it was asked for, if that is another."""


class Shown(NamedTuple):
    """A restructuring, as texts."""

    kind: str
    says: str
    """What happens to which unit, from when."""
    facts: list[tuple[str, str]]
    final: str
    """That it cannot be undone, and how."""
    counted: list[Count]
    counted_when: str
    """The heading of what was counted, with the moment if it is not now."""
    cases: Listing | None
    """Of a split: where each open case goes, and why."""
    parts: list[tuple[str, str]]
    """Of a split: how many open cases go where, and why."""
    outside: str
    """That a split names communes of another province; empty if it does not."""


async def shown(
    unit: UnitView,
    change: Change,
    preview: Preview | None,
    language: Language,
    *,
    then: Mapping[str, int] | None = None,
    done: Mapping[str, int] | None = None,
    at: int = 0,
    place: str = "",
) -> Shown:
    """Return what is shown of a change; `then` is what it touched when it was asked for, `at` the first case shown.

    Without a `preview` it is over: `done` is what it touched when it was confirmed, if it was.
    """
    kind, words = units.kind_of(change), partial(say, language)
    inner = [one.id for one in change.units] if isinstance(change, UnitSplit) else []
    known = await units.views_of([*units.targets(change), *inner])
    said = {key: f"{getattr(one.name, language)} ({one.code})" for key, one in known.items()}
    targets = units.targets(change)
    day = change.valid_from if isinstance(change, UnitMoved) else change.valid_to
    cases = preview.cases if preview else []
    counts = preview.counts if preview else then if done is None else done
    when = (
        "people.preview"
        if preview
        else f"restructurings.touched_{'then' if done is None else 'done'}"
    )
    sentence = f"restructurings.says_{kind}" if targets else "restructurings.says_end"
    return Shown(
        kind=kind,
        says=say(
            language,
            sentence,
            unit=f"{getattr(unit.name, language)} ({unit.code})",
            to=said.get(targets[0], "") if targets else "",
            day=short_date(day, language),
        ),
        facts=[*await _facts(change, said, language), *_ordered(change, language)],
        final=words("people.unit_final_move" if kind == "move" else "people.unit_final_end"),
        counted=_counted(counts, then, language) if counts else [],
        counted_when=words(when),
        cases=_cases(cases, said, language, at, place) if cases else None,
        parts=_parts(cases, said, language),
        outside=_outside(unit, change, language),
    )


def _outside(unit: UnitView, change: Change, language: Language) -> str:
    """Return that communes lie in another province than the unit. It refuses nothing: areas are data."""
    if not isinstance(change, UnitSplit):
        return ""
    province, named = outside(unit.code, [one.code for one in change.areas])
    more = f" (+{number(len(named) - _NAMED, language)})" if len(named) > _NAMED else ""
    said = "; ".join(named[:_NAMED]) + more
    return (
        say(language, "restructurings.outside", province=province, communes=said) if named else ""
    )


async def _facts(
    change: Change, said: Mapping[UUID, str], language: Language
) -> list[tuple[str, str]]:
    if not isinstance(change, UnitSplit):
        return []
    words = partial(say, language)
    named = await accounts.names_of(one.id for one in change.officers)
    found = []
    for part in units.targets(change)[1:]:
        officers = [named.get(one.id, "") for one in change.officers if one.part_id == part]
        inside = [said[one.id] for one in change.units if one.part_id == part]
        areas = communes(one.code for one in change.areas if one.part_id == part)
        found += [
            (words("people.split_part"), said[part]),
            (
                words("restructurings.split_areas"),
                "; ".join(areas) or words("restructurings.no_area"),
            ),
            (words("people.split_officers"), ", ".join(officers) or words("people.split_nobody")),
            (words("people.split_units"), ", ".join(inside) or words("people.split_no_unit")),
        ]
    return found


def _ordered(change: Change, language: Language) -> list[tuple[str, str]]:
    words = partial(say, language)
    if not isinstance(change, UnitMerged | UnitMoved | UnitSplit):
        return [(words("people.reason"), change.reason)]
    decided = f"{change.ordered.number}, {short_date(change.ordered.decided_on, language)}"
    found = [
        (words("people.decision_number"), decided),
        (words("people.decided_by"), change.ordered.by),
    ]
    if change.ordered.scan:
        found.append((words("people.decision_scan"), change.ordered.scan))
    if isinstance(change, UnitMoved) and change.code:
        found.append((words("people.unit_new_code"), change.code))
    return found


def _counted(
    counts: Mapping[str, int], then: Mapping[str, int] | None, language: Language
) -> list[Count]:
    """Return what is counted, in words, without what there is nothing of."""
    found = []
    for name in COUNTED:
        now = counts.get(name, 0)
        before = (then or counts).get(name, 0)
        if now or before:
            was = number(before, language) if before != now else ""
            label = say(language, f"people.preview_{name}")
            found.append(Count(label, number(now, language), was))
    return found


def _parts(
    cases: Sequence[PlannedCase], said: Mapping[UUID, str], language: Language
) -> list[tuple[str, str]]:
    """Return how many cases go where by why."""
    counted = Counter((one.part_id, one.why) for one in cases)
    return [
        (f"{said[part]}: {say(language, f'restructurings.by_{why}')}", number(count, language))
        for (part, why), count in sorted(counted.items(), key=lambda one: str(one[0]))
    ]


def _cases(
    cases: Sequence[PlannedCase],
    said: Mapping[UUID, str],
    language: Language,
    at: int,
    place: str,
) -> Listing:
    words = partial(say, language)
    more = at + PAGE < len(cases) and place
    return Listing(
        caption=words("restructurings.cases"),
        heading=words("restructurings.case"),
        columns=[
            Column(words("restructurings.goes_to"), "xl", wraps=True),
            Column(words("restructurings.why"), "xxl", wraps=True),
        ],
        lines=[
            Line(
                key=f"case-{one.id}",
                title=one.number,
                cells=(said[one.part_id], why(one, language)),
            )
            for one in cases[at : at + PAGE]
        ],
        empty=Empty(""),
        total=totalled(language, "restructurings.cases_total", len(cases)),
        first=place if at else "",
        following=f"{place}?from={at + PAGE}" if more else "",
    )


def why(one: PlannedCase, language: Language) -> str:
    """Return why a case goes where it goes."""
    return say(
        language,
        f"restructurings.why_{one.why}",
        commune=communes([one.commune])[0] if one.commune else "",
        lead=one.lead,
    )


def title(unit: Text, language: Language, kind: str) -> str:
    """Return what is asked for as a heading."""
    return f"{say(language, f'people.unit_act_{kind}')}: {getattr(unit, language)}"
