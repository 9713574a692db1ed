"""Whose name a paper bears and whose powers it needs, as pure rules."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.casework.rules.signing import (
    Signer,
    beyond,
    heads,
    incompetent,
    other_signer,
    outranks,
)
from backend.documents import forms
from backend.law.catalogue import files as catalogue
from backend.law.sanctions import engine as sanctions
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import (
    ActOrder,
    Circumstances,
    Computation,
    ExtraKind,
    ExtraPenalty,
    SanctionOrder,
    Values,
)

DAY = date(2026, 11, 24)
GIANG = Signer("Bùi Hương Giang", "Chi cục trưởng", "01-QLTT0007")


def schema(form: str) -> dict[str, Any]:
    return forms.load(form, 1)


def signer(**said: str) -> dict[str, Any]:
    return {"signer": {"name": GIANG.name, "title": GIANG.title} | said}


@pytest.mark.parametrize(
    ("form", "fields", "told"),
    [
        ("MQĐ20", signer(), None),
        ("MQĐ20", signer(title="CHI CỤC TRƯỞNG"), None),
        ("MQĐ20", signer(name="Bùi  Hương Giang"), None),
        ("MQĐ20", signer(name="Bùi Hương Giáng"), ("Bùi Hương Giáng", GIANG.name)),
        ("MQĐ20", signer(name=""), ("–", GIANG.name)),
        ("MQĐ20", signer(title="Cục trưởng"), ("Cục trưởng", GIANG.title)),
        ("MQĐ20", signer(title="KT. Chi cục trưởng"), ("KT. Chi cục trưởng", GIANG.title)),
        ("MBB02", {"maker": {"name": GIANG.name, "officer_number": "9"}}, ("9", GIANG.number)),
        ("MBB02", {"maker": {"name": GIANG.name}}, None),
        ("BC", {}, None),
    ],
)
def test_a_paper_names_its_own_signer(
    form: str, fields: dict[str, Any], told: tuple[str, str] | None
) -> None:
    assert other_signer(schema(form), fields, GIANG) == told


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_whatever_name_is_written_only_the_signer_s_own_passes(name: str, title: str) -> None:
    fields = {"signer": {"name": name, "title": title}}
    told = other_signer(schema("MQĐ20"), fields, GIANG)
    same = " ".join(name.split()) == GIANG.name
    assert same or told is not None


@pytest.mark.parametrize(
    ("form", "title", "delegated", "may"),
    [
        ("MQĐ14", "Chi cục trưởng", False, True),
        ("MQĐ14", "Quyền Chi cục trưởng", False, True),
        ("MQĐ14", "Q. Chi cục trưởng", False, True),
        ("MQĐ14", "KT. Chi cục trưởng", False, False),
        ("MQĐ14", "TUQ. Chi cục trưởng", False, False),
        ("MQĐ14", "Phó Chi cục trưởng", False, False),
        ("MQĐ14", "Phó Chi cục trưởng", True, True),
        ("MQĐ14", "Kiểm soát viên thị trường", False, False),
        ("MQĐ40", "Kiểm soát viên thị trường", True, False),
        ("MQĐ20", "Kiểm soát viên thị trường", False, True),
        ("MQĐ20", "Phó Đội trưởng", False, False),
        ("MQĐ20", "Nhân viên hợp đồng", True, False),
        ("MQĐ25", "Đội trưởng", False, True),
        ("MQĐ26", "Trưởng phòng Nghiệp vụ", False, True),
        ("MQĐ27", "Phó Đội trưởng", False, False),
        ("MQĐ27", "Phó Đội trưởng", True, True),
        ("MQĐ26", "Kiểm soát viên thị trường", False, False),
        ("MQĐ29", "Đội trưởng", False, True),
        ("MQĐ42", "Nhân viên hợp đồng", False, False),
        ("MQĐ41", "Kiểm soát viên thị trường", False, False),
        ("QĐ-NV", "Kiểm soát viên thị trường", True, False),
        ("PA", "Phó Chi cục trưởng", False, False),
        ("PA", "Phó Chi cục trưởng", True, True),
        ("PA", "Trưởng phòng", False, False),
        ("PA", "Trưởng phòng Nghiệp vụ", False, True),
        ("PA", "Đội trưởng", False, True),
        ("QĐ-SĐBSKT", "Kiểm soát viên thị trường", True, False),
        ("QĐ-SĐBSKT", "Đội phó", False, False),
        ("QĐ-SĐBSKT", "Chi cục phó", True, True),
    ],
)
def test_a_decision_needs_a_head_or_his_deputy_with_a_delegation(
    form: str, title: str, delegated: bool, may: bool
) -> None:
    found = incompetent(form, Signer("A", title, None, delegated), None, DAY)
    assert (found is None) is may
    if found and form.startswith("MQĐ"):
        assert "Có thẩm quyền:" in found.vi
        assert "Who may:" in found.en


def test_a_search_ordered_above_the_team_warns_and_names_who_the_law_names() -> None:
    """Law Arts 123.1.g, 127 to 129."""
    found = beyond("MQĐ26", GIANG, None, DAY)
    assert found is not None
    assert not found.certain
    assert found.text.vi.endswith("Có thẩm quyền: Đội trưởng; Trưởng phòng Nghiệp vụ")


def test_a_head_is_no_deputy_and_no_controller() -> None:
    assert [heads(title, DAY) for title in ("Đội trưởng", "Phó Đội trưởng", "Kiểm soát viên")] == [
        True,
        False,
        False,
    ]


HEAD, TEAM, DIRECTOR = ("Chi cục trưởng", 2), ("Đội trưởng", 3), ("Cục trưởng", 1)


@pytest.mark.parametrize(
    ("held", "signed_by", "may"),
    [
        (TEAM, HEAD, False),
        (("Đội trưởng", 2), HEAD, False),  # sits in the department, heads a team
        (("Chi cục trưởng", 3), HEAD, False),  # of a unit below
        (HEAD, TEAM, True),
        (HEAD, HEAD, True),
        (DIRECTOR, HEAD, True),
        (HEAD, ("Phó Chi cục trưởng", 2), True),
        (("Phó Chi cục trưởng", 2), HEAD, True),  # whether he has a delegation is asked apart
        (("Đội trưởng", 3), ("Kiểm soát viên thị trường", 3), True),
        (("Kiểm soát viên thị trường", 1), ("Kiểm soát viên thị trường", 3), False),
        (("Nhân viên hợp đồng", 1), TEAM, False),
    ],
)
def test_a_decision_is_changed_from_its_signer_s_height_or_above(
    held: tuple[str, int], signed_by: tuple[str, int], may: bool
) -> None:
    assert outranks([held], signed_by[0], [signed_by]) is may


@given(st.text(max_size=30), st.integers(1, 4))
def test_no_title_that_is_not_read_changes_what_another_signed(title: str, level: int) -> None:
    assert not outranks([(f"x{title}", level)], HEAD[0], [HEAD])
    assert not outranks([], HEAD[0], [HEAD])


def confiscating(value: int, subject: SubjectKind, book: str | None) -> Computation:
    """A decision that fines little and confiscates goods of this value."""
    row = next(one for one in catalogue.violations() if one.code == "ND98-15-1-a")
    act = ActOrder(
        behaviour=sanctions.copied(row),
        acted_on=DAY,
        circumstances=Circumstances(mitigating=[], aggravating=[]),
        values=Values(goods_value_vnd=None, illicit_gain_vnd=None, quantity=None),
        multipliers=[],
        warning=False,
        chosen_vnd=None,
        reason=None,
    )
    order = SanctionOrder(
        subject=subject,
        decided_on=DAY,
        acts=[act],
        extra_penalties=[],
        remedies=[],
    )
    taken = ExtraPenalty(
        kind=ExtraKind.CONFISCATION, value_vnd=value, months=None, text_vi="Tịch thu"
    )
    done = sanctions.compute(order)
    whole = msgspec.structs.replace(done.order, extra_penalties=[taken], book=book)
    return msgspec.structs.replace(done, order=whole)


LEADER = Signer("Trần Thị Mai", "Đội trưởng", None)


@pytest.mark.parametrize(
    ("value", "subject", "book", "certain"),
    [
        (60_000_000, SubjectKind.ORGANISATION, "2026-11-28", None),
        (60_000_001, SubjectKind.ORGANISATION, "2026-11-28", False),
        (120_000_001, SubjectKind.ORGANISATION, "2026-11-28", True),
        (60_000_001, SubjectKind.INDIVIDUAL, "2026-11-28", True),
        (60_000_001, SubjectKind.ORGANISATION, None, True),
    ],
)
def test_only_what_every_reading_forbids_stops_a_signer(
    value: int, subject: SubjectKind, book: str | None, certain: bool | None
) -> None:
    """Practice B8: whether the limit of value doubles for organisations is open."""
    computed = confiscating(value, subject, book)
    found = beyond("MQĐ02", LEADER, computed, DAY)
    assert (found.certain if found else None) is certain
    assert (incompetent("MQĐ02", LEADER, computed, DAY) is not None) is (certain is True)
    if found:
        assert "Có thẩm quyền:" in found.text.vi
