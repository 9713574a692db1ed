"""A notice as a row of the desk's list: whom it is about, and what is to be done until when, in few words.

Phones show the whole sentence; so does the page that the row leads to, with the provision.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from schemas.core.problems import Text

_PLACES: Mapping[str, tuple[str, ...]] = {
    "ask": ("officer",),
    "absence": ("officer",),
    "information": ("number",),
    "submission": ("what",),
    "route": ("what",),
    "report": ("what",),
    "plan": ("what", "plan"),
    "record_paper": ("record",),
}
"""By the kind of record, the place of its sentence that names the person or thing; else the party inspected."""


def whom(kind: str, party: str | None, places: Mapping[str, Any]) -> Text | None:
    """Return the person, enterprise or thing that a notice is about, None if its sentence names none."""
    if party:
        return Text(vi=party, en=party)
    for place in _PLACES.get(kind, ("subject",)):
        if place in places:
            return Text(vi=places[place]["vi"], en=places[place]["en"])
    return None


def limit(case: str, label: Text, end: Text, rest: Text | None) -> Text:
    """Return a time limit in a row: first how late it is, if that still counts, then the act and the day."""
    vi = [label.vi, f"hạn {end.vi}", f"vụ việc {case}"]
    en = [label.en, f"due {end.en}", f"case {case}"]
    if rest is not None:
        vi, en = [rest.vi, *vi], [rest.en, *en]
    return Text(vi=_begun(" · ".join(vi)), en=_begun(" · ".join(en)))


def without(said: Text, about: Text | None) -> Text:
    """Return a sentence without the thing that stands in the title of its row already."""
    if about is None:
        return said
    return Text(vi=_left(said.vi, about.vi), en=_left(said.en, about.en))


def counts(moment: str | None, due_at: datetime | None, settled_at: datetime | None) -> bool:
    """Tell whether the time that is left, or past, still matters: not for what is done or lapsed."""
    return due_at is not None and settled_at is None and moment != "lapsed"


def _left(said: str, about: str) -> str:
    if said.startswith(f"{about}: "):
        return _begun(said.removeprefix(f"{about}: "))
    return said.replace(f": {about}.", ".", 1)


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]
