"""Who signs where: signatures as they were given, and empty places for those whom the form still waits for."""

from typing import Any

from backend.papers import drawing
from backend.papers.sheet import Block
from backend.papers.values import Schema
from backend.papers.wording import clean
from schemas.papers import PaperContent, PaperSignature

Fields = dict[str, Any]
_BY_HAND = "(Ký, ghi rõ họ tên)"
_AS_OFFICE = "(Ký, ghi rõ họ tên, đóng dấu)"
_WHERE = {
    "leader": "leader",
    "member": "members",
    "maker": "maker",
    "chair": "chair",
    "keeper": "keeper",
    "interpreter": "interpreter",
    "witness": "witnesses",
    "authority": "authority",
    "victim": "victims",
    "issuer": "signer",
    "proposer": "proposer",
}
"""In which field of a form those who sign in a role are named."""
_PARTIES = ("violator", "subject")


def blocks(paper: PaperContent, schema: Schema) -> list[Block]:
    """Return the signature blocks in the order of the form, each with all who sign in that role."""
    given = list(paper.signatures)
    known = {signer["role"] for signer in schema["x-signers"]}
    found = []
    for signer in schema["x-signers"]:
        signed = [item for item in given if item.role == signer["role"]]
        expected = _expected(signer, paper.fields) if not given else []
        if signed or expected:
            found.append(_block(signer, paper.fields, signed or expected))
    strangers = [item for item in given if item.role not in known]
    return found + [
        _block({"role": item.role, "label": {"vi": item.role}}, {}, [item]) for item in strangers
    ]


def _expected(signer: Schema, fields: Fields) -> list[PaperSignature]:
    role = signer["role"]
    named = _named(role, fields)
    if not named and not signer["required"]:
        return []
    return [PaperSignature(role=role, name=name) for name in named or [""]]


def _named(role: str, fields: Fields) -> list[str]:
    if role == "subject":
        return _party(fields)
    value = fields.get(_WHERE.get(role, ""))
    rows = value if isinstance(value, list) else [value] if value else []
    return [str(row["name"]) for row in rows if isinstance(row, dict) and row.get("name")]


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
    office = bool(signer.get("print-title") or signer["role"] == "issuer")
    title = next((item.title for item in signed if item.title), None)
    if title is None and office:
        title = office_title(fields)
    electronic = all(item.note for item in signed)
    return {
        "title": clean(title or signer["label"]["vi"]).upper(),
        "hint": None if electronic else _AS_OFFICE if office else _BY_HAND,
        "people": [_person(item) for item in signed],
    }


def office_title(fields: Fields) -> str:
    """Say in what office a decision is signed: a deputy signs for the head (KT., Decree 30/2020 Appendix I, II.7)."""
    title = str(fields.get("signer", {}).get("title", ""))
    if title.startswith("Phó ") and not fields["signer"].get("delegation"):
        return f"KT. {title.removeprefix('Phó ')}\n{title}"
    return title


def _person(item: PaperSignature) -> Block:
    note = item.note
    if item.refusal:
        note = f"Không ký. Lý do: {item.refusal.reason}\nNgười chứng kiến: {item.refusal.witness}"
    return {
        "name": clean(item.name),
        "drawing": drawing.signature(item.drawing) if item.drawing else None,
        "alt": clean(f"Chữ ký tay của {item.name}"),
        "note": clean(note) if note else None,
    }
