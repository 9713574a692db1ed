"""Words of the agency's digital seal on a paper."""

WORDS = {
    "seal.title": "Put the agency's digital seal on",
    "seal.signed_file": "SHA-256 of the signed file",
    "seal.sealed_file": "SHA-256 of the sealed file",
    "seal.by": "Digital seal of",
    "seal.of": "{name}, PAdES {level}",
    "seal.open": "Put the digital seal on",
    "seal.signed_only": "Download the signer's file (without the seal)",
    "seal.done": "The paper has its digital seal. The sealed file is the one that goes out; the signer's file "
    "is kept.",
    "seal.follows": "The agency's digital signature is added after the officer's, which stays valid. A paper is "
    "sealed "
    "once, and the seal cannot be taken off.",
    "seal.no_certificate": "The unit has no certificate that is valid now. An administrator registers one on "
    "the page of "
    "the agency's certificates.",
    "seal.here": "Seal with the unit's certificate",
    "seal.certificate": "Certificate",
    "seal.until": "until",
    "seal.passphrase": "Passphrase or PIN of the agency's certificate",
    "seal.needed": "Choose a certificate and type its passphrase or PIN.",
    "seal.now": "Put the seal on",
    "seal.nothing_lost": "Nothing was entered; the paper is as it was.",
    "seal.elsewhere": "Seal with the agency's token at your computer",
    "seal.elsewhere_said": "Download the signed file, sign it with the token's software as PAdES, once, without "
    "saving or "
    "printing it anew, and send it the same day. The picture of the seal goes over about a third of the "
    "signature, on its "
    "left, or into the upper right corner of the first page.",
    "seal.download": "Download the file to seal",
    "seal.file": "Sealed file",
    "seal.send": "Send the sealed file",
}
