"""Facts without a database: events of a case, one after another, folded as the record handler does."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec

from backend.casework.derived import folding, guards
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.core.canonical_json import sha256_hex
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct, CaseOfficerRole, InformationSource
from schemas.core.base import Wire
from schemas.core.vocabulary import SubjectKind

SPACE = UUID("7a6b2f34-6ad1-4c4c-9d56-0d7c1c6f2b11")
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
OFFICER = uuid5(SPACE, "officer")


def ident(name: str) -> UUID:
    """An id by its name."""
    return uuid5(SPACE, name)


def guard_context(**changed: Any) -> GuardContext:
    """The context of a guard on an ordinary day."""
    given: dict[str, Any] = {
        "now": NOW,
        "today": TODAY,
        "officer_id": OFFICER,
        "rule_set": "2026-01-01",
    }
    return GuardContext(**(given | changed))


def guard(content: Wire, facts: Any, told: GuardContext) -> Refuse | None:
    """What stands against the act whose content this is; of a sanction, before the minutes the one on the spot."""
    kinds = [kind for kind, struct in CASE_CONTENTS.items() if isinstance(content, struct)]
    on_spot = isinstance(content, case_acts.SanctionImposed) and facts.recorded is None
    return guards.guard(CaseAct(kinds[1 if on_spot else 0]), content, facts, told)


def opening() -> case_parts.Opening:
    """Of a case that an officer leads."""
    lead = case_parts.CaseOfficer(
        officer_id=OFFICER,
        full_name="Nguyễn Hoài An",
        title="Kiểm soát viên",
        role=CaseOfficerRole.LEAD,
    )
    return case_parts.Opening(
        number="01010001/VV-2026", unit_id=ident("unit"), rule_set="2026-01-01", officers=[lead]
    )


def party() -> case_parts.Party:
    """Somebody."""
    return case_parts.Party(
        subject_id=None,
        kind=SubjectKind.INDIVIDUAL,
        name="Trần Văn Mẫu",
        trade_name=None,
        identity_number=None,
        birth_date=None,
        sex=None,
        nationality=None,
        occupation=None,
        tax_code=None,
        registration_number=None,
        address="Số 3 đường Cây Đa",
        representative=None,
        representative_title=None,
        phone=None,
        email=None,
    )


class Made:
    """A case that is written event by event."""

    def __init__(self, kind: CaseAct, content: Wire) -> None:
        self.facts: Facts
        self._first: Facts | None = None
        self._number = 0
        self.add(kind, content)

    def add(self, kind: CaseAct, content: Wire) -> "Made":
        """One more accepted act."""
        self._number += 1
        event = Event(
            number=self._number,
            act_id=ident(f"act {self._number}"),
            type=kind,
            content=content,
            officer_id=OFFICER,
            made_at=NOW,
            received_at=NOW,
        )
        self._first = folding.take(self._first, event)
        self.facts = self._first
        return self

    def paper(self, form: str, name: str | None = None, **said: Any) -> UUID:
        """A signed paper of this form that says this."""
        document = ident(name or form)
        fields: dict[str, Any] = {"form": form} | said
        draft = case_side_acts.DocumentDrafted(
            document_id=document, form=form, form_version=1, fields=fields, replaces=None
        )
        issued = case_side_acts.DocumentIssued(
            document_id=document,
            form=form,
            form_version=1,
            fields_hash=sha256_hex(fields),
            number=f"1/{form}",
            issued_on=TODAY,
            issued_at=NOW,
            issuer_title="Chi cục trưởng",
            code="A" * 26,
            sha256="0" * 64,
            size=10,
            pages=2,
            signature_level="B-T",
            signer="Vũ Hương Giang",
        )
        ready = case_side_acts.DocumentFinalised(
            document_id=document, fields_hash=sha256_hex(fields)
        )
        self.add(CaseAct.DOCUMENT_DRAFTED, draft).add(CaseAct.DOCUMENT_FINALISED, ready)
        self.add(CaseAct.DOCUMENT_ISSUED, issued)
        return document


def informed(
    source: InformationSource = InformationSource.TIP, *, wants_answer: bool = True
) -> Made:
    """Information was received."""
    content = case_intake_acts.InformationReceived(
        opening=opening(),
        source=source,
        channel="Điện thoại",
        received_at=NOW,
        content="Cửa hàng bán mỹ phẩm không hóa đơn",
        informant_secret=False,
        wants_answer=wants_answer,
        party=party(),
        place=None,
    )
    return Made(CaseAct.INFORMATION_RECEIVED, content)


def inspected() -> Made:
    """Out of an inspection."""
    content = case_intake_acts.CaseOpened(
        opening=opening(),
        inspection_id=ident("inspection"),
        decision_number="01010001/QĐ-KT",
        party=party(),
    )
    return Made(CaseAct.CASE_OPENED, content)


def violation(**changed: Any) -> case_acts.RecordedViolation:
    """One behaviour."""
    given: dict[str, Any] = {
        "code": "ND98-15-1-d",
        "catalogue_version": 0,
        "name": "Kinh doanh hàng hóa nhập lậu",
        "legal_basis": "Điều 15 NĐ 98/2020",
        "description": "40 hộp mỹ phẩm",
        "ended_on": TODAY,
        "goods_value": 15_000_000,
        "illicit_gain": None,
        "aggravating": [],
        "mitigating": [],
    }
    return case_acts.RecordedViolation(**(given | changed))


def minutes() -> case_acts.ViolationRecorded:
    """What violation minutes record."""
    return case_acts.ViolationRecorded(
        document_id=ident("MBB01"),
        recorded_at=NOW,
        detected_on=TODAY,
        violations=[violation()],
        party=party(),
        victims=[],
        explanation_right=False,
        complex=False,
        electronic_consent=False,
    )


def recorded(*, right: bool = False, consent: bool = False) -> Made:
    """With violation minutes."""
    made = inspected()
    made.paper("MBB01")
    content = msgspec.structs.replace(
        minutes(), explanation_right=right, electronic_consent=consent
    )
    return made.add(CaseAct.VIOLATION_RECORDED, content)


def seized() -> Made:
    """With two things seized."""
    made = recorded()
    made.paper("MBB15")
    things = [
        case_exhibit_acts.Exhibit(
            exhibit_id=ident(f"thing {number}"),
            name=f"Mỹ phẩm {number}",
            kind="exhibit",
            unit="hộp",
            quantity="20",
            brand=None,
            origin=None,
            serial=None,
            condition="Còn nguyên",
            value=None,
            value_basis=None,
            photos=[],
        )
        for number in (1, 2)
    ]
    content = case_exhibit_acts.ExhibitsSeized(
        document_id=ident("MBB15"),
        seized_at=NOW,
        keeper="Đội QLTT số 1",
        place="Kho Đội",
        exhibits=things,
    )
    return made.add(CaseAct.EXHIBITS_SEIZED, content)
