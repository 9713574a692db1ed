"""What a form of an answer says is read, whatever a browser sends."""

from admin_ui.approvals.submissions import answering
from admin_ui.shell.forms import Form
from schemas.approvals.submissions import OpinionGiven, SubmissionAgreed


def test_a_number_of_thousands_of_digits_is_no_number_of_a_step() -> None:
    sent = {"step": ["9" * 5000], "without": ["1," + "2" * 5000], "shown": ["a" * 64]}
    content = answering.read("agree", Form(sent), None, "vi").content
    assert isinstance(content, SubmissionAgreed)
    assert (content.step, content.without) == (1, [1])


def test_what_is_too_long_is_said_and_never_cut() -> None:
    for what, sent, place in (
        ("opinion", {"favour": ["yes"], "text": ["á" * 5001]}, "text"),
        ("approve", {"note": ["á" * 5001]}, "note"),
        ("agree", {"reason": ["á" * 501]}, "reason"),
        ("return", {"text_0": ["á"], "text_1": ["á" * 2001]}, "text_1"),
    ):
        read = answering.read(what, Form(sent), None, "vi")
        assert read.content is None, what
        assert set(read.errors) == {place}


def test_advice_against_says_why_at_a_field_of_its_own_and_nothing_typed_is_lost() -> None:
    sent = {"favour": ["no"], "text": ["Xem lại địa điểm."], "shown": ["a" * 64], "step": ["1"]}
    refused = answering.read("opinion", Form(sent), None, "vi")
    assert (refused.content, set(refused.errors)) == (None, {"why_not"})
    read = answering.read("opinion", Form(sent | {"why_not": ["Chưa đủ căn cứ."]}), None, "vi")
    assert isinstance(read.content, OpinionGiven)
    assert (read.content.favour, read.content.text) == (False, "Chưa đủ căn cứ.\nXem lại địa điểm.")
    for_it = answering.read("opinion", Form(sent | {"favour": ["yes"]}), None, "vi").content
    assert isinstance(for_it, OpinionGiven)
    assert for_it.text == "Xem lại địa điểm."
