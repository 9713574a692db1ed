"""The parts of a paper's form: what is complete, what is missing and where, which parts stand open.

A part that is filled in and has no fault is folded: the officer sees what is left to do. One that is empty
and may stay so is open, because nobody has looked at it yet.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from admin_ui.documents.editor.document_form import Node


class Missing(NamedTuple):
    """A field that is not right yet: where it is, what it is called."""

    at: str
    label: str


class Part(NamedTuple):
    """One part of the form."""

    key: str
    label: str
    nodes: list[Node]
    standing: Literal["faulty", "done", "empty"]
    missing: list[Missing]
    open: bool


def parts(groups: list[Node], acted_at: str = "", *, unfold: bool = False) -> list[Part]:
    """Return the form's parts in order.

    `acted_at`: the list in which a row was just added or removed (JSON Pointer): its part stays open. `unfold`:
    nothing is known of the faults in what is shown, so nothing is folded.
    """
    return [_part(group, acted_at, unfold=unfold) for group in groups]


def unplaced(sections: list[Part], places: Iterable[str]) -> set[str]:
    """Return the places of faults that are at no input of the form: they are told on their own."""
    shown = {one["at"] for part in sections for one in _all(part.nodes)}
    lines = {one["at"] for part in sections for one in _all(part.nodes) if one["kind"] == "lines"}
    return {at for at in places if at not in shown and at.rpartition("/")[0] not in lines}


def acted(step: str) -> str:
    """Return where a button of the form acts (`add:/goods`, `drop:/goods/2`), or nothing."""
    what, _, at = step.partition(":")
    return at if what in ("add", "drop") else ""


def _part(group: Node, acted_at: str, *, unfold: bool) -> Part:
    nodes = group["nodes"]
    missing = [Missing(one["at"], one["label"]) for one in _all(nodes) if one["error"]]
    filled = any(one.get("value") or one.get("rows") for one in _all(nodes))
    here = bool(acted_at) and any(_within(acted_at, one["at"]) for one in nodes)
    return Part(
        key=group["key"],
        label=group["label"],
        nodes=nodes,
        standing="faulty" if missing else "done" if filled else "empty",
        missing=missing,
        open=unfold or here or bool(missing) or not filled,
    )


def _within(at: str, place: str) -> bool:
    return at == place or at.startswith(f"{place}/")


def _all(nodes: list[Node]) -> Iterator[dict[str, Any]]:
    """Return every input and list of the form, those inside others too."""
    for node in nodes:
        yield node
        yield from _all(node.get("nodes", []))
        for row in node.get("rows", []):
            yield from _all(row["nodes"])
