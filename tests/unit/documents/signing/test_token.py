"""Signing with a key that never leaves its token (PKCS#11): SoftHSM2 in place of a USB token."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives import serialization

from backend.documents.signing import opening
from backend.documents.signing.errors import PassphraseWrong, TokenMissing
from backend.documents.signing.pades import sign_pdf
from backend.documents.signing.trust import Trust
from backend.documents.signing.validating import validate_pdf
from deploy.demo import ca
from tests.support.signing import NAME, NUMBER, authority, paper

MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
)
MODULE = next((path for path in MODULES if Path(path).exists()), None)
needs_token = pytest.mark.skipif(
    MODULE is None or not shutil.which("pkcs11-tool"),
    reason="no SoftHSM2: apt-get install softhsm2 opensc",
)
LABEL, PIN, KEY = "Thử", "482915", "chu-ky"


class Token:
    """A token with one officer's key and certificate, and who trusts its issuer."""

    def __init__(self, trust: Trust, der: bytes) -> None:
        self.trust = trust
        self.der = der


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Token]:
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    issuer = authority(folder)
    pair = ca.issue(NAME, issuer.issuing, number=NUMBER)
    der = pair.certificate.public_bytes(serialization.Encoding.DER)
    (folder / "cert.der").write_bytes(der)
    (folder / "key.der").write_bytes(
        pair.key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        _fill(folder)
        trust = msgspec.structs.replace(issuer.trust(), pkcs11_module=MODULE, pkcs11_token=LABEL)
        yield Token(trust, der)


def _fill(folder: Path) -> None:
    tool = ["pkcs11-tool", "--module", str(MODULE)]
    begin = ["--init-token", "--slot-index", "0", "--label", LABEL, "--so-pin", "123456"]
    pin = ["--init-pin", "--token-label", LABEL, "--login", "--login-type", "so"]
    pin += ["--so-pin", "123456", "--pin", PIN]
    put = ["--token-label", LABEL, "--login", "--pin", PIN, "--label", KEY, "--id", "01"]
    for arguments in (
        begin,
        pin,
        [*put, "--write-object", str(folder / "key.der"), "--type", "privkey", "--usage-sign"],
        [*put, "--write-object", str(folder / "cert.der"), "--type", "cert"],
    ):
        done = subprocess.run([*tool, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@needs_token
async def test_a_token_signs_and_the_signature_holds(token: Token) -> None:
    assert opening.token_certificate(KEY, PIN, token.trust) == token.der
    opened = opening.open_pkcs11(token.der, KEY, PIN, token.trust)
    made = await sign_pdf(paper(), opened, "Ban hành", "Hà Nội", "NguoiKy", token.trust)
    assert made.level == "B-LTA"
    [verdict] = await validate_pdf(made.data, token.trust)
    assert (verdict.signer_name, verdict.valid) == (NAME, True)


@needs_token
async def test_several_sign_with_one_token_at_once_and_none_without_the_pin(token: Token) -> None:
    opened = opening.open_pkcs11(token.der, KEY, PIN, token.trust)
    made = await asyncio.gather(
        *(sign_pdf(paper(), opened, "", "", f"Ky{turn}", token.trust) for turn in range(3)),
        asyncio.to_thread(opening.open_pkcs11, token.der, KEY, "000000", token.trust),
        return_exceptions=True,
    )
    assert [getattr(each, "level", type(each).__name__) for each in made] == [
        *["B-LTA"] * 3,
        "PassphraseWrong",
    ]


@needs_token
def test_a_wrong_pin_is_told_and_so_is_a_key_that_is_not_there(token: Token) -> None:
    with pytest.raises(PassphraseWrong):
        opening.open_pkcs11(token.der, KEY, "000000", token.trust)
    with pytest.raises(TokenMissing):
        opening.open_pkcs11(token.der, "khoa-khac", PIN, token.trust)
    other = msgspec.structs.replace(token.trust, pkcs11_token="thiết bị khác")
    with pytest.raises(TokenMissing):
        opening.open_pkcs11(token.der, KEY, PIN, other)


def test_without_a_module_there_is_no_token() -> None:
    for trust in (Trust(), Trust(pkcs11_module="/nowhere/at-all.so")):
        with pytest.raises(TokenMissing):
            opening.open_pkcs11(b"", KEY, PIN, trust)
