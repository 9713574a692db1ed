"""What a submission may stand on, and whose signatures the form of its minutes asks for."""

from uuid import UUID, uuid4

import pytest

from backend.documents import forms
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.refusals import Signed
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact

M, A, B = uuid4(), uuid4(), uuid4()
PHOTO = PhotoFact(sha256="a" * 64, in_force=True, stored=False)
GONE = PhotoFact(sha256="b" * 64, in_force=False, stored=True)


def signature(
    act_id: UUID, role: str, minutes: UUID = M, *, refused: bool = False
) -> SignatureFact:
    """A signature on record, or a refusal."""
    return SignatureFact(
        act_id=act_id, minutes_id=minutes, signed=Signed(role=role, refused=refused)
    )


def fault(**changed: object) -> str | None:
    """Judge a submission that is right but for what changed."""
    given_facts: dict[str, object] = {
        "announced": True,
        "form": "BB-KT",
        "form_version": 4,
        "fields": {},
        "minutes": M,
        "minutes_in_force": M,
        "photos": ["a" * 64],
        "known_photos": [PHOTO, GONE],
        "signatures": [A, B],
        "known_signatures": [signature(A, "leader"), signature(B, "subject")],
        "places": [],
        "known_places": [],
    }
    return submission_rules.submission_fault(**(given_facts | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"photos": []}, None),
        ({"announced": False}, "not_announced"),
        ({"announced": False, "form": None, "minutes_in_force": None}, "not_announced"),
        ({"minutes_in_force": uuid4()}, "minutes_not_in_force"),
        ({"minutes_in_force": None}, "minutes_not_in_force"),
        ({"photos": ["b" * 64]}, "photos_not_in_force"),
        ({"photos": ["c" * 64]}, "photos_not_in_force"),
        ({"photos": ["a" * 64, "a" * 64]}, "photos_not_in_force"),
        ({"places": [uuid4()]}, "places_unknown"),
        ({"signatures": [A, uuid4()]}, "signatures_unknown"),
        ({"signatures": [B]}, "leader_not_signed"),
        ({"signatures": [A]}, "subject_not_signed"),
        (
            {"known_signatures": [signature(A, "leader", uuid4()), signature(B, "subject")]},
            "signatures_of_other_minutes",
        ),
        (
            {"known_signatures": [signature(A, "leader"), signature(B, "witness")]},
            "subject_not_signed",
        ),
    ],
)
def test_a_submission_stands_only_on_what_is_here_and_in_force(
    changed: dict[str, object], code: str | None
) -> None:
    assert fault(**changed) == code


def test_an_absent_party_is_stood_in_for_by_authority_and_witness() -> None:
    third = uuid4()
    known = [signature(A, "leader"), signature(B, "authority"), signature(third, "witness")]
    assert fault(signatures=[A, B, third], known_signatures=known) is None


@pytest.mark.parametrize("certifies", ["authority", "witness"])
def test_a_party_that_refuses_is_certified_by_the_signature_of_another(certifies: str) -> None:
    refused = signature(B, "subject", refused=True)
    known = [signature(A, "leader"), refused]
    assert fault(known_signatures=known) == "subject_not_signed"
    third = uuid4()
    known.append(signature(third, certifies))
    assert fault(signatures=[A, B, third], known_signatures=known) is None


def test_a_refusal_under_an_edition_before_the_rule_stands_as_it_was_signed() -> None:
    known = [signature(A, "leader"), signature(B, "subject", refused=True)]
    assert fault(form_version=3, known_signatures=known) is None


@pytest.mark.parametrize(
    ("roles", "told", "code"),
    [
        (("leader", "authority"), False, None),
        (("leader", "authority"), True, None),
        (("leader", "witness"), True, None),
        (("leader", "witness"), False, "authority_not_signed"),
        (("leader", "subject"), True, "authority_not_signed"),
        (("leader",), True, "authority_not_signed"),
        (("authority",), False, "leader_not_signed"),
    ],
)
def test_minutes_of_non_execution_need_the_commune_or_a_witness_to_its_absence(
    roles: tuple[str, ...], told: bool, code: str | None
) -> None:
    known = [signature(act_id, role) for act_id, role in zip((A, B), roles, strict=False)]
    given = [item.act_id for item in known]
    found = fault(
        announced=False,
        form="BB-KKT",
        fields={"authority_absence": "Đã mời, không ai đến"} if told else {},
        signatures=given,
        known_signatures=known,
    )
    assert found == code


def test_an_absence_is_told_only_in_the_field_of_a_form_that_asks_for_it() -> None:
    told = {"authority_absence": "Công an xã bận chữa cháy"}
    assert submission_rules.tells_absence("BB-KKT", told)
    assert not submission_rules.tells_absence("BB-KKT", {"authority_absence": "  "})
    assert not submission_rules.tells_absence("BB-KKT", {})
    assert not submission_rules.tells_absence("BB-KT", told)


def test_only_known_forms_have_a_rule() -> None:
    assert set(submission_rules.FORM_RULES) <= {name for name, _ in forms.known()}
