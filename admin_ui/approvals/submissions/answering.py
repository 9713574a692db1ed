"""Reads what a form of a submission says, as the content of an act; or why it cannot be sent."""

from collections.abc import Sequence
from uuid import UUID

from admin_ui.approvals.submissions import outside
from admin_ui.approvals.submissions.read import Read
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import Asked, officer_key
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import Check, Comment
from schemas.approvals.words import StepKind
from schemas.core.base import Wire

BINDS = frozenset({"agree", "approve", "refuse", "outside_answer", "hand_on"})
"""Operations that ask for a second factor first (practice B4); of acts declared with `binds`."""
SHOWS = frozenset({"return", "supplement"})
"""Operations beside whose form the content is, to pick what is wrong: a reading, which is logged."""
_REASON = range(3, 2001)
_MOST_ROWS = 40
_LINE, _REMARK, _TEXT = 500, 2000, 5000
"""Most characters of a reason or a note to a question, of a remark, and of an opinion or a note."""
_ANSWERS = {"yes": True, "no": False, "none": None}


def rows_of(form: Form) -> list[tuple[str, str]]:
    """Return the rows of comments as typed, (place, text), with at least one."""
    found: list[tuple[str, str]] = []
    for number in range(_MOST_ROWS):
        if not form.all(f"text_{number}"):
            break
        found.append((form.text(f"at_{number}"), form.text(f"text_{number}")))
    return found or [("", "")]


def with_row(rows: list[tuple[str, str]], place: str) -> tuple[list[tuple[str, str]], int]:
    """Return the rows with one for a place that was picked, and which of them that is.

    A row that is empty yet is taken; without a place it is a further one. Never more than there may be.
    """
    free = next((at for at, row in enumerate(rows) if row == ("", "")), None) if place else None
    if free is None:
        free, rows = len(rows), [*rows, ("", "")]
    rows = [(place[:300], row[1]) if at == free else row for at, row in enumerate(rows)]
    return rows[:_MOST_ROWS], min(free, _MOST_ROWS - 1)


def read(
    what: str,
    form: Form,
    step: Asked | None,
    language: Language,
    questions: Sequence[str] = (),
) -> Read:
    """Read the form of one operation. `questions`: of the check-sheet in force."""
    shown = hash_of(form)
    match what:
        case "opinion":
            return _opinion(form, shown, step, language, questions)
        case "agree" | "approve":
            return _agreed(what, form, shown, step, language)
        case "return" | "supplement":
            return _remarks(what, form, shown, language)
        case "hand_on":
            return _handed(form, step, language)
        case "send_outside":
            return outside.sent(form, shown, number_of(form, step), language)
        case _:
            return _reasoned(what, form, shown, step, language)


def hash_of(form: Form) -> str:
    """Return the form's hash; one of zeros if it is none, which the one door then finds to differ."""
    sent = form.text("shown")
    return sent if len(sent) == 64 and set(sent) <= set("0123456789abcdef") else "0" * 64


def _numbers(text: str) -> list[int]:
    """Read numbers of steps. Python reads no number of thousands of digits, and a form may bear one."""
    return [int(one) for one in text.split(",") if one.isdecimal() and len(one) <= 2]


def number_of(form: Form, step: Asked | None) -> int:
    """Return the step that the form names, else the one that waits."""
    typed = _numbers(form.text("step"))
    return typed[0] if typed and 1 <= typed[0] <= 20 else (step.number if step else 1)


def _long(language: Language, most: int) -> str:
    """Say that a text is too long. Nothing of an answer is cut off in silence."""
    return say(language, "submission.field_long", most=most)


def _opinion(
    form: Form, shown: str, step: Asked | None, language: Language, questions: Sequence[str]
) -> Read:
    errors: dict[str, str] = {}
    checks: list[Check] = []
    if step is not None and step.kind is StepKind.LEGAL_CHECK:
        for code in questions:
            typed = form.text(f"check_{code}")
            if typed not in _ANSWERS:
                errors[f"check_{code}"] = say(language, "submission.check_needed")
                continue
            note = form.text(f"note_{code}")
            if len(note) > _LINE:
                errors[f"check_{code}"] = _long(language, _LINE)
            if typed == "no" and len(note.strip()) < 3:
                errors[f"check_{code}"] = say(language, "submission.check_reason")
            checks.append(Check(question=code, ok=_ANSWERS[typed], note=note))
    if form.text("favour") not in ("yes", "no"):
        errors["favour"] = say(language, "submission.favour_needed")
    against = form.text("favour") == "no"
    if against and len(form.text("why_not")) < 3:
        errors["why_not"] = say(language, "submission.against_reason")
    said = [form.text("why_not"), form.text("text")] if against else [form.text("text")]
    text = "\n".join(one for one in said if one)
    if len(text) > _TEXT:
        errors["text"] = _long(language, _TEXT)
    if errors:
        return Read(None, errors)
    content = acts.OpinionGiven(
        shown=shown,
        step=number_of(form, step),
        favour=form.text("favour") == "yes",
        text=text,
        checks=checks,
        sheet=_sheet(form) if checks else None,
    )
    return Read(content, {})


def _sheet(form: Form) -> int | None:
    """Return the version of the check-sheet that the form was made from."""
    typed = form.text("sheet")
    return int(typed) if typed.isdecimal() and 1 <= len(typed) <= 4 and int(typed) else None


def _agreed(what: str, form: Form, shown: str, step: Asked | None, language: Language) -> Read:
    reason, note = form.text("reason"), form.text("note")
    if len(reason) > _LINE:
        return Read(None, {"reason": _long(language, _LINE)})
    if len(note) > _TEXT:
        return Read(None, {"note": _long(language, _TEXT)})
    if step is not None and step.early and len(reason) < 3:
        return Read(None, {"reason": say(language, "submission.reason_needed")})
    kind = acts.SubmissionApproved if what == "approve" else acts.SubmissionAgreed
    without = _numbers(form.text("without"))
    content = kind(
        shown=shown,
        step=number_of(form, step),
        note=note,
        without=without[:20],
        reason=reason,
    )
    return Read(content, {})


def _remarks(what: str, form: Form, shown: str, language: Language) -> Read:
    rows = rows_of(form)
    errors = {
        f"text_{number}": _long(language, _REMARK)
        for number, (_, text) in enumerate(rows)
        if len(text) > _REMARK
    }
    if errors:
        return Read(None, errors)
    said = [Comment(at=at[:300], text=text) for at, text in rows if text.strip()]
    if not said:
        return Read(None, {"text_0": say(language, "submission.comment_needed")})
    if what == "return":
        return Read(acts.SubmissionReturned(shown=shown, comments=said), {})
    return Read(acts.SupplementAsked(shown=shown, points=said), {})


def _handed(form: Form, step: Asked | None, language: Language) -> Read:
    errors: dict[str, str] = {}
    try:
        to = UUID(form.text("to"))
    except ValueError:
        errors["to"] = say(language, "submission.to_needed")
    if len(form.text("reason")) not in _REASON:
        errors["reason"] = say(language, "submission.reason_needed")
    if errors:
        return Read(None, errors)
    content = acts.HandedOn(
        step=number_of(form, step), to=[officer_key(to)], reason=form.text("reason"), up=False
    )
    return Read(content, {})


def _reasoned(what: str, form: Form, shown: str, step: Asked | None, language: Language) -> Read:
    reason = form.text("reason")
    if len(reason) not in _REASON or (what == "withdraw" and len(reason) > 500):
        return Read(None, {"reason": say(language, "submission.reason_needed")})
    content: Wire
    match what:
        case "refuse":
            content = acts.SubmissionRefused(shown=shown, reason=reason)
        case "take_over":
            content = acts.TakenOver(step=number_of(form, step), reason=reason)
        case "withdraw":
            content = acts.SubmissionWithdrawn(reason=reason)
        case _:
            content = acts.Reopened(reason=reason)
    return Read(content, {})
