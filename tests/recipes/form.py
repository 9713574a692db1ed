"""Add a form: minutes of a working session (biên bản làm việc), begun at the desk in a case."""

from tests.recipes.following import New, Recipe

TEST = "tests/integration/admin_ui/casework/test_session_minutes.py"

RECIPE = Recipe(
    title="Add a form",
    module="form",
    steps=(
        New(
            "backend/documents/forms/BB-LV.1.json",
            """{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "$id": "urn:hientruong:form:BB-LV:1",
 "title": "Biên bản làm việc",
 "x-title": {"vi": "Biên bản làm việc", "en": "Minutes of a working session"},
 "x-form": "BB-LV",
 "x-version": 1,
 "x-source": "An example: no circular has it.",
 "x-symbol": "BB-LV",
 "x-issuer": "officer",
 "x-layout": "minutes",
 "x-family": {"name": "minutes", "place": 11},
 "x-signers": [
  {"role": "subject", "label": {"vi": "Người làm việc", "en": "Who was met"}, "required": true},
  {"role": "leader", "label": {"vi": "Người lập biên bản", "en": "Who drew up the minutes"}, "required": true}
 ],
 "x-bases": [],
 "x-heading": ["Biên bản", "Làm việc"],
 "x-body": [
  {"line": ["1. Làm việc với", "{with_whom}"]},
  {"line": ["2. Nội dung", "{content}"]},
  {"text": "Biên bản được lập tại {agency}."}
 ],
 "x-cells": [
  [{"role": "subject", "title": "Người làm việc"}, {"role": "leader", "title": "Người lập biên bản", "hint": "title"}]
 ],
 "x-groups": [
  {"key": "head", "label": {"vi": "Buổi làm việc", "en": "The session"}},
  {"key": "body", "label": {"vi": "Nội dung", "en": "Contents"}}
 ],
 "type": "object",
 "additionalProperties": false,
 "required": ["agency", "with_whom", "content"],
 "properties": {
  "agency": {
   "type": "string", "minLength": 1, "maxLength": 300,
   "x-label": {"vi": "Cơ quan lập biên bản", "en": "Agency drawing up the minutes"}, "x-order": 1, "x-group": "head"
  },
  "number": {
   "type": "string", "maxLength": 60, "x-label": {"vi": "Số biên bản", "en": "Number of the minutes"},
   "x-order": 2, "x-group": "head"
  },
  "with_whom": {
   "type": "string", "minLength": 1, "maxLength": 300, "x-label": {"vi": "Làm việc với", "en": "Session with"},
   "x-order": 3, "x-group": "head"
  },
  "content": {
   "type": "string", "minLength": 1, "maxLength": 5000, "x-label": {"vi": "Nội dung", "en": "Contents"},
   "x-order": 4, "x-group": "body", "x-multiline": true
  }
 }
}
""",
        ),
        New(
            "tests/unit/documents/examples/BB-LV.1.json",
            """{
 "agency": "Đội Quản lý thị trường số 1",
 "with_whom": "Bà Nguyễn Thị Lựu, chủ hộ kinh doanh",
 "content": "Bà Lựu cho biết hàng mua của người bán dạo, không có hóa đơn, chứng từ."
}
""",
        ),
        New(
            "tests/cases/forms/BB-LV.json",
            """{
 "source": "An example: no circular has it.",
 "symbol": "BB-LV",
 "title": "Làm việc",
 "items": ["BIÊN BẢN", "1. Làm việc với:", "2. Nội dung:", "NGƯỜI LẬP BIÊN BẢN"],
 "cells": [["subject", "leader"]]
}
""",
        ),
        New(
            TEST,
            '''"""Minutes of a working session are begun at the desk, and its form is served to phones."""

from tests.support import cases_made
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers


async def test_minutes_of_a_session_are_begun_in_a_case(readers: Readers, people: People) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}/documents/new")
    assert "Biên bản làm việc" in desk.page.text
    await desk.open(f"/desk/cases/{case.id}/documents/new?form=BB-LV")
    assert await desk.press("/documents") == 200
    assert "Làm việc với" in desk.page.text


async def test_its_form_is_served(phones: Phones, people: People) -> None:
    phone = await phones.of(people.an)
    served = await phone.call("GET", "/forms/BB-LV/1")
    assert served["x-title"]["vi"] == "Biên bản làm việc"
    assert "x-family" not in served
''',
        ),
    ),
    tests=(
        TEST,
        "tests/unit/documents",
        "tests/unit/ledger/bounds/test_page.py",
        "tests/integration/admin_ui/shell/test_markup.py",
    ),
    forgotten="tests/unit/documents/examples/BB-LV.1.json",
    notices=("pytest", "tests/unit/documents/test_examples.py"),
)
