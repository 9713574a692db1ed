"""A paper in short, for the page where it is signed: whom it is about, what it decides, sums, days, goods.

Only what the paper itself says. The whole text and the laid-out paper are on the same page.
"""

from typing import Any

from admin_ui.shell.field_values import DRAFTED, worded
from admin_ui.shell.words import Language, say
from backend.documents import service as documents

_WHOM = ("name", "id_number", "enterprise_code", "address")
_SAYS = (
    "decision_number",
    "decision_date",
    "ground",
    "variant",
    "purpose",
    "relief",
    "measure",
    "total_fine",
    "amount",
    "remaining",
    "months",
    "from_on",
    "until_on",
    "effective_on",
    "expected_start",
    "expected_end",
    "reason",
)
"""Single fields, in the order in which they are shown."""
_ROWS = {
    "violations": ("wording", "provision", "penalty", "fine"),
    "additional": ("measure", "term"),
    "remedies": ("measure", "term"),
    "instalments": ("amount", "until_on"),
    "changes": ("where", "before", "after"),
    "exhibits": ("name", "quantity", "unit"),
    "licences": ("name", "quantity"),
    "items": ("name", "quantity", "unit", "seal_number"),
}
"""Lists, with the parts of a row that are shown."""
MOST_ROWS = 12


def in_short(
    schema: dict[str, Any], fields: dict[str, Any], language: Language
) -> list[tuple[str, list[str]]]:
    """Return lines of label and values; what the paper leaves empty is not among them."""
    form, version = schema["x-form"], schema["x-version"]

    def label(at: str) -> str:
        return documents.label(form, version, at, language)

    def said(at: str, value: Any) -> str:
        node = documents.schema_at(form, version, at)
        return worded(node, value, language, DRAFTED)

    found: list[tuple[str, list[str]]] = []
    whom = fields.get("violator") or {}
    told = [said(f"/violator/{name}", whom[name]) for name in _WHOM if whom.get(name)]
    if told:
        found.append((say(language, "paper.party"), [" · ".join(told)]))
    found += [
        (label(f"/{name}"), [said(f"/{name}", fields[name])])
        for name in _SAYS
        if fields.get(name) not in (None, "") and not isinstance(fields[name], list | dict)
    ]
    for name, parts in _ROWS.items():
        rows = [one for one in fields.get(name) or [] if isinstance(one, dict)]
        lines = [
            " · ".join(
                said(f"/{name}/{place}/{part}", row[part])
                for part in parts
                if row.get(part) not in (None, "")
            )
            for place, row in enumerate(rows[:MOST_ROWS])
        ]
        if len(rows) > MOST_ROWS:
            lines.append(say(language, "paper.and_more", count=len(rows) - MOST_ROWS))
        if any(lines):
            found.append((label(f"/{name}"), lines))
    return found
