"""Papers made on site, as a phone writes them: contents of document.* acts."""

import json
from pathlib import Path

from backend.core import clock, database, local_time
from backend.documents import forms
from backend.force.numbers import service as numbering
from deploy.demo import contents
from deploy.demo.seals import Json
from schemas.force.numbers import NumberBlock
from tests.support.factories import Work

EXAMPLES = Path(__file__).parents[1] / "unit" / "documents" / "examples"
SYMBOLS = {
    "MBB01": "BB-VPHC",
    "MBB15": "BB-TG",
    "MBB26": "BB-NPTG",
    "BB-KT": "BB-KT",
    "BB-KKT": "BB-KKT",
}


def fields(form: str = "MBB01", **changed: object) -> Json:
    """Fields of a whole paper of the form. Fields that are changed to None are left out."""
    example: Json = json.loads(
        (EXAMPLES / f"{form}.{forms.newest(form)}.json").read_text(encoding="utf-8")
    )
    return {name: value for name, value in (example | changed).items() if value is not None}


def writing(document_id: str, form: str = "MBB01", **changed: object) -> Json:
    """Content of document.written."""
    return {
        "document_id": document_id,
        "form": form,
        "form_version": forms.newest(form),
        "fields": fields(form, **changed),
    }


def signature(written: str, role: str, **changed: object) -> Json:
    """Content of document.signed: drawn by hand unless changed."""
    drawn = contents.signed(written, "subject", f"Người ký {role}")
    del drawn["minutes"]
    return drawn | {"document": written, "role": role} | changed


async def lend(work: Work, form: str = "MBB01") -> NumberBlock:
    """Lend numbers to the author's phone, as it fetches them while it is online. The author has an
    officer number from then on."""
    await database.execute(
        "UPDATE officers SET officer_number = COALESCE(officer_number, '01-QLTT-THU1') WHERE id = $1",
        work.author.id,
    )
    async with database.transaction():
        return await numbering.reserve_block(
            work.author.id, work.device_id, form, local_time.year_of(clock.now())
        )


async def numbered(work: Work, block: NumberBlock, document_id: str, written: str, n: int) -> Json:
    """Content of document.numbered."""
    officer = await database.fetchval(
        "SELECT officer_number FROM officers WHERE id = $1", work.author.id
    )
    return {
        "document_id": document_id,
        "written": written,
        "form": block.form,
        "year": block.year,
        "number": n,
        "block_id": str(block.id),
        "text": f"{n}/{SYMBOLS[block.form]}-{officer}",
    }


async def minutes_numbered(work: Work, block: NumberBlock, minutes: str, n: int) -> Json:
    """Content of minutes.numbered."""
    content = await numbered(work, block, minutes, minutes, n)
    return {
        name: value for name, value in content.items() if name not in ("document_id", "written")
    } | {"minutes": minutes}
