"""A row of the list of notices says whom it is about, how late it is and what to do, and repeats nothing."""

from datetime import UTC, datetime

from backend.casework.notices import briefly
from schemas.core.problems import Text

PAPER = Text(vi="MQĐ20 · Cửa hàng A", en="MQĐ20 · Shop A")


def test_an_overdue_act_says_first_how_late_it_is() -> None:
    label, end = Text(vi="Ra quyết định", en="Decide"), Text(vi="hết ngày 1", en="the end of 1")
    said = briefly.limit("01/VV", label, end, Text(vi="quá hạn 3 ngày", en="3 days over"))
    assert said.vi == "Quá hạn 3 ngày · Ra quyết định · hạn hết ngày 1 · vụ việc 01/VV"
    assert briefly.limit("01/VV", label, end, None).en == "Decide · due the end of 1 · case 01/VV"


def test_what_is_done_or_lapsed_is_not_counted_on() -> None:
    due = datetime(2026, 3, 18, tzinfo=UTC)
    assert briefly.counts("missed", due, None)
    assert not briefly.counts("missed", due, due)
    assert not briefly.counts("lapsed", due, None)


def test_a_row_names_the_party_of_its_case_or_else_what_its_sentence_is_about() -> None:
    named = {"what": {"vi": PAPER.vi, "en": PAPER.en}, "by": {"vi": "An", "en": "An"}}
    assert briefly.whom("document", "Cửa hàng A", {}) == Text(vi="Cửa hàng A", en="Cửa hàng A")
    assert briefly.whom("submission", None, named) == PAPER
    assert briefly.whom("device", None, named) is None


def test_a_sentence_does_not_say_again_what_stands_in_its_title() -> None:
    due = Text(vi=f"{PAPER.vi}: hạn là hết ngày 1.", en=f"{PAPER.en}: it is due.")
    assert briefly.without(due, PAPER) == Text(vi="Hạn là hết ngày 1.", en="It is due.")
    told = Text(vi=f"An trình: {PAPER.vi}. Ký văn bản", en=f"An submitted: {PAPER.en}. Sign")
    assert briefly.without(told, PAPER) == Text(vi="An trình. Ký văn bản", en="An submitted. Sign")
