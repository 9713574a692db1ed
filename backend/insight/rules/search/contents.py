"""Which contents of acts are searched: an allow-list of text fields by their names. What is not here is never found.

A field is named as in the content of an act: `exhibits[].name`. The name means the same in every act of a kind of
record, so the list is kept by names and not by acts; a name that means several things is listed for its act alone.
Who informed is in no field of this list: identities are sealed apart (docs/decisions/0053), and free text that a
citizen or informant may have written is not searched. A test holds it against all text fields of all acts: a new name
is entered here or in tests/unit/insight/search/not_searched.txt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from backend.insight.rules.search.indexing import Place, Said
from backend.ledger.rules.entries import RecordedAct
from schemas.approvals.words import SubmissionAct
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperAct
from schemas.fieldwork.words import ActType
from schemas.insight.search import TextKind
from schemas.insight.words import ReportAct
from schemas.planning.words import PlanAct


class Field(NamedTuple):
    """How a text field is searched."""

    place: Place
    what: TextKind
    again: str | None = None
    """If set, acts say it anew, and the last one counts: of those with the same value of this key ("" for all)."""
    other: TextKind | None = None
    """What it is in an act that has this key: the minutes have none, papers made on site have."""
    forms: frozenset[str] = frozenset()
    """Of a paper on one of these forms alone; of any if empty."""


def _each(field: Field, *paths: str) -> dict[str, Field]:
    return dict.fromkeys(paths, field)


_NUMBER = Field(Place.ABOUT, TextKind.NUMBER)
_FILED = Field(Place.ABOUT, TextKind.FILED)
_COMMENT = Field(Place.TEXT, TextKind.COMMENT)
_EXPLANATION = Field(Place.TEXT, TextKind.EXPLANATION)
_WHERE = Field(Place.WHERE, TextKind.ADDRESS)


def _party(at: str) -> dict[str, Field]:
    names = (f"{at}.name", f"{at}.trade_name", f"{at}.representative")
    marks = ("tax_code", "registration_number", "identity_number", "phone")
    return {
        **_each(Field(Place.NAME, TextKind.PARTY), *names),
        **_each(Field(Place.NAME, TextKind.IDENTIFIER), *(f"{at}.{one}" for one in marks)),
        f"{at}.address": _WHERE,
    }


OF_CASES: Mapping[str, Field] = {
    **_party("party"),
    **_each(
        Field(Place.ABOUT, TextKind.BEHAVIOUR),
        *("violations[].name", "violations[].description", "violations[].legal_basis"),
        "order.acts[].behaviour.name_vi",
    ),
    **_each(
        Field(Place.ABOUT, TextKind.GOODS),
        *("exhibits[].name", "exhibits[].brand", "exhibits[].serial", "exhibits[].origin"),
    ),
    **_each(_NUMBER, "number", "minutes_number", "transfer_number", "receipt_number"),
    **_each(_FILED, "title", "sender", "proves"),
    "place": _WHERE,
    "text": _COMMENT,
}
OF_CASE_ACTS: Mapping[str, Mapping[str, Field]] = {
    CaseAct.EXPLANATION_RECEIVED: {"content": _EXPLANATION},
    CaseAct.COMPLAINT_FILED: {"content": _EXPLANATION, "what": _EXPLANATION},
}
"""`content` of others is, among other things, what somebody informed of."""
OF_INSPECTIONS: Mapping[str, Field] = {
    **_party("subject"),
    **_party("decision.subject"),
    **_each(_WHERE, "place", "decision.place"),
    **_each(Field(Place.ABOUT, TextKind.SUMMARY), "contents[]", "decision.contents[]"),
    **_each(_NUMBER, "number", "text"),
    **_each(_FILED, "title", "sender", "proves"),
    **_each(_COMMENT, "comments[].text", "points[].text", "answers[].text"),
    "fields{}": Field(Place.TEXT, TextKind.MINUTES, "document_id", TextKind.PAPER),
    "caption": Field(Place.TEXT, TextKind.CAPTION, "photo_id"),
}
OF_INFORMATIONS: Mapping[str, Field] = {
    "matter.summary": Field(Place.ABOUT, TextKind.SUMMARY, ""),
    "matter.goods": Field(Place.ABOUT, TextKind.GOODS, ""),
    "matter.suspects[].name": Field(Place.NAME, TextKind.PARTY, ""),
    "matter.suspects[].tax_code": Field(Place.NAME, TextKind.IDENTIFIER, ""),
    "matter.suspects[].address": Field(Place.WHERE, TextKind.ADDRESS, ""),
    "matter.place.address": Field(Place.WHERE, TextKind.ADDRESS, ""),
}
OF_SUBMISSIONS: Mapping[str, Field] = _each(
    _COMMENT, "note", "text", "comments[].text", "points[].text", "checks[].note"
)
OF_SUBMISSION_ACTS: Mapping[str, Mapping[str, Field]] = {
    SubmissionAct.REFUSED: {"reason": _COMMENT},
}
"""What is answered with a refusal is its reason; others say why a step was left out or handed on."""
_PAPER = Field(Place.TEXT, TextKind.PAPER, "document_id")
ASSIGNMENT = "QĐ-NV"
OF_RECORD_PAPERS: Mapping[RecordKind, Mapping[str, Field]] = {
    # A notice or a letter goes to who informed: what is typed into it may name them.
    RecordKind.INFORMATION: {"fields{}": _PAPER._replace(forms=frozenset({ASSIGNMENT, "BC"}))},
    RecordKind.PLAN: {"fields{}": _PAPER},
    RecordKind.REPORT: {"fields{}": _PAPER},
}
"""Papers of records that are neither cases nor inspections: officers who see the record see them."""
_ONCE_ISSUED = frozenset({ASSIGNMENT})
"""Forms of decisions: nobody finds one that is not issued yet."""
_SUMMARY = Field(Place.ABOUT, TextKind.SUMMARY, "")
OF_PLAN_ACTS: Mapping[str, Mapping[str, Field]] = {
    PlanAct.DRAFTED: _each(_SUMMARY, "aim", "subject_group", "contents[]"),
    PlanAct.ENDED: {"text": Field(Place.TEXT, TextKind.PAPER, "")},
}
OF_REPORT_ACTS: Mapping[str, Mapping[str, Field]] = {
    ReportAct.TEXT_WRITTEN: {"text": Field(Place.TEXT, TextKind.PAPER, "part")},
}
_OF: Mapping[RecordKind, Mapping[str, Field]] = {
    RecordKind.CASE: OF_CASES,
    RecordKind.INSPECTION: OF_INSPECTIONS,
    RecordKind.INFORMATION: OF_INFORMATIONS,
    RecordKind.SUBMISSION: OF_SUBMISSIONS,
    RecordKind.PLAN: {},
    RecordKind.REPORT: {},
}
_OF_ACTS: Mapping[RecordKind, Mapping[str, Mapping[str, Field]]] = {
    RecordKind.CASE: OF_CASE_ACTS,
    RecordKind.INFORMATION: {RecordPaperAct.DRAFTED: OF_RECORD_PAPERS[RecordKind.INFORMATION]},
    RecordKind.SUBMISSION: OF_SUBMISSION_ACTS,
    RecordKind.PLAN: {
        **OF_PLAN_ACTS,
        RecordPaperAct.DRAFTED: OF_RECORD_PAPERS[RecordKind.PLAN],
    },
    RecordKind.REPORT: {
        **OF_REPORT_ACTS,
        RecordPaperAct.DRAFTED: OF_RECORD_PAPERS[RecordKind.REPORT],
    },
}
_NO_WORDS = re.compile(
    r"[0-9a-f]{32,}|[0-9a-f-]{36}|\d{4}-\d\d-\d\d([T ].*)?|[a-z]+(_[a-z]+)+", re.ASCII
)
"""Ids, hashes, days and codes of a paper's fields: the paper prints them in words, or not at all."""

FOR_PROGRAMS = frozenset({"reckoning"})
"""Fields that forms hide (`x-hidden`) and that have letters: how a fine was reckoned, as JSON. Its keys would be found,
shown as an excerpt, and leave no room for what the paper says."""


_TAKEN_BACK: Mapping[str, str] = {
    ActType.PHOTO_WITHDRAWN: "photo_id",
    RecordPaperAct.DISCARDED: "document_id",
}
"""Acts after which nothing is found of what they name."""
_ISSUES = frozenset({RecordPaperAct.ISSUED, RecordPaperAct.SCANNED})
"""Acts that put a paper in force: signed with a certificate, or the scan of what was signed by hand."""


def texts(kind: RecordKind, acts: Iterable[RecordedAct]) -> list[Said]:
    """Return what is searched of a record's acts, in their order; of what is said anew the last alone."""
    kept: dict[tuple[object, str], list[Said]] = {}
    withdrawn: set[str] = set()
    waiting: set[str] = set()
    for act in acts:
        content = msgspec.json.decode(act.act)["content"]
        if act.act_type in _TAKEN_BACK:
            withdrawn.add(content[_TAKEN_BACK[act.act_type]])
        if act.act_type == RecordPaperAct.DRAFTED and content["form"] in _ONCE_ISSUED:
            waiting.add(content["document_id"])
        if act.act_type in _ISSUES:
            waiting.discard(content["document_id"])
        for path, field in listed(kind, act.act_type).items():
            if field.forms and content.get("form") not in field.forms:
                continue
            of = content.get(field.again, "") if field.again else ""
            what = field.other if of and field.other else field.what
            said = [Said(field.place, what, text) for text in leaves(content, path)]
            if field.again is None:
                kept[act.number, path] = said
            elif _begins(content, path):
                kept[path, of] = said
    left_out = withdrawn | waiting
    return [one for key, found in kept.items() if key[1] not in left_out for one in found]


def listed(kind: RecordKind, act_type: str) -> Mapping[str, Field]:
    """Return the fields that are searched of an act, by their names."""
    alone = _OF_ACTS.get(kind, {}).get(act_type)
    return {**_OF[kind], **alone} if alone else _OF[kind]


def _begins(content: Mapping[str, Any], path: str) -> bool:
    """Tell whether an act says something there at all: one that says it is empty counts, one without the field not."""
    name = path.partition(".")[0].removesuffix("[]").removesuffix("{}")
    return name in content


def leaves(content: Any, path: str) -> Iterator[str]:
    """Return the texts at a path of a content: `a.b` is a key in a key, `a[]` each of a list, `a{}` all below."""
    step, _, rest = path.partition(".")
    name = step.removesuffix("[]").removesuffix("{}")
    value = content.get(name) if isinstance(content, Mapping) else None
    if value is None:
        return
    if step.endswith("{}"):
        yield from paper_texts(value)
    elif step.endswith("[]"):
        for one in value if isinstance(value, list) else ():
            yield from leaves(one, rest) if rest else _text(one)
    elif rest:
        yield from leaves(value, rest)
    else:
        yield from _text(value)


def _text(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value


def paper_texts(value: Any) -> Iterator[str]:
    """Return the texts of a paper's fields, at any depth, without those that programs alone read."""
    if isinstance(value, Mapping):
        for name, one in value.items():
            if name not in FOR_PROGRAMS:
                yield from paper_texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from paper_texts(one)
    else:
        yield from (text for text in _text(value) if not _NO_WORDS.fullmatch(text))
