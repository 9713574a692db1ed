"""Ranges and conditions of RFC 9110, on any bytes and any header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.fieldwork.rules.ranges import BeyondTheEnd, Part, is_known, part_of, range_counts

ETAG = '"abc-view"'


def cut(data: bytes, header: str | None) -> bytes | None:
    """What a client gets; None for 416."""
    try:
        part = part_of(header, len(data))
    except BeyondTheEnd:
        return None
    return data if part is None else data[part.offset : part.offset + part.length]


@given(st.binary(max_size=64), st.integers(0, 70), st.none() | st.integers(0, 70))
def test_a_range_is_a_part_of_the_whole(data: bytes, first: int, last: int | None) -> None:
    found = cut(data, f"bytes={first}-{'' if last is None else last}")
    if last is not None and last < first:
        assert found == data
    else:
        assert found == (data[first : None if last is None else last + 1] or None)


@given(st.binary(max_size=64), st.integers(0, 70))
def test_a_suffix_is_the_end_of_the_whole(data: bytes, length: int) -> None:
    assert cut(data, f"bytes=-{length}") == ((data[-length:] if length else b"") or None)


@given(st.text(max_size=30), st.integers(0, 100))
def test_no_range_header_is_an_error(header: str, total: int) -> None:
    data = bytes(total)
    for text in (header, f"bytes={header}"):
        found = cut(data, text)
        assert found is None or len(found) <= total


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (None, None),
        ("", None),
        ("bytes", None),
        ("bytes=", None),
        ("bytes=-", None),
        ("bytes=9-1", None),
        ("bytes=0-1,3-4", None),
        ("lines=0-1", None),
        ("bytes=a-b", None),
        ("bytes=٠-١", None),
        ("bytes=0-0", Part(0, 1)),
        ("Bytes = 2 - 3", Part(2, 2)),
        ("bytes=5-999999999999999999999", Part(5, 5)),
        ("bytes=-999999999999999999999", Part(0, 10)),
        (f"bytes={'9' * 5000}-", None),
        (f"bytes=-{'9' * 5000}", None),
    ],
)
def test_a_header_is_read_as_the_rfc_says(header: str | None, part: Part | None) -> None:
    assert part_of(header, 10) == part


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-11", "bytes=-0", "bytes=99999999-"])
def test_a_range_beyond_the_end_is_none(header: str) -> None:
    with pytest.raises(BeyondTheEnd):
        part_of(header, 10)


@pytest.mark.parametrize(
    ("header", "known"),
    [
        (None, False),
        ("", False),
        ("*", True),
        (ETAG, True),
        (f"W/{ETAG}", True),
        (f'"other" , {ETAG}', True),
        ('"other"', False),
        ("abc-view", False),
    ],
)
def test_a_client_is_told_when_it_has_the_bytes(header: str | None, known: bool) -> None:
    assert is_known(header, ETAG) is known


@pytest.mark.parametrize(
    ("header", "counts"),
    [
        (None, True),
        (ETAG, True),
        (f"W/{ETAG}", False),
        ('"other"', False),
        ("Tue, 24 Nov 2026 09:30:00 GMT", False),
    ],
)
def test_a_part_is_given_only_of_the_same_bytes(header: str | None, counts: bool) -> None:
    assert range_counts(header, ETAG) is counts
