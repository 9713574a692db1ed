"""A paper that was signed elsewhere is taken only if nothing but the signature was added to it."""

import io
import shutil
import subprocess
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typst
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from backend.documents.signing import outside
from backend.documents.signing.outside_errors import SignedFileWrong
from deploy.demo import ca
from tests.support import outside_signer
from tests.support import signing as made
from tests.support.sampling import Sample
from tests.support.signing import NAME, NUMBER, PASSPHRASE, Authority, authority


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("pki"))


@pytest.fixture(scope="module")
def token(issuer: Authority) -> bytes:
    """The key in the officer's own computer."""
    return ca.officer_pkcs12(issuer.issuing, NAME, NUMBER, PASSPHRASE)


@cache
def paper() -> bytes:
    """A paper as it is given to its signer."""
    return outside.with_form(made.paper())


async def fault_of(data: bytes, issuer: Authority, at_least: str = "B-B") -> str:
    given = msgspec.structs.replace(issuer.trust(), at_least=at_least)
    with pytest.raises(SignedFileWrong) as refused:
        await outside.examine(paper(), data, given)
    assert refused.value.text.vi
    assert refused.value.text.en
    return refused.value.problem_code


def altered(pdf: bytes, change: Any) -> bytes:
    """The PDF with an update of its own appended, as an editor writes one."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page_of(writer: Any) -> Any:
    return writer.find_page_for_modification(0)[0].get_object()


def other_text(writer: Any) -> None:
    """Draw another content in place of the page's own."""
    page = page_of(writer)
    drawn = generic.StreamObject(stream_data=b"BT /F1 12 Tf (Phat 5.000 dong) Tj ET")
    page["/Contents"] = writer.add_object(drawn)
    writer.update_container(page)


def note(writer: Any) -> None:
    """Put a note on the page."""
    page = page_of(writer)
    made = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 200, 90))),
            pdf_name("/Contents"): generic.TextStringObject("khac"),
        }
    )
    page["/Annots"] = generic.ArrayObject([writer.add_object(made)])
    writer.update_container(page)


def script(writer: Any) -> None:
    """Run something when the file is opened."""
    writer.root["/OpenAction"] = generic.DictionaryObject(
        {
            pdf_name("/S"): pdf_name("/JavaScript"),
            pdf_name("/JS"): generic.TextStringObject("app.alert(1)"),
        }
    )
    writer.update_root()


def attachment(writer: Any) -> None:
    """Attach a file."""
    writer.root["/Names"] = generic.DictionaryObject(
        {pdf_name("/EmbeddedFiles"): generic.DictionaryObject()}
    )
    writer.update_root()


async def test_what_a_signing_program_makes_of_the_paper_is_taken_at_every_level(
    issuer: Authority, token: bytes, tmp_path: Path
) -> None:
    folder = issuer.folder
    for level, how in (
        ("B-B", {}),
        ("B-T", {"stamps": folder}),
        ("B-LTA", {"stamps": folder, "trust": folder}),
    ):
        data = outside_signer.sign(paper(), token, **how)
        found = await outside.examine(paper(), data, issuer.trust())
        assert found.said.verdict is not None
        assert (found.said.verdict.level, found.said.verdict.valid) == (level, True)
        assert found.boxes == []
        if shutil.which("pdfsig"):
            signed = tmp_path / "signed.pdf"
            signed.write_bytes(data)
            said = subprocess.run(  # noqa: ASYNC221 - nothing else runs in this test
                ["pdfsig", "-nocert", str(signed)], capture_output=True, text=True, check=False
            ).stdout
            assert "Signature is Valid" in said
            assert "Total document signed" in said or level == "B-LTA"
        if shutil.which("qpdf"):
            checked = subprocess.run(  # noqa: ASYNC221 - the same
                ["qpdf", "--check", str(tmp_path / "signed.pdf")], capture_output=True, check=False
            )
            assert checked.returncode == 0, checked.stdout


async def test_a_level_below_the_installation_s_is_refused_with_what_to_turn_on(
    issuer: Authority, token: bytes
) -> None:
    data = outside_signer.sign(paper(), token)
    assert await fault_of(data, issuer, "B-T") == "signed_file_level"
    stamped = outside_signer.sign(paper(), token, stamps=issuer.folder)
    assert await fault_of(stamped, issuer, "B-LTA") == "signed_file_level"


async def test_each_wrong_file_gets_its_own_sentence(
    issuer: Authority, token: bytes, sample: Sample
) -> None:
    good = outside_signer.sign(paper(), token)
    again = outside_signer.sign(good, token, field="Signature2")
    renamed = good[len(paper()) :].replace(b"(Signature1)", b"(Signature9)")
    broken = paper() + renamed
    wrong = (
        (b"", "signed_file_empty"),
        (bytes(20_000_001), "signed_file_too_large"),
        (paper(), "signed_file_same"),
        (b"%PDF-1.7 another", "signed_file_other"),
        (good[:-1], "signed_file_broken"),
        (good[:-300], "signed_file_unreadable"),
        (paper() + b"rubbish", "signed_file_unsigned"),
        (altered(paper(), lambda w: w.update_root()), "signed_file_unsigned"),
        (again, "signed_file_many"),
        (broken, "signed_file_broken"),
        (good + b"\n% more", "signed_file_added"),
        (altered(good, lambda w: w.update_root()), "signed_file_added"),
        (altered(good, note), "signed_file_changed"),
        (outside_signer.sign(paper(), token, pades=False), "signed_file_not_pades"),
    )
    for data, said in sample.of(wrong, one_in=3):
        assert data != good
        assert (await fault_of(data, issuer), len(data)) == (said, len(data))


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("change", [other_text, note, script, attachment])
async def test_a_signature_over_a_changed_body_is_refused_though_our_bytes_are_there(
    issuer: Authority, token: bytes, change: Any
) -> None:
    data = outside_signer.sign(altered(paper(), change), token)
    assert data.startswith(paper())
    assert await fault_of(data, issuer) == "signed_file_changed"


async def test_a_file_whose_tables_lead_round_ours_is_refused(
    issuer: Authority, token: bytes
) -> None:
    """Our bytes are there, as a dead weight in front of another paper with the same length."""
    other = typst.compile(b"Phat 5.000 dong", format="pdf")
    reader = PdfFileReader(io.BytesIO(other))
    start = reader.xrefs.get_startxref_for_revision(0)
    shift = len(paper())
    moved = _shifted(other, start, shift)
    data = outside_signer.sign(paper() + moved, token)
    assert await fault_of(data, issuer) in ("signed_file_changed", "signed_file_unreadable")


def _shifted(pdf: bytes, start: int, shift: int) -> bytes:
    """The same PDF with every place moved, as if it began that much later."""
    head, table = pdf[:start], pdf[start:]
    lines = []
    for line in table.split(b"\n"):
        parts = line.split()
        if len(parts) == 3 and parts[2] == b"n":
            line = b"%010d %s n" % (int(parts[0]) + shift, parts[1]) + line[18:]
        lines.append(line)
    moved = head + b"\n".join(lines)
    return moved.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + shift))


@cache
def _pages() -> list[bytes]:
    source = (
        '#set document(title: "Biên bản vi phạm hành chính", date: datetime(year: 2026, month: 11, day: 24))\n'
        '#set text(lang: "vi")\n= Biên bản vi phạm hành chính\nCộng hòa xã hội chủ nghĩa Việt Nam'
    )
    shown = typst.compile(
        source.encode(), format="png", ppi=outside.SHOWN_PPI, ignore_system_fonts=True
    )
    return [shown] if isinstance(shown, bytes) else list(shown)


async def test_a_signature_is_drawn_only_where_the_paper_is_blank(
    issuer: Authority, token: bytes
) -> None:
    for box, over in (
        ((300, 200, 500, 270), False),
        ((60, 700, 200, 790), True),  # over the title
        ((-50, 900, 0, 990), True),  # off the page
    ):
        data = outside_signer.sign(paper(), token, box=box)
        found = await outside.examine(paper(), data, issuer.trust())
        assert len(found.boxes) == 1
        if over:
            with pytest.raises(SignedFileWrong) as refused:
                outside.require_blank(found.boxes, _pages())
            assert refused.value.problem_code == "signed_file_over_text"
        else:
            outside.require_blank(found.boxes, _pages())


class Endless(generic.FloatObject):
    """A number of a PDF that is infinite as a float."""

    def write_to_stream(self, stream: Any, *_: Any, **__: Any) -> None:
        stream.write(b"9" * 400 + b".0")


async def test_a_signature_drawn_at_no_place_that_a_page_has_is_refused_and_not_an_error(
    issuer: Authority, token: bytes
) -> None:
    def field(writer: Any) -> None:
        append_signature_field(
            writer, SigFieldSpec("Signature2", on_page=0, box=(300, 200, 500, 270))
        )
        [box] = page_of(writer)["/Annots"]
        found = box.get_object()
        found["/Rect"][3] = Endless("1")
        writer.update_container(found)

    far = outside_signer.sign(altered(paper(), field), token)
    with pytest.raises(SignedFileWrong) as refused:
        await outside.examine(paper(), far, issuer.trust())
    assert refused.value.problem_code == "signed_file_changed"


@pytest.mark.long
async def test_a_file_that_unpacks_without_end_costs_a_child_and_no_more(
    issuer: Authority,
) -> None:
    maker = zlib.compressobj(9)
    parts = [maker.compress(bytes(10_000_000)) for _ in range(300)] + [maker.flush()]
    packed = b"".join(parts)
    head = b"\n99 0 obj\n<</Type/XRef/W[1 2 1]/Size 100/Root 1 0 R/Filter/FlateDecode/Length %d>>stream\n"
    at = len(paper()) + 1
    data = (
        paper() + head % len(packed) + packed + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % at
    )
    assert await fault_of(data, issuer) == "signed_file_unreadable"
