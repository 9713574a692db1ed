"""The rules that the phone knows too: one table of cases, which its own tests read as well (tests/cases/README.md)."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from backend.core.canonical_json import canonical, sha256_hex
from backend.documents import forms
from backend.documents.layout import wording
from backend.fieldwork.rules import documents as document_rules
from backend.fieldwork.rules import flow, refusals, relations
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.documents import PaperFacts
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact
from backend.ledger.bounds import forms as bounds
from backend.ledger.canonical import Malformed, ParsedAct, parse_act, parse_json
from backend.ledger.rules.ledger import reckoned_at
from deploy.demo.seals import ServerKeys, check_byte_receipt, check_receipt, unb64url
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from tests.support import cases, search_cases

REFUSALS = cases.read("refusals")
SUBMISSIONS = cases.read("submissions")
PAPERS = cases.read("papers")
MINUTES = cases.read("minutes")
BOUNDS = cases.read("bounds")
CANONICAL = cases.read("canonical")
ACTS = cases.read("acts")
CLOCK = cases.read("clock")


def name_of(case: dict[str, Any]) -> str:
    return str(case["name"])


def type_of(case: dict[str, Any]) -> str:
    return str(case["act"]["type"])


def test_the_shared_table_of_states_is_the_servers_table() -> None:
    written = (cases.FOLDER / "states.json").read_text(encoding="utf-8")
    assert written == cases.as_text(cases.states()), "write it: python -m tests.support.cases"


def test_the_shared_rules_of_forms_are_the_servers() -> None:
    assert SUBMISSIONS["forms"] == cases.form_rules(), "write it: python -m tests.support.cases"
    assert SUBMISSIONS["usual_form"] == submission_rules.USUAL_FORM


def test_the_shared_bounds_of_fields_are_the_servers() -> None:
    assert BOUNDS["fields"] == cases.field_bounds(), "write it: python -m tests.support.cases"


@pytest.mark.parametrize("case", BOUNDS["cases"], ids=name_of)
def test_a_field_is_inside_or_outside_as_the_shared_case_says(case: dict[str, Any]) -> None:
    found = bounds.findings(case["fields"], datetime.fromisoformat(case["now"]))
    assert [{"at": at, "vi": said.vi, "en": said.en} for at, said in found] == case["findings"]


@pytest.mark.parametrize("case", CLOCK["said"], ids=name_of)
def test_a_paper_says_of_its_clock_what_the_shared_case_says(case: dict[str, Any]) -> None:
    assert wording.clock_of(case["kind"], case["off_s"]) == case["text"]


@pytest.mark.parametrize("case", CLOCK["acts"], ids=name_of)
def test_an_act_happened_when_the_shared_case_says(case: dict[str, Any]) -> None:
    found = reckoned_at(
        made_at=datetime.fromisoformat(case["made_at"]),
        off_s=case.get("clock_off_s"),
        received_at=datetime.fromisoformat("2027-02-01T00:00:00Z"),
        anchored_at=None,
    )
    assert found == datetime.fromisoformat(case["at"])


@pytest.mark.parametrize("case", SUBMISSIONS["cases"], ids=name_of)
def test_a_submission_stands_or_falls_as_the_shared_case_says(case: dict[str, Any]) -> None:
    given = SUBMISSIONS["given"] | case["patch"]
    found = submission_rules.submission_fault(
        announced=given["announced"],
        form=given["form"],
        form_version=given["form_version"],
        fields=given["fields"],
        minutes=UUID(given["minutes"]),
        minutes_in_force=UUID(given["minutes_in_force"]) if given["minutes_in_force"] else None,
        photos=given["photos"],
        known_photos=[PhotoFact(**photo, stored=False) for photo in given["known_photos"]],
        signatures=[UUID(item) for item in given["signatures"]],
        known_signatures=[
            SignatureFact(
                act_id=UUID(item["act_id"]),
                minutes_id=UUID(item["minutes_id"]),
                signed=refusals.Signed(role=item["role"], refused=False),
            )
            for item in given["known_signatures"]
        ],
        places=[UUID(item) for item in given["places"]],
        known_places=[UUID(item) for item in given["known_places"]],
    )
    assert found == case["code"]


@pytest.mark.parametrize("case", PAPERS["signers"], ids=name_of)
def test_a_paper_waits_for_whom_the_shared_case_says(case: dict[str, Any]) -> None:
    schema = {"x-signers": PAPERS["given_signers"]}
    assert document_rules.missing_signers(schema, case["roles"]) == case["missing"]


@pytest.mark.parametrize("case", REFUSALS["cases"], ids=name_of)
def test_a_refusal_counts_as_the_shared_case_says(case: dict[str, Any]) -> None:
    signed = [msgspec.convert(one, refusals.Signed) for one in case["signed"]]
    paper = (case["form"], case["version"], case["fields"], signed)
    assert sorted(refusals.counted(*paper)) == case["counted"]
    assert refusals.uncertified(*paper) is case["uncertified"]


@pytest.mark.parametrize("case", PAPERS["cases"], ids=name_of)
def test_a_paper_takes_effect_or_is_held_as_the_shared_case_says(case: dict[str, Any]) -> None:
    given = dict(case["given"])
    known = given.pop("known")
    judge = {
        "writing": document_rules.writing_fault,
        "signing": document_rules.signing_fault,
        "numbering": document_rules.numbering_fault,
    }[case["about"]]
    assert judge(None if known is None else PaperFacts(**known), **given) == case["code"]


@pytest.mark.parametrize("case", SUBMISSIONS["absences"], ids=str)
def test_an_absence_is_told_as_the_shared_case_says(case: dict[str, Any]) -> None:
    assert submission_rules.tells_absence(case["form"], case["fields"]) is case["told"]


@pytest.mark.parametrize("case", MINUTES["cases"], ids=name_of)
def test_minutes_are_judged_as_the_shared_case_says(case: dict[str, Any]) -> None:
    whole = MINUTES["fields"][case["form"]]
    kept = {key: value for key, value in whole.items() if key not in case["remove"]}
    found = forms.validate(case["form"], case["version"], kept | case["patch"])
    assert [{"at": at, "vi": text.vi, "en": text.en} for at, text in found] == case["findings"]


@pytest.mark.parametrize("case", CANONICAL["values"], ids=name_of)
def test_a_value_has_the_canonical_form_of_the_shared_case(case: dict[str, Any]) -> None:
    assert canonical(case["value"]).decode() == case["text"]
    assert sha256_hex(case["value"]) == case["sha256"]


@pytest.mark.parametrize("case", CANONICAL["values"], ids=name_of)
def test_a_value_that_has_a_canonical_form_may_stand_in_an_act(case: dict[str, Any]) -> None:
    assert isinstance(parse_act(_minutes(json.dumps(case["value"]))), ParsedAct)


@pytest.mark.parametrize("case", CANONICAL["refused"], ids=name_of)
def test_what_no_act_may_hold_is_refused(case: dict[str, Any]) -> None:
    found = parse_act(_minutes(case["json"]))
    assert isinstance(found, Malformed)
    assert found.why == case["why"]


def _minutes(literal: str) -> Any:
    """An act of minutes with a value in its fields, as it would stand in a request's body."""
    act = json.loads(json.dumps(ACTS["acts"][6]["act"]))
    act["content"]["fields"] = "@"
    return parse_json(json.dumps(act).replace('"@"', f'{{"v": {literal}}}').encode())


@pytest.mark.parametrize("case", ACTS["acts"], ids=type_of)
def test_an_act_has_the_hash_and_the_signature_of_the_shared_case(case: dict[str, Any]) -> None:
    parsed = parse_act(parse_json(json.dumps(case["act"]).encode()))
    assert isinstance(parsed, ParsedAct)
    assert parsed.act_hash.hex() == case["sha256"]
    assert hashlib.sha256(parsed.signed_bytes).hexdigest() == case["signed_sha256"]
    raw = unb64url(case["act"]["signature"])
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    x, y = (int.from_bytes(unb64url(ACTS["device_key"][part]), "big") for part in ("x", "y"))
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    key.verify(encode_dss_signature(r, s), parsed.signed_bytes, ec.ECDSA(SHA256()))


def test_the_shared_acts_are_one_log_without_a_gap() -> None:
    log = [case["act"] for case in ACTS["acts"]]
    assert [act["seq"] for act in log] == list(range(1, len(log) + 1))
    assert [act["prev"] for act in log] == [None, *(case["sha256"] for case in ACTS["acts"][:-1])]


@pytest.mark.parametrize("case", ACTS["revisions"])
def test_a_revision_has_the_hash_of_the_shared_case(case: dict[str, Any]) -> None:
    parts = submission_rules.revision_parts(
        UUID(case["minutes"]),
        case["photos"],
        [UUID(item) for item in case["signatures"]],
        [UUID(item) for item in case["places"]],
    )
    assert sha256_hex(parts) == case["revision"]


@pytest.mark.parametrize("case", cases.read("drafts")["cases"], ids=name_of)
def test_the_shared_drafts_have_the_hashes_that_the_server_reckons(case: dict[str, Any]) -> None:
    assert flow.draft_hash(UUID(case["minutes"]), case["photos"]) == case["draft"]


def test_the_shared_receipts_stand_under_the_servers_key() -> None:
    keys = ServerKeys()
    keys.learn([ACTS["server_key"]])
    acts = {case["act"]["id"]: case["act"] for case in ACTS["acts"]}
    for receipt in ACTS["receipts"]:
        check_receipt(receipt, acts[receipt["act_id"]], keys)
    for receipt in ACTS["byte_receipts"]:
        check_byte_receipt(receipt, receipt["sha256"], receipt["size"], keys)


@pytest.mark.parametrize("case", cases.read("relations")["names"], ids=name_of)
def test_a_name_asks_as_the_shared_case_says(case: dict[str, Any]) -> None:
    party = DecisionSubject(
        subject_id=None,
        kind=SubjectKind.HOUSEHOLD,
        name=case["party"],
        trade_name=None,
        tax_code=None,
        registration_number=None,
        address="Số 1 phố Hàng Bài",
        representative=case["representative"],
        representative_title=None,
        phone=None,
    )
    assert relations.same_name(case["officer"], party) is case["same"]


def test_the_phone_searches_by_what_our_search_computes() -> None:
    written = (cases.FOLDER / "searching.json").read_text(encoding="utf-8")
    table = cases.as_text(search_cases.table())
    assert written == table, "write it: python -m tests.support.cases"
