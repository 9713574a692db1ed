"""Signature blocks: the signatures given, and empty places for those that are still missing."""

from collections.abc import Sequence
from typing import Any

from backend.documents.layout import drawing
from backend.documents.layout.sheet import Block
from backend.documents.layout.values import Schema
from backend.documents.layout.wording import clean
from backend.documents.rules import signers
from schemas.documents.papers import PaperSignature

Fields = dict[str, Any]
_BY_HAND = "(Ký, ghi rõ họ tên)"
_AS_OFFICE = "(Ký, ghi rõ họ tên, đóng dấu)"
_PARTIES = ("violator", "subject")


def blocks(given: list[PaperSignature], schema: Schema, fields: Fields) -> list[Block]:
    """Return the signature blocks in the order of the form, each with all signers in that role.

    A required role without a signature keeps an empty place. An optional role whose signer the
    fields name keeps one until the first person signed, or refused to sign, by hand. After that it
    is left out.
    """
    known = {signer["role"]: signer for signer in schema["x-signers"]}
    return [
        _block(known[role], fields, signed)
        if role in known
        else _block({"role": role, "label": {"vi": role}}, {}, signed)
        for role, signed in expected(given, schema, fields).items()
    ]


def expected(
    given: list[PaperSignature], schema: Schema, fields: Fields
) -> dict[str, list[PaperSignature]]:
    """Return by role, in the order of the form, who signed and whose place is still empty."""
    by_hand = any(item.drawing or item.refusal for item in given)
    found: dict[str, list[PaperSignature]] = {}
    for signer in schema["x-signers"]:
        signed = [item for item in given if item.role == signer["role"]]
        if not signed and (signer["required"] or not by_hand):
            signed = _expected(signer, fields)
        if signed:
            found[signer["role"]] = signed
    for item in given:
        if item.role not in found:
            found[item.role] = []
        if item not in found[item.role]:
            found[item.role].append(item)
    return found


def refused(given: Sequence[PaperSignature], roles: Sequence[str]) -> list[tuple[str, str]]:
    """Return who refused to sign in one of the roles, with the reason; not if that person signed later."""
    last = {(item.role, item.name): item for item in given if item.role in roles}
    return [(item.name, item.refusal.reason) for item in last.values() if item.refusal]


def _expected(signer: Schema, fields: Fields) -> list[PaperSignature]:
    role = signer["role"]
    named = _named(role, fields)
    if not named and not signer["required"]:
        return []
    return [PaperSignature(role=role, name=name) for name in named or [""]]


def _named(role: str, fields: Fields) -> list[str]:
    if role == "subject":
        return _party(fields)
    value = fields.get(signers.WHERE.get(role, ""))
    rows = value if isinstance(value, list) else [value] if value else []
    found = [row for row in rows if isinstance(row, dict) and row.get("name")]
    if role == "victim":  # an organisation that was harmed does not sign itself
        return [str(_harmed(row) or "") for row in found]
    return [str(row["name"]) for row in found]


def _harmed(row: Fields) -> Any:
    return row.get("representative_name") if row.get("kind") == "organisation" else row["name"]


def _party(fields: Fields) -> list[str]:
    for name in _PARTIES:
        if isinstance(fields.get(name), dict):
            party = fields[name]
            if party.get("kind") == "unknown":
                return []
            who = party.get("authorised_name") or party.get("representative_name")
            own = party["name"] if party.get("kind") == "individual" else ""
            return [who or own]
    return [str(fields["representative"])] if fields.get("representative") else []


def _block(signer: Schema, fields: Fields, signed: list[PaperSignature]) -> Block:
    office = signer["role"] == "issuer"
    title = signer["label"]["vi"]
    if office:
        said = next((item.title for item in signed if item.title), None)
        title = office_title(fields, said) or title
    electronic = all(item.note for item in signed)
    return {
        "title": clean(title).upper(),
        "hint": None if electronic else _AS_OFFICE if office else _BY_HAND,
        "people": [person(item) for item in signed],
    }


def office_title(fields: Fields, title: str | None = None) -> str:
    """Return the office in which a decision is signed.

    A deputy signs for the head (KT., Decree 30/2020 Appendix I, II.7).
    """
    signer = fields.get("signer", {})
    said = title or str(signer.get("title", ""))
    head = head_of(said)
    return said if head == said else f"KT. {head}\n{said}"


def head_of(title: str) -> str:
    """Return the title of the head for whom a deputy signs: of Phó Đội trưởng, also said Đội phó, Đội trưởng.

    Any other title is returned as it is.
    """
    if title.startswith("Đội phó"):
        return title.replace("Đội phó", "Đội trưởng", 1)
    return title.removeprefix("Phó ")


def person(item: PaperSignature) -> Block:
    """Return one person of a place to sign: the strokes, a refusal, a note, or room to sign."""
    note = item.note
    if item.refusal:
        note = f"Không ký. Lý do: {item.refusal.reason}\nNgười chứng kiến: {item.refusal.witness}"
    return {
        "name": clean(item.name),
        "drawing": drawing.signature(item.drawing) if item.drawing else None,
        "alt": clean(f"Chữ ký trên màn hình của {item.name}"),
        "note": clean(note) if note else None,
    }
