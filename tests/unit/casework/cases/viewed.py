"""Views of cases without a database: what a reader sees, with only what a test asks about changed."""

from datetime import UTC, date, datetime
from typing import Any

from schemas.casework.views import (
    CaseView,
    ExhibitView,
    FolioEntryView,
    Money,
    PaperView,
    StoryLine,
)
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.fieldwork.paper_views import FieldDocumentView
from schemas.law.deadlines import Clock, ClockState
from tests.unit.casework.cases.made import ident, violation

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
NOTHING_OWED = Money(
    fine=0,
    reduced=0,
    paid=0,
    left=0,
    late_interest=0,
    paid_late_interest=0,
    gain=0,
    paid_gain=0,
    due_on=None,
)


def case(state: CaseState, *possible: str, **changed: Any) -> CaseView:
    """A case that is in this state, in which its reader may do this."""
    given: dict[str, Any] = {
        "id": ident("case"),
        "number": "01010001/VV-2026",
        "state": state,
        "rule_set": "2026-01-01",
        "unit_id": ident("unit"),
        "unit_name": Text(vi="Đội số 1", en="Team 1"),
        "opened_at": NOW,
        "updated_at": NOW,
        "officers": [],
        "party": None,
        "source": None,
        "information_opens": False,
        "informant_secret": False,
        "inspection_id": ident("inspection"),
        "inspection_number": "01010001/QĐ-KT",
        "violations": [violation()],
        "explanation_right": False,
        "decision_id": None,
        "remedies": [],
        "remedies_done": [],
        "money": NOTHING_OWED,
        "suspended": [],
        "clocks": [],
        "papers": [],
        "exhibits": [],
        "folio": [],
        "story": [],
        "possible": list(possible),
    }
    return CaseView(**(given | changed))


def clock(rule: str, state: ClockState, trigger_at: datetime = NOW) -> Clock:
    """A clock of the case that stands so."""
    said = Text(vi=rule, en=rule)
    return Clock(
        rule=rule,
        rule_set="2026-11-28",
        label=said,
        citation=said,
        check=None,
        limit=None,
        trigger_act="violation_minutes",
        trigger_at=trigger_at,
        subject=None,
        half_at=None,
        due_at=trigger_at,
        met_at=None,
        moot_at=None,
        state=state,
        extended_by=None,
        calendar_undecided=False,
        lapses=False,
        watched=True,
        asked={},
    )


def paper(form: str, state: str = "signed", name: str | None = None, **changed: Any) -> PaperView:
    """A paper of the case."""
    given: dict[str, Any] = {
        "id": ident(name or form),
        "form": form,
        "form_version": 1,
        "title": Text(vi=form, en=form),
        "state": state,
        "number": f"1/{form}",
        "issued_on": TODAY,
        "issuer_name": None,
        "issuer_title": None,
        "code": None,
        "sha256": None,
        "pages": 1,
        "signature_level": None,
        "hand": None,
        "scan_id": None,
        "scanned_at": None,
        "compared_at": None,
        "compared_note": None,
        "issued_at": NOW,
        "issued_by": ident("officer"),
        "field_document": False,
        "delivered_on": None,
        "drafted_by": ident("officer"),
        "drafted_at": NOW,
        "fields": {},
        "fields_hash": "0" * 64,
        "content_mark": "0000 0000 0000 0000",
        "first_sheet": 1,
        "replaces": None,
        "replaced_by": None,
        "cancelled_by": None,
    }
    return PaperView(**(given | changed))


def on_site(form: str, number: str | None = "0001", **changed: Any) -> FieldDocumentView:
    """A paper that a phone made during the inspection."""
    given: dict[str, Any] = {
        "id": ident(f"on site {form}"),
        "form": form,
        "form_version": 1,
        "fields": {"pages": 3},
        "written": ident("writing"),
        "writings": 1,
        "officer_id": ident("officer"),
        "officer_name": "Nguyễn Hoài An",
        "written_at": NOW,
        "number": number,
        "numbered_at": NOW if number else None,
        "code": None,
        "missing": [],
        "signatures": [],
        "content_sha256": "0" * 64,
        "content_mark": "0000 0000",
    }
    return FieldDocumentView(**(given | changed))


def exhibit(state: str = "seized") -> ExhibitView:
    """A thing that was seized."""
    return ExhibitView(
        id=ident("thing"),
        position=1,
        name="Mỹ phẩm",
        kind="exhibit",
        unit="hộp",
        quantity="20",
        condition="Còn nguyên",
        value=None,
        photos=[],
        state=state,
        keeper="Đội số 1",
        place="Kho",
        seal=None,
        seized_at=NOW,
        until=None,
    )


def sheet(first: int, issued_on: date) -> FolioEntryView:
    """A paper made elsewhere that was filed."""
    return FolioEntryView(
        first_sheet=first,
        last_sheet=first,
        title="Văn bản",
        number=None,
        issued_on=issued_on,
        document_id=None,
        filed_at=NOW,
    )


def told(*acts: CaseAct | tuple[CaseAct, dict[str, Any]]) -> list[StoryLine]:
    """The story of these acts, oldest first."""
    pairs = [one if isinstance(one, tuple) else (one, {}) for one in acts]
    return [
        StoryLine(
            number=number,
            act_id=ident(f"act {number}"),
            type=str(kind),
            officer_id=ident("officer"),
            officer_name="Nguyễn Hoài An",
            made_at=NOW,
            received_at=NOW,
            content=content,
        )
        for number, (kind, content) in enumerate(pairs, 1)
    ]
