"""From a paper's content to the typesetter's input: head, title, body, signatures, foot. Pure."""

from datetime import date
from typing import Any

from backend.documents import forms
from backend.documents.layout import (
    amounts,
    drawing,
    generic,
    generic_decisions,
    references,
    wording,
)
from backend.documents.layout.blanks import completed
from backend.documents.layout.bodies import BODIES
from backend.documents.layout.prescribed import paper as prescribed
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.signing_blocks import blocks, head_of
from backend.documents.layout.wording import clean
from backend.documents.rules.symbols import symbol
from schemas.documents.papers import PaperContent

_KINDS = (*("Quyết định", "Biên bản", "Báo cáo", "Đề xuất", "Phương án", "Bảng kê", "Phụ lục"),)


_SIGNED_QR = (
    "Mã QR của hệ thống, không thuộc nội dung văn bản. Quét bằng máy ảnh thì mở trang tra cứu; quét bằng ứng dụng Hiện "
    "Trường thì biết văn bản có đúng là do hệ thống cấp hay không, kể cả khi không có mạng. Văn bản còn hiệu lực hay "
    "không thì phải tra cứu."
)
_SHORT = 4
"""Most words of a title that is printed on one line: BIÊN BẢN KIỂM TRA."""
_UNDATED = date(2000, 1, 1)


def document(paper: PaperContent) -> dict[str, Any]:
    """Lay out a paper. Raises FormUnknown."""
    schema = forms.load(paper.form, paper.version)
    amounts.chosen.set(amounts.BY_REGION[paper.amounts])
    fields = completed(schema, paper.fields)
    sheet = Sheet()
    _start(sheet, schema, fields)
    if "x-body" in schema:
        laid_out = prescribed.laid_out(paper, schema, fields, sheet)
        return _framed(paper, schema, sheet) | laid_out
    usual = generic_decisions.body if schema["x-layout"] == "decision" else generic.body
    BODIES.get(paper.form, usual)(sheet, schema, fields)
    heading, about = _title(schema, fields)
    return _framed(paper, schema, sheet) | {
        "dated": clean(wording.dated(paper.letterhead.place, paper.issued_on)),
        "heading": clean(heading),
        "about": _optional(about),
        "to": _optional(fields.get("to")),
        "signatures": blocks(paper.signatures, schema, fields),
        "cells": None,
        "recipients": _recipients(fields),
        "received": _received(schema),
        "back": None,
    }


def _framed(paper: PaperContent, schema: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    """Return what every paper has, however its form is laid out."""
    return {
        "title": clean(f"{schema['x-title']['vi']} {paper.number or ''}".strip()),
        "day": _day(paper),
        "superior": _optional(paper.letterhead.superior),
        "issuer": clean(paper.letterhead.issuer),
        "number": clean(paper.number or _without_number(schema, paper)),
        "subject": None,
        "blocks": sheet.blocks,
        "annex": None,
        "foot": _foot(paper),
        "page_word": "Trang",
        "qr": drawing.qr(paper.verify_url) if paper.verify_url else None,
        "qr_alt": clean(f"Mã QR tra cứu văn bản: {paper.verify_url or ''}"),
        "signed_qr": drawing.qr_signed(paper.verify_url, paper.statement)
        if paper.verify_url and paper.statement
        else None,
        "signed_qr_alt": clean(f"Mã QR có xác nhận của máy chủ: {paper.verify_url or ''}"),
        "signed_qr_said": _SIGNED_QR,
        "draft": paper.draft,
        "draft_word": "DỰ THẢO",
    }


def _day(paper: PaperContent) -> list[int]:
    """Return the date that PDF/A requires in the file.

    It is the paper's date of issue, else a constant, so that the bytes do not differ.
    """
    day = paper.issued_on or _UNDATED
    return [day.year, day.month, day.day]


def _start(sheet: Sheet, schema: dict[str, Any], fields: dict[str, Any]) -> None:
    """Print what comes before the body: the office that decides, and the legal bases."""
    signer = fields.get("signer")
    if schema["x-layout"] == "decision" and signer:
        unit = signer.get("unit") or fields.get("agency", "")
        title = head_of(signer["title"])
        said = title if title.lower().endswith(unit.lower()) else f"{title}\n{unit}"
        sheet.centred(said.upper())
    if "x-body" in schema:
        return
    if bases := references.bases(schema, fields):
        sheet.bases(bases)


def _title(schema: dict[str, Any], fields: dict[str, Any]) -> tuple[str, str | None]:
    """Split a title into the kind of paper and its subject: BIÊN BẢN, below it Vi phạm hành chính.

    A short title is one line. A purpose that is chosen from a list (MQĐ20) is no subject: it stands
    in the body, in the words of the list.
    """
    title = schema["x-title"]["vi"]
    kind = next((kind for kind in _KINDS if title.startswith(kind)), title)
    about = title.removeprefix(kind).strip()
    if named := fields.get("heading") or fields.get("about"):
        return kind.upper(), wording.capitalised(str(named))
    chosen = "x-choices" in schema["properties"].get("purpose", {})
    if (purpose := fields.get("purpose")) and not chosen:
        return title.upper(), f"Về việc {purpose[:1].lower()}{purpose[1:]}"
    if len(title.split()) <= _SHORT:
        return title.upper(), None
    if field := fields.get("law_field"):
        about += f" trong lĩnh vực {field}"
    return kind.upper(), wording.capitalised(about) or None


def _without_number(schema: dict[str, Any], paper: PaperContent) -> str:
    """Leave room before the symbol for a number that is still to come."""
    return f"{'……' if paper.draft else '      '}/{symbol(schema, paper.fields)}"


def _recipients(fields: dict[str, Any]) -> list[str]:
    """Return the recipients: each ends with a semicolon, the last with a full stop."""
    said = [clean(item).strip().rstrip(";.") for item in fields.get("recipients", [])]
    return [text + (";" if at < len(said) else ".") for at, text in enumerate(said, 1)]


_HANDED_IN = {"MQĐ17": 2}
"""The article that names whom a decision is handed to, if it is not the first."""


def _received(schema: dict[str, Any]) -> list[str]:
    """Return the lines for the receiver of a decision that is handed over in person."""
    if not any(signer["role"] == "receiver" for signer in schema["x-signers"]):
        return []
    article = _HANDED_IN.get(schema["x-form"], 1)
    return [
        f"Quyết định đã giao trực tiếp cho cá nhân, đại diện tổ chức có tên tại Điều {article} vào hồi …… giờ …… phút,"
        " ngày …… tháng …… năm ……",
        "Người nhận quyết định (Ký, ghi rõ họ tên):",
    ]


def _foot(paper: PaperContent) -> list[str]:
    """Return the foot of every page, which prevents pages of different papers from being mixed up."""
    first = [paper.number and f"Số {paper.number}", paper.code and f"Mã tra cứu: {paper.code}"]
    lines = [" · ".join(text for text in first if text)]
    if paper.short_hash:
        lines.append(f"SHA-256: {paper.short_hash}")
    if paper.clock:
        lines.append(paper.clock)
    if paper.seal:
        lines.append(paper.seal)
    return [clean(line) for line in lines if line]


def _optional(text: str | None) -> str | None:
    return clean(text) if text else None
