"""How alike two parties are: the same both ways, and two shops of one street are two."""

from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.parties.rules import likeness
from backend.parties.rules.likeness import AGAINST, Features, Thresholds, Why
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, Identifier, OldPlace, PartyDetails, Representative
from schemas.parties.words import IdentifierKind

DEFAULT = Thresholds()
SHOP = PartyDetails(
    kind=SubjectKind.HOUSEHOLD,
    name="Hộ kinh doanh Tạp hóa Hương",
    identifiers=[Identifier(kind=IdentifierKind.TAX_CODE, value="001185012345")],
    representatives=[Representative(name="Trần Thị Hương")],
    address=Address(line="Số 12 phố Hàng Bài, phường Cửa Nam", commune_code="00070"),
    phones=["0912 345 678"],
)


def of(details: PartyDetails, point: tuple[int, int] | None = None) -> Features:
    return likeness.features(uuid4(), details, point)


def compared(other: PartyDetails, one: PartyDetails = SHOP) -> likeness.Likeness:
    return likeness.compare(of(one), of(other))


def whys(found: likeness.Likeness) -> set[Why]:
    return {each.why for each in found.reasons}


def changed(details: PartyDetails = SHOP, **fields: object) -> PartyDetails:
    return msgspec.structs.replace(details, **fields)


def number(value: str, kind: IdentifierKind = IdentifierKind.TAX_CODE) -> list[Identifier]:
    return [Identifier(kind=kind, value=value)]


def test_the_same_shop_typed_twice_is_proposed_as_likely() -> None:
    typed = changed(
        name="HKD Tạp hoá Hương",
        identifiers=[],
        address=Address(line="12 P. Hàng Bài, P. Cửa Nam", commune_code="00070"),
        phones=["+84 912 345 678"],
    )
    found = compared(typed)
    assert found.proposed(DEFAULT)
    assert found.weight >= DEFAULT.strong
    assert {Why.NAME, Why.PHONE, Why.REPRESENTATIVE} <= whys(found)


def test_an_equal_identity_number_is_certain_even_if_nothing_else_agrees() -> None:
    other = changed(
        name="Quán Nhớ",
        representatives=[],
        phones=[],
        identifiers=number("001185012345", IdentifierKind.PERSONAL_NUMBER),
        address=Address(line="Số 3 đường Láng", commune_code="00190"),
    )
    assert compared(other).weight == 100
    assert compared(other).proposed(DEFAULT)


def test_two_households_of_one_name_in_one_market_with_other_owners_are_two() -> None:
    neighbour = changed(
        identifiers=number("001190054321"), representatives=[Representative(name="Lê Thu Hương")]
    )
    found = compared(neighbour)
    assert Why.OTHER_IDENTITY in whys(found)
    assert found.weight >= DEFAULT.propose, "what speaks for it is told all the same"
    assert not found.proposed(DEFAULT)


def test_two_branches_of_a_chain_in_one_street_are_two() -> None:
    first = changed(
        kind=SubjectKind.ORGANISATION,
        name="Chi nhánh Công ty TNHH Siêu Thị Xanh",
        identifiers=number("0109900016001"),
    )
    second = changed(first, identifiers=number("0109900016002"))
    found = compared(second, first)
    assert Why.BRANCH in whys(found)
    assert not found.proposed(DEFAULT)
    main = uuid4()
    bare = changed(first, identifiers=[], main_party_id=main)
    assert Why.BRANCH in whys(compared(bare, changed(bare, phones=[])))


def test_a_branch_is_not_its_main_party() -> None:
    main_id = uuid4()
    main = likeness.features(main_id, SHOP)
    branch = likeness.features(uuid4(), changed(main_party_id=main_id))
    assert Why.BRANCH in whys(likeness.compare(main, branch))


@pytest.mark.parametrize(
    "kind", [IdentifierKind.HOUSEHOLD_NUMBER, IdentifierKind.REGISTRATION_NUMBER]
)
def test_two_registrations_of_one_owner_are_two_shops(kind: IdentifierKind) -> None:
    one = changed(identifiers=[*SHOP.identifiers, *number("01A8012345", kind)])
    other = changed(identifiers=[*SHOP.identifiers, *number("01A8054321", kind)])
    found = compared(other, one)
    assert found.weight == 100
    assert not found.proposed(DEFAULT)


def test_the_number_of_the_house_tells_neighbours_apart() -> None:
    other = changed(
        identifiers=[],
        representatives=[],
        phones=[],
        address=Address(line="Số 14 phố Hàng Bài, phường Cửa Nam", commune_code="00070"),
    )
    assert not {Why.ADDRESS, Why.ADDRESS_LIKE} & whys(compared(other))
    assert not compared(other).proposed(DEFAULT)


def test_an_address_in_another_commune_is_another_address() -> None:
    other = changed(address=msgspec.structs.replace(SHOP.address, commune_code="00190"))
    assert Why.ADDRESS not in whys(compared(other))


def test_communes_of_before_2025_are_compared_with_each_other() -> None:
    old = Address(line=SHOP.address.line, old=OldPlace(commune_code="00001"))
    moved = Address(line=SHOP.address.line, old=OldPlace(commune_code="00002"))
    assert Why.ADDRESS in whys(compared(changed(address=old), changed(address=old)))
    assert Why.ADDRESS not in whys(compared(changed(address=moved), changed(address=old)))


def test_two_points_of_one_shop_front_are_near() -> None:
    here, there = (210285110, 1058542300), (210286110, 1058542300)
    far = (210385110, 1058542300)
    assert Why.NEAR in whys(likeness.compare(of(SHOP, here), of(SHOP, there)))
    assert Why.NEAR not in whys(likeness.compare(of(SHOP, here), of(SHOP, far)))


def test_a_person_and_an_organisation_are_two() -> None:
    assert not compared(changed(kind=SubjectKind.ORGANISATION)).proposed(DEFAULT)


def test_thresholds_decide_what_is_proposed() -> None:
    like = compared(changed(identifiers=[], representatives=[], phones=[]))
    assert like.proposed(Thresholds(propose=like.weight))
    assert not like.proposed(Thresholds(propose=like.weight + 1))


_WORDS = st.sampled_from(["Hương", "Hoa", "Sen", "Minh", "tạp hóa", "Công ty TNHH", "quán", ""])
_NAMES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join).filter(str.strip)
_NUMBERS = st.lists(
    st.builds(
        Identifier,
        kind=st.sampled_from(IdentifierKind),
        value=st.sampled_from(["0109900016", "0109900016001", "001185012345", "A1"]),
    ),
    max_size=3,
)
_PARTIES = st.builds(
    PartyDetails,
    kind=st.sampled_from(SubjectKind),
    name=_NAMES,
    sign=st.none() | _NAMES,
    identifiers=_NUMBERS,
    representatives=st.lists(st.builds(Representative, name=_NAMES), max_size=2),
    address=st.builds(
        Address,
        line=st.sampled_from(["Số 12 phố Huế", "12 phố Huế", "14 phố Huế"]),
        commune_code=st.none() | st.sampled_from(["00070", "00190"]),
    ),
    phones=st.lists(st.sampled_from(["0912345678", "+84912345678", "1"]), max_size=2),
)
_IDS = st.uuids()


@given(_PARTIES, _PARTIES, _IDS, _IDS)
def test_a_likeness_is_the_same_both_ways(
    one: PartyDetails, other: PartyDetails, one_id: UUID, other_id: UUID
) -> None:
    left, right = likeness.features(one_id, one), likeness.features(other_id, other)
    there, back = likeness.compare(left, right), likeness.compare(right, left)
    assert there == back
    assert 0 <= there.weight <= 100
    assert there.against == bool(AGAINST & whys(there))
    assert not (there.against and there.proposed(Thresholds(propose=0)))


@given(_PARTIES, _IDS, _IDS)
def test_nothing_speaks_against_a_copy_but_its_numbers(
    party: PartyDetails, one_id: UUID, other_id: UUID
) -> None:
    if one_id == other_id:
        return
    left, right = likeness.features(one_id, party), likeness.features(other_id, party)
    assert not likeness.compare(left, right).against


@given(_NAMES, _NAMES)
def test_similarity_is_a_share_and_whole_for_equal_texts(one: str, other: str) -> None:
    assert 0 <= likeness.similarity(one, other) <= 1
    assert likeness.similarity(one, one) == 1
    assert likeness.similarity(one, other) == likeness.similarity(other, one)
