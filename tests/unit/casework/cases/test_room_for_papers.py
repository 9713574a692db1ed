"""What a paper has room for, the act that records it has room for: nothing that was signed is too long to enter."""

from typing import Any

import pytest
from msgspec import inspect

from backend.casework.rules.signed import PARTY
from backend.documents import forms
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts

RECORDED = {"wording": "name", "provision": "legal_basis", "code": "code"}
THING = {"name": "name", "unit": "unit", "quantity": "quantity", "condition": "condition"}
ROOM = [
    *(
        (form, f"/violator/{theirs}", case_parts.Party, ours)
        for form in ("MBB01", "MBB15", "MQĐ01", "MQĐ02", "MQĐ15")
        for theirs, ours in PARTY.items()
    ),
    *(
        ("MBB01", f"/violations/0/{theirs}", case_acts.RecordedViolation, ours)
        for theirs, ours in RECORDED.items()
    ),
    *(
        ("MBB15", f"/exhibits/0/{theirs}", case_exhibit_acts.Exhibit, ours)
        for theirs, ours in THING.items()
    ),
    ("MBB15", "/keeper/name", case_exhibit_acts.ExhibitsSeized, "keeper"),
    ("MBB15", "/custody_place", case_exhibit_acts.ExhibitsSeized, "place"),
    ("MQĐ15", "/remedies/0/measure", case_acts.RemedyOrdered, "remedies"),
    ("MQĐ15", "/reason", case_acts.RemedyOrdered, "reason"),
]


def longest(content: type[Any], name: str) -> int | None:
    """The longest text that an act takes there; None where it is no text."""
    told = inspect.type_info(content)
    assert isinstance(told, inspect.StructType)
    kind = next(field.type for field in told.fields if field.encode_name == name)
    if isinstance(kind, inspect.UnionType):
        kind = next(one for one in kind.types if not isinstance(one, inspect.NoneType))
    if isinstance(kind, inspect.ListType):
        kind = kind.item_type
    return kind.max_length if isinstance(kind, inspect.StrType) else None


@pytest.mark.parametrize(
    ("form", "pointer", "content", "name"), ROOM, ids=lambda one: getattr(one, "__name__", one)
)
def test_the_longest_line_of_a_paper_fits_the_act(
    form: str, pointer: str, content: type[Any], name: str
) -> None:
    line = forms.schema_at(form, forms.newest(form), pointer)
    assert line, "the form has such a line"
    most = longest(content, name)
    if most is not None:
        assert most >= line["maxLength"]
