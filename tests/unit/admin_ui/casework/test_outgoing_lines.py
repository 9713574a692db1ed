"""The register of outgoing papers: each row says whether the paper went out, and leads there while it did not."""

from datetime import date

from admin_ui.casework.outgoing import lines
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell
from backend.casework.outgoing import service as outgoing
from schemas.core.ids import new_id
from schemas.core.problems import Text


def dispatch_of(
    state: str = "signed", sent_on: date | None = None, *, sends: bool = True
) -> Cell | str:
    row = outgoing.Line(
        id=new_id(),
        case_id=new_id(),
        inspection_id=None,
        record_number="01010001/VV-2026",
        number="01000001/QĐ-XPHC",
        issued_on=date(2026, 12, 20),
        title=Text(vi="Quyết định xử phạt vi phạm hành chính", en="Decision"),
        party_name="Hộ kinh doanh Mẫu",
        signer="Vũ Hương Giang",
        state=state,
        sent_on=sent_on,
        manner="post" if sent_on else None,
        recipients=["Kho bạc"] if sent_on else [],
        copies=None,
        note=None,
        times=1 if sent_on else 0,
    )
    (line,) = lines.lines([row], "vi", Place("/desk/outgoing", {}), sends=sends)
    return line.cells[-1]


def test_a_paper_that_did_not_go_out_says_so_and_leads_to_its_dispatch() -> None:
    cell = dispatch_of()
    assert isinstance(cell, Cell)
    assert cell.text == "Chưa phát hành"
    assert cell.href.endswith("/acts/document.dispatched")


def test_one_that_went_out_says_when_with_the_year_if_it_is_the_next() -> None:
    for day, said in ((date(2026, 12, 21), "21/12"), (date(2027, 1, 4), "04/01/2027")):
        cell = dispatch_of(sent_on=day)
        assert isinstance(cell, Cell)
        assert (cell.text, cell.href) == (f"Đã phát hành {said}", "")
        assert f"{day:%d/%m/%Y}" in cell.whole


def test_nobody_is_led_to_send_out_what_was_cancelled() -> None:
    for state in ("cancelled", "replaced"):
        assert dispatch_of(state) == Cell()


def test_who_reads_the_register_and_dispatches_nothing_is_led_to_no_dispatch() -> None:
    assert dispatch_of(sends=False) == Cell("Chưa phát hành")
