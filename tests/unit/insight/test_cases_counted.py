"""What is counted of a case follows the law where a chair decides, goods are nobody's, and what is left is waived."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from backend.casework.rules.facts import Event
from backend.insight.rules.counting import cases
from backend.insight.rules.counting.counted import Counted
from backend.insight.rules.counting.parties import party_key
from schemas.casework.acts import beside, complaints, execution, exhibits, handed, parts
from schemas.casework.acts import proceedings as acts
from schemas.casework.words import CaseAct, CaseOfficerRole, DeliveryMode, ExhibitState, PaymentKind
from schemas.core.base import Wire
from schemas.core.vocabulary import SubjectKind
from tests.support import case_papers

MINUTES, DECIDED, LATER = date(2026, 9, 1), date(2026, 9, 10), date(2026, 9, 20)


class Case:
    """A case of another body's file, which a chair may decide; no guard asks anything of its acts."""

    def __init__(self) -> None:
        self.acts: list[Event] = []
        officer = parts.CaseOfficer(uuid4(), "Lê Văn An", "Kiểm soát viên", CaseOfficerRole.LEAD)
        opening = parts.Opening("01/2026", uuid4(), "2025-07-01", [officer])
        file: dict[str, Any] = {
            "source": "force",
            "body": "Công an xã",
            "transfer_number": "15",
            "handover": "Biên bản 01",
            "sheets": 2,
            "minutes_number": "07/BB-VPHC",
            "minutes_by": "Lê Văn Giao",
            "explanation_right": False,
            "explanation_waived": False,
            "electronic_consent": False,
        }
        days = ("transfer_on", "received_on", "minutes_on", "detected_on")
        received = handed.FileReceived(
            opening=opening,
            document_id=uuid4(),
            violations=[case_papers.violation(ended_on=MINUTES)],
            party=case_papers.party(),
            **file,
            **dict.fromkeys(days, MINUTES),
        )
        self.take(CaseAct.FILE_RECEIVED, received, MINUTES)

    def take(self, kind: CaseAct, content: Wire, on: date = LATER) -> None:
        at = datetime(on.year, on.month, on.day, 3, tzinfo=UTC)
        self.acts.append(Event(len(self.acts) + 1, uuid4(), kind, content, uuid4(), at, at))

    def seize(self, **said: Any) -> exhibits.Exhibit:
        lot = case_papers.exhibit(**({"value": 4_000_000} | said))
        at = datetime(2026, 9, 2, 3, tzinfo=UTC)
        self.take(
            CaseAct.EXHIBITS_SEIZED, exhibits.ExhibitsSeized(uuid4(), at, "Kho", "Hà Nội", [lot])
        )
        return lot

    def dispose(self, lot: exhibits.Exhibit, to: ExhibitState, **said: Any) -> None:
        given: dict[str, Any] = {"document_id": None, "proceeds": None, "on": LATER} | said
        ended = exhibits.ExhibitsDisposed(
            exhibits=[lot.exhibit_id], disposition=to, reason="Theo quyết định", **given
        )
        self.take(CaseAct.EXHIBITS_DISPOSED, ended)

    def chair(self, outcome: Any, **said: Any) -> None:
        up = handed.CaseSentUp("chair", "Chủ tịch UBND xã", None, MINUTES, "other", "Vượt quyền", 1)
        self.take(CaseAct.CASE_SENT_UP, up)
        given: dict[str, Any] = {"total": 0, "gain": None, "confiscated": [], "measures": []} | said
        decided = handed.ChairDecided(
            document_id=uuid4(),
            outcome=outcome,
            number="12/QĐ",
            decided_on=DECIDED,
            chair="Chủ tịch",
            place="UBND xã",
            licence_suspended=False,
            comply_days=10,
            publish=False,
            sheet=2,
            alone=None,
            **given,
        )
        self.take(CaseAct.CHAIR_DECIDED, decided)

    def changed(self, change: Any, **said: Any) -> None:
        content = handed.ChairChanged(
            uuid4(), change, "13/QĐ", LATER, "Chủ tịch", "UBND xã", "Lý do", 3, **said
        )
        self.take(CaseAct.CHAIR_CHANGED, content)

    def paper(self, form: str, **fields: Any) -> Any:
        made = beside.DocumentAdopted(uuid4(), uuid4(), form, 1, fields, "14/QĐ", DECIDED, 1)
        self.take(CaseAct.DOCUMENT_ADOPTED, made)
        return made.document_id

    def deliver_and_pay(self, amount: int) -> None:
        decision = next(one.content for one in self.acts if one.type == CaseAct.CHAIR_DECIDED)
        delivered = execution.DecisionDelivered(
            decision.document_id, DeliveryMode.DIRECT, LATER, False, 1, "Ký nhận", None, None
        )
        self.take(CaseAct.DECISION_DELIVERED, delivered)
        paid = execution.PaymentReceived(uuid4(), PaymentKind.FINE, amount, LATER, "01", "Kho bạc")
        self.take(CaseAct.PAYMENT_RECEIVED, paid)

    def found(self, event: str) -> list[Counted]:
        return [
            one for one in cases.count(self.acts, _nothing, lambda _: "") if one.cell.event == event
        ]

    def told(self, event: str) -> list[tuple[str, int, int]]:
        return [(one.cell.detail, one.count, one.amount) for one in self.found(event)]


def _nothing(_order: object) -> Any:
    raise LookupError


def test_a_chair_who_confiscates_or_orders_remedies_alone_sanctions_nobody() -> None:
    case = Case()
    lot = case.seize()
    case.chair("remedies", confiscated=[lot.exhibit_id], measures=["Nộp lại"], gain=3_000_000)
    (alone,) = case.found("cases_not_sanctioned")
    assert (alone.cell.detail, alone.happened_on) == ("remedies", DECIDED), "Law Art 65.2"
    assert case.told("remedies_ordered") == [("chair", 1, 0)]
    kinds = [one[0] for one in case.told("remedies_alone_with")]
    assert kinds == ["confiscation", "remedy:disgorge"]
    assert case.told("cases_sanctioned") == []
    assert sum(one.count for one in case.found("cases_pending")) == 0
    case.changed("annulled", ground="competence")
    gone = [*case.found("remedies_ordered"), *case.found("goods_confiscated")]
    assert [one.annulled_on for one in gone] == [LATER, LATER]


def test_what_is_left_after_a_part_was_paid_is_waived_and_not_reduced() -> None:
    case = Case()
    case.chair("sanction", total=10_000_000)
    case.deliver_and_pay(4_000_000)
    case.changed("reduced", by=1_000_000)
    case.changed("reduced", by=5_000_000)
    told = [("reduced", 1, 1_000_000), ("waived", 1, 5_000_000)]
    assert case.told("fines_reduced") == told, "Law Art 77"


def test_a_decision_that_says_that_it_waives_is_counted_as_it_says() -> None:
    case = Case()
    case.chair("sanction", total=10_000_000)
    case.deliver_and_pay(4_000_000)
    for relief, by in (("reduced", 1_000_000), ("waived", 5_000_000)):
        paper = case.paper("MQĐ04", relief=relief)
        case.take(CaseAct.FINE_REDUCED, execution.FineReduced(paper, by, "Khó khăn"))
    assert [one[0] for one in case.told("fines_reduced")] == ["reduced", "waived"]


def test_money_of_goods_sold_early_that_goes_on_and_comes_back_was_sold_once() -> None:
    case = Case()
    fish = case.seize()
    case.dispose(fish, ExhibitState.SOLD_EARLY, proceeds=3_000_000)
    case.dispose(fish, ExhibitState.TRANSFERRED)
    handed_on = [one.amount for one in case.found("money_deposited")]
    assert handed_on == [3_000_000, -3_000_000], "it went on with the file"
    at = datetime(2026, 9, 21, 3, tzinfo=UTC)
    back = exhibits.ExhibitsMoved([fish.exhibit_id], "Kho", "Hà Nội", at, None, "Trả lại hồ sơ")
    case.take(CaseAct.EXHIBITS_MOVED, back)
    assert sum(one.amount for one in case.found("money_deposited")) == 3_000_000
    assert case.told("goods_sold") == [("", 1, 4_000_000)]


def test_goods_that_nobody_claims_are_confiscated_by_a_decision_of_their_own() -> None:
    case = Case()
    lot = case.seize()
    order = case.paper("MQĐ14")
    case.chair("sanction", total=10_000_000)
    case.dispose(lot, ExhibitState.CONFISCATED, document_id=order)
    (taken,) = case.found("goods_confiscated")
    assert (taken.amount, taken.happened_on) == (4_000_000, DECIDED), "Law Art 126.4"
    case.changed("annulled", ground="competence")
    (taken,) = case.found("goods_confiscated")
    assert taken.annulled_on is None, "the decision on the violation did not confiscate it"
    assert case.found("decisions_issued")[0].annulled_on == LATER


def test_a_licence_that_is_held_is_no_goods_without_a_value() -> None:
    case = Case()
    case.seize(kind="document", value=None)
    case.seize(value=None)
    assert case.told("goods_seized") == [("unvalued", 1, 0)], "Law Art 125.6"


def test_a_file_that_comes_back_from_the_prosecution_bodies_is_one_received_from_them() -> None:
    case = Case()
    referred = acts.CrimeReferred("Cơ quan điều tra", uuid4(), "Dấu hiệu tội phạm", None, LATER)
    declined = acts.CrimeDeclined(LATER, "21/QĐ-VKS", "Không khởi tố")
    case.take(CaseAct.CRIME_REFERRED, referred)
    case.take(CaseAct.CRIME_DECLINED, declined)
    assert [one[0] for one in case.told("files_received")] == ["force", "returned"], "Law Art 63"
    assert sum(one.count for one in case.found("cases_pending")) == 1, "it waits again"
    case.chair("sanction", total=10_000_000)
    case.take(CaseAct.CRIME_DECLINED, declined)
    assert len(case.told("files_received")) == 2, "after a decision nothing is to be sanctioned"


def test_a_decision_to_seize_is_one_complained_about_however_often() -> None:
    case = Case()
    seizure, inspection = case.paper("MQĐ20"), case.paper("QĐ-KT")
    first = _complaint(seizure)
    for one in (first, _complaint(seizure), _complaint(inspection), _complaint(None)):
        case.take(CaseAct.COMPLAINT_FILED, one)
    again = complaints.ComplaintAppealed(first.complaint_id, first.filed_at, "Không đồng ý")
    case.take(CaseAct.COMPLAINT_APPEALED, again)
    assert case.told("decisions_disputed") == [("complaint", 1, 0)]
    assert [one[0] for one in case.told("complaints_filed")] == ["complaint"] * 4


def _complaint(against: UUID | None) -> complaints.ComplaintFiled:
    at = datetime(2026, 9, 20, 3, tzinfo=UTC)
    return complaints.ComplaintFiled(
        uuid4(), against, False, at, "Bà Lựu", "Xem lại", what="Hành vi"
    )


def test_an_organisation_is_named_by_its_tax_code_and_a_person_by_their_own_number() -> None:
    def key(kind: SubjectKind, **numbers: Any) -> str | None:
        return party_key(case_papers.party(kind=kind, **numbers))

    firm, man = SubjectKind.ORGANISATION, SubjectKind.INDIVIDUAL
    director = "001099900017"
    one = key(firm, identity_number=director, tax_code="0101234567-001")
    assert one != key(firm, identity_number=director, tax_code="0109999999"), "two firms of one man"
    assert one == key(firm, identity_number=None, tax_code="0101234567001"), "however it is typed"
    by_number = key(man, identity_number="001.099.900.017")
    assert by_number == key(man, identity_number=director, tax_code="8012345678")
    household = key(SubjectKind.HOUSEHOLD, identity_number=None, tax_code=director)
    assert by_number == household, "the personal number is the tax code"
