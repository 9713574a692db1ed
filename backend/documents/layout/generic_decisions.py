"""Lay out any decision from its form: fields that the bases do not contain, QUYẾT ĐỊNH, articles.

Only of older versions: the newest of every form says its own layout (`x-body`, prescribed).
"""

from typing import Any

from backend.documents.layout import references, wording
from backend.documents.layout.generic import FRAME, field, fields_of, has_line
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema

Fields = dict[str, Any]
_PARTY, _EXECUTION = "party", "execution"
"""Groups of a form with a fixed place: whom the decision is about, and how it is carried out."""
_COMPLAIN = (
    "Cá nhân, tổ chức có tên tại Điều 1 có quyền khiếu nại hoặc khởi kiện hành chính đối với Quyết định này theo quy"
    " định của pháp luật."
)
_CHANGED = _COMPLAIN.replace("có tên tại Điều 1", "có liên quan")
_TOLD_OF_NO_COMPLAINT = frozenset({"MQĐ14", "MQĐ33"})
"""Forms of Decree 118/2021 without a clause on complaints, though they name the party."""
_OF_ANOTHER = frozenset({"MQĐ38", "MQĐ39", "MQĐ40"})
"""Forms with that clause that name the party only by the decision that they change."""


def body(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Lay out a decision."""
    told = FRAME | references.told_by(references.bases(schema, fields), schema, fields)
    for group in schema["x-groups"]:
        if not group.get("article"):
            for name, node in fields_of(schema, group):
                if name not in told and has_line(schema, name, fields):
                    field(sheet, node, fields.get(name), required=False)
    sheet.centred("QUYẾT ĐỊNH:")
    articles = [group for group in schema["x-groups"] if group.get("article")]
    about_party = any(group["key"] == _PARTY for group in articles)
    number = 0
    for group in articles:
        inside = [(name, node) for name, node in fields_of(schema, group) if name not in FRAME]
        if not any(has_line(schema, name, fields) for name, _ in inside):
            continue
        if group["key"] == _EXECUTION:
            complaint = _complaint(schema["x-form"], about_party=about_party)
            _execution(sheet, number + 1, schema, fields, complaint)
            continue
        heading = group["label"]["vi"]
        if number == 0 and about_party:
            number = 1
            sheet.article(1, f"{_deed(schema)} đối với cá nhân, tổ chức có tên sau đây:")
            heading = heading if group["key"] == _PARTY else ""
        elif number == 0 or not about_party:
            number += 1
            sheet.article(number, f"{heading}{_of_which(schema, fields)}:")
        for name, node in inside:
            required = name in schema["required"]
            field(sheet, node, fields.get(name), required=required, under=heading)


def _deed(schema: Schema) -> str:
    """Return what the decision does, from its title: Kéo dài thời hạn tạm giữ …"""
    return wording.capitalised(str(schema["x-title"]["vi"]).removeprefix("Quyết định").strip())


def _of_which(schema: Schema, fields: Fields) -> str:
    """Name the decision that this one changes; empty if it changes none."""
    number = fields.get("decision_number")
    if not number or "decision_title" not in schema["properties"]:
        return ""
    title = fields["decision_title"]
    return f" {references.named(title, number, fields.get('decision_date'))}"


def _complaint(form: str, *, about_party: bool) -> str | None:
    """Return the clause on complaints that the form has, or None."""
    if form in _OF_ANOTHER:
        return _CHANGED
    return _COMPLAIN if about_party and form not in _TOLD_OF_NO_COMPLAINT else None


def _execution(
    sheet: Sheet, number: int, schema: Schema, fields: Fields, complaint: str | None
) -> None:
    """Print the end of a decision: when it takes effect, terms and payment if any, who executes it."""
    day = wording.day_of(fields["effective_on"])
    sheet.article(number, f"Quyết định này có hiệu lực kể từ {day}.")
    for name, node in schema["properties"].items():
        if node["x-group"] == _EXECUTION and name not in FRAME | {"effective_on", "executor"}:
            field(sheet, node, fields.get(name), required=False)
    if complaint:
        sheet.text(complaint)
    executor = wording.capitalised(fields["executor"])
    sheet.article(number + 1, f"{executor} chịu trách nhiệm thi hành Quyết định này.")
