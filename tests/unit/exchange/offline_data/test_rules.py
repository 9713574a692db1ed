"""The pack's cursor is ours or none, and a page is never too large nor empty."""

import base64
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.exchange.rules import offline_data as rules
from backend.exchange.rules.offline_data import CursorUnusable, Page, Progress


def test_a_cursor_is_read_as_it_was_written() -> None:
    cursor = msgspec.structs.replace(
        rules.beginning(uuid4(), "0123456789abcdef"),
        xid=2**40,
        id=uuid4(),
        kinds={"violation": Progress("v", None), "unit": Progress("u", 17)},
        entries=20_000,
        bytes=14_000_000,
    )
    assert rules.read(rules.write(cursor)) == cursor


def test_a_cursor_from_before_there_were_eras_is_of_the_first() -> None:
    fields = msgspec.json.decode(msgspec.json.encode(_GOOD))
    older = _encoded(msgspec.json.encode(fields[:-2])).rstrip("=")
    assert rules.read(older) == msgspec.structs.replace(_GOOD, era=1)


def test_a_cursor_fits_into_an_address() -> None:
    kinds = {kind: Progress("f" * 32, 10_000) for kind in rules.STATIC}
    cursor = msgspec.structs.replace(
        rules.beginning(UUID(int=2**128 - 1), "f" * 16),
        xid=2**62 - 1,
        id=UUID(int=2**128 - 1),
        kinds=kinds,
        entries=2**62 - 1,
        bytes=2**62 - 1,
        era=2**31 - 1,
        ahead=(2**31 - 1, 2**62 - 1, UUID(int=2**128 - 1)),
    )
    assert len(rules.write(cursor)) < 700


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


_GOOD = rules.beginning(UUID(int=1), "s")


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "không",
        "",
        "====",
        _encoded(b"null"),
        _encoded(b"[]"),
        _encoded(b"\xff\xfe"),
        _encoded(b"[" * 3_000),
        rules.write(_GOOD)[:-5],
        rules.write(msgspec.structs.replace(_GOOD, format=2)),
        rules.write(msgspec.structs.replace(_GOOD, xid=-1)),
        rules.write(msgspec.structs.replace(_GOOD, era=-1)),
        rules.write(msgspec.structs.replace(_GOOD, era=2**31)),
        rules.write(msgspec.structs.replace(_GOOD, ahead=(1, -1, UUID(int=0)))),
        rules.write(msgspec.structs.replace(_GOOD, xid=2**62)),
        rules.write(msgspec.structs.replace(_GOOD, kinds={"unit": Progress("u", -1)})),
        rules.write(msgspec.structs.replace(_GOOD, kinds={"secret": Progress("u", 1)})),  # type: ignore[dict-item]
    ],
)
def test_whatever_else_comes_is_no_cursor(text: str) -> None:
    with pytest.raises(CursorUnusable):
        rules.read(text)


def test_a_page_ends_at_its_number_of_entries() -> None:
    page = Page()
    taken = [page.take({"n": number}) for number in range(rules.PAGE_ENTRIES + 1)]
    assert taken.count(True) == rules.PAGE_ENTRIES
    assert not taken[-1]
    assert page.room() == 0


def test_a_page_ends_at_its_bytes_and_nothing_slips_in_after_what_did_not_fit() -> None:
    page = Page()
    third = {"text": "x" * (rules.PAGE_BYTES // 3)}
    assert [page.take(third) for _ in range(3)] == [True, True, False]
    assert not page.take({"n": 1})
    assert page.room() == 0


def test_one_entry_larger_than_a_page_goes_alone() -> None:
    page = Page()
    assert page.take({"text": "x" * (2 * rules.PAGE_BYTES)})
    assert page.room() == 0
