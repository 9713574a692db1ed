"""What a browser reads in a field of a form: every attribute by itself."""

from functools import partial
from html.parser import HTMLParser
from itertools import product

import pytest

from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.words import say

FIELDS = {
    "field": '{{ forms.field("on", "Ngày", "", type="date", hint=hint, error=error, required=required) }}',
    "area": '{{ forms.area("on", "Lý do", "", hint=hint, error=error, required=required) }}',
    "choose": '{{ forms.choose("on", "Chức vụ", [], "", hint=hint, error=error, required=required) }}',
}


def attributes(name: str, hint: str, error: str, required: bool) -> dict[str, str | None]:
    found: dict[str, str | None] = {}

    class Fields(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag in ("input", "textarea", "select"):
                found.update(attrs)

    template = ENVIRONMENT.from_string(
        '{% import "shell/macros/forms.html" as forms with context %}' + FIELDS[name]
    )
    given = {"hint": hint, "error": error, "required": required}
    Fields().feed(template.render(**given, lang="vi", t=partial(say, "vi")))
    return found


@pytest.mark.parametrize("name", FIELDS)
def test_a_needed_field_is_marked_so_and_led_to_its_hint_and_its_error(name: str) -> None:
    for hint, error, required in product(("", "Ngày đầu tiên"), ("", "Hãy điền"), (False, True)):
        found = attributes(name, hint, error, required)
        described = [f"f-on-{what}" for what, given in (("hint", hint), ("error", error)) if given]
        assert ("required" in found) is required, found
        assert (found.get("aria-describedby") or "").split() == described, found
        assert found.keys() <= _KNOWN, found.keys() - _KNOWN


_KNOWN = {
    *("id", "name", "type", "value", "required", "rows", "aria-describedby", "aria-invalid"),
    *(
        "class",
        "inputmode",
        "autocomplete",
        "placeholder",
        "pattern",
        "title",
        "data-pick",
        "data-words",
    ),
}
