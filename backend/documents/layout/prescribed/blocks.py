"""The one engine for prescribed forms: the blocks of `x-body`, printed in their order.

A block has one kind and may have `when` (conditions.py). Kinds and their keys are listed in
docs/documents/forms-and-papers.md; tests/unit/documents/test_prescribed.py holds every form to them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from backend.documents.layout import generic, signing_blocks, wording
from backend.documents.layout.prescribed import figures, fragments, people
from backend.documents.layout.prescribed.conditions import filled, holds
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.prescribed.slots import all_filled, expand
from backend.documents.layout.sheet import Column, Sheet
from backend.documents.layout.values import label, short
from backend.documents.layout.values import said as said_of
from schemas.documents.papers import PaperSignature

Block = dict[str, Any]
OURS = "Nội dung ghi thêm ngoài mẫu"
"""The heading over what practice needs beyond the form: it stands after the form's own content."""


class BlockUnknown(ValueError):
    """A form has a block of no kind that the layout knows: a fault of the form's file."""


class Printer:
    """Prints the blocks of one paper onto its sheet and counts its articles, khoản and points."""

    def __init__(self, sheet: Sheet, signed: Sequence[PaperSignature] = ()) -> None:
        self.sheet, self.signed = sheet, signed
        self.articles = self.items = self.points = 0

    def print(self, blocks: list[Block], scope: Scope) -> None:
        """Print blocks. Raises BlockUnknown, SlotUnknown, ConditionUnknown, FragmentUnknown."""
        for block in blocks:
            if holds(block.get("when"), scope):
                KINDS[kind_of(block)](self, block, scope)


def kind_of(block: Block) -> str:
    """Return the kind of a block. Raises BlockUnknown if it has none, or several."""
    found = [name for name in block if name in KINDS]
    if len(found) != 1:
        raise BlockUnknown(sorted(block))
    return found[0]


def _text(printer: Printer, block: Block, scope: Scope) -> None:
    said = expand(block["text"], scope)
    match block.get("style"):
        case "bold":
            printer.sheet.text(("b", said))
        case "italic":
            printer.sheet.text(("i", said))
        case "centred":
            printer.sheet.centred(said)
        case _:
            printer.sheet.text(said)


def _article(printer: Printer, block: Block, scope: Scope) -> None:
    printer.articles += 1
    printer.items = printer.points = 0
    printer.sheet.article(printer.articles, expand(block["article"], scope))


def _item(printer: Printer, block: Block, scope: Scope) -> None:
    """Print the next khoản of the article: "2. …"; one that does not apply leaves no gap."""
    printer.items, printer.points = printer.items + 1, 0
    printer.sheet.text(f"{printer.items}. {_stopped(expand(block['item'], scope))}")


def _point(printer: Printer, block: Block, scope: Scope) -> None:
    """Print the next point of the khoản: "a) …"."""
    printer.points += 1
    printer.sheet.text(f"{_letter(printer.points)}) {expand(block['point'], scope)}")


_VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
"""Points are lettered as in laws: after d comes đ, and there is no f, j, w or z."""


def _letter(at: int) -> str:
    """Return the letter of a point, from 1."""
    return _VIETNAMESE[(at - 1) % len(_VIETNAMESE)]


def _line(printer: Printer, block: Block, scope: Scope) -> None:
    """Print labels with their values; a value is a blank unless all its slots are filled in.

    In a decision a line that is a khoản ("2. Lý do khám") ends as one.
    """
    rows = block["line"]
    pairs = [
        (expand(label, scope), expand(text, scope) if all_filled(text, scope) else None)
        for label, text in (rows if isinstance(rows[0], list) else [rows])
    ]
    name, last = pairs[-1]
    if last and scope.schema["x-layout"] == "decision" and _KHOAN.match(pairs[0][0]):
        pairs[-1] = (name, _stopped(last))
    printer.sheet.fields(*pairs)


_KHOAN = re.compile(r"\d+\. ")
_OPEN_ENDS = (".", ";", ":", "!", "?", "…", "/")


def _stopped(text: str) -> str:
    """End a khoản with a full stop unless it ends a sentence already, or leads to its points."""
    said = text.rstrip()
    return said if not said or said.endswith(_OPEN_ENDS) else f"{said}."


def _party(printer: Printer, block: Block, scope: Scope) -> None:
    path = block["party"]
    node = scope.node(path) or {}
    mark, known = block.get("mark", ""), block.get("known", False)
    people.block(printer.sheet, scope.value(path) or {}, node, mark, known=known)


def _person(printer: Printer, block: Block, scope: Scope) -> None:
    """Print one person, or all of a list; a list without anybody is one set of blanks.

    Several people under a khoản of a decision are its points: a), b).
    """
    value = scope.value(block["person"])
    rows = value if isinstance(value, list) else [value]
    lettered = block.get("marks") == "a" or scope.schema["x-layout"] == "decision"
    for at, row in enumerate(rows or [None], 1):
        mark = _letter(at) if lettered else str(at)
        many = f"{mark}) " if len(rows) > 1 else ""
        people.person(printer.sheet, row, block["shape"], block.get("mark", "") or many)


def _list(printer: Printer, block: Block, scope: Scope) -> None:
    for at, row in enumerate(scope.value(block["list"]) or [], 1):
        mark = block.get("mark", "-")
        printer.sheet.item(str(row), f"{_letter(at)})" if mark == "a" else mark)


def _each(printer: Printer, block: Block, scope: Scope) -> None:
    for inner in scope.rows(block["each"]):
        printer.print(block["blocks"], inner)


def _table(printer: Printer, block: Block, scope: Scope) -> None:
    """Print a list as a table with all columns of the form, filled in or not."""
    columns = block["columns"]
    if isinstance(columns, str):
        columns = fragments.columns(columns)
    node = scope.node(block["table"])
    parts = node["items"]["properties"] if node else {}
    heads = [Column("STT", "10mm", "center")]
    heads += [
        Column(one["head"], one.get("width", "1fr"), one.get("align", "left")) for one in columns
    ]
    rows = [
        [str(inner.at), *(_cell(one, parts, inner.row) for one in columns)]
        for inner in scope.rows(block["table"])
    ]
    printer.sheet.table(heads, rows, expand(block["caption"], scope))


def _figures(printer: Printer, block: Block, scope: Scope) -> None:
    """Print the parts of a report in their order: each has a title, and a text or a table whose columns are data.

    A part's columns are its fields `head_1` to `head_8`; the rows of its table name it by its place, from 1. A table
    that is too wide for a page (`annex` says where it stands) is printed by the block that has `annex`.
    """
    annex = bool(block.get("annex"))
    rows = scope.value(block["rows"]) or []
    for inner in scope.rows(block["figures"]):
        title, elsewhere = str(inner.row.get("title", "")), inner.row.get("annex")
        if annex and not elsewhere:
            continue
        printer.items += not annex
        printer.sheet.text(("b", f"{inner.at if annex else printer.items}. {title}"))
        if elsewhere and not annex:
            printer.sheet.text(f"{elsewhere}.")
            continue
        for line in (inner.row.get("text") or "").splitlines():
            if line.strip():
                printer.sheet.text(line)
        given = [at for at in _COLUMNS if inner.row.get(f"head_{at}")]
        if given:
            told = [
                [str(one.get("row", "")), *(one.get(f"value_{at}") or "" for at in given)]
                for one in rows
                if one.get("part") == inner.at
            ]
            heads = [inner.row[f"head_{at}"] for at in given]
            figures.table(printer.sheet, heads, told, title, across=annex)


_COLUMNS = range(1, 9)


def _cell(column: dict[str, Any], parts: dict[str, Any], row: dict[str, Any]) -> str:
    """Return the text of a cell; several fields in one cell are joined by semicolons."""
    names = column["cell"].split("+")
    said = [short(parts[name], row.get(name)) for name in names if name in parts]
    if "(đồng)" in column["head"]:  # the head says the unit
        said = [text.removesuffix(" đồng") for text in said]
    return "; ".join(text for text in said if text)


def _use(printer: Printer, block: Block, scope: Scope) -> None:
    printer.print(fragments.filled(block["use"], block.get("with", {})), scope)


def _group(printer: Printer, block: Block, scope: Scope) -> None:
    printer.print(block["blocks"], scope)


def _unsigned(printer: Printer, block: Block, scope: Scope) -> None:
    """Print why somebody did not sign: as it was typed, and as it was recorded when people signed.

    [NOSIGN] of Decree 118/2021. What was typed is said once; a recorded refusal of another person,
    where the form names who did not sign (`name`), is said as well. No field changes by it.
    """
    field, named = block["unsigned"], block.get("name")
    typed = filled(scope.value(field))
    if typed:
        printer.print(block["blocks"], scope)
    told = scope.value(named) if named else None
    for name, reason in signing_blocks.refused(printer.signed, block["roles"]):
        if typed and (not filled(told) or told == name):
            continue
        fields = scope.fields | {field: reason} | ({named: name} if named else {})
        printer.print(block["blocks"], replace(scope, fields=fields))


def _ours(printer: Printer, block: Block, scope: Scope) -> None:
    """Print the fields beyond the form that were filled in, under a heading that says so.

    `blocks` are sentences beyond the form; they stand before the fields.
    """
    names = [name for name in block["ours"] if scope.value(name) not in (None, "", [], {}, False)]
    inner = [one for one in block.get("blocks", []) if holds(one.get("when"), scope)]
    if not names and not inner:
        return
    printer.sheet.text(("i", f"{OURS}:"))
    printer.sheet.blocks[-1]["leads"] = True  # it ends no page
    printer.print(inner, scope)
    for name in names:
        node, value = scope.schema["properties"][name], scope.value(name)
        if node.get("x-part") == "party":
            _party_beyond(printer, node, value)
        elif node.get("x-part") == "exhibit":
            _goods_beyond(printer, name, node, scope)
        elif node.get("x-money"):  # the value says the unit
            printer.sheet.said(label(node).removesuffix(" (đồng)"), said_of(node, value))
        else:
            generic.field(printer.sheet, node, value, required=False)


def _goods_beyond(printer: Printer, name: str, node: dict[str, Any], scope: Scope) -> None:
    """Print goods that the form lists elsewhere, in the table of the decree (as MBB15 item 2).

    What a form of ours says of each of them besides is a column of its own.
    """
    columns = list(fragments.columns("goods.1"))
    told = {one["cell"] for one in columns}
    columns += [
        {"head": label(inner), "cell": more, "width": "20mm"}
        for more, inner in node["items"]["properties"].items()
        if more not in told and any(row.get(more) for row in scope.value(name))
    ]
    printer.sheet.text(f"{label(node)}:")
    _table(printer, {"table": name, "columns": columns, "caption": label(node)}, scope)


def _party_beyond(printer: Printer, node: dict[str, Any], value: dict[str, Any]) -> None:
    """Print a party that the form does not name, with the lines that the decree gives a party."""
    called = label(node).replace("Cá nhân, tổ chức", wording.capitalised(people.kind(value)))
    printer.sheet.text(f"{called}:")
    people.block(printer.sheet, value, node, "")


KINDS: dict[str, Callable[[Printer, Block, Scope], None]] = {
    "text": _text,
    "article": _article,
    "item": _item,
    "point": _point,
    "line": _line,
    "party": _party,
    "person": _person,
    "list": _list,
    "each": _each,
    "table": _table,
    "figures": _figures,
    "use": _use,
    "group": _group,
    "unsigned": _unsigned,
    "ours": _ours,
}
