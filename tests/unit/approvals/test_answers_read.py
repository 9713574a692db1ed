"""What a form of an answer says is read, whatever a browser sends."""

from admin_ui.approvals.submissions import answering
from admin_ui.shell.forms import Form
from schemas.approvals.submissions import SubmissionAgreed


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
