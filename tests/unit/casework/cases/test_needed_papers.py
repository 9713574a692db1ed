"""One declaration of the papers that acts take, and the guards hold to it: what is offered is what is accepted."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from msgspec import inspect

from backend.casework.derived import needed_papers
from backend.casework.derived.guards import guard
from backend.casework.derived.needed_papers import NEEDED
from backend.casework.prefill.filling import FORMS
from backend.casework.rules.facts import Facts
from backend.casework.rules.papers_in_force import Needed
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import NOW, TODAY, guard_context, ident
from tests.unit.casework.cases.viewed import paper

ANY_OF_THE_CASE = {CaseAct.SANCTION_PUBLISHED}
"""The guard asks for the case's own decision, whatever its form."""
NO_PAPER_ASKED = {CaseAct.INSPECTION_PROPOSED}
"""The guard does not look at the paper: an opening act has no case yet that could hold one."""
BY_MODE = {CaseAct.DECISION_DELIVERED, CaseAct.EXHIBITS_DISPOSED}
"""Each way of delivery takes another of the forms; see test_execution.py. Of the ends of goods only confiscation
takes minutes; see test_destroyed_goods.py."""
LINES = [
    (kind, line)
    for kind, lines in NEEDED.items()
    for line in lines
    if kind not in ANY_OF_THE_CASE | NO_PAPER_ASKED | BY_MODE
]


def _value(kind: inspect.Type, name: str) -> Any:
    """Something that the door takes."""
    match kind:
        case inspect.UnionType():
            return None
        case inspect.UUIDType():
            return str(ident(name))
        case inspect.EnumType():
            return next(iter(kind.cls)).value
        case inspect.LiteralType():
            return kind.values[0]
        case inspect.ListType():
            return [_value(kind.item_type, name)] * (kind.min_length or 0)
        case inspect.StructType():
            return {one.name: _value(one.type, one.name) for one in kind.fields}
    return _plain(kind)


def _plain(kind: inspect.Type) -> Any:
    match kind:
        case inspect.DateType():
            return TODAY.isoformat()
        case inspect.DateTimeType():
            return NOW.isoformat()
        case inspect.BoolType():
            return False
        case inspect.IntType():
            return int(kind.ge or 0)
        case inspect.StrType(pattern=str(pattern)) if "{64}" in pattern:
            return "0" * 64
        case inspect.StrType():
            return "1" * max(kind.min_length or 0, 3)
    return {}


def _content(kind: CaseAct, **said: Any) -> Any:
    told = inspect.type_info(CASE_CONTENTS[kind])
    assert isinstance(told, inspect.StructType)
    return msgspec.convert(_value(told, "") | said, CASE_CONTENTS[kind])


def _missing(kind: CaseAct, line: Needed, form: str, facts: Facts) -> bool:
    """Whether the guard says that no fitting paper is there, where the act names one of this form."""
    others = {one.field: str(ident(one.forms[0])) for one in NEEDED[kind] if one is not line}
    if kind in (CaseAct.SEIZURE_EXTENDED, CaseAct.EXHIBITS_MOVED):
        others["exhibits"] = [str(one) for one in facts.exhibits]  # type: ignore[assignment]
    try:
        found = guard(
            kind, _content(kind, **others, **{line.field: str(ident(form))}), facts, guard_context()
        )
    except (KeyError, AttributeError, TypeError):
        return False  # it took the paper, and reads on in it
    return found is not None and found.code == "case_paper_missing"


def _with_every_paper(kind: CaseAct) -> Facts:
    """A case in which a paper of every form stands signed."""
    match kind:
        case CaseAct.SANCTION_IMPOSED_ON_SPOT | CaseAct.VIOLATION_RECORDED:
            case = made.inspected()
        case CaseAct.EXPLANATION_RECEIVED:
            case = made.recorded(right=True)
        case _:
            case = made.seized()
    for form in sorted(FORMS):
        case.paper(form)
    for exhibit in case.facts.exhibits.values():
        exhibit.until = TODAY
    return case.facts


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_the_guard_takes_exactly_the_forms_that_are_declared(kind: CaseAct, line: Needed) -> None:
    facts = _with_every_paper(kind)
    taken = {form for form in sorted(FORMS) if not _missing(kind, line, form, facts)}
    if line.field == "by":  # what is no decision about another has its own refusals behind this one
        assert taken <= set(line.forms)
    else:
        assert taken == set(line.forms)


def test_every_declared_field_is_one_of_the_act() -> None:
    for kind, lines in NEEDED.items():
        names = set(CASE_CONTENTS[kind].__struct_fields__)
        assert {one.field for one in lines} <= names, kind
        assert {form for one in lines for form in one.forms} <= set(FORMS), kind


def test_a_ground_is_a_paper_that_the_act_takes() -> None:
    for kind, forms in needed_papers.GROUND.items():
        taken = {form for one in NEEDED[kind] for form in one.forms}
        assert set(forms) <= taken, kind


def test_the_ground_is_the_chosen_paper_else_the_newest_of_the_nearest_form() -> None:
    minutes = paper("MBB01")
    first, second = paper("MBB15", name="first"), paper("MBB15", name="second")
    gone = paper("MBB15", "cancelled", name="gone")

    def ground(*papers: Any, chosen: UUID | None = None) -> Any:
        return needed_papers.ground(CaseAct.EXHIBITS_SEIZED, list(papers), chosen)

    assert ground(first, second, minutes, gone) is second
    assert ground(first, second, minutes, chosen=first.id) is first
    assert ground(first, gone, chosen=gone.id) is first
    assert ground(minutes, gone) is minutes
    assert ground(gone) is None
    assert needed_papers.ground(CaseAct.NOTE_ADDED, [minutes]) is None
