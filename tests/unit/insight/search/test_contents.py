"""Every text field of every act of a searched record is either searched or named as not searched."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backend.documents import forms
from backend.insight.rules.search import contents
from schemas.approvals.words import SubmissionAct
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperAct
from schemas.fieldwork.words import ActType
from schemas.insight.words import ReportAct
from schemas.intake.words import InformationAct
from schemas.ledger.acts import CONTENTS
from schemas.planning.words import PlanAct

NOT_SEARCHED = Path(__file__).with_name("not_searched.txt")
ACTS: dict[RecordKind, Any] = {
    RecordKind.CASE: CaseAct,
    RecordKind.INSPECTION: ActType,
    RecordKind.INFORMATION: (*InformationAct, *RecordPaperAct),
    RecordKind.SUBMISSION: SubmissionAct,
    RecordKind.PLAN: (*PlanAct, *RecordPaperAct),
    RecordKind.REPORT: (*ReportAct, *RecordPaperAct),
}


def fields(of: Any, path: str = "", above: tuple[type, ...] = ()) -> Iterator[str]:
    """The names of all text fields of a type, as the list writes them."""
    match of:
        case msgspec.inspect.StructType() if of.cls not in above:
            for one in of.fields:
                name = f"{path}.{one.encode_name}" if path else one.encode_name
                yield from fields(one.type, name, (*above, of.cls))
        case msgspec.inspect.UnionType():
            for one in of.types:
                yield from fields(one, path, above)
        case msgspec.inspect.ListType() | msgspec.inspect.VarTupleType():
            yield from fields(of.item_type, f"{path}[]", above)
        case msgspec.inspect.DictType():
            yield f"{path}{{}}"
        case msgspec.inspect.StrType() | msgspec.inspect.AnyType():
            yield path


def of_act(act: str) -> set[str]:
    """The text fields of an act's content."""
    return set(fields(msgspec.inspect.type_info(CONTENTS[act])))


def not_searched(kind: RecordKind) -> set[str]:
    """What the file names for a kind, one a line behind the kind's name."""
    lines = (line.split() for line in NOT_SEARCHED.read_text("utf-8").splitlines())
    return {words[1] for words in lines if words and words[0] == kind}


@pytest.mark.parametrize("kind", ACTS)
def test_each_text_field_is_searched_or_named_as_not_searched(kind: RecordKind) -> None:
    left = not_searched(kind)
    unknown = {
        f"{act}: {path}"
        for act in ACTS[kind]
        for path in of_act(act) - set(contents.listed(kind, act)) - left
    }
    assert not unknown, sorted(unknown)


@pytest.mark.parametrize("kind", ACTS)
def test_nothing_is_listed_that_no_act_has(kind: RecordKind) -> None:
    there = {path for act in ACTS[kind] for path in of_act(act)}
    listed = {path for act in ACTS[kind] for path in contents.listed(kind, act)}
    optional = {path for path in listed if path.endswith(".identity_number")}
    assert not listed - there - optional
    assert not not_searched(kind) - there


def test_no_field_about_who_informs_is_searched() -> None:
    listed = {path for kind in ACTS for act in ACTS[kind] for path in contents.listed(kind, act)}
    assert not {path for path in listed if "informant" in path or "sealed" in path}
    assert "content" not in contents.listed(RecordKind.CASE, CaseAct.INFORMATION_RECEIVED)


def test_the_texts_of_a_content_are_found_along_its_path() -> None:
    content = {"a": [{"b": "một"}, {"b": None}, {"b": " "}], "c": {"d": ["hai", {"e": "ba"}]}}
    assert list(contents.leaves(content, "a[].b")) == ["một"]
    assert list(contents.leaves(content, "c{}")) == ["hai", "ba"]
    assert list(contents.leaves(content, "nothing.here")) == []


@pytest.mark.parametrize(
    "text", ["2026-11-30", "2026-11-30T08:00:00Z", "9" * 64, "not_executed", ""]
)
def test_what_a_paper_does_not_print_is_left_out(text: str) -> None:
    assert list(contents.paper_texts({"x": text})) == []


def test_what_a_form_hides_is_for_programs_and_not_searched() -> None:
    """The reckoning of a fine is JSON: its keys would be found, and would leave no room for what the paper says."""

    def hidden(node: Any) -> Iterator[str]:
        for name, one in node.get("properties", {}).items():
            if one.get("x-hidden") and one["type"] == "string":
                yield name
            yield from hidden(one.get("items", one))

    found = {
        name
        for file in forms.FOLDER.glob("*.json")
        for name in hidden(msgspec.json.decode(file.read_bytes()))
    }
    assert found == contents.FOR_PROGRAMS
    said = {"reckoning": '{"kind":"vehicle"}', "circumstances": "Không xuất trình hóa đơn"}
    assert list(contents.paper_texts(said)) == ["Không xuất trình hóa đơn"]
