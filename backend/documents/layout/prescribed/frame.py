"""What stands around the body of a prescribed paper: title, recipients, signatures, the back.

Keys of the form: `x-heading` the lines of the title · `x-undated` no place and day in the head
(minutes) · `x-recipients` the fixed ends of "Nơi nhận" · `x-cells` who signs where, row by row ·
`x-back` the receipt on the back.
"""

from typing import Any

from backend.documents.layout import signing_blocks, wording
from backend.documents.layout.prescribed.conditions import holds
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.prescribed.slots import expand
from schemas.documents.papers import PaperSignature

Block = dict[str, Any]
HINTS = {
    "hand": "(Ký, ghi rõ họ và tên)",
    "title": "(Ký, ghi rõ chức vụ, họ và tên)",
    "sealed": "(Ký, đóng dấu; ghi rõ họ và tên)",
    "issuer": "(Ký, đóng dấu (nếu có); ghi rõ họ và tên)",
}
"""What stands under the title of a place to sign (Decree 118/2021, appendix)."""
_OFFICES = frozenset({"authority", "chair", "keeper", "leader", "member"})
"""Who signs with his office, in a role that the form has no place for."""


def heading(scope: Scope) -> tuple[str, str | None]:
    """Return the title in capitals and what stands below it."""
    first, *rest = [expand(one, scope) for one in scope.schema["x-heading"]]
    return first.upper(), wording.capitalised(rest[0]) if rest and rest[0].strip() else None


def recipients(scope: Scope, articles: int) -> list[str]:
    """Return "Nơi nhận": the form's first lines, the paper's own, the form's last.

    Where the file is kept ("Lưu: VT, Hồ sơ") may be typed; else it is said as the form does.
    """
    lines = scope.schema.get("x-recipients")
    if not lines:
        return []
    typed = [text for text in scope.fields.get("recipients", []) if text.strip()]
    said = [line.casefold() for line in lines]
    own = [
        text
        for text in typed
        if not text.strip().lower().startswith(("lưu", "như điều"))
        and text.strip().rstrip(";.").casefold() not in said
    ]
    kept = [text for text in typed if text.strip().lower().startswith("lưu")]
    fixed = [expand(line.replace("{articles}", str(articles)), scope) for line in lines]
    found = fixed[:-1] + own + (kept or fixed[-1:])
    bare = [wording.clean(text).strip().rstrip(";.") for text in found]
    return [f"{text}{';' if at < len(bare) else '.'}" for at, text in enumerate(bare, 1)]


def cells(scope: Scope, given: list[PaperSignature]) -> list[list[Block | None]]:
    """Return rows of two places to sign. An empty one stays empty, so that nobody moves across.

    Who signed in a role that the form has no place for signs in further rows below.
    """
    expected = signing_blocks.expected(given, scope.schema, scope.fields)
    rows: list[list[Block | None]] = []
    placed = set()
    for row in scope.schema["x-cells"]:
        found: list[Block | None] = []
        for cell in row:
            signed = expected.get(cell["role"], []) if cell else []
            placed.add(cell["role"] if cell else "")
            found.append(_cell(cell, signed, scope) if signed else None)
        if any(found):
            rows.append(found)
    labels = {one["role"]: one["label"]["vi"] for one in scope.schema["x-signers"]}
    others: list[Block | None] = [
        _place(labels.get(role, role), "title" if role in _OFFICES else "hand", signed)
        for role, signed in expected.items()
        if role not in placed
    ]
    return rows + [[*others[at : at + 2], None][:2] for at in range(0, len(others), 2)]


def _cell(cell: Block, signed: list[PaperSignature], scope: Scope) -> Block:
    if cell["role"] == "issuer" and "title" not in cell:
        said = next((item.title for item in signed if item.title), None)
        title = signing_blocks.office_title(scope.fields, said) or _office(scope)
        return _place(title, "issuer", signed)
    return _place(expand(cell["title"], scope), cell.get("hint", "hand"), signed)


def _office(scope: Scope) -> str:
    """Return what a form whose fields name no signer calls him, where he has no title."""
    if "signer" in scope.schema["properties"]:
        return ""
    labels = {one["role"]: one["label"]["vi"] for one in scope.schema["x-signers"]}
    return str(labels["issuer"])


def _place(title: str, hint: str, signed: list[PaperSignature]) -> Block:
    electronic = all(item.note for item in signed)
    return {
        "title": wording.clean(title).upper(),
        "hint": None if electronic else HINTS[hint],
        "people": [signing_blocks.person(item) for item in signed],
    }


def back(scope: Scope) -> Block | None:
    """Return the receipt on the back; None if the paper has none."""
    said = scope.schema.get("x-back")
    if said is None or not holds(said.get("when"), scope):
        return None
    return {
        "text": wording.clean(expand(said["text"], scope)),
        "title": said["title"],
        "hint": HINTS["hand"],
    }
