"""What is refused of the papers of a case themselves."""

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.test_guards import code


def test_a_paper_is_signed_as_it_was_seen_or_not_at_all() -> None:
    case = made.inspected()
    document = ident("paper")
    draft = case_side_acts.DocumentDrafted(
        document_id=document, form="BC", form_version=1, fields={"a": 1}, replaces=None
    )
    case.add(CaseAct.DOCUMENT_DRAFTED, draft)
    seen = case_side_acts.DocumentFinalised(document_id=document, fields_hash="0" * 64)
    assert code(seen, case.facts) == "case_paper_changed"
    right = case_side_acts.DocumentFinalised(
        document_id=document, fields_hash=case.facts.papers[document].fields_hash
    )
    lacks = Text(vi="Nơi nhận: Cần điền mục này", en="Recipients: This field must be filled in")
    assert code(right, case.facts, form_fault=lacks) == "case_paper_incomplete"
    assert code(right, case.facts) is None
    case.add(CaseAct.DOCUMENT_FINALISED, right)
    assert code(draft, case.facts) == "case_paper_state"
    unknown = case_side_acts.DocumentReopened(document_id=ident("none"), reason="Sai mẫu")
    assert code(unknown, case.facts) == "case_paper_unknown"


def test_what_a_paper_is_to_replace_must_stand() -> None:
    case = made.inspected()
    draft = case_side_acts.DocumentDrafted(
        document_id=ident("new"), form="MQĐ40", form_version=1, fields={}, replaces=ident("old")
    )
    assert code(draft, case.facts) == "case_paper_missing"
    case.paper("BC", "old")
    assert code(draft, case.facts) is None
    taken = case_side_acts.DocumentCancelled(
        document_id=ident("old"), by=ident("old"), reason="Sai sót"
    )
    assert code(taken, case.facts) == "case_paper_state"
