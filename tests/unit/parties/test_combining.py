"""What a party is once a merge is undone: what the merge brought goes, what was corrected since stays."""

import msgspec

from backend.parties.rules.combining import parted
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, PartyDetails

BEFORE = PartyDetails(
    kind=SubjectKind.HOUSEHOLD,
    name="Tạp hóa Hương",
    address=Address(line="12 Hàng Bài"),
    phones=["0911111111", "0922222222"],
)
MERGED = msgspec.structs.replace(BEFORE, sign="Hương quán", phones=["0911111111", "0933333333"])


def changed(details: PartyDetails, **fields: object) -> PartyDetails:
    return msgspec.structs.replace(details, **fields)


def test_without_a_correction_all_is_as_before_in_its_order() -> None:
    assert parted(BEFORE, MERGED, MERGED) == BEFORE


def test_a_corrected_field_stays_and_the_others_are_as_before() -> None:
    now = changed(MERGED, name="Tạp hóa Hương Lan")
    assert parted(BEFORE, MERGED, now) == changed(BEFORE, name="Tạp hóa Hương Lan")


def test_what_the_merge_brought_and_somebody_corrected_is_a_correction() -> None:
    now = changed(MERGED, sign="Hương Lan quán")
    assert parted(BEFORE, MERGED, now).sign == "Hương Lan quán"


def test_of_a_list_what_the_merge_brought_goes_and_what_was_added_since_stays() -> None:
    now = changed(MERGED, phones=["0944444444", "0911111111", "0933333333"])
    assert parted(BEFORE, MERGED, now).phones == ["0944444444", "0911111111", "0922222222"]


def test_of_a_list_what_was_removed_since_stays_away() -> None:
    now = changed(MERGED, phones=["0933333333"])
    assert parted(BEFORE, MERGED, now).phones == ["0922222222"]
