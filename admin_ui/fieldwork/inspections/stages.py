"""The way of an inspection for the top of its page: what is done and on which day, where it is, what lies ahead."""

from datetime import date, datetime
from functools import partial
from typing import Literal, NamedTuple

from admin_ui.shell.words import Language, say
from backend.core.local_time import day_of
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.words import InspectionState

_S = InspectionState
_SUBMITTED = frozenset({_S.SUBMITTED, _S.APPROVED, _S.REFUSED})
_ENDED = frozenset({_S.APPROVED, _S.REFUSED, _S.DISCARDED})
_OPEN_FILES = frozenset({"open", "supplement_asked", "verifying"})


class Stage(NamedTuple):
    """One step in words."""

    name: str
    standing: Literal["done", "now", "ahead"]
    said: str
    """Read out before the name: what the shape says to the eye."""
    on: date | None = None


def stages(view: InspectionView, language: Language) -> list[Stage]:
    """Return the steps in order. One that was carried out no further has no step that is now."""
    words = partial(say, language)
    submitted = view.file is not None or view.state in _SUBMITTED
    seen = (
        view.file.status not in _OPEN_FILES
        if view.file
        else view.state in (_S.APPROVED, _S.REFUSED)
    )
    way: list[tuple[str, bool, datetime | None]] = [
        ("issued", True, view.issued_at),
        ("opened", view.opened_at is not None, view.opened_at),
        ("announced", view.announced_at is not None, view.announced_at),
        ("minutes", view.minutes is not None, view.minutes.made_at if view.minutes else None),
        ("submitted", submitted, view.submitted_at if submitted else None),
        ("considered", seen, None),
    ]
    last = max(place for place, (_, done, _at) in enumerate(way) if done)
    made = []
    for place, (name, done, at) in enumerate(way):
        standing: Literal["done", "now", "ahead"] = "done" if done or place < last else "ahead"
        if place == last + 1 and view.state not in _ENDED:
            standing = "now"
        said = words(f"inspection.stage_is_{standing}")
        made.append(
            Stage(words(f"inspection.stage_{name}"), standing, said, day_of(at) if at else None)
        )
    return made
