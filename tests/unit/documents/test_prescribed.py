"""The layout of a prescribed form is data: it names only fields, words and fragments that there are."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from backend.documents import forms
from backend.documents.layout.prescribed import blocks, conditions, fragments, frame, slots
from backend.documents.layout.prescribed.scope import ROW, Scope

PRESCRIBED = [one for one in forms.known() if "x-body" in forms.load(*one)]
PATHS = frozenset({"party", "person", "list", "each", "table", "unsigned"})
"""Kinds of block whose own key is the path of a field."""
EVERY = pytest.mark.parametrize(("form", "version"), PRESCRIBED)
FRAGMENTS: dict[str, str] = {
    "acts.1": "6e0f78aaab196483",
    "attached.1": "95ab7d772fae825b",
    "bear-costs.1": "1e758ebf045f5482",
    "circumstances.1": "d3e849248418e04c",
    "close-kept-untimed.1": "477098476d05fec9",
    "close-kept.1": "77ce582be66dbfcc",
    "close-parties-untimed.1": "63653076ecb541f4",
    "close-parties.1": "935b60d12b708e5b",
    "close-untimed.1": "3ff502bd43c43b18",
    "close.1": "f1f0ab23091b901f",
    "close.2": "e8d8908250735836",
    "codes.1": "4052fdcade3aa20e",
    "complain.1": "a6473694ae25f118",
    "complain.2": "ebae7ed7965a2057",
    "complain.3": "4a094d61b1153f8b",
    "decides.1": "5273a9eecbcaed50",
    "effect-on.1": "6a2cbae5b4a07b63",
    "effect-signed.1": "0bbaa0e680abd373",
    "executes.1": "686c4d1ba17a2ff9",
    "fines.1": "6485b4484b8babdf",
    "goods-listed-noted.1": "99a0a1f81cdd66dc",
    "goods-listed.1": "93ff556ee8ee256c",
    "goods-plain.1": "94990c41829d0e7e",
    "goods-registered.1": "d5e9f76bc40fde1a",
    "goods.1": "12052ac69ab54551",
    "goods.2": "2ffdcd4a65ee567c",
    "harmed.1": "c1b8cb9c2047ed05",
    "licences.1": "84003d571a4f72fd",
    "maker.1": "e738d860576abe16",
    "obey.1": "3b9667b19a472066",
    "obey.2": "2f71694b4840c664",
    "provisions.1": "dd7be186579a5b61",
    "sealer.1": "a32e96269400e2b9",
    "seizing.1": "2cfaa0c9034d8211",
    "sends-last.1": "79246018c37ab447",
    "sends.1": "c35c5a60b0e30f34",
    "sends.2": "f9ed9bdb2803cf39",
    "team-present.1": "a361ac6da6dc09f6",
    "team.1": "7c1e318df43f722b",
    "today.1": "aab77f047b04bc5c",
    "unsigned.1": "f3094ff654dbda6f",
    "unsigned.2": "5ce539caa9ba67bf",
    "unsigned.3": "114c440ae9a73473",
    "violator-head.1": "ce96ddd76d756118",
    "violator-keeper.1": "e6d935d9a5754e61",
    "witness-unsigned.1": "d3482eefdd17b2d3",
    "witness-unsigned.2": "89eb1bdb4bb30c73",
}
"""SHA-256 of each fragment as papers were printed with it, for ever."""


def _flat(
    found: list[dict[str, Any]], rows: str | None = None
) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Every block of a body with the list in whose rows it stands."""
    for block in found:
        yield block, rows
        if "use" in block:
            yield from _flat(fragments.filled(block["use"], block.get("with", {})), rows)
        yield from _flat(block.get("blocks", []), block.get("each", rows))


def _texts(block: dict[str, Any]) -> list[str]:
    kind = blocks.kind_of(block)
    if kind == "line":
        rows = block["line"] if isinstance(block["line"][0], list) else [block["line"]]
        return [text for row in rows for text in row]
    return [
        block[name] for name in ("text", "article", "item", "point", "caption") if name in block
    ]


def _scope(schema: dict[str, Any], rows: str | None) -> Scope:
    whole = Scope(schema, {})
    return Scope(schema, {}, row_schema=whole.node(rows)["items"]) if rows else whole  # type: ignore[index]


def _whole(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The body of a form and its annex."""
    annex = schema.get("x-annex", {})
    when = [{"group": "", "blocks": [], "when": annex["when"]}] if "when" in annex else []
    found: list[dict[str, Any]] = [*schema["x-body"], *when, *annex.get("blocks", [])]
    return found


@EVERY
def test_a_body_names_only_fields_that_the_form_has(form: str, version: int) -> None:
    schema = forms.load(form, version)
    for block, rows in _flat(_whole(schema)):
        scope = _scope(schema, rows)
        named = [path for text in _texts(block) for path in slots.paths(text)]
        named += conditions.paths(block.get("when"))
        kind = blocks.kind_of(block)
        named += block["ours"] if kind == "ours" else []
        named += [block[kind]] if kind in PATHS else []
        named += [block["name"]] if kind == "unsigned" and "name" in block else []
        for path in named:
            assert scope.node(path) is not None, (block, path)
            assert path.startswith(f"{ROW}.") <= (rows is not None), (block, path)
        for at, asked in conditions.of_rows(block.get("when")):
            inner = _scope(schema, at)
            assert all(inner.node(path) is not None for path in asked), (block, asked)


@EVERY
def test_a_frame_names_only_fields_and_roles_that_the_form_has(form: str, version: int) -> None:
    schema = forms.load(form, version)
    scope = Scope(schema, {})
    texts = [*schema["x-heading"], *(one["text"] for one in schema.get("x-bases", []))]
    texts += [
        cell["title"] for row in schema["x-cells"] for cell in row if cell and "title" in cell
    ]
    texts += [schema["x-back"]["text"]] if "x-back" in schema else []
    named = [path for text in texts for path in slots.paths(text)]
    for one in [*schema.get("x-bases", []), schema.get("x-back", {})]:
        named += conditions.paths(one.get("when"))
    for path in named:
        assert scope.node(path) is not None, path
    roles = {signer["role"] for signer in schema["x-signers"]}
    for row in schema["x-cells"]:
        assert len(row) == 2
        for cell in row:
            assert cell is None or cell["role"] in roles
            assert cell is None or cell.get("hint", "hand") in frame.HINTS


@EVERY
def test_every_filter_of_a_text_is_known(form: str, version: int) -> None:
    whole = msgspec.json.encode(forms.load(form, version)).decode()
    whole += msgspec.json.encode(fragments.all_of()).decode()
    for _, filters in slots.SLOT.findall(whole):
        assert {one for one in filters.split("|") if one} <= slots.FILTERS


@EVERY
def test_every_column_of_a_table_is_a_field_of_its_rows(form: str, version: int) -> None:
    schema = forms.load(form, version)
    for block, rows in _flat(_whole(schema)):
        if blocks.kind_of(block) != "table":
            continue
        node = _scope(schema, rows).node(block["table"])
        assert node is not None
        columns = block["columns"]
        columns = fragments.columns(columns) if isinstance(columns, str) else columns
        names = {name for one in columns for name in one["cell"].split("+")}
        assert names <= set(node["items"]["properties"]), (block, names)


@EVERY
def test_every_field_of_a_form_is_printed_somewhere(form: str, version: int) -> None:
    """A field that nothing prints would be signed unread."""
    schema = forms.load(form, version)
    keys = (
        "x-body",
        "x-annex",
        "x-informant",
        "x-bases",
        "x-heading",
        "x-cells",
        "x-back",
        "x-symbols",
    )
    said = msgspec.json.encode([schema.get(key) for key in keys]).decode()
    said += msgspec.json.encode([block for block, _ in _flat(_whole(schema))]).decode()
    frame_fields = {"agency", "number", "legal_bases", "recipients", "signer", "to"}
    for name, node in schema["properties"].items():
        if name not in frame_fields and not node.get("x-hidden"):
            assert re.search(rf"[\"{{]{name}[\"}}.|]", said), name


def test_a_fragment_stays_as_it_was_when_papers_were_printed_with_it() -> None:
    whole = fragments.all_of()
    found = {
        name: hashlib.sha256(msgspec.json.encode(inner)).hexdigest()[:16]
        for group in ("blocks", "columns")
        for name, inner in whole[group].items()
    }
    assert found == FRAGMENTS


def test_the_newest_version_of_every_form_says_its_own_layout() -> None:
    """The code that lays out older versions prints nothing new."""
    guessed = [one for one in forms.known() if "x-body" not in forms.load(*one)]
    assert [one for one in guessed if one[1] == forms.newest(one[0])] == []
