"""Every form of the desk says beside it what it does, what it rests on and what happens next; long ones keep drafts."""

import re
from collections.abc import Iterator

from admin_ui.shell.files import DESK, files
from admin_ui.shell.help.beside.words import FORMS

_FORM = re.compile(r'<form\b[^\n]*method="post".*?</form>', re.DOTALL)
_FIELD = re.compile(
    r"forms\.(?:field|area|choose|money|boxes|officer)\(|<textarea|<select|scan\.field|secrets\.(?:account|informant)\("
)
_MANY = ("shell/reading/_fields.html", "asked.fields(")
"""What draws as many fields as the form's description has."""
_NAMED = re.compile(r"forms\.(?:beside|helped)\(([^\n]*?)\s*[,)](?: |%|})")
_OF_THEIR_OWN = {
    "intake/public_form/": "citizens read it, not officers",
    "force/sign_in/": "nobody is known yet",
    "force/enrolment/": "nobody is known yet",
    "force/lost_phones/public.html": "nobody is known yet",
    "force/account/": "the officer's own password",
    "force/passkeys/": "the officer's own keys",
    "approvals/routes/one.html": "a route's page says at each act what it does",
    "planning/plans/act.html": "it says above what the act means",
    "insight/reports/act.html": "it says above what the act means",
    "casework/prior_offences/": "a search, posted so that names stay out of addresses",
    "casework/issued_documents/edit.html": "the editor has the outline and the printed paper beside it",
    "casework/issued_documents/paper.html": "a paper's page says at each act what it does",
    "casework/issued_documents/sign.html": "the page of signing says all of it above",
    "documents/record_papers/edit.html": "the editor has the outline and the printed paper beside it",
    "documents/record_papers/paper.html": "a paper's page says at each act what it does",
    "fieldwork/decision_papers/paper.html": "a paper's page says at each act what it does",
    "approvals/review/": "the workspace shows the record itself beside the answer",
    "insight/samples/sample.html": "one short form for each of the records, which are beside it",
    "insight/figures/figures.html": "a list with an answer at each line",
    "planning/items/overlaps.html": "a list with an answer at each line; what it rests on stands above",
    "fieldwork/diary/list.html": "a list with an answer at each line",
    "fieldwork/findings/_several.html": "a list with an answer at each line",
    "insight/report_definitions/draft.html": "the draft itself is the page; its answer is one sentence",
    "shell/scan/seal.html": "it stands in the pages of papers",
}
_SENT_AT_ONCE = {
    "information_new": "informants are never kept in a browser (decision 0090)",
    "relating": "informants are never kept in a browser (decision 0090)",
    "intake_act": "informants are never kept in a browser (decision 0090)",
    "certificates": "files and passphrases",
    "seals": "files and passphrases",
    "party_copy": "a code that is shown once",
    "sanction": "what was typed is sent and shown again at each reckoning",
    "person_act": "a decision and a scan",
    "person_rank": "a decision and a scan",
    "person_emergency": "a decision and a scan",
    "notice_settings": "boxes that show what is chosen now",
    "register_range": "boxes of numbers",
    "delegation_one": "a decision's number and days",
}


def forms() -> Iterator[tuple[str, str, int, str]]:
    """Every posted form: its template, its text, how many fields it asks, and the template's whole text."""
    for path in files(".html"):
        name = path.relative_to(DESK).as_posix()
        text = path.read_text()
        for found in _FORM.finditer(text):
            asks = len(_FIELD.findall(found[0])) + 5 * sum(many in found[0] for many in _MANY)
            yield name, found[0], asks, text


def test_a_form_of_more_than_one_field_has_help_beside_it() -> None:
    bare = {
        name
        for name, _, asks, text in forms()
        if asks > 1
        and "forms.beside(" not in text
        and "forms.helped(" not in text
        and not name.startswith(tuple(_OF_THEIR_OWN))
    }
    assert not bare, f"wrap them in forms.beside, with a text in admin_ui/shell/help/beside: {bare}"


def test_every_help_that_a_page_names_was_written_and_every_one_written_is_shown() -> None:
    shown = {
        word
        for path in files(".html")
        for call in _NAMED.findall(path.read_text())
        for word in re.findall(r'"([a-z_]+)"', call)
    }
    assert shown == FORMS.keys(), shown ^ FORMS.keys()


def test_what_is_exempt_from_help_is_a_form_that_there_is() -> None:
    there = {name for name, *_ in forms()}
    gone = {one for one in _OF_THEIR_OWN if not any(name.startswith(one) for name in there)}
    assert not gone


def test_a_form_of_four_fields_or_more_keeps_a_draft_in_the_browser() -> None:
    lost = set()
    for name, form, asks, text in forms():
        before = text[: text.index(form)]
        helped = _NAMED.findall(before)
        named = set(re.findall(r'"([a-z_]+)"', helped[-1])) if helped else set()
        if asks < 4 or not named or named & _SENT_AT_ONCE.keys():
            continue
        if "forms.draft_of(" not in form or "forms.draft_bar()" not in form:
            lost.add(name)
    assert not lost, f"what is typed there is lost with the page: {lost}"


def test_nobody_who_gave_information_is_named_in_a_draft() -> None:
    kept = [name for name, form, *_ in forms() if "secrets." in form and "draft_of" in form]
    assert not kept
