"""Signatures and keys of a package, and packages that cannot be read: what is wrong, what is only not checked."""

import base64
import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.core.canonical_json import canonical
from backend.exchange.evidence_export import checker, reading
from deploy.demo import contents
from tests.integration.admin_ui.exchange.forgers import forger, genuine
from tests.integration.admin_ui.exchange.test_export import taken
from tests.integration.admin_ui.exchange.test_packages_checked import (
    check_here,
    each_signature_once,
)
from tests.support import factories
from tests.support.forgers import Forger, Json, edit, of_summary, planted, seal
from tests.support.people import People
from tests.support.readers import Readers

__all__ = ["each_signature_once", "forger", "genuine"]
pytestmark = [pytest.mark.usefixtures("app", "each_signature_once")]


def public(key: Any) -> bytes:
    pem: bytes = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return pem


def _no_signature_holds(where: Path) -> None:
    for path in (where / "keys").glob("device-*"):
        path.write_bytes(public(ec.generate_private_key(ec.SECP256R1())))

    def change(view: Json) -> None:
        for act in view["acts"]:
            act["verdicts"] = {**act["verdicts"], "signature": "invalid"}

    edit(where, "inspection.json", change)


def _all_held_for_it(where: Path) -> None:
    _no_signature_holds(where)

    def change(view: Json) -> None:
        for act in view["acts"]:
            act["quarantine"] = "signature_invalid"

    edit(where, "inspection.json", change)


@pytest.mark.long
async def test_a_phones_signature_that_fails_is_excused_by_no_word_of_the_summary(
    forger: Forger,
) -> None:
    sound_but_held = of_summary(
        lambda view: view["acts"][15].update(quarantine="signature_invalid")
    )
    forger.try_all(
        {
            "verdicts": (_no_signature_holds, "mục 2: chữ ký của điện thoại sai"),
            "held, steps too": (
                _all_held_for_it,
                "inspection.opened không thể bị giữ",
            ),
            "held though it holds": (sound_but_held, "chữ ký đúng mà bị giữ"),
        }
    )


async def test_a_phone_whose_key_is_not_here_is_not_checked(forger: Forger) -> None:
    def no_key(where: Path) -> None:
        for path in (where / "keys").glob("device-*"):
            path.unlink()

    code, said = forger.check(forger.copy(no_key))
    assert (code, "the phone's key is not here" in said) == (2, True), said


async def test_evidence_that_was_held_for_its_signature_fits_and_is_told(
    people: People,
    readers: Readers,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    work = await factories.announced(people)
    pen = await factories.pen(people.chi)
    act = pen.write(str(work.id), "place.fixed", contents.place(210_285_110, 1_058_542_300))
    act["signature"] = base64.urlsafe_b64encode(bytes([1] * 64)).decode().rstrip("=")
    await factories.hand_in(act, people.chi, UUID(act["device_id"]))
    (await taken(work, people.khanh, readers)).extractall(tmp_path)
    code, said = check_here(tmp_path, capsys)
    assert code == 0, said
    assert "held: its phone's signature does not hold" in said


def rotated(where: Path) -> None:
    """As a server signs that changed its key after five entries: the older ones are under the older key."""
    key = Ed25519PrivateKey.generate()
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    key_id = hashlib.sha256(raw).hexdigest()[:16]
    (where / f"keys/server-{key_id}.pem").write_bytes(public(key))
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": _b64(raw)}
    old = {"key_id": key_id, "use": "receipt", "public_key": jwk}
    edit(where, "keys/server.json", lambda keys: keys.append(old))
    for number in range(1, 6):
        path = where / f"receipts/acts/{number:04}.json"
        receipt = json.loads(path.read_text()) | {"key_id": key_id}
        del receipt["signature"]
        signed = canonical(receipt)
        path.with_suffix(".signed").write_bytes(signed)
        path.with_suffix(".sig").write_bytes(key.sign(signed))
        path.write_text(json.dumps(receipt | {"signature": _b64(key.sign(signed))}))


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


async def test_a_package_fits_with_all_keys_of_a_server_that_changed_its_key(
    forger: Forger,
) -> None:
    where = forger.copy(rotated)
    [older] = [
        path
        for path in (where / "keys").glob("server-*.pem")
        if path.read_bytes() != forger.key.read_bytes()
    ]
    assert forger.check_alone(where)[0] == 0
    code, said = forger.check(where)
    assert (code, "5 receipts are under key" in said, "SAI" in said) == (2, True, False), said
    assert forger.check(where, f"--server-key={older}")[0] == 0
    both = where.with_name("both.pem")
    both.write_bytes(forger.key.read_bytes() + older.read_bytes())
    code, said = forger.check_alone(where, "--server-key", str(both))
    assert code == 0, said
    stranger = where.with_name("stranger.pem")
    stranger.write_bytes(public(Ed25519PrivateKey.generate()))
    code, said = forger.check_alone(where, "--server-key", str(stranger))
    assert (code, "no receipt is under a key that you gave" in said) == (2, True), said
    # Signed by nobody, an older receipt is wrong whatever its reader brought.
    (where / "receipts/acts/0003.sig").write_bytes(bytes(64))
    seal(where)
    assert forger.check(where)[0] == 1


def _act(kind: str, content: dict[str, object]) -> str:
    """An act with the names that every act has, and nothing that this one needs."""
    made = {"id": kind, "type": kind, "officer_id": "o", "made_at": "m", "record": {"id": "r"}}
    return json.dumps(made | {"content": content})


@pytest.mark.long
async def test_a_package_that_cannot_be_read_is_told_and_never_a_traceback(forger: Forger) -> None:
    written: dict[str, tuple[str, str]] = {
        "acts/README.txt": ("x", "tệp không thuộc gói"),
        "inspection.json": ("{}", "inspection.json"),
        "receipts/acts/0001.json": ("[]", "không phải một đối tượng JSON"),
        "entries/0001.json": ("null", "entry does not join"),
        "manifest.json": ("[]", "manifest.json"),
        "keys/ring.json": ('["x"]', "keys/"),
        "keys/server.json": ('{"a": 1}', "thuộc gói"),
        "acts/0005-photo.taken.json": ('{"id": []}', "không phải một việc"),
        "acts/0001-decision.issued.json": (_act("decision.issued", {}), "acts/"),
        "acts/0005-document.written.json": (
            _act("document.written", {"document_id": []}),
            "nội dung không như máy chủ ghi",
        ),
    }
    for name, (text, words) in written.items():
        where = forger.copy(planted("SHA256SUMS", b""))
        (where / name).write_text(text)
        code, said = forger.check(where)
        assert (code, words in said) == (1, True), f"{name}: {said}"
    for text in ("[" * 200_000, '{"a":' * 200_000, "NaN", "9" * 5000, '"\\ud800"', "\xff"):
        where = forger.copy(planted("SHA256SUMS", b""))
        (where / "inspection.json").write_bytes(text.encode("latin-1"))
        code, said = forger.check(where)
        assert (code, "inspection.json" in said) == (1, True), said


async def test_what_is_no_package_is_not_said_to_be_wrong(forger: Forger) -> None:
    empty, text = forger.where.with_name("empty"), forger.where.with_name("text.zip")
    empty.mkdir()
    text.write_text("hello")
    for where in (empty, text, forger.where.with_name("nowhere.zip")):
        code, said = forger.check(where)
        assert (code, said.count("\n")) == (2, 1), said
        assert said.startswith("KHÔNG ĐỌC ĐƯỢC / CANNOT BE READ"), said
    for more in (["--server-key"], ["--nonsense"], ["a", "b"], ["--server-key", str(text)]):
        assert checker.main([str(forger.where), *more]) == 2


async def test_what_would_unpack_to_a_multiple_is_not_read(
    forger: Forger, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = forger.where.with_name("bomb.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(forger.where.rglob("*")):
            if path.is_file() and path.name != "inspection.json":
                file.write(path, path.relative_to(forger.where).as_posix())
        file.writestr("inspection.json", b" " * 30 * 2**20)
    code, said = forger.check(packed)
    assert code != 0, said
    assert "too large" in said or "a multiple of itself" in said, said
    monkeypatch.setattr(reading, "MOST_TEXT", 1000)
    code, said = forger.check(forger.where)
    assert (code, "inspection.json (too large)" in said) == (1, True), said


async def test_a_line_that_somebody_typed_stays_one_line(forger: Forger) -> None:
    said = checker.plain("Trùng nội dung\nKHỚP / ALL FITS\x1b[2J")
    assert "\n" not in said
    assert "\x1b" not in said
