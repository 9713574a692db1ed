"""The bounds, as data: which place of which act, from where to where, and why. docs/bounds.md is printed from it.

Two kinds of lines: what the law or the calendar makes impossible (no violation under Law 15/2012 before it was
in force, nothing that happened tomorrow), and what is surely a slip of the keyboard (a meeting in 9999). Terms of
law that can be extended or excused are no bounds; they are clocks (backend/law/deadlines). What a paper signed outside
says is entered with its own date, however late (PRACTICE B8), hence the wide edges into the past.
"""

from dataclasses import dataclass
from datetime import date

from backend.ledger.bounds.edges import (
    At,
    Edge,
    Fixed,
    Later,
    Made,
    Now,
    OfYear,
    ThisYear,
    Today,
    Told,
)

LAW_IN_FORCE = date(2013, 7, 1)
"""Law 15/2012/QH13 on handling administrative violations: no act under it is older (L 141.1)."""
FORCE_FOUNDED = date(1957, 7, 3)
"""The first market-surveillance bodies (Decree 290-TTg): no position or unit is older."""
INDEPENDENCE = date(1945, 9, 2)
"""No paper of this State is older."""
MOST_MONEY = 999_999_999_999
"""So many đồng can papers say in words; the largest fine of the field is a thousandth of it."""
COORDINATE = {"latitude_e7": 900_000_000, "longitude_e7": 1_800_000_000}
MOST_ACCURACY_MM = 20_000_000_000
"""Half the earth's circumference, in mm: no measurement is worse."""


@dataclass(frozen=True)
class Line:
    """One place: its types of act, its pointer, the edges, and the reason that is shown to who typed it."""

    acts: str
    pointer: str
    least: tuple[Edge, ...]
    most: tuple[Edge, ...]
    why_vi: str
    why_en: str
    when: tuple[str, str] | None = None
    """Only where this field says this."""

    @property
    def kinds(self) -> list[str]:
        """The types of act, one by one."""
        return self.acts.split()


def _line(
    acts: str,
    pointer: str,
    least: Edge | tuple[Edge, ...] | None,
    most: Edge | tuple[Edge, ...] | None,
    why: tuple[str, str],
    when: tuple[str, str] | None = None,
) -> Line:
    def many(edge: Edge | tuple[Edge, ...] | None) -> tuple[Edge, ...]:
        return () if edge is None else edge if isinstance(edge, tuple) else (edge,)

    return Line(acts, pointer, many(least), many(most), *why, when)


LAW = Fixed(LAW_IN_FORCE)
MONEY = Fixed(MOST_MONEY)
ZERO = Fixed(0)

HAPPENED = ("việc đã xảy ra, từ ngày Luật XLVPHC có hiệu lực", "it has happened, since Law 15/2012")
AHEAD = ("việc sắp tới, từ hôm nay", "it lies ahead, from today")
SIGNED = (
    "theo văn bản đã ký, kể cả khi nhập sau ngày đó",
    "as the signed paper has it, also where it is entered after that day",
)
SLIP = ("ngoài khoảng này là gõ nhầm", "outside this it is a slip of the keyboard")
BORN = ("người đang sống, đã sinh", "a living person, born")
IN_WORDS = ("số tiền viết được bằng chữ", "an amount that can be written in words")
ORDER = ("theo thứ tự các mốc thời gian", "in the order in which things happen")
PLACE = ("tọa độ trên mặt đất", "coordinates on the earth")
CLOCK = ("theo đồng hồ của vệ tinh hoặc của máy", "by the satellites' clock or the device's")
DECIDED = ("từ ngày ra quyết định đến hôm nay", "from the day of the decision until today")
CARRIED = (
    "từ lần nộp tiền, thi hành cuối cùng đến hôm nay",
    "from the last payment or measure until today",
)
COMPLY = ("Luật XLVPHC, Điều 73.1", "Law 15/2012, article 73.1")
INTEREST = ("Luật XLVPHC, Điều 78.1: 0,05% mỗi ngày", "Law 15/2012, article 78.1: 0.05 % a day")
GAIN = ("không quá số lợi bất hợp pháp phải nộp", "not more than the illicit gain to be paid")

SOLD = ("không quá tiền bán tang vật đã ghi", "not more than was recorded of the sale")

PLACES = "inspection.announced photo.taken"
SANCTIONS = "sanction.imposed sanction.imposed_on_spot"
WITH_PARTY = (
    "information.received plan_item.entered inspection.proposed case.opened violation.recorded"
    " decision.due_again"
)

TABLE: tuple[Line, ...] = (
    # An inspection, from the decision to the photographs.
    _line("decision.issued", "/issued_on", LAW, Today(30), SLIP),
    _line("decision.issued", "/again/day", LAW, Today(), SLIP),
    _line("decision.issued", "/start_on", At("/issued_on"), At("/issued_on", 90), ORDER),
    *(
        _line(acts, f"{before}/{name}", Fixed(-most), Fixed(most), PLACE)
        for acts, before in (("decision.issued", ""), (PLACES, "/place"), ("place.fixed", ""))
        for name, most in COORDINATE.items()
    ),
    *(
        line
        for acts, before in ((PLACES, "/place"), ("place.fixed", ""))
        for line in (
            _line(acts, f"{before}/accuracy_mm", ZERO, Fixed(MOST_ACCURACY_MM), PLACE),
            _line(acts, f"{before}/fixed_at", LAW, Later(Now(1440), Made(1)), CLOCK),
        )
    ),
    _line("photo.taken", "/size", Fixed(1), Fixed(2**30), ("một tệp ảnh", "one photograph's file")),
    _line("document.numbered", "/year", ThisYear(-1), ThisYear(1), SLIP),
    # People and units.
    _line("position.asked", "/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP),
    _line(
        "position.asked position_end.asked", "/decided_on", Fixed(FORCE_FOUNDED), Today(), HAPPENED
    ),
    _line("position.given", "/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP),
    _line("position.ended position_end.asked", "/valid_to", Fixed(FORCE_FOUNDED), Today(366), SLIP),
    _line("unit.created", "/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP),
    _line("unit.closed", "/valid_to", Fixed(FORCE_FOUNDED), Today(366), SLIP),
    _line(
        "card.issued",
        "/issued_on",
        Today(-1827),
        Today(30),
        ("thẻ có hạn 5 năm", "a card holds 5 years"),
    ),
    _line(
        "card.issued",
        "/expires_on",
        At("/issued_on"),
        At("/issued_on", 1827),
        ("thẻ có hạn 5 năm", "a card holds 5 years"),
    ),
    _line("delegation.given", "/decided_on", LAW, Today(), SLIP),
    _line("delegation.given", "/valid_from", LAW, Today(366), SLIP),
    _line("delegation.given", "/valid_to", LAW, Today(3660), SLIP),
    _line("delegation.ended", "/on", LAW, Today(30), SLIP),
    _line("card.suspended", "/suspended_on", LAW, Today(30), SLIP),
    _line("card.revoked", "/revoked_on", LAW, Today(30), SLIP),
    _line("numbers.voided", "/year", Fixed(LAW_IN_FORCE.year), ThisYear(1), SLIP),
    # Intake, plans, verification.
    _line("information.received", "/received_at", Today(-366), Now(), HAPPENED),
    _line(WITH_PARTY, "/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
    _line("verification.assigned verification.ordered", "/due_on", Today(), Today(60), AHEAD),
    _line("plan_item.entered", "/plan_approved_on", Today(-3 * 366), Today(), HAPPENED),
    _line("plan_item.entered", "/year", ThisYear(-1), ThisYear(1), SLIP),
    _line(
        "plan_item.entered",
        "/expected_from",
        OfYear("/year"),
        OfYear("/year", last=True),
        ("trong năm của kế hoạch", "in the year of the plan"),
    ),
    _line(
        "plan_item.entered",
        "/expected_to",
        (OfYear("/year"), At("/expected_from")),
        OfYear("/year", last=True),
        ("trong năm của kế hoạch", "in the year of the plan"),
    ),
    _line("inspection.proposed", "/proposed_start", Today(), Today(90), AHEAD),
    _line("adhoc_plan.issued", "/start_on", Today(-30), Today(30), SIGNED),
    _line("adhoc_plan.issued", "/end_on", At("/start_on"), At("/start_on", 30), ORDER),
    # The violation and the right to explain.
    _line("violation.recorded", "/recorded_at", LAW, Now(), HAPPENED),
    _line("violation.recorded", "/detected_on", LAW, (Today(), At("/recorded_at")), ORDER),
    _line(
        "violation.recorded", "/violations/*/ended_on", LAW, (Today(), At("/detected_on")), ORDER
    ),
    _line("explanation.requested", "/requested_at", (LAW, Told("recorded")), Now(), HAPPENED),
    _line("explanation.received", "/received_at", (LAW, Told("recorded")), Now(), HAPPENED),
    _line("explanation.waived", "/at", (LAW, Told("recorded")), Now(), HAPPENED),
    # The decision.
    _line(f"{SANCTIONS} remedy.ordered", "/decided_on", LAW, Today(), HAPPENED),
    _line(SANCTIONS, "/order/decided_on", LAW, Today(), HAPPENED),
    _line(SANCTIONS, "/order/acts/*/acted_on", LAW, At("/order/decided_on"), ORDER),
    *(
        _line(SANCTIONS, f"/order/acts/*/{name}", ZERO, MONEY, IN_WORDS)
        for name in (
            "behaviour/fine_min_vnd",
            "behaviour/fine_max_vnd",
            "values/goods_value_vnd",
            "values/illicit_gain_vnd",
            "chosen_vnd",
        )
    ),
    _line(SANCTIONS, "/order/extra_penalties/*/value_vnd", ZERO, MONEY, IN_WORDS),
    _line(SANCTIONS, "/order/acts/*/values/quantity", ZERO, Fixed(10**9), SLIP),
    _line(SANCTIONS, "/order/acts/*/behaviour/version", ZERO, Fixed(10_000), SLIP),
    _line(SANCTIONS, "/comply_days", Fixed(10), Fixed(365), COMPLY),
    _line("crime.declined", "/returned_on", LAW, Today(), HAPPENED),
    _line("case.closed", "/informant_told_on", LAW, Today(), HAPPENED),
    # Execution.
    _line("decision.delivered", "/delivered_on", (LAW, Told("decided")), Today(), DECIDED),
    _line("payment.received", "/paid_on", (LAW, Told("decided")), Today(), DECIDED),
    _line(
        "payment.received",
        "/amount",
        Fixed(1),
        Told("interest_left"),
        INTEREST,
        ("kind", "late_interest"),
    ),
    _line(
        "payment.received", "/amount", Fixed(1), Told("gain_left"), GAIN, ("kind", "illicit_gain")
    ),
    _line(
        "payment.received",
        "/amount",
        Fixed(1),
        Told("proceeds_left"),
        SOLD,
        ("kind", "sale_proceeds"),
    ),
    _line("execution.postponed", "/until", (LAW, Told("decided")), Today(366), SIGNED),
    _line("instalments.granted", "/schedule/*/due_on", (LAW, Told("decided")), Today(366), SIGNED),
    _line("instalments.granted", "/schedule/*/amount", Fixed(1), MONEY, IN_WORDS),
    _line("remedy.carried_out", "/done_on", (LAW, Told("decided")), Today(), DECIDED),
    _line("enforcement.ordered", "/decided_on", (LAW, Told("decided")), Today(), DECIDED),
    _line("execution.completed", "/completed_on", (LAW, Told("carried")), Today(), CARRIED),
    _line("execution.lapsed", "/lapsed_on", (LAW, Told("decided")), Today(), DECIDED),
    _line("decision.due_again", "/recorded_at", (LAW, Told("decided")), Now(), HAPPENED),
    _line("sanction.published", "/published_on", (LAW, Told("decided")), Today(), DECIDED),
    _line("case.archived", "/archived_on", LAW, Today(), HAPPENED),
    _line("complaint.filed", "/filed_at", (LAW, Told("opened")), Now(), HAPPENED),
    _line("complaint.resolved", "/resolved_on", (LAW, Told("opened")), Today(), HAPPENED),
    _line("deadline.extended", "/until", Today(), Today(366), AHEAD),
    _line("seizure.extended", "/until", (LAW, Told("seized")), Today(366), SIGNED),
    # Goods and papers.
    _line("exhibits.seized", "/seized_at", LAW, Now(), HAPPENED),
    _line("seizure.decided", "/decided_on", LAW, Today(), HAPPENED),
    _line("seizure.decided", "/until", At("/decided_on"), At("/decided_on", 366), ORDER),
    _line("exhibits.sealed", "/sealed_at", (LAW, Told("seized")), Now(), HAPPENED),
    _line("exhibits.unsealed", "/unsealed_at", (LAW, Told("seized")), Now(), HAPPENED),
    _line("exhibits.moved", "/moved_at", (LAW, Told("seized")), Now(), HAPPENED),
    _line("exhibits.disposed", "/on", (LAW, Told("seized")), Today(), HAPPENED),
    _line("exhibits.destroyed", "/destroyed_on", (LAW, Told("seized")), Today(), HAPPENED),
    _line("sheets.filed", "/issued_on", Fixed(INDEPENDENCE), Today(), HAPPENED),
    _line(
        "information.received plan_item.entered inspection.proposed case.opened",
        "/opening/again/day",
        LAW,
        Today(),
        SIGNED,
    ),
    _line("document.delivered", "/delivered_on", (LAW, Told("issued")), Today(), HAPPENED),
    _line("document.amended", "/total", ZERO, MONEY, IN_WORDS),
    # The catalogue.
    _line("violation.published", "/valid_from", LAW, Today(366), HAPPENED),
    _line("violation.published violation.withdrawn", "/valid_to", LAW, Today(30 * 366), SLIP),
    _line("violation.proposed", "/publish/valid_from", LAW, Today(366), HAPPENED),
    *(
        _line("violation.proposed", f"/{kind}/valid_to", LAW, Today(30 * 366), SLIP)
        for kind in ("publish", "withdraw")
    ),
)

BY_THE_SYSTEM: dict[str, str] = {
    "inspection.began /at": "follows an act of the phone, whose clock is judged there",
    "inspection.not_executed /at": "follows an act of the phone, whose clock is judged there",
    "inspection.ended /at": "follows an act of the phone, whose clock is judged there",
    "officer.unlocked /failures": "counted by the system",
    "enrolment.issued /expires_at": "set by the system",
    "password.reset_issued /expires_at": "set by the system",
    "one_time_code.reset_issued /expires_at": "set by the system",
    "certificate.registered /valid_from": "read from the certificate",
    "certificate.registered /valid_to": "read from the certificate",
    "numbers.voided /numbers/*": "taken from the register",
    "document.number_voided /year": "taken from the register",
    "document.issued /issued_on": "the server's day of signing",
    "document.issued /issued_at": "the server's clock of signing",
    "document.number_voided /number": "taken from the register",
    "document.printed /issued_on": "the server's day of printing, or one that a restore lost",
    "document.printed /issued_at": "the server's clock of printing",
    "document.adopted /issued_on": "taken from the paper made on site, judged there",
    "ledger.restored /outside/size": "read from a signed checkpoint",
    "ledger.restored /outside/made_at": "read from a signed checkpoint",
    "ledger.restored /other_logs/*/size": "read from a signed checkpoint",
    "ledger.restored /other_logs/*/made_at": "read from a signed checkpoint",
    "ledger.restored /held/size": "read from a signed checkpoint",
    "ledger.restored /held/made_at": "read from a signed checkpoint",
    "ledger.restored /entries": "counted by the system",
    "ledger.restored /lost": "counted by the system",
    "ledger.restored /era_before": "counted by the system",
    "ledger.restored /era_after": "counted by the system",
    "ledger.restored /numbers/of_officers": "counted by the system",
    "ledger.restored /numbers/of_units": "counted by the system",
    "ledger.restored /numbers/sequences": "counted by the system",
    "ledger.restored /numbers/years/*": "the server's day",
    "ledger.restored /objects/without_rows": "counted by the system",
    "ledger.restored /objects/adopted": "counted by the system",
    "ledger.restored /objects/without_objects": "counted by the system",
}
"""Places that nobody types, and what makes them right."""
