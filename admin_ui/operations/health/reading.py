"""Reads what runbooks are written in, a small part of Markdown, for the page that shows one.

Headings, paragraphs, lists, tables and blocks of code; in a line code, strong words and links, of which only the words
are kept: they lead to pages that the desk does not have.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_SPAN = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>.+?)\*\*")
_ITEM = re.compile(r"(?:(?P<number>\d+)\.|-) +(?P<text>.*)")
_RULE = re.compile(r"\|[-| :]+\|")

Spans = list[tuple[str, str]]
"""Parts of a line: `code`, `strong` or nothing, and the words."""


class Block(NamedTuple):
    """One block: `heading`, `text`, `ordered`, `list`, `table` or `code`, and its rows of cells."""

    kind: str
    rows: list[list[Spans]]


def blocks(text: str) -> list[Block]:
    """Return a runbook's blocks without its first line, which is its title."""
    found: list[Block] = []
    is_code = False
    for line in text.splitlines()[1:]:
        if line.startswith("```"):
            is_code = not is_code
            if is_code:
                found.append(Block("code", []))
        elif is_code:
            found[-1].rows.append([[("", line)]])
        elif not line.strip():
            found.append(Block("", []))
        else:
            _add(found, line)
    return [one for one in found if one.rows]


def _add(found: list[Block], line: str) -> None:
    said = line.strip()
    last = found[-1] if found else Block("", [])
    item = _ITEM.fullmatch(said) if not line.startswith("    ") else None
    if said.startswith("#"):
        found.append(Block("heading", [[_spans(said.lstrip("# "))]]))
    elif _RULE.fullmatch(said):
        return
    elif said.startswith("|"):
        _row(found, last, "table", [_spans(cell.strip()) for cell in said.strip("|").split("|")])
    elif item:
        _row(found, last, "ordered" if item["number"] else "list", [_spans(item["text"])])
    elif last.kind in ("text", "ordered", "list"):
        last.rows[-1][-1].extend([("", " "), *_spans(said)])
    else:
        found.append(Block("text", [[_spans(said)]]))


def _row(found: list[Block], last: Block, kind: str, cells: list[Spans]) -> None:
    if last.kind == kind:
        last.rows.append(cells)
    else:
        found.append(Block(kind, [cells]))


def _spans(text: str) -> Spans:
    return list(_parts(_LINK.sub(r"\1", text)))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    for one in _SPAN.finditer(text):
        if one.start() > at:
            yield "", text[at : one.start()]
        kind = "code" if one["code"] else "strong"
        yield kind, one[kind]
        at = one.end()
    if at < len(text):
        yield "", text[at:]
