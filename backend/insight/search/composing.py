"""The words of a record: of its row as it is now, and of what its acts say."""

import msgspec

from backend.core.local_time import day_of
from backend.documents import forms
from backend.insight.queries.search_words import Slim, Written
from backend.insight.rules.search import contents, indexing
from backend.insight.rules.search.indexing import Place, Said
from backend.ledger.rules.entries import RecordedAct
from schemas.core.vocabulary import RecordKind
from schemas.insight.search import Sought, TextKind

RECORD_OF = {
    Sought.CASE: RecordKind.CASE,
    Sought.INSPECTION: RecordKind.INSPECTION,
    Sought.INFORMATION: RecordKind.INFORMATION,
    Sought.SUBMISSION: RecordKind.SUBMISSION,
    Sought.PLAN: RecordKind.PLAN,
    Sought.REPORT: RecordKind.REPORT,
}
"""Kinds of which acts are read, too."""


_TITLED = frozenset({Sought.PERSON, Sought.SUBMISSION, Sought.PLAN, Sought.REPORT})
"""Kinds whose name is no party's."""


def compose(kind: Sought, row: Slim, acts: list[RecordedAct]) -> Written:
    """Return the words of one record. Raises what a fault of ours in an old act makes it raise."""
    texts = [*_of_row(kind, row)]
    if kind in RECORD_OF:
        texts += contents.texts(RECORD_OF[kind], acts)
    said = indexing.fitting(texts)
    return Written(
        id=row.id,
        words=indexing.vector(said, _tags(row)),
        said=said,
        day=day_of(row.at) if row.at else None,
        letters=indexing.letters(said),
    )


def _of_row(kind: Sought, row: Slim) -> list[Said]:
    name = TextKind.TITLE if kind in _TITLED else TextKind.PARTY
    found = [
        (Place.NAME, TextKind.NUMBER, row.number),
        # The number and the party of its case find a paper too, behind those whose own they are.
        (Place.ABOUT if kind is Sought.PAPER else Place.NAME, TextKind.NUMBER, row.second_number),
        (Place.NAME, name, row.name),
        (Place.ABOUT if kind is Sought.PAPER else Place.NAME, name, row.second_name),
        *((Place.NAME, TextKind.IDENTIFIER, mark) for mark in row.marks),
        (Place.WHERE, TextKind.ADDRESS, row.address),
        (Place.ABOUT, TextKind.SUMMARY, row.about),
    ]
    if row.form is not None:
        found.append((Place.NAME, TextKind.TITLE, f"{row.form} {_title(row.form)}"))
    if row.fields is not None:
        texts = contents.paper_texts(msgspec.json.decode(row.fields))
        found.append((Place.TEXT, TextKind.PAPER, " · ".join(texts)))
    return [Said(place, what, text) for place, what, text in found if text]


def _title(form: str) -> str:
    """Return what a form is called; nothing for one that this release no longer has."""
    try:
        title: str = forms.load(form, forms.newest(form))["x-title"]["vi"]
    except forms.FormUnknown:
        return ""
    return title


def _tags(row: Slim) -> list[str]:
    path = (row.unit_1, row.unit_2, row.unit_3, row.unit_4)
    return [
        *(indexing.unit_tag(one) for one in path if one is not None),
        *(indexing.officer_tag(one) for one in row.officers),
        *(indexing.behaviour_tag(one) for one in row.behaviours),
        *([indexing.party_tag(row.party)] if row.party else []),
        *([indexing.state_tag(row.state)] if row.state else []),
        *(indexing.time_tags(row.at) if row.at else []),
    ]
