from uuid import UUID

import pytest

from media import keys

UNIT = UUID("018f0000-0000-7000-8000-000000000001")
PHOTO = UUID("018f0000-0000-7000-8000-000000000002")


def test_an_original_lies_under_its_unit_and_names_photo_and_hash() -> None:
    name = keys.original(UNIT, PHOTO, "a" * 64)
    assert str(name) == f"evidence/{UNIT}/{PHOTO}-{'a' * 64}"


def test_bytes_without_a_record_wait_in_staging_under_their_upload() -> None:
    assert str(keys.staged(PHOTO)) == f"staging/{PHOTO}"


def test_a_preview_never_lies_among_the_evidence() -> None:
    assert keys.preview(PHOTO, "a" * 64, "thumb").bucket is keys.Bucket.STAGING


def test_a_name_is_read_as_it_was_written() -> None:
    name = keys.original(UNIT, PHOTO, "a" * 64)
    assert keys.parse(str(name)) == name


@pytest.mark.parametrize("text", ["", "evidence", "evidence/", "elsewhere/key"])
def test_any_other_text_is_not_a_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"Bucket|object name"):
        keys.parse(text)
