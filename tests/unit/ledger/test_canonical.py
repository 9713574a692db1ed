"""Acts are taken strictly, and hashed over exactly what came."""

import hashlib
import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from backend.core.canonical_json import canonical
from backend.ledger.canonical import Malformed, ParsedAct, parse_act, parse_json
from schemas.core.ids import new_id

_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)


def act(**changed: Any) -> dict[str, Any]:
    """A well-formed act of a phone."""
    return {
        "id": str(new_id()),
        "record": {"kind": "inspection", "id": str(new_id())},
        "type": "photo.withdrawn",
        "content": {"photo_id": str(new_id()), "reason": "Chụp nhầm sạp bên cạnh"},
        "officer_id": str(new_id()),
        "made_at": "2026-11-24T02:30:00Z",
        "mono_ms": 81234567,
        "anchor": None,
        "device_id": str(new_id()),
        "seq": 17,
        "prev": None,
        "signature": "c2ln",
    } | changed


@given(_VALUES)
def test_the_fast_canonical_form_is_the_one_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


def test_the_hash_covers_the_whole_act_as_it_came() -> None:
    raw = act()
    parsed = parse_act(parse_json(json.dumps(raw, indent=3).encode()))
    assert isinstance(parsed, ParsedAct)
    assert parsed.act_hash == hashlib.sha256(rfc8785.dumps(raw)).digest()
    rest = {key: value for key, value in raw.items() if key != "signature"}
    assert parsed.signed_bytes == rfc8785.dumps(rest)
    assert parsed.text.encode() == rfc8785.dumps(raw)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (json.dumps(act(mono_ms=1.5)), "/mono_ms"),
        (json.dumps(act()).replace("81234567", "8.1e7"), "/mono_ms"),
        (json.dumps(act()).replace('"seq": 17', '"seq": 17, "seq": 18'), ""),
        (json.dumps(act(extra=1)), ""),
        (json.dumps(act(content={"photo_id": str(new_id()), "reason": "abc", "x": 1})), "/content"),
        (json.dumps(act(content={"photo_id": "no", "reason": "abc"})), "/content/photo_id"),
        (json.dumps(act(anchor="Ho\u0300a")), "/anchor"),
        (json.dumps(act(seq=2**53)), "/seq"),
        (json.dumps(act(type="photo.stolen")), "/type"),
        (json.dumps(act(made_at="2026-11-24T02:30:00")), "/made_at"),
        (json.dumps(act(anchor="\ud800")), "/anchor"),
        (json.dumps(act(made_at="0001-01-01T00:00:00+14:00")), "/made_at"),
        (json.dumps(act(anchor="a\x00b")), "/anchor"),
        ("[]", ""),
        ('"act"', ""),
        ("[" * 60 + "]" * 60, "/0" * 41),
    ],
)
def test_what_our_profile_has_no_place_for_is_malformed_and_kept_as_text(
    body: str, where: str
) -> None:
    parsed = parse_act(parse_json(body.encode()))
    assert isinstance(parsed, Malformed)
    assert parsed.where == where
    assert parsed.text
    parsed.text.encode("ascii")


def test_a_clock_that_fell_back_to_its_epoch_is_no_reason_to_refuse() -> None:
    assert isinstance(parse_act(act(made_at="1970-01-01T00:00:07Z")), ParsedAct)


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[NaN]", b"[" * 200_000, b'{"acts": Infinity}'])
def test_what_is_no_json_is_a_plain_error(body: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_json(body)
