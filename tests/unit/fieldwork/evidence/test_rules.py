"""What upload headers say, and whether a write may begin where it says: no loop, no database."""

import base64
import contextlib
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.fieldwork.errors import BadUpload, OffsetDiffers, UploadGone, UploadTooLarge
from backend.fieldwork.rules import uploads as rules
from backend.fieldwork.texts.previews import REASON_CODES, reason

KEYS = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=","), min_size=1
)


@given(st.dictionaries(KEYS, st.text(max_size=50), max_size=8))
def test_metadata_is_read_as_a_client_writes_it(wanted: dict[str, str]) -> None:
    pairs = [f"{k} {base64.b64encode(v.encode()).decode()}".rstrip() for k, v in wanted.items()]
    header = ",".join(pairs)
    if len(header) <= 4096:
        assert rules.metadata(header) == wanted


@given(st.text(max_size=200))
def test_any_header_is_read_or_refused_and_nothing_else(header: str) -> None:
    for read in (
        rules.metadata,
        rules.checksum,
        lambda text: rules.natural(text, "x"),
        lambda text: rules.announced({"photo_id": text, "sha256": text, "filetype": text}),
    ):
        with contextlib.suppress(BadUpload):
            read(header)


@given(st.integers(min_value=0, max_value=2**53 - 1))
def test_natural_numbers_are_read(number: int) -> None:
    assert rules.natural(str(number), "x") == number


def test_only_what_concerns_us_is_taken_from_the_metadata() -> None:
    photo = uuid4()
    found = rules.announced(
        {"photo_id": str(photo), "sha256": "", "filetype": "image/jpeg", "filename": "../../etc"}
    )
    assert found == rules.Announced(photo_id=photo, file_type="image/jpeg")


NATURALS = st.integers(min_value=0, max_value=100)


@given(NATURALS, NATURALS, st.none() | NATURALS, st.none() | NATURALS)
def test_a_write_begins_exactly_at_the_offset_and_ends_within_the_length(
    recorded: int, offset: int, length: int | None, coming: int | None
) -> None:
    allowed = offset == recorded and (length is None or coming is None or offset + coming <= length)
    try:
        rules.check_write(
            state="receiving", recorded=recorded, length=length, offset=offset, coming=coming
        )
    except (OffsetDiffers, UploadTooLarge):
        assert not allowed
    else:
        assert allowed


def test_nothing_is_written_to_a_whole_upload() -> None:
    rules.check_write(state="stored", recorded=5, length=5, offset=5, coming=0)
    for coming in (1, None):
        with pytest.raises(UploadTooLarge):
            rules.check_write(state="stored", recorded=5, length=5, offset=5, coming=coming)


def test_a_length_once_told_never_changes() -> None:
    assert rules.settled_length(None, None, 3) is None
    assert rules.settled_length(None, 5, 3) == 5
    assert rules.settled_length(5, 5, 3) == 5
    for recorded, stated in ((5, 6), (5, 4), (None, 2)):
        with pytest.raises(BadUpload):
            rules.settled_length(recorded, stated, 3)


@pytest.mark.parametrize(
    ("state", "expired", "gone"),
    [
        ("receiving", False, False),
        ("receiving", True, True),
        ("received", True, False),
        ("stored", True, False),
        ("mismatched", False, True),
        ("terminated", False, True),
    ],
)
def test_only_unfinished_uploads_expire(state: str, expired: bool, gone: bool) -> None:
    if gone:
        with pytest.raises(UploadGone):
            rules.check_not_gone(state, expired)
    else:
        rules.check_not_gone(state, expired)


def test_every_reason_is_a_sentence_in_both_languages() -> None:
    for code in (*REASON_CODES, None, "a code of later days"):
        assert reason(code).vi.endswith(".")
        assert reason(code).en.endswith(".")
