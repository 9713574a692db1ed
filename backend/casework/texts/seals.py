"""Refusals of the agency's digital seal on papers of cases, in both languages: why, and what to do."""

from backend.documents.texts.seals import AGAINST

ON_SEALS: dict[str, tuple[str, str]] = {
    "case_needs_clerk": (
        "Chỉ văn thư của đơn vị mới đóng dấu số của cơ quan.",
        "Only the unit's clerk (văn thư) puts the agency's digital seal on a paper.",
    ),
    **{f"case_seal_{why}": texts for why, texts in AGAINST.items()},
}
