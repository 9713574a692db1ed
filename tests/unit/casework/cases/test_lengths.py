"""What a form takes the act that records it takes: a signed paper can always be recorded."""

from typing import Any

import pytest
from msgspec import inspect

from backend.casework.rules.signed import PARTY, days_to_comply
from backend.documents import forms
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.core.base import Wire

ROWS: list[tuple[str, str, type[Wire], dict[str, str]]] = [
    ("MBB01", "violator", case_parts.Party, PARTY),
    (
        "MBB01",
        "violations",
        case_acts.RecordedViolation,
        {"wording": "name", "provision": "legal_basis", "code": "code"},
    ),
    *(
        (
            form,
            "exhibits",
            case_exhibit_acts.Exhibit,
            {name: name for name in ("name", "unit", "quantity", "condition")} | {"kind": "brand"},
        )
        for form in ("MBB01", "MBB15")
    ),
]


def bounds(content: type[Wire], name: str) -> tuple[int, int]:
    """How short and how long a text of an act may be."""
    told = inspect.type_info(content)
    assert isinstance(told, inspect.StructType)
    kind: Any = next(one.type for one in told.fields if one.name == name)
    if isinstance(kind, inspect.UnionType):
        kind = next(one for one in kind.types if isinstance(one, inspect.StrType))
    return kind.min_length or 0, kind.max_length


@pytest.mark.parametrize(("form", "part", "content", "names"), ROWS)
def test_no_line_of_a_paper_is_too_long_or_too_short_for_its_act(
    form: str, part: str, content: type[Wire], names: dict[str, str]
) -> None:
    schema = forms.load(form, forms.newest(form))["properties"][part]
    lines = schema.get("items", schema)["properties"]
    for theirs, ours in names.items():
        line = lines.get(theirs, {})
        if line.get("type") != "string" or "maxLength" not in line or "enum" in line:
            continue
        if line.get("format"):
            continue
        least, most = bounds(content, ours)
        assert least <= max(1, line.get("minLength", 0)), (form, theirs)
        assert line["maxLength"] <= most, (form, theirs)


@pytest.mark.parametrize(
    ("terms", "days"),
    [
        (["10 ngày"], 10),
        (["05 ngày kể từ ngày nhận được quyết định", "30 ngày"], 30),
        (["ngay sau khi nhận quyết định"], 10),
        (["9999 ngày"], 365),
        ([], 10),
    ],
)
def test_the_days_to_comply_with_remedies_are_those_of_the_paper(
    terms: list[str], days: int
) -> None:
    fields = {"remedies": [{"measure": "Buộc tiêu hủy", "term": term} for term in terms]}
    assert days_to_comply(fields) == days
