"""What a form of an answer says is read, whatever a browser sends."""

from admin_ui.approvals.submissions import answering
from admin_ui.shell.forms import Form
from schemas.approvals.submissions import SubmissionAgreed


def test_a_number_of_thousands_of_digits_is_no_number_of_a_step() -> None:
    sent = {"step": ["9" * 5000], "without": ["1," + "2" * 5000], "shown": ["a" * 64]}
    content = answering.read("agree", Form(sent), None, "vi").content
    assert isinstance(content, SubmissionAgreed)
    assert (content.step, content.without) == (1, [1])
