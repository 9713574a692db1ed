"""Papers to look at: the example of every form as a whole paper, and its text read back from the PDF."""

import io
import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from backend.documents import forms
from backend.documents.rendering import render
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature
from schemas.fieldwork.acts import Drawing

EXAMPLES = Path(__file__).parents[1] / "examples"
ADDRESS = "https://hientruong.example/verify/7K3M-Q9TX-2WRD"
STROKES = Drawing(
    width=600, height=200, strokes=[[(20, 150, 0), (90, 30, 40), (160, 150, 90)], [(300, 60, 200)]]
)


def fields_of(form: str) -> dict[str, Any]:
    """Return the example of a form's newest version."""
    path = EXAMPLES / f"{form}.{forms.newest(form)}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def paper(form: str, **given: Any) -> PaperContent:
    """Return the example of a form as a signed paper."""
    schema = forms.load(form, forms.newest(form))
    of_unit = schema["x-issuer"] == "unit"
    symbol = schema["x-symbol"]
    usual = {
        "form": form,
        "version": forms.newest(form),
        "fields": fields_of(form),
        "letterhead": Letterhead(
            superior="Chi cục Quản lý thị trường thành phố Đà Nẵng",
            issuer="Đội Quản lý thị trường số 1",
            place="Đà Nẵng",
        ),
        "number": f"48010005/{symbol}" if of_unit else f"2/{symbol}-48-QLTT0107",
        "issued_on": date(2026, 1, 5),
        "short_hash": "9f2c 41aa 07be 63d1",
        "code": "7K3M-Q9TX-2WRD",
        "verify_url": ADDRESS,
    }
    return PaperContent(**{**usual, **given})


def signature(role: str, name: str, **given: Any) -> PaperSignature:
    """Return a hand signature of somebody."""
    return PaperSignature(role=role, name=name, **{"drawing": STROKES, **given})


@cache
def rendered(form: str) -> tuple[PaperContent, bytes, list[str]]:
    """Return the example of a form as a paper, its PDF and the text of its pages; made once."""
    content = paper(form)
    pdf = render(content)
    return content, pdf, pages(pdf)


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page as it was set."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """Drop all spaces: where lines break is the typesetter's business."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def body(pdf: bytes, content: PaperContent) -> str:
    """Return the text of a paper over all its pages, without what stands on every page, squeezed."""
    return over_all(pages(pdf), content)


def over_all(found: list[str], content: PaperContent) -> str:
    """Return the text of pages without what stands on every page, squeezed."""
    said = ""
    for number, page in enumerate(found, 1):
        text = squeezed(page)
        for foot in (
            f"Số{content.number}·Mãtracứu:{content.code}",
            f"SHA-256:{content.short_hash}",
            f"Trang{number}/{len(found)}",
        ):
            text = text.replace(squeezed(foot), "")
        said += text.removeprefix(str(number)) if number > 1 else text
    return said
