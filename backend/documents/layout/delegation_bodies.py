"""Decisions that delegate a head's powers, and that end it: MQĐ34 to MQĐ37 (Decree 118/2021 Art 10)."""

from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema, said

Fields = dict[str, Any]


def given(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Print to whom which powers are given, how far and how long (MQĐ34, MQĐ35, MQĐ36).

    A delegation to hold persons (MQĐ36) also says why.

    A delegation for one case has no term of its own: it ends with the case.
    """
    receiver = fields["receiver"]
    sheet.centred("QUYẾT ĐỊNH:")
    sheet.article(1, f"{_deed(schema)} cho người có tên sau đây:")
    _person(sheet, receiver)
    number = 2
    if "reason" in schema["properties"]:
        sheet.said(f"{number}. Lý do giao quyền", fields["reason"])
        number += 1
    scope = said(schema["properties"]["scope"], fields["scope"]) or ""
    named = fields.get("case_name")
    sheet.field(f"{number}. Phạm vi giao quyền", f"{scope}: {named}" if named else scope)
    sheet.said(f"{number + 1}. Nội dung giao quyền", fields["content"])
    since = wording.day_of(fields["valid_from"])
    standing = fields["scope"] != "case"
    if standing:
        until = fields.get("valid_to")
        term = f"từ {since}" + (f" đến hết {wording.day_of(until)}" if until else "")
        sheet.field(f"{number + 2}. Thời hạn giao quyền", term)
    name, office = receiver["name"], fields["office"]
    sheet.text(
        f"{number + (3 if standing else 2)}. Ông (bà) {name} được thực hiện các thẩm quyền của {office} kể từ {since}."
    )
    sheet.article(
        2,
        f"Ông (bà) {receiver['name']} chịu trách nhiệm trước pháp luật và trước người giao quyền về quyết định của "
        "mình; không được giao quyền cho người khác.",
    )
    _closed(sheet, 3, fields, receiver)


def ended(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Print which delegation ends, from when and why (MQĐ37)."""
    receiver = fields["receiver"]
    what = said(schema["properties"]["delegated"], fields["delegated"]) or ""
    what = what[:1].lower() + what[1:]
    day = wording.day_of(fields["delegated_on"])
    sheet.centred("QUYẾT ĐỊNH:")
    sheet.article(
        1,
        f"Chấm dứt việc {what} theo Quyết định số {fields['delegation_no']} {day} đối với ông (bà) "
        f"{receiver['name']}, {receiver['title']}, {receiver['unit']}, kể từ {wording.day_of(fields['ends_from'])}.",
    )
    sheet.said("Lý do", fields["reason"])
    _closed(sheet, 2, fields, receiver)


def _person(sheet: Sheet, receiver: Fields) -> None:
    sheet.field("1. Họ và tên", receiver["name"])
    sheet.field("Chức vụ", receiver["title"])
    sheet.field("Cơ quan", receiver["unit"])


def _closed(sheet: Sheet, number: int, fields: Fields, receiver: Fields) -> None:
    sheet.article(number, "Quyết định này có hiệu lực thi hành kể từ ngày ký.")
    executor = wording.capitalised(fields["executor"])
    sheet.article(
        number + 1,
        f"{executor} và ông (bà) {receiver['name']} chịu trách nhiệm thi hành Quyết định này.",
    )


def _deed(schema: Schema) -> str:
    """Return what the decision does, from its title: Giao quyền xử phạt …"""
    title = str(schema["x-title"]["vi"])
    return wording.capitalised(title.removeprefix("Quyết định về việc").strip())
